#include "core/io/text_import.h"

#include <simdjson.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <new>

#include "core/base/utf8.h"
#include "core/io/import_plan.h"
#include "core/io/json_lines_parser.h"
#include "core/io/reject_list.h"

namespace labelwright {
namespace {

constexpr std::size_t previewedRows = 50;
constexpr std::size_t rowsBetweenPolls = 4096;

std::string nameOf(const ImportSource& source) {
    if (!source.name.empty()) return source.name;
    const auto* file = std::get_if<std::filesystem::path>(&source.content);
    return file ? file->filename().string() : std::string("clipboard");
}

const char* formatName(TextFormat format) {
    switch (format) {
        case TextFormat::Delimited: return "csv";
        case TextFormat::JsonLines: return "jsonl";
        case TextFormat::PlainText: return "txt";
    }
    return "txt";
}

/// Only white space. Looks no further than the first character that is not.
bool isBlank(std::string_view text) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto length = static_cast<std::int64_t>(text.size());
    for (std::int64_t at = 0; at < length;) {
        UChar32 codePoint = 0;
        U8_NEXT(bytes, at, length, codePoint);
        if (codePoint < 0 || !u_isUWhiteSpace(codePoint)) return false;
    }
    return true;
}

std::string placeOfIllFormed(std::string_view raw, const std::string& encoding) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(raw.data());
    std::size_t characters = 0;
    for (std::int64_t at = 0; at < static_cast<std::int64_t>(raw.size()); ++characters) {
        UChar32 codePoint = 0;
        U8_NEXT(bytes, at, static_cast<std::int64_t>(raw.size()), codePoint);
        if (codePoint < 0) break;
    }
    return "after character " + std::to_string(characters) + " the bytes are not " + encoding;
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

/// Turns rows into the dataset and the list of rejects.
class Collector {
public:
    Collector(const ImportPlan& plan, DatasetSource source) : m_plan(plan), m_builder(std::move(source), extraNames(plan)) {
        m_headerComes = *plan.options.format == TextFormat::Delimited && *plan.options.hasHeader;
    }

    void add(const ParsedRow& row, std::string_view raw) {
        const bool cutOff = row.kind == ParsedRow::Kind::Rejected && row.reason == RejectedRow::Reason::TooLong;
        if (!cutOff && !simdjson::validate_utf8(raw.data(), raw.size())) {
            m_rejects.add(row.line, RejectedRow::Reason::InvalidEncoding, placeOfIllFormed(raw, *m_plan.options.encoding), raw);
        } else if (row.kind == ParsedRow::Kind::Rejected && !isKeptEmptyLine(row)) {
            m_rejects.add(row.line, row.reason, row.detail, raw);
        } else if (m_headerComes) {
            m_headerComes = false;
        } else if (row.kind == ParsedRow::Kind::Rejected) {
            m_builder.add({}, {}, {}, row.line);
        } else if (m_plan.textColumn && m_plan.options.emptyTexts == EmptyTexts::Reject && isBlank(textOf(row))) {
            m_rejects.add(row.line, RejectedRow::Reason::EmptyText, "the text is empty", raw);
        } else {
            m_extras.clear();
            for (std::size_t column = 0; column < row.cells.size(); ++column) {
                if (column != m_plan.textColumn && column != m_plan.idColumn) m_extras.push_back(row.cells[column]);
            }
            m_builder.add(m_plan.idColumn ? row.cells[*m_plan.idColumn] : std::string_view(), textOf(row), m_extras, row.line);
        }
    }

    ImportResult finish() && {
        const std::uint64_t count = m_rejects.count();
        return {std::move(m_builder).build(), std::move(m_rejects).take(), count, m_plan.options};
    }

private:
    std::string_view textOf(const ParsedRow& row) const { return m_plan.textColumn ? row.cells[*m_plan.textColumn] : std::string_view(); }

    /// Where the text is the only column, a line with nothing on it is a text with nothing in it.
    bool isKeptEmptyLine(const ParsedRow& row) const {
        return row.reason == RejectedRow::Reason::EmptyText && m_plan.options.emptyTexts == EmptyTexts::Keep &&
               m_plan.columns.size() == 1 && !m_headerComes;
    }

    static std::vector<std::string> extraNames(const ImportPlan& plan) {
        std::vector<std::string> names;
        for (std::size_t column = 0; column < plan.columns.size(); ++column) {
            if (column != plan.textColumn && column != plan.idColumn) names.push_back(plan.columns[column]);
        }
        return names;
    }

    const ImportPlan& m_plan;
    DatasetBuilder m_builder;
    RejectList m_rejects;
    std::vector<std::string_view> m_extras;
    bool m_headerComes = false;
};

/// Columns of JSON Lines are only known once every line was seen.
Result<void> findColumns(Pass pass, ImportPlan& plan) {
    JsonLinesParser parser({}, NewKeys::AddColumn);
    if (auto seen = pass.run(parser, [](const ParsedRow&, std::string_view) {}); !seen) return seen;
    if (parser.columns().empty()) return {};
    plan.columns = parser.columns();
    if (plan.textColumn) {
        const Result<std::size_t> text = columnNamed(plan.columns, *plan.options.textColumn, "textColumn");
        if (!text) return text.error();
        plan.textColumn = *text;
    }
    plan.idColumn.reset();
    if (plan.options.idColumn->empty()) return {};
    const Result<std::size_t> id = columnNamed(plan.columns, *plan.options.idColumn, "idColumn");
    if (!id) return id.error();
    plan.idColumn = *id;
    return {};
}

Result<ImportResult> importRows(const ImportSource& source, const ImportOptions& options, const std::stop_token& stop,
                                const ImportProgress& progress) {
    Result<ByteSource> bytes = ByteSource::open(source);
    if (!bytes) return bytes.error();
    Result<ImportPlan> plan = planImport(*bytes, nameOf(source), options);
    if (!plan) return plan.error();

    const bool twice = *plan->options.format == TextFormat::JsonLines;
    const std::uint64_t total = bytes->size();
    const auto pass = [&](bool second) -> Result<Pass> {
        Result<TextDecoder> decoder = TextDecoder::open(*plan->options.encoding);
        if (!decoder) return decoder.error();
        if (auto rewound = bytes->rewind(); !rewound) return rewound.error();
        return Pass(*bytes, std::move(*decoder), stop, [&progress, total, twice, second](std::uint64_t done) {
            if (progress) progress(twice ? (second ? total + done : done) / 2 : done, total);
        });
    };
    if (twice) {
        Result<Pass> first = pass(false);
        if (!first) return first.error();
        if (auto found = findColumns(std::move(*first), *plan); !found) return found.error();
    }
    Result<Pass> reading = pass(true);
    if (!reading) return reading.error();

    DatasetSource origin;
    origin.name = nameOf(source);
    std::error_code ignored;
    if (!bytes->inMemory()) origin.path = std::filesystem::absolute(bytes->path(), ignored).string();
    origin.textColumn = *plan->options.textColumn;
    if (plan->idColumn) origin.idColumn = *plan->options.idColumn;
    origin.format = formatName(*plan->options.format);
    origin.encoding = *plan->options.encoding;

    const std::unique_ptr<RowParser> parser = parserFor(*plan);
    Collector collector(*plan, std::move(origin));
    auto done = reading->run(*parser, [&](const ParsedRow& row, std::string_view raw) { collector.add(row, raw); });
    if (!done) return done.error();
    return std::move(collector).finish();
}

}  // namespace

const std::vector<std::string>& knownEncodings() {
    static const std::vector<std::string> names{"UTF-8", "GB18030", "Big5", "UTF-16LE", "UTF-16BE", "windows-1252"};
    return names;
}

Result<ImportPreview> previewImport(const ImportSource& source, const ImportOptions& options) {
    Result<ByteSource> bytes = ByteSource::open(source);
    if (!bytes) return bytes.error();
    Result<ImportPlan> plan = planImport(*bytes, nameOf(source), options);
    if (!plan) return plan.error();
    plan->rows.resize(std::min(plan->rows.size(), previewedRows));
    plan->lines.resize(plan->rows.size());
    return ImportPreview{plan->options,         plan->encodingConfidence, std::move(plan->columns),
                         std::move(plan->rows), std::move(plan->lines),   bytes->size()};
}

Result<ImportResult> importTexts(const ImportSource& source, const ImportOptions& options, const std::stop_token& stop,
                                 const ImportProgress& progress) {
    try {
        return importRows(source, options, stop, progress);
    } catch (const std::bad_alloc&) {
        return Error{ErrorCode::OutOfMemory, "the texts do not fit into memory; import a smaller file", {"cpu"}};
    }
}

}  // namespace labelwright
