#include "core/io/result_export.h"

#include <algorithm>
#include <limits>
#include <new>

#include "core/domain/label_reader.h"
#include "core/io/atomic_file.h"
#include "core/io/csv_writer.h"
#include "core/io/exchange/exchange_rows.h"
#include "core/io/row_writer.h"
#include "core/io/workbook/cell_text.h"
#include "core/io/workbook/workbook_writer.h"
#include "core/io/workbook_sheets.h"

namespace labelwright {
namespace {

constexpr std::size_t rowsBetweenPolls = 1024;

/// Reads the scores of rows, one after the other, into the same answer.
class Answers {
public:
    explicit Answers(const ExportTable& table) : m_table(table), m_reader(table.labels, table.scores) {}

    const RowAnswer& of(std::uint32_t row) {
        static const ScoreReading unread;
        const bool inTable = row < m_table.scores.rows();
        m_reader.read(m_table.scores, row);
        m_answer.reading = inTable ? &m_table.scores.reading(row) : &unread;
        m_answer.truncated = inTable && m_table.scores.truncated(row);
        m_answer.logits = m_reader.strongestLogits();
        m_answer.probabilities = m_reader.probabilities(m_table.scores, m_table.selection);
        m_answer.decision = decide(m_answer.probabilities, m_table.selection);
        m_answer.review = row < m_table.reviews.rows() ? m_table.reviews.at(row) : Review();
        m_answer.state = reviewState(m_answer.review, m_table.labels, m_answer.decision.best != Decision::none, m_answer.decision.labels);
        return m_answer;
    }

private:
    const ExportTable& m_table;
    LabelReader m_reader;
    RowAnswer m_answer;
};

using Progress = std::function<void(std::size_t, std::size_t)>;

/// Gives every row to the writer; `drain` empties what it has written to.
Result<ExportedRows> writeRows(const ExportTable& table, RowWriter& writer, const std::function<Result<void>()>& drain,
                               const std::stop_token& stop, const Progress& progress) {
    ExportedRows rows;
    writer.header();
    Answers answers(table);
    for (std::size_t done = 0; done < table.rows.size(); ++done) {
        if (done % rowsBetweenPolls == 0) {
            if (stop.stop_requested()) return Error{ErrorCode::Cancelled, "the export was cancelled", {}};
            if (progress) progress(done, table.rows.size());
        }
        const bool written = writer.row(table.rows[done], answers.of(table.rows[done]));
        ++(written ? rows.written : rows.unanswered);
        if (auto drained = drain(); !drained) return drained.error();
    }
    writer.footer();
    return rows;
}

std::unique_ptr<RowWriter> textRowWriter(const ExportTable& table, const ExportOptions& options, CellWriter& cells, std::string& buffer) {
    if (options.format == ExportFormat::Csv || options.format == ExportFormat::Tsv) return tableRowWriter(table, options, cells);
    if (options.format == ExportFormat::JsonLines) return jsonLinesRowWriter(table, options, buffer);
    return exchangeRowWriter(table, options, buffer);
}

Result<void> writeWhole(const std::filesystem::path& file, std::string content) {
    Result<AtomicFile> out = AtomicFile::create(file);
    if (!out) return out.error();
    if (auto written = out->drain(content, 0); !written) return written;
    return out->commit();
}

Result<ExportedRows> exportText(const std::filesystem::path& file, const ExportTable& table, const ExportOptions& options,
                                const std::stop_token& stop, const Progress& progress) {
    Result<AtomicFile> out = AtomicFile::create(file);
    if (!out) return out.error();
    std::string buffer;
    const bool isTable = options.format == ExportFormat::Csv || options.format == ExportFormat::Tsv;
    if (isTable && options.byteOrderMark == ByteOrderMark::Write) buffer += "\xef\xbb\xbf";
    CsvWriter cells(buffer, options.formulaGuard, options.format == ExportFormat::Tsv ? '\t' : ',');
    const auto writer = textRowWriter(table, options, cells, buffer);
    Result<ExportedRows> rows = writeRows(
        table, *writer, [&] { return out->drain(buffer, AtomicFile::bufferBytes); }, stop, progress);
    if (!rows) return rows;
    if (auto written = out->drain(buffer, 0); !written) return written.error();
    if (auto companion = companionOf(table, options, file.filename().string())) {
        rows->companion = file.parent_path() / (file.stem().string() + companion->suffix);
        if (auto written = writeWhole(rows->companion, std::move(companion->content)); !written) return written.error();
    }
    if (auto committed = out->commit(); !committed) return committed.error();
    return rows;
}

Result<ExportedRows> exportWorkbook(const std::filesystem::path& file, const ExportTable& table, const ExportOptions& options,
                                    const std::stop_token& stop, const Progress& progress) {
    if (table.rows.size() >= mostSheetRows) {
        const std::string what = std::to_string(table.rows.size()) +
                                 " rows and a header are more than the 1048576 rows that Excel holds; " + "export as CSV instead";
        return Error{ErrorCode::InvalidArgument, what, {"format", what}};
    }
    Result<WorkbookWriter> workbook = WorkbookWriter::create(file);
    if (!workbook) return workbook.error();
    const auto writer = tableRowWriter(table, options, workbook->addSheet("data"));
    const auto fault = [&]() -> Result<void> {
        if (workbook->fault()) return *workbook->fault();
        return {};
    };
    Result<ExportedRows> rows = writeRows(table, *writer, fault, stop, progress);
    if (!rows) return rows;
    writeLabelSheet(table, workbook->addSheet("labels"));
    writeInfoSheet(table, workbook->addSheet("info"));
    if (auto committed = workbook->commit(); !committed) return committed.error();
    return rows;
}

Result<ExportedRows> exportRows(const std::filesystem::path& file, const ExportTable& table, const ExportOptions& options,
                                const std::stop_token& stop, const Progress& progress) {
    const auto outside = [&](std::uint32_t row) { return row >= table.dataset->size(); };
    if (!table.dataset || std::any_of(table.rows.begin(), table.rows.end(), outside)) {
        return Error{ErrorCode::InvalidArgument, "the rows to export are not of this dataset", {"rows", "outside the dataset"}};
    }
    Result<ExportedRows> rows = options.format == ExportFormat::Workbook ? exportWorkbook(file, table, options, stop, progress)
                                                                         : exportText(file, table, options, stop, progress);
    if (rows && progress) progress(table.rows.size(), table.rows.size());
    return rows;
}

}  // namespace

std::vector<std::string> humanLabels(const ExportTable& table, const Review& review) {
    std::vector<std::string> names;
    for (const std::uint32_t label : reviewedLabels(review, table.labels)) names.push_back(table.labels.labels[label].name);
    for (const LabelId& id : lostLabels(review, table.labels)) {
        const auto former = table.formerNames.find(id);
        names.push_back(former == table.formerNames.end() ? id : former->second);
    }
    return names;
}

std::vector<std::string> predictedLabels(const ExportTable& table, const Decision& decision) {
    std::vector<std::string> names;
    for (const std::uint32_t label : decision.labels) names.push_back(table.labels.labels[label].name);
    return names;
}

std::string modelNames(const ExportTable& table) {
    std::vector<std::string> names;
    for (const ScoreReading& reading : table.scores.readings()) {
        if (std::find(names.begin(), names.end(), reading.modelName) == names.end()) names.push_back(reading.modelName);
    }
    std::string joined;
    for (const std::string& name : names) joined += (joined.empty() ? "" : ", ") + name;
    return joined;
}

bool speaksOfReviews(const ExportTable& table) { return !table.reviews.reviewedRows().empty(); }

std::vector<LogitRole> rolesOf(const ScoreReading& reading) {
    if (!reading.columns.empty()) return reading.columns;
    if (reading.rule == ScoreRule::Cosine) return {LogitRole::Cosine};
    return {LogitRole::Entailment, LogitRole::Contradiction};
}

float logitOf(const PairLogits& logits, LogitRole role) noexcept {
    if (!logits.scored()) return std::numeric_limits<float>::quiet_NaN();
    switch (role) {
        case LogitRole::Entailment:
        case LogitRole::Cosine: return logits.yes;
        case LogitRole::Contradiction: return logits.no;
        case LogitRole::Neutral: return logits.neutral;
    }
    return std::numeric_limits<float>::quiet_NaN();
}

std::vector<std::string> namesBeside(std::vector<std::string> taken, std::span<const std::string> extraColumns) {
    std::vector<std::string> names;
    for (std::string name : extraColumns) {
        while (std::find(taken.begin(), taken.end(), name) != taken.end()) name.insert(0, "source_");
        taken.push_back(name);
        names.push_back(std::move(name));
    }
    return names;
}

Result<ExportedRows> exportResults(const std::filesystem::path& file, const ExportTable& table, const ExportOptions& options,
                                   const std::stop_token& stop, const std::function<void(std::size_t, std::size_t)>& progress) {
    try {
        return exportRows(file, table, options, stop, progress);
    } catch (const std::bad_alloc&) {
        return Error{ErrorCode::OutOfMemory, "not enough memory for the export", {"cpu"}};
    }
}

}  // namespace labelwright
