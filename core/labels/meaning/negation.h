#pragma once

#include <span>
#include <string>
#include <string_view>

#include "core/labels/meaning/name_units.h"

namespace labelwright {

/// A name without its negating words.
struct Unnegated {
    NameUnits units;
    std::size_t count = 0;  ///< negating words taken out
    std::string word;       ///< the first of them
};

/// Takes out negating words (不, 未, 没有, not, no, isn't …), except inside words that negate nothing (不错, 无线, 未来).
Unnegated withoutNegation(std::span<const std::string> units);

/// Whether one of two English words is the other with a negating prefix (un-, non-, dis- …) or -less instead of -ful.
bool negatedByAffix(std::string_view left, std::string_view right);

/// Whether a word before a name calls off what it names (取消, cancel).
bool callsOff(const std::string& word);

}  // namespace labelwright
