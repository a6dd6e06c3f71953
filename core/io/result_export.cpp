#include "core/io/result_export.h"

#include <algorithm>
#include <limits>
#include <new>

#include "core/domain/label_reader.h"
#include "core/io/atomic_file.h"
#include "core/io/row_writer.h"

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

Result<void> exportRows(const std::filesystem::path& file, const ExportTable& table, const ExportOptions& options,
                        const std::stop_token& stop, const std::function<void(std::size_t, std::size_t)>& progress) {
    const auto outside = [&](std::uint32_t row) { return row >= table.dataset->size(); };
    if (!table.dataset || std::any_of(table.rows.begin(), table.rows.end(), outside)) {
        return Error{ErrorCode::InvalidArgument, "the rows to export are not of this dataset", {"rows", "outside the dataset"}};
    }
    Result<AtomicFile> out = AtomicFile::create(file);
    if (!out) return out.error();
    std::string buffer;
    const auto writer =
        options.format == ExportFormat::Csv ? csvRowWriter(table, options, buffer) : jsonLinesRowWriter(table, options, buffer);
    writer->header();
    Answers answers(table);
    for (std::size_t done = 0; done < table.rows.size(); ++done) {
        if (done % rowsBetweenPolls == 0) {
            if (stop.stop_requested()) return Error{ErrorCode::Cancelled, "the export was cancelled", {}};
            if (progress) progress(done, table.rows.size());
        }
        writer->row(table.rows[done], answers.of(table.rows[done]));
        if (auto written = out->drain(buffer, AtomicFile::bufferBytes); !written) return written;
    }
    if (auto written = out->drain(buffer, 0); !written) return written;
    if (auto committed = out->commit(); !committed) return committed;
    if (progress) progress(table.rows.size(), table.rows.size());
    return {};
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

Result<void> exportResults(const std::filesystem::path& file, const ExportTable& table, const ExportOptions& options,
                           const std::stop_token& stop, const std::function<void(std::size_t, std::size_t)>& progress) {
    try {
        return exportRows(file, table, options, stop, progress);
    } catch (const std::bad_alloc&) {
        return Error{ErrorCode::OutOfMemory, "not enough memory for the export", {"cpu"}};
    }
}

}  // namespace labelwright
