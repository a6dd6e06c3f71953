#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "app/cli/commands/commands.h"
#include "app/cli/commands/exit_code.h"
#include "app/cli/commands/interrupt.h"
#include "app/cli/commands/named_files.h"
#include "app/cli/commands/option_values.h"
#include "app/cli/commands/text_input.h"
#include "app/shared/composition.h"
#include "core/io/atomic_file.h"
#include "core/tokenizer/wordpiece_tokenizer.h"

namespace labelwright::cli {
namespace {

struct TokenizeOptions {
    std::string input;
    std::string model;
    std::optional<std::string> textColumn;
    std::optional<std::string> pairColumn;
    std::optional<std::string> output;
    std::uint32_t maxLength = 0;
    TruncationStrategy strategy = TruncationStrategy::LongestFirst;
};

Result<std::filesystem::path> folderOf(const std::string& model, const Places& places) {
    std::error_code ignored;
    if (std::filesystem::is_directory(model, ignored)) return std::filesystem::path(model);
    std::string ids;
    for (const ModelEntry& entry : findModels(catalogRoots(places, readModelFolders(places)))) {
        if (entry.id == model || entry.name == model) return entry.folder;
        ids += (ids.empty() ? "" : ", ") + entry.id;
    }
    return Error{
        ErrorCode::ModelUnknown, "no model is called \"" + model + "\" and no such folder exists; there are: " + ids, {model, ids}};
}

/// Index of the column among the extra ones.
Result<std::optional<std::size_t>> pairColumnOf(const Dataset& dataset, const TokenizeOptions& options) {
    if (!options.pairColumn) return std::optional<std::size_t>();
    const auto names = dataset.extraColumns();
    const auto found = std::find(names.begin(), names.end(), *options.pairColumn);
    if (found != names.end()) return std::optional(static_cast<std::size_t>(found - names.begin()));
    std::string others;
    for (const std::string& name : names) others += (others.empty() ? "; it has: " : ", ") + name;
    return Error{ErrorCode::InvalidArgument,
                 "--pair-column: " + options.input + " has no column \"" + *options.pairColumn + "\" beside that of the text, \"" +
                     dataset.source().textColumn + "\"" + others,
                 {"pair-column", *options.pairColumn}};
}

Result<void> checkMaxLength(const TokenizeOptions& options) {
    const std::uint32_t special = options.pairColumn ? WordPieceTokenizer::specialTokensPair : WordPieceTokenizer::specialTokensSingle;
    if (options.maxLength == 0 || options.maxLength >= special) return {};
    return Error{
        ErrorCode::InvalidArgument,
        "--max-length: " + std::to_string(options.maxLength) + " leaves no room for the " + std::to_string(special) + " special tokens",
        {"max-length", std::to_string(options.maxLength)}};
}

/// A pair that the strategy cannot shorten enough is a row's problem, not the file's.
std::string lineOf(const Result<Encoding>& encoding) {
    using Json = nlohmann::ordered_json;
    const Json json = encoding ? Json{{"ids", encoding->ids}, {"typeIds", encoding->typeIds}, {"truncated", encoding->truncated()}}
                               : Json{{"error", encoding.error().detail}};
    return json.dump() + '\n';
}

/// Passes each line to `write`.
template <typename Write>
Result<void> encodeAll(const WordPieceTokenizer& tokenizer, const Dataset& dataset, const TokenizeOptions& options, Write write) {
    const auto pair = pairColumnOf(dataset, options);
    if (!pair) return pair.error();
    std::size_t failed = 0;
    for (std::size_t row = 0; row < dataset.size(); ++row) {
        if (interrupted()) return Error{ErrorCode::Cancelled, "interrupted before the end", {}};
        const std::string_view text = dataset[row].text;
        const auto encoding = *pair ? tokenizer.encodePair(text, dataset.extra(row, **pair), options.maxLength, options.strategy)
                                    : tokenizer.encode(text, options.maxLength);
        failed += encoding ? 0 : 1;
        if (auto written = write(lineOf(encoding)); !written) return written;
    }
    if (failed > 0) std::cerr << "warning: " << failed << " of the texts could not be shortened as asked; their lines hold \"error\"\n";
    return {};
}

Result<void> encodeInto(const std::filesystem::path& file, const WordPieceTokenizer& tokenizer, const Dataset& dataset,
                        const TokenizeOptions& options) {
    auto out = AtomicFile::create(file);
    if (!out) return out.error();
    std::string buffer;
    auto encoded = encodeAll(tokenizer, dataset, options, [&](const std::string& line) {
        buffer += line;
        return out->drain(buffer, AtomicFile::bufferBytes);
    });
    if (!encoded) return encoded;
    if (auto written = out->drain(buffer, 0); !written) return written;
    return out->commit();
}

Result<void> tokenize(const TokenizeOptions& options) {
    if (options.output) {
        const NamedFile output{"--output", *options.output};
        if (auto distinct = checkDistinct({{"INPUT", options.input}, output}); !distinct) return distinct;
        if (auto writable = checkWritable(output); !writable) return writable;
    }
    std::stop_source stop;
    const InterruptGuard guard([&stop] { stop.request_stop(); });
    const auto folder = folderOf(options.model, findPlaces());
    if (!folder) return folder.error();
    const auto tokenizer = WordPieceTokenizer::load(*folder);
    if (!tokenizer) return modelError(tokenizer.error());
    if (auto valid = checkMaxLength(options); !valid) return valid;
    const ImportSource source{std::filesystem::path(options.input), {}};
    ImportOptions importOptions = inputOptions(options.textColumn);
    importOptions.idColumn = "";  // ids are not printed, so that even such a column may be the second sequence
    if (options.pairColumn) importOptions.otherColumns = {*options.pairColumn};
    const auto imported = importTexts(source, importOptions, stop.get_token());
    if (!imported) return inputError(imported.error(), options.input);
    printImportWarnings(*imported, Ids::Unused);
    if (options.output) return encodeInto(*options.output, *tokenizer, *imported->dataset, options);
    return encodeAll(*tokenizer, *imported->dataset, options, [](const std::string& line) -> Result<void> {
        if (std::cout << line) return {};
        return Error{ErrorCode::FileUnwritable, "cannot write to standard output", {"standard output", "write failed"}};
    });
}

}  // namespace

void addTokenizeCommand(CLI::App& program, int& exitCode) {
    const auto options = std::make_shared<TokenizeOptions>();
    CLI::App* command =
        program.add_subcommand("tokenize", "Print the token ids a model reads, one JSON object a text: ids, typeIds, truncated");
    command->add_option("INPUT", options->input, "CSV, TSV, JSONL or text file; format, encoding and delimiter are found")
        ->type_name("")
        ->required();
    command->add_option("--model", options->model, "An id of `models`, or a folder")->type_name("ID|FOLDER")->required()->check(notEmpty());
    command->add_option("--text-column", options->textColumn, "Column that holds the text (default: found)")
        ->type_name("NAME")
        ->check(notEmpty());
    command->add_option("--pair-column", options->pairColumn, "Column that holds the second sequence")
        ->type_name("NAME")
        ->check(notEmpty());
    command->add_option("--output", options->output, "File to write instead of standard output")->type_name("FILE")->check(notEmpty());
    command->add_option("--max-length", options->maxLength, "Longest sequence, special tokens included (default: no truncation)")
        ->type_name("N");
    addChoice(*command, "--truncation", options->strategy,
              {{"longest_first", TruncationStrategy::LongestFirst},
               {"only_first", TruncationStrategy::OnlyFirst},
               {"only_second", TruncationStrategy::OnlySecond}},
              "Which of a pair is shortened (default longest_first)");
    command->callback([options, &exitCode] {
        blockInterrupts();
        const auto done = tokenize(*options);
        exitCode = done ? 0 : reportError(done.error());
    });
}

}  // namespace labelwright::cli
