#include "app/cli/commands/evaluation/table_column.h"

#include <algorithm>
#include <iostream>

#include "app/cli/commands/console.h"
#include "core/io/text_import.h"

namespace labelwright::cli {
namespace {

void printRejected(const std::string& file, const ImportResult& imported) {
    if (imported.rejectedCount == 0) return;
    const RejectedRow& first = imported.rejected.front();
    std::cerr << "warning: " << file << ": " << groupedNumber(imported.rejectedCount)
              << (imported.rejectedCount == 1 ? " row is rejected and does not count; line " : " rows are rejected and do not count; line ")
              << first.line << ": " << rejectReasonName(first.reason) << (first.detail.empty() ? "" : ", ") << first.detail << '\n';
}

}  // namespace

Result<Table> readTable(const std::string& file, const std::optional<std::string>& id, const std::stop_token& stop) {
    ImportOptions options;
    options.emptyTexts = EmptyTexts::Keep;
    options.hasHeader = true;
    options.textColumn = "";
    options.labelColumn = "";
    options.idColumn = id;
    auto imported = importTexts(ImportSource{std::filesystem::path(file), {}}, options, stop);
    if (!imported) {
        Error error = imported.error();
        if (error.code == ErrorCode::InvalidArgument && id) error.detail = "--id: " + file + ": " + error.detail;
        return error;
    }
    printRejected(file, *imported);
    if (imported->dataset->size() == 0) return Error{ErrorCode::FileMalformed, file + " has no rows", {file, "rows", "none"}};
    return Table{file, std::move(imported->dataset)};
}

std::optional<TableColumn> TableColumn::find(const Table& table, std::string_view name) {
    if (table.dataset->source().idColumn == name) return TableColumn(*table.dataset, std::nullopt);
    const auto extras = table.dataset->extraColumns();
    const auto found = std::find(extras.begin(), extras.end(), name);
    if (found == extras.end()) return std::nullopt;
    return TableColumn(*table.dataset, static_cast<std::size_t>(found - extras.begin()));
}

Result<TableColumn> TableColumn::named(const Table& table, const std::string& name, const char* option) {
    if (const auto found = find(table, name)) return *found;
    std::string others = table.dataset->source().idColumn.value_or("");
    for (const std::string& extra : table.dataset->extraColumns()) others += (others.empty() ? "" : ", ") + extra;
    return Error{ErrorCode::InvalidArgument,
                 std::string(option) + ": " + table.file + " has no column \"" + name + "\"; it has: " + others,
                 {option, name}};
}

std::string_view TableColumn::operator[](std::size_t row) const {
    if (!m_extra) return (*m_dataset)[row].id;
    std::string_view cell = m_dataset->extra(row, *m_extra);
    const bool guarded = cell.size() > 1 && cell[0] == '\'' && std::string_view("=+-@\t\r").find(cell[1]) != std::string_view::npos;
    if (guarded && m_dataset->source().format == "csv") cell.remove_prefix(1);
    return cell;
}

}  // namespace labelwright::cli
