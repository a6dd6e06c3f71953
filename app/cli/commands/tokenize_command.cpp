#include <CLI/CLI.hpp>
#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>

#include "app/cli/commands/commands.h"
#include "app/cli/commands/engine_wait.h"
#include "app/cli/commands/exit_code.h"
#include "app/shared/composition.h"
#include "core/tokenizer/wordpiece_tokenizer.h"

namespace labelwright::cli {
namespace {

struct TokenizeOptions {
    std::string input;
    std::string model;
    std::string textColumn;
    std::string pairColumn;
    std::string output;
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

Result<void> tokenize(const TokenizeOptions& options) {
    const Places places = findPlaces();
    const auto folder = folderOf(options.model, places);
    if (!folder) return folder.error();
    const auto tokenizer = WordPieceTokenizer::load(*folder);
    if (!tokenizer) return tokenizer.error();
    ImportOptions importOptions;
    importOptions.emptyTexts = EmptyTexts::Keep;
    if (!options.textColumn.empty()) importOptions.textColumn = options.textColumn;
    const auto imported = importTexts(ImportSource{std::filesystem::path(options.input), {}}, importOptions);
    if (!imported) return imported.error();
    for (const RejectedRow& row : imported->rejected)
        std::cerr << "warning: line " << row.line << " rejected: " << rejectReasonName(row.reason) << ", " << row.detail << '\n';

    const Dataset& dataset = *imported->dataset;
    const auto names = dataset.extraColumns();
    const auto pair = std::find(names.begin(), names.end(), options.pairColumn);
    if (!options.pairColumn.empty() && pair == names.end()) {
        return Error{
            ErrorCode::InvalidArgument, "the input has no column \"" + options.pairColumn + "\"", {"pair-column", options.pairColumn}};
    }
    std::ofstream file;
    if (!options.output.empty()) file.open(options.output, std::ios::trunc);
    std::ostream& out = options.output.empty() ? std::cout : file;
    for (std::size_t row = 0; row < dataset.size(); ++row) {
        const auto encoding =
            options.pairColumn.empty()
                ? tokenizer->encode(dataset[row].text, options.maxLength)
                : tokenizer->encodePair(dataset[row].text, dataset.extra(row, static_cast<std::size_t>(pair - names.begin())),
                                        options.maxLength, options.strategy);
        // A pair that the strategy cannot shorten enough is a row's problem, not the file's.
        if (encoding)
            out << nlohmann::ordered_json{{"ids", encoding->ids}, {"typeIds", encoding->typeIds}, {"truncated", encoding->truncated()}}
                       .dump()
                << '\n';
        else out << nlohmann::ordered_json{{"error", encoding.error().detail}}.dump() << '\n';
    }
    if (!out.flush()) return Error{ErrorCode::FileUnwritable, "cannot write " + options.output, {options.output, "write failed"}};
    return {};
}

}  // namespace

void addTokenizeCommand(CLI::App& program, int& exitCode) {
    const auto options = std::make_shared<TokenizeOptions>();
    CLI::App* command = program.add_subcommand("tokenize", "Print the token ids a model reads, one JSON object a text");
    command->add_option("INPUT", options->input, "File of texts")->required();
    command->add_option("--model", options->model, "An id of `models`, or a folder")->required();
    command->add_option("--text-column", options->textColumn, "Column that holds the text (default: found)");
    command->add_option("--pair-column", options->pairColumn, "Column that holds the second sequence");
    command->add_option("--output", options->output, "File to write instead of standard output");
    command->add_option("--max-length", options->maxLength, "Longest sequence, special tokens included (default: no truncation)");
    const std::map<std::string, TruncationStrategy> strategies{{"longest_first", TruncationStrategy::LongestFirst},
                                                               {"only_first", TruncationStrategy::OnlyFirst},
                                                               {"only_second", TruncationStrategy::OnlySecond}};
    command->add_option("--truncation", options->strategy, "longest_first, only_first, only_second")
        ->transform(CLI::CheckedTransformer(strategies));
    command->callback([options, &exitCode] {
        const auto done = tokenize(*options);
        exitCode = done ? 0 : reportError(done.error());
    });
}

}  // namespace labelwright::cli
