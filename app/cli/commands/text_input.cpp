#include "app/cli/commands/text_input.h"

#include <algorithm>
#include <iostream>

#include "app/cli/commands/console.h"

namespace labelwright::cli {
namespace {

constexpr std::size_t rejectsPrinted = 10;

}  // namespace

ImportOptions inputOptions(const std::optional<std::string>& textColumn) {
    ImportOptions options;
    options.emptyTexts = EmptyTexts::Keep;
    options.textColumn = textColumn;
    options.labelColumn = "";  // every column of the input is one of the output
    return options;
}

Error inputError(Error error, const std::string& input) {
    if (error.code != ErrorCode::InvalidArgument || error.arguments.empty()) return error;
    const std::pair<const char*, const char*> options[] = {
        {"textColumn", "--text-column"}, {"labelColumn", "--label-column"}, {"sheet", "--sheet"}};
    for (const auto& [argument, option] : options) {
        if (error.arguments.front() == argument) error.detail = std::string(option) + ": " + input + ": " + error.detail;
    }
    return error;
}

void printImportWarnings(const ImportResult& imported, Ids ids) {
    const auto& columns = imported.dataset->extraColumns();
    if (ids == Ids::Kept && imported.options.idColumn == "" && std::find(columns.begin(), columns.end(), "id") != columns.end())
        std::cerr << "warning: the column \"id\" is not used as such, because a cell is empty or stands twice; rows are numbered\n";
    if (imported.rejectedCount == 0) return;
    std::cerr << "warning: " << groupedNumber(imported.rejectedCount)
              << (imported.rejectedCount == 1 ? " row of the input was rejected and has" : " rows of the input were rejected and have")
              << " no output row:\n";
    for (std::size_t i = 0; i < std::min(imported.rejected.size(), rejectsPrinted); ++i) {
        const RejectedRow& row = imported.rejected[i];
        std::cerr << "  line " << row.line << ": " << rejectReasonName(row.reason) << (row.detail.empty() ? "" : ", ") << row.detail
                  << '\n';
    }
    if (imported.rejectedCount > rejectsPrinted) std::cerr << "  …\n";
}

}  // namespace labelwright::cli
