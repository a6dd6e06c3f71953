#include "app/cli/commands/export_format.h"

#include <iostream>

#include "app/cli/commands/console.h"
#include "app/cli/commands/option_values.h"
#include "core/io/file_formats.h"

namespace labelwright::cli {

void addExportFormat(CLI::App& command, std::optional<ExportFormat>& format) {
    std::vector<std::pair<std::string, std::optional<ExportFormat>>> choices;
    for (const ExportFormat choice : exportFormats()) choices.emplace_back(exportFormatName(choice), choice);
    addChoice(
        command, "--format", format, std::move(choices),
        "Format of the result (default: by the name, .csv, .tsv, .xlsx or .jsonl); those for training leave texts without an answer out");
}

Result<ExportFormat> exportFormatOf(const std::optional<ExportFormat>& format, const std::string& output) {
    if (format) return *format;
    if (const auto named = exportFormatOfFile(output)) return *named;
    return Error{ErrorCode::InvalidArgument,
                 "--output: the name \"" + output + "\" must end in .csv, .tsv, .xlsx or .jsonl, which says the format; or give --format",
                 {"output", output}};
}

void printLeftOut(const ExportedRows& rows) {
    if (rows.unanswered > 0) {
        std::cerr << "warning: " << groupedNumber(rows.unanswered)
                  << (rows.unanswered == 1 ? " text has no answer and is" : " texts have no answer and are") << " not in the result\n";
    }
    if (!rows.companion.empty()) std::cerr << "note: " << rows.companion.string() << " belongs to it\n";
}

}  // namespace labelwright::cli
