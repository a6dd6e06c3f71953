#include "core/io/import_plan.h"

#include <algorithm>

#include "core/base/utf8.h"
#include "core/io/delimited_parser.h"
#include "core/io/dialect_guess.h"
#include "core/io/encoding_guess.h"
#include "core/io/fast_text_parser.h"
#include "core/io/file_formats.h"

namespace labelwright {
namespace {

constexpr std::size_t startBytes = std::size_t{256} << 10U;

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

/// One array, or one object a line.
JsonFraming framingOf(std::string_view start) {
    const std::size_t first = start.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && start[first] == '[' ? JsonFraming::Array : JsonFraming::Lines;
}

/// The first record, if it is a JSON object; else empty.
std::string_view firstRecord(std::string_view start) {
    JsonParser parser({}, NewKeys::AddColumn, framingOf(start));
    ParsedRow row;
    std::string_view record;
    do {
        start.remove_prefix(row.bytes);
        parser.next(start, Continues::No, row);
        record = start.substr(0, row.bytes);
    } while (row.kind == ParsedRow::Kind::Skipped);
    return row.kind == ParsedRow::Kind::Row ? record : std::string_view();
}

/// Whose records have the text at the top, so that all their keys can be columns.
bool isFlat(TextFormat format) { return format == TextFormat::Doccano || format == TextFormat::Prodigy || format == TextFormat::Spacy; }

TextFormat jsonFormat(std::string_view start, const ImportOptions& options) {
    const auto known = formatOfRecords(guessRecordFormat(firstRecord(start)));
    const bool columnsStay = options.labelColumn == "";
    if (known && !(columnsStay && isFlat(*known))) return *known;
    return framingOf(start) == JsonFraming::Array ? TextFormat::JsonArray : TextFormat::JsonLines;
}

/// By the extension; where that says little, by the content. Prose has commas too: only tabs, or a header with usual names, make it a
/// table.
TextFormat guessFormat(const std::string& suffix, std::string_view start, const ImportOptions& options) {
    if (oneOf(suffix, {".csv", ".tsv", ".tab"})) return TextFormat::Delimited;
    if (oneOf(suffix, {".jsonl", ".ndjson", ".json", ".jsonlines"})) return jsonFormat(start, options);
    if (start.starts_with(fastTextPrefix)) return TextFormat::FastText;
    if (!firstRecord(start).empty()) return jsonFormat(start, options);
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
    takeHeader(plan, guess.columns);
}

std::vector<bool> planJson(const Start& start, ImportPlan& plan) {
    plan.framing = framingOf(start.text);
    const std::unique_ptr<JsonParser> parser = columnFinder(plan);
    readRows(*parser, start, plan);
    plan.columns = parser->columns();
    for (std::vector<std::string>& row : plan.rows) row.resize(plan.columns.size());
    return parser->hasStrings();
}

Result<std::size_t> columnNamed(const std::vector<std::string>& columns, const std::string& name, const char* option) {
    const auto found = std::find(columns.begin(), columns.end(), name);
    if (found != columns.end()) return static_cast<std::size_t>(found - columns.begin());
    std::string known;
    for (std::size_t column = 0; column < std::min<std::size_t>(columns.size(), 20); ++column)
        known += (column == 0 ? "" : ", ") + columns[column];
    return Error{ErrorCode::InvalidArgument, "there is no column \"" + name + "\"; the file has: " + known, {option, name}};
}

}  // namespace

bool ImportPlan::headerComes() const {
    return (*options.format == TextFormat::Delimited || *options.format == TextFormat::Workbook) && *options.hasHeader;
}

bool ImportPlan::isJson() const { return isJsonFormat(*options.format); }

Result<ImportPlan> planImport(ByteSource& source, const std::string& name, const ImportOptions& options) {
    const Result<Start> start = readStart(source, options);
    if (!start) return start.error();
    ImportPlan plan;
    plan.asked = options;
    plan.options = options;
    plan.options.encoding = start->encoding.encoding;
    plan.encodingConfidence = start->encoding.confidence;
    if (!plan.options.format) plan.options.format = guessFormat(extension(name), start->text, options);

    if (plan.isJson()) {
        std::vector<bool> mayBeText = planJson(*start, plan);
        if (plan.columns.empty()) {  // without one good object: the rows will say what is wrong with them
            plan.columns = {options.textColumn && !options.textColumn->empty() ? *options.textColumn : "text"};
            mayBeText = {true};
        }
        return chosenColumns(std::move(plan), std::move(mayBeText));
    }
    if (*plan.options.format == TextFormat::Delimited) {
        planDelimited(*start, plan);
    } else {
        plan.columns = {"text"};
        if (*plan.options.format == TextFormat::FastText) plan.columns.emplace_back(humanLabelsColumn);
        readRows(*parserFor(plan), *start, plan);
    }
    return chosenColumns(std::move(plan), {});
}

void takeHeader(ImportPlan& plan, std::size_t columns) {
    if (!*plan.options.hasHeader || plan.rows.empty()) {
        plan.columns = numberedNames(columns);
        return;
    }
    plan.columns = namesFromHeader(plan.rows.front());
    plan.rows.erase(plan.rows.begin());
    plan.lines.erase(plan.lines.begin());
}

Result<ImportPlan> chosenColumns(ImportPlan plan, std::vector<bool> mayBeText) {
    const ImportOptions& asked = plan.asked;
    mayBeText.resize(plan.columns.size(), !plan.isJson());
    plan.options.delimiter = plan.options.delimiter.value_or(',');
    plan.options.quote = plan.options.quote.value_or('"');
    plan.options.hasHeader = plan.options.hasHeader.value_or(false);
    // Later records of JSON may have keys that the start has not.
    if (plan.isJson()) {
        for (const auto& name : {asked.textColumn, asked.idColumn, asked.labelColumn}) {
            const bool known = !name || name->empty() || std::find(plan.columns.begin(), plan.columns.end(), *name) != plan.columns.end();
            if (!known) plan.columns.push_back(*name);
        }
        mayBeText.resize(plan.columns.size());
    }

    plan.answers = answerColumns(plan.columns, asked);
    if (asked.textColumn) {
        plan.options.textColumn = *asked.textColumn;
    } else {
        for (std::size_t column = 0; column < plan.columns.size(); ++column) {
            const auto& others = asked.otherColumns;
            if (std::find(others.begin(), others.end(), plan.columns[column]) != others.end()) mayBeText[column] = false;
            if (plan.answers && plan.answers->uses(column)) mayBeText[column] = false;
        }
        plan.options.textColumn = plan.columns[guessTextColumn(plan.columns, plan.rows, mayBeText)];
    }
    if (!asked.idColumn) {
        const auto text = std::find(plan.columns.begin(), plan.columns.end(), *plan.options.textColumn) - plan.columns.begin();
        const auto id = guessIdColumn(plan.columns, plan.rows, static_cast<std::size_t>(text));
        plan.options.idColumn = id ? plan.columns[*id] : std::string();
    }
    if (auto placed = placeColumns(plan); !placed) return placed.error();
    return plan;
}

Result<void> placeColumns(ImportPlan& plan) {
    plan.textColumn.reset();
    plan.idColumn.reset();
    if (!plan.options.textColumn->empty()) {
        const Result<std::size_t> text = columnNamed(plan.columns, *plan.options.textColumn, "textColumn");
        if (!text) return text.error();
        plan.textColumn = *text;
    }
    if (!plan.options.idColumn->empty()) {
        const Result<std::size_t> id = columnNamed(plan.columns, *plan.options.idColumn, "idColumn");
        if (!id) return id.error();
        plan.idColumn = *id;
    }
    const bool wanted = plan.asked.labelColumn && !plan.asked.labelColumn->empty();
    if (wanted) {
        if (auto labels = columnNamed(plan.columns, *plan.asked.labelColumn, "labelColumn"); !labels) return labels.error();
    }
    plan.answers = answerColumns(plan.columns, plan.asked);
    if (plan.answers && (plan.answers->labels == plan.textColumn || plan.answers->labels == plan.idColumn)) plan.answers.reset();
    plan.options.labelColumn = plan.answers ? plan.columns[plan.answers->labels] : std::string();
    plan.options.labelSeparator = plan.asked.labelSeparator.value_or('|');
    return {};
}

std::unique_ptr<JsonParser> columnFinder(const ImportPlan& plan) {
    return std::make_unique<JsonParser>(std::vector<std::string>(), NewKeys::AddColumn, plan.framing, recordFormatOf(*plan.options.format));
}

std::unique_ptr<RowParser> parserFor(const ImportPlan& plan) {
    const TextFormat format = *plan.options.format;
    if (format == TextFormat::PlainText) return std::make_unique<PlainTextParser>();
    if (format == TextFormat::FastText) return std::make_unique<FastTextParser>();
    if (format == TextFormat::Delimited)
        return std::make_unique<DelimitedParser>(Dialect{*plan.options.delimiter, *plan.options.quote}, plan.columns.size());
    auto parser = std::make_unique<JsonParser>(plan.columns, NewKeys::KeepApart, plan.framing, recordFormatOf(format));
    if (plan.textColumn) parser->requireText(*plan.textColumn, plan.options.emptyTexts);
    return parser;
}

}  // namespace labelwright
