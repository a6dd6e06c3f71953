#pragma once

#include <cstdint>
#include <vector>

#include "app/cli/commands/evaluation/table_column.h"

namespace labelwright::cli {

/// The rows of one table by the ids of another.
struct RowMatch {
    static constexpr std::uint32_t none = 0xffffffffU;

    std::vector<std::uint32_t> rowOf;  ///< for each row of the first table the row of the second with its id, or none
    std::uint64_t unmatched = 0;       ///< rows of the second table whose id the first has not
};

/// An id that stands twice in the second table is FileMalformed, no common id InvalidArgument. Warns on standard error where rows of the
/// second table are only numbered and their texts (columns "text") are others. `option` named the second file.
Result<RowMatch> matchRows(const Table& first, const Table& second, const char* option);
/// Each row with itself.
RowMatch sameRows(const Table& table);

}  // namespace labelwright::cli
