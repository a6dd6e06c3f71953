#include "core/labels/meaning/name_units.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

#include "core/base/utf8.h"
#include "core/labels/label_list.h"

namespace labelwright {
namespace {

bool isOfWord(UChar32 c) { return c == '\'' || c == 0x2019 || u_isalnum(c) != 0 || u_charType(c) == U_NON_SPACING_MARK; }

bool isWord(std::string_view unit) { return !containsCjk(unit); }

}  // namespace

NameUnits nameUnits(std::string_view name) {
    const std::string folded = foldedName(name);
    NameUnits units;
    bool insideWord = false;
    const auto length = static_cast<std::int64_t>(folded.size());
    for (std::int64_t at = 0; at < length;) {
        const std::int64_t begin = at;
        UChar32 c = 0;
        U8_NEXT(reinterpret_cast<const std::uint8_t*>(folded.data()), at, length, c);
        const std::string_view character =
            std::string_view(folded).substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(at - begin));
        const bool cjk = containsCjk(character);
        const bool ofWord = !cjk && c >= 0 && isOfWord(c);
        if (cjk || (ofWord && !insideWord)) units.emplace_back(character);
        else if (ofWord) units.back() += character;
        insideWord = ofWord;
    }
    return units;
}

std::string phrase(std::span<const std::string> units) {
    std::string joined;
    for (std::size_t i = 0; i < units.size(); ++i) {
        if (i > 0 && isWord(units[i]) && isWord(units[i - 1])) joined += '_';
        joined += units[i];
    }
    return joined;
}

NameDifference differenceOf(std::span<const std::string> left, std::span<const std::string> right) {
    const std::size_t shorter = std::min(left.size(), right.size());
    NameDifference difference;
    while (difference.prefix < shorter && left[difference.prefix] == right[difference.prefix]) ++difference.prefix;
    const std::size_t rest = shorter - difference.prefix;
    while (difference.suffix < rest && left[left.size() - 1 - difference.suffix] == right[right.size() - 1 - difference.suffix])
        ++difference.suffix;
    difference.left = left.subspan(difference.prefix, left.size() - difference.prefix - difference.suffix);
    difference.right = right.subspan(difference.prefix, right.size() - difference.prefix - difference.suffix);
    return difference;
}

}  // namespace labelwright
