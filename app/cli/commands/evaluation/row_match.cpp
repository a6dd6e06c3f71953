#include "app/cli/commands/evaluation/row_match.h"

#include <iostream>
#include <numeric>
#include <string_view>
#include <unordered_map>

#include "app/cli/commands/console.h"

namespace labelwright::cli {
namespace {

using RowById = std::unordered_map<std::string_view, std::uint32_t>;

Result<RowById> rowsById(const Table& table, const char* option) {
    RowById rows;
    rows.reserve(table.dataset->size());
    for (std::uint32_t row = 0; row < table.dataset->size(); ++row) {
        const auto [entry, isNew] = rows.emplace((*table.dataset)[row].id, row);
        if (isNew) continue;
        return Error{ErrorCode::FileMalformed,
                     std::string(option) + ": " + table.file + ", line " + std::to_string(table.dataset->sourceLine(row)) + ": the id \"" +
                         std::string(entry->first) + "\" stands twice; name a column that differs in every row with --id",
                     {table.file, "line " + std::to_string(table.dataset->sourceLine(row)), "doubled id"}};
    }
    return rows;
}

/// A column "id" that is there and not used would leave rows to be matched by their numbers.
Result<void> checkIds(const Table& table) {
    if (table.hasIds() || !TableColumn::find(table, "id")) return {};
    return Error{ErrorCode::FileMalformed,
                 table.file +
                     ": a cell of the column \"id\" is empty or stands twice, so that rows cannot be found by it; name another "
                     "column with --id",
                 {table.file, "id", "empty or doubled"}};
}

/// Row numbers say little: a row more or less in one file shifts all that follow.
void warnOfOtherTexts(const Table& first, const Table& second, const RowMatch& match) {
    const auto texts = TableColumn::find(first, "text");
    const auto otherTexts = TableColumn::find(second, "text");
    if (second.hasIds() || !texts || !otherTexts) return;
    std::uint64_t others = 0;
    for (std::size_t row = 0; row < match.rowOf.size(); ++row) {
        if (match.rowOf[row] != RowMatch::none && (*texts)[row] != (*otherTexts)[match.rowOf[row]]) ++others;
    }
    if (others == 0) return;
    std::cerr << "warning: " << second.file << " has no ids, so that its rows are numbered, and " << groupedNumber(others)
              << " of its texts are others than those of " << first.file << ": are the rows the same?\n";
}

}  // namespace

Result<RowMatch> matchRows(const Table& first, const Table& second, const char* option) {
    for (const Table* table : {&first, &second}) {
        if (auto checked = checkIds(*table); !checked) return checked.error();
    }
    const auto rows = rowsById(second, option);
    if (!rows) return rows.error();
    RowMatch match;
    std::vector<bool> used(second.dataset->size(), false);
    std::uint64_t matched = 0;
    for (const TextRecord& record : first.dataset->records()) {
        const auto found = rows->find(record.id);
        match.rowOf.push_back(found == rows->end() ? RowMatch::none : found->second);
        if (found == rows->end() || used[found->second]) continue;
        used[found->second] = true;
        ++matched;
    }
    match.unmatched = second.dataset->size() - matched;
    if (matched == 0) {
        return Error{ErrorCode::InvalidArgument,
                     std::string(option) + ": " + second.file + " and " + first.file +
                         " have no id in common; name the column of the ids, which both need, with --id",
                     {option, second.file}};
    }
    warnOfOtherTexts(first, second, match);
    return match;
}

RowMatch sameRows(const Table& table) {
    RowMatch match;
    match.rowOf.resize(table.dataset->size());
    std::iota(match.rowOf.begin(), match.rowOf.end(), 0U);
    return match;
}

}  // namespace labelwright::cli
