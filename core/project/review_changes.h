#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/project/history.h"

namespace labelwright {

/// Reviews of rows before and after a step, small on disk however many rows it is about: different reviews once, as JSON, and for each row
/// three numbers of 4 bytes, little-endian: row, its review before, its review after. Rows ascend.
struct PackedChanges {
    std::string values;           ///< JSON array
    std::vector<std::byte> rows;  ///< [rows, 3]
};

PackedChanges packed(const StoredStep& step);
/// Into `step`, rows and reviews. FileMalformed: what was read is nothing of packed().
Result<void> unpack(std::string_view values, std::span<const std::byte> rows, StoredStep& step);
/// The review of one row before and after the step, without unpacking the others; nothing if the step is not about it.
Result<std::optional<std::pair<Review, Review>>> changeOf(std::string_view values, std::span<const std::byte> rows, std::uint32_t row);

}  // namespace labelwright
