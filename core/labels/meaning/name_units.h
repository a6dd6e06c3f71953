#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace labelwright {

/// What a name is made of, for comparisons: each Chinese, Japanese or Korean character, and each word of other scripts (letters, digits,
/// apostrophes), folded (foldedName); punctuation and spaces separate and are dropped.
using NameUnits = std::vector<std::string>;

NameUnits nameUnits(std::string_view name);

/// The units put together again: characters side by side, words with "_" between them (as the word lists write phrases).
std::string phrase(std::span<const std::string> units);

/// What two names do not share once the common beginning and the common end are taken off.
struct NameDifference {
    std::size_t prefix = 0;  ///< units in common at the beginning
    std::size_t suffix = 0;  ///< … and at the end
    std::span<const std::string> left, right;
};
/// Borrows the units.
NameDifference differenceOf(std::span<const std::string> left, std::span<const std::string> right);

}  // namespace labelwright
