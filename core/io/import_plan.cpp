#include "core/io/import_plan.h"

#include <algorithm>
#include <numeric>

#include "core/base/utf8.h"
#include "core/io/delimited_parser.h"
#include "core/io/dialect_guess.h"
#include "core/io/encoding_guess.h"
#include "core/io/json_lines_parser.h"

namespace labelwright {
namespace {

constexpr std::size_t startBytes = std::size_t{256} << 10U;
constexpr std::size_t guessedRows = 500;

std::string extension(const std::string& name) {
    std::string small = std::filesystem::path(name).extension().string();
    for (char& c : small) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return small;
}

bool oneOf(const std::string& value, std::initializer_list<const char*> values) {
    return std::any_of(values.begin(), values.end(), [&](const char* candidate) { return value == candidate; });
}

bool isJsonObject(std::string_view start) {
    JsonLinesParser parser({}, NewKeys::AddColumn);
    ParsedRow row;
    do {
        parser.next(start, Continues::No, row);
        start.remove_prefix(row.bytes);
    } while (row.kind == ParsedRow::Kind::Skipped);
    return row.kind == ParsedRow::Kind::Row;
}

/// By the extension; where that says little, by the content. Prose has commas too: only tabs, or a header with usual names, make it a
/// table.
TextFormat guessFormat(const std::string& suffix, std::string_view start, const ImportOptions& options) {
    if (oneOf(suffix, {".csv", ".tsv", ".tab"})) return TextFormat::Delimited;
    if (oneOf(suffix, {".jsonl", ".ndjson", ".json", ".jsonlines"})) return TextFormat::JsonLines;
    if (isJsonObject(start)) return TextFormat::JsonLines;
    const DialectGuess guess = guessDialect(start, options);
    if (guess.columns < 2 || guess.rows < 2 || guess.consistency < 1) return TextFormat::PlainText;
    return guess.dialect.delimiter == '\t' || (guess.hasHeader && guess.namesKnown) ? TextFormat::Delimited : TextFormat::PlainText;
}

struct Start {
    std::string text;  // decoded
    Continues continues = Continues::No;
    EncodingGuess encoding;
};

Result<Start> readStart(ByteSource& source, const ImportOptions& options) {
    std::string bytes(std::min<std::uint64_t>(startBytes, source.size()), '\0');
    const Result<std::size_t> count = source.read(bytes);
    if (!count) return count.error();
    bytes.resize(*count);
    if (auto rewound = source.rewind(); !rewound) return rewound.error();
    Start start;
    start.continues = *count < source.size() ? Continues::Yes : Continues::No;
    if (options.encoding) start.encoding = {*options.encoding, 1};
    else if (!source.inMemory()) start.encoding = guessEncoding(bytes, start.continues);
    else start.encoding = {"UTF-8", 1};
    Result<TextDecoder> decoder = TextDecoder::open(start.encoding.encoding);
    if (!decoder) return decoder.error();
    TextStream stream(source, std::move(*decoder), startBytes);
    if (auto filled = stream.fill(); !filled) return filled.error();
    start.text = stream.window();
    if (auto rewound = source.rewind(); !rewound) return rewound.error();
    if (start.text.empty()) {
        const std::string place = source.inMemory() ? "the clipboard" : source.path();
        return Error{ErrorCode::FileMalformed, place + " is empty", {place, "byte 0", "it is empty"}};
    }
    return start;
}

/// The good rows of the start, without the one that it cuts.
void readRows(RowParser& parser, const Start& from, ImportPlan& plan) {
    std::string_view start = from.text;
    ParsedRow row;
    while (plan.rows.size() < guessedRows) {
        parser.next(start, from.continues, row);
        if (row.kind == ParsedRow::Kind::End || row.kind == ParsedRow::Kind::NeedMore) break;
        if (row.kind == ParsedRow::Kind::Row && isValidUtf8(start.substr(0, row.bytes))) {
            plan.rows.emplace_back(row.cells.begin(), row.cells.end());
            plan.lines.push_back(row.line);
        }
        start.remove_prefix(row.bytes);
    }
}

void planDelimited(const Start& start, ImportPlan& plan) {
    const DialectGuess guess = guessDialect(start.text, plan.options);
    plan.options.delimiter = guess.dialect.delimiter;
    plan.options.quote = guess.dialect.quote;
    plan.options.hasHeader = guess.hasHeader;
    DelimitedParser parser(guess.dialect, guess.columns);
    readRows(parser, start, plan);
    if (guess.hasHeader && !plan.rows.empty()) {
        plan.columns = namesFromHeader(plan.rows.front());
        plan.rows.erase(plan.rows.begin());
        plan.lines.erase(plan.lines.begin());
    } else {
        plan.columns = numberedNames(guess.columns);
    }
}

std::vector<bool> planJsonLines(const Start& start, ImportPlan& plan) {
    JsonLinesParser parser({}, NewKeys::AddColumn);
    readRows(parser, start, plan);
    plan.columns = parser.columns();
    for (std::vector<std::string>& row : plan.rows) row.resize(plan.columns.size());
    return parser.hasStrings();
}

}  // namespace

Result<std::size_t> columnNamed(const std::vector<std::string>& columns, const std::string& name, const char* option) {
    const auto found = std::find(columns.begin(), columns.end(), name);
    if (found != columns.end()) return static_cast<std::size_t>(found - columns.begin());
    std::string known;
    for (std::size_t column = 0; column < std::min<std::size_t>(columns.size(), 20); ++column)
        known += (column == 0 ? "" : ", ") + columns[column];
    return Error{ErrorCode::InvalidArgument, "there is no column \"" + name + "\"; the file has: " + known, {option, name}};
}

Result<ImportPlan> planImport(ByteSource& source, const std::string& name, const ImportOptions& options) {
    const Result<Start> start = readStart(source, options);
    if (!start) return start.error();
    ImportPlan plan;
    plan.options = options;
    plan.options.encoding = start->encoding.encoding;
    plan.encodingConfidence = start->encoding.confidence;
    const std::string suffix = extension(name);
    if (!plan.options.format) plan.options.format = guessFormat(suffix, start->text, options);

    std::vector<bool> mayBeText;
    if (*plan.options.format == TextFormat::Delimited) {
        planDelimited(*start, plan);
    } else if (*plan.options.format == TextFormat::JsonLines) {
        mayBeText = planJsonLines(*start, plan);
    } else {
        plan.columns = {"text"};
        PlainTextParser parser;
        readRows(parser, *start, plan);
    }
    mayBeText.resize(plan.columns.size(), *plan.options.format != TextFormat::JsonLines);
    plan.options.delimiter = plan.options.delimiter.value_or(',');
    plan.options.quote = plan.options.quote.value_or('"');
    plan.options.hasHeader = plan.options.hasHeader.value_or(false);

    if (plan.columns.empty()) {  // JSON Lines without one good object: the rows will say what is wrong with them
        plan.columns = {options.textColumn && !options.textColumn->empty() ? *options.textColumn : "text"};
        mayBeText = {true};
    }
    if (options.textColumn && !options.textColumn->empty()) {
        const Result<std::size_t> column = columnNamed(plan.columns, *options.textColumn, "textColumn");
        // Later lines of JSON Lines may have keys that the start has not.
        if (!column && *plan.options.format != TextFormat::JsonLines) return column.error();
        if (!column) plan.columns.push_back(*options.textColumn);
        plan.textColumn = column ? *column : plan.columns.size() - 1;
    } else if (!options.textColumn) {
        for (std::size_t column = 0; column < plan.columns.size(); ++column) {
            const auto& others = options.otherColumns;
            if (std::find(others.begin(), others.end(), plan.columns[column]) != others.end()) mayBeText[column] = false;
        }
        plan.textColumn = guessTextColumn(plan.columns, plan.rows, mayBeText);
    }
    if (!options.idColumn) {
        plan.idColumn = guessIdColumn(plan.columns, plan.rows, plan.textColumn.value_or(plan.columns.size()));
    } else if (!options.idColumn->empty()) {
        const Result<std::size_t> column = columnNamed(plan.columns, *options.idColumn, "idColumn");
        if (!column && *plan.options.format != TextFormat::JsonLines) return column.error();
        if (!column) plan.columns.push_back(*options.idColumn);
        plan.idColumn = column ? *column : plan.columns.size() - 1;
    }
    plan.options.textColumn = plan.textColumn ? plan.columns[*plan.textColumn] : std::string();
    plan.options.idColumn = plan.idColumn ? plan.columns[*plan.idColumn] : std::string();
    return plan;
}

std::unique_ptr<RowParser> parserFor(const ImportPlan& plan) {
    if (*plan.options.format == TextFormat::PlainText) return std::make_unique<PlainTextParser>();
    if (*plan.options.format == TextFormat::Delimited) {
        return std::make_unique<DelimitedParser>(Dialect{*plan.options.delimiter, *plan.options.quote}, plan.columns.size());
    }
    auto parser = std::make_unique<JsonLinesParser>(plan.columns, NewKeys::KeepApart);
    if (plan.textColumn) parser->requireText(*plan.textColumn, plan.options.emptyTexts);
    return parser;
}

}  // namespace labelwright
