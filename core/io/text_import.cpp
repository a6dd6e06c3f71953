#include "core/io/text_import.h"

#include <algorithm>
#include <new>

#include "core/io/file_formats.h"
#include "core/io/import_plan.h"
#include "core/io/row_collector.h"
#include "core/io/text_folder.h"
#include "core/io/workbook_rows.h"

namespace labelwright {
namespace {

constexpr std::size_t previewedRows = 50;
constexpr std::size_t rowsBetweenPolls = 4096;

std::string nameOf(const ImportSource& source) {
    if (!source.name.empty()) return source.name;
    const auto* file = std::get_if<std::filesystem::path>(&source.content);
    return file ? file->filename().string() : std::string("clipboard");
}

std::uint64_t fileBytes(const std::filesystem::path& file) {
    std::error_code ignored;
    const auto bytes = std::filesystem::file_size(file, ignored);
    return ignored ? 0 : bytes;
}

/// One way through a source: its rows in order, with progress and cancelling.
class Pass {
public:
    Pass(ByteSource& source, TextDecoder decoder, std::stop_token stop, std::function<void(std::uint64_t bytesRead)> progress)
        : m_stream(source, std::move(decoder)), m_stop(std::move(stop)), m_progress(std::move(progress)) {}

    /// Calls `onRow(row, raw)` for each row and each rejected one, line break included in `raw`.
    template <typename OnRow>
    Result<void> run(RowParser& parser, OnRow onRow) {
        ParsedRow row;
        for (std::size_t count = 1;; ++count) {
            parser.next(m_stream.window(), m_stream.continues(), row);
            if (row.kind == ParsedRow::Kind::End) return {};
            if (row.kind == ParsedRow::Kind::NeedMore || count % rowsBetweenPolls == 0) {
                if (m_stop.stop_requested()) return Error{ErrorCode::Cancelled, "the import was cancelled", {}};
            }
            if (row.kind == ParsedRow::Kind::NeedMore) {
                if (auto filled = m_stream.fill(); !filled) return filled;
                if (m_progress) m_progress(m_stream.bytesRead());
                continue;
            }
            if (row.kind != ParsedRow::Kind::Skipped) onRow(row, m_stream.window().substr(0, row.bytes));
            m_stream.consume(row.bytes);
        }
    }

private:
    TextStream m_stream;
    std::stop_token m_stop;
    std::function<void(std::uint64_t)> m_progress;
};

/// Columns of JSON are only known once every record was seen.
Result<void> findColumns(Pass pass, ImportPlan& plan) {
    const std::unique_ptr<JsonParser> parser = columnFinder(plan);
    if (auto seen = pass.run(*parser, [](const ParsedRow&, std::string_view) {}); !seen) return seen;
    if (parser->columns().empty()) return {};
    plan.columns = parser->columns();
    return placeColumns(plan);
}

/// Reads a text file: CSV, JSON, plain lines.
Result<void> readStream(ByteSource& bytes, const ImportPlan& plan, RowCollector& collector, const std::stop_token& stop,
                        const std::function<void(std::uint64_t done)>& progress) {
    Result<TextDecoder> decoder = TextDecoder::open(*plan.options.encoding);
    if (!decoder) return decoder.error();
    if (auto rewound = bytes.rewind(); !rewound) return rewound.error();
    const std::unique_ptr<RowParser> parser = parserFor(plan);
    return Pass(bytes, std::move(*decoder), stop, progress).run(*parser, [&](const ParsedRow& row, std::string_view raw) {
        collector.add(row, raw);
    });
}

DatasetSource originOf(const ImportSource& source, const ImportPlan& plan) {
    DatasetSource origin;
    origin.name = nameOf(source);
    std::error_code ignored;
    if (const auto* path = std::get_if<std::filesystem::path>(&source.content))
        origin.path = std::filesystem::absolute(*path, ignored).string();
    origin.textColumn = *plan.options.textColumn;
    if (plan.idColumn) origin.idColumn = *plan.options.idColumn;
    origin.format = importFormatName(*plan.options.format);
    origin.encoding = *plan.options.encoding;
    return origin;
}

Result<ImportResult> importStream(const ImportSource& source, const ImportOptions& options, const std::stop_token& stop,
                                  const ImportProgress& progress) {
    Result<ByteSource> bytes = ByteSource::open(source);
    if (!bytes) return bytes.error();
    Result<ImportPlan> plan = planImport(*bytes, nameOf(source), options);
    if (!plan) return plan.error();
    const bool twice = plan->isJson();
    const std::uint64_t total = bytes->size();
    const auto report = [&](bool second) {
        return [&progress, total, twice, second](std::uint64_t done) {
            if (progress) progress(twice ? (second ? total + done : done) / 2 : done, total);
        };
    };
    if (twice) {
        Result<TextDecoder> decoder = TextDecoder::open(*plan->options.encoding);
        if (!decoder) return decoder.error();
        if (auto found = findColumns(Pass(*bytes, std::move(*decoder), stop, report(false)), *plan); !found) return found.error();
    }
    RowCollector collector(*plan, originOf(source, *plan));
    if (auto read = readStream(*bytes, *plan, collector, stop, report(true)); !read) return read.error();
    return std::move(collector).finish();
}

Result<ImportResult> importWorkbook(const ImportSource& source, const ImportOptions& options, const std::stop_token& stop,
                                    const ImportProgress& progress) {
    const auto& file = std::get<std::filesystem::path>(source.content);
    const Result<Workbook> workbook = Workbook::open(file, stop);
    if (!workbook) return workbook.error();
    Result<ImportPlan> plan = planWorkbook(*workbook, fileBytes(file), options);
    if (!plan) return plan.error();
    if (auto found = findWorkbookColumns(*workbook, *plan, stop); !found) return found.error();
    RowCollector collector(*plan, originOf(source, *plan));
    const OnRow add = [&](const ParsedRow& row, std::string_view raw) { collector.add(row, raw); };
    if (auto read = readWorkbook(*workbook, *plan, add, stop, progress); !read) return read.error();
    return std::move(collector).finish();
}

Result<ImportResult> importFolder(const ImportSource& source, const ImportOptions& options, const std::stop_token& stop,
                                  const ImportProgress& progress) {
    const auto& folder = std::get<std::filesystem::path>(source.content);
    const Result<ImportPlan> plan = planFolder(folder, options);
    if (!plan) return plan.error();
    RowCollector collector(*plan, originOf(source, *plan));
    const OnRow add = [&](const ParsedRow& row, std::string_view raw) { collector.add(row, raw); };
    if (auto read = readFolder(folder, *plan, add, stop, progress); !read) return read.error();
    return std::move(collector).finish();
}

/// Whether a source is opened as a workbook or a folder: neither is a stream of text, whatever the options say.
enum class SourceKind { Text, Workbook, Folder };

SourceKind kindOf(const ImportSource& source) {
    const auto* file = std::get_if<std::filesystem::path>(&source.content);
    std::error_code ignored;
    if (!file) return SourceKind::Text;
    if (std::filesystem::is_directory(*file, ignored)) return SourceKind::Folder;
    // Looking into a pipe would take its first bytes away.
    if (!std::filesystem::is_regular_file(*file, ignored)) return SourceKind::Text;
    return looksLikeWorkbook(*file) ? SourceKind::Workbook : SourceKind::Text;
}

struct PlannedSource {
    ImportPlan plan;
    std::uint64_t bytes = 0;
};

Result<PlannedSource> planned(const ImportSource& source, const ImportOptions& options) {
    const SourceKind kind = kindOf(source);
    if (kind == SourceKind::Text) {
        Result<ByteSource> bytes = ByteSource::open(source);
        if (!bytes) return bytes.error();
        Result<ImportPlan> plan = planImport(*bytes, nameOf(source), options);
        if (!plan) return plan.error();
        return PlannedSource{std::move(*plan), bytes->size()};
    }
    const auto& path = std::get<std::filesystem::path>(source.content);
    if (kind == SourceKind::Folder) {
        Result<ImportPlan> plan = planFolder(path, options);
        if (!plan) return plan.error();
        return PlannedSource{std::move(*plan), 0};
    }
    const Result<Workbook> workbook = Workbook::open(path);
    if (!workbook) return workbook.error();
    Result<ImportPlan> plan = planWorkbook(*workbook, fileBytes(path), options);
    if (!plan) return plan.error();
    return PlannedSource{std::move(*plan), fileBytes(path)};
}

}  // namespace

const std::vector<std::string>& knownEncodings() {
    static const std::vector<std::string> names{"UTF-8", "GB18030", "Big5", "UTF-16LE", "UTF-16BE", "windows-1252"};
    return names;
}

Result<ImportPreview> previewImport(const ImportSource& source, const ImportOptions& options) {
    Result<PlannedSource> found = planned(source, options);
    if (!found) return found.error();
    ImportPlan& plan = found->plan;
    plan.rows.resize(std::min(plan.rows.size(), previewedRows));
    plan.lines.resize(plan.rows.size());
    return ImportPreview{
        plan.options, plan.encodingConfidence, std::move(plan.columns), std::move(plan.sheets), std::move(plan.rows), std::move(plan.lines),
        found->bytes};
}

Result<ImportResult> importTexts(const ImportSource& source, const ImportOptions& options, const std::stop_token& stop,
                                 const ImportProgress& progress) {
    try {
        switch (kindOf(source)) {
            case SourceKind::Workbook: return importWorkbook(source, options, stop, progress);
            case SourceKind::Folder: return importFolder(source, options, stop, progress);
            case SourceKind::Text: break;
        }
        return importStream(source, options, stop, progress);
    } catch (const std::bad_alloc&) {
        return Error{ErrorCode::OutOfMemory, "the texts do not fit into memory; import a smaller file", {"cpu"}};
    }
}

}  // namespace labelwright
