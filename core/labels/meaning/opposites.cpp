#include "core/labels/meaning/opposites.h"

#include <algorithm>
#include <optional>

#include "core/base/utf8.h"
#include "core/labels/meaning/name_units.h"
#include "core/labels/meaning/negation.h"
#include "core/labels/meaning/word_lists.h"
#include "core/labels/meaning/word_sides.h"

namespace labelwright {
namespace {

using Units = std::span<const std::string>;
using Found = std::optional<OppositionFound>;

const WordSides& antonyms() {
    static const WordSides words{oppositesZhList(), oppositesEnList()};
    return words;
}

const WordSides& contrasts() {
    static const WordSides words{contrastsZhList(), contrastsEnList(), headsZhList(), headsEnList()};
    return words;
}

const WordSides& heads() {
    static const WordSides words{headsZhList(), headsEnList()};
    return words;
}

/// Words of two or more characters, and English words, of `units` that stand in the list.
std::vector<std::string> listedWords(Units units, const WordSides& list) {
    std::vector<std::string> words;
    for (std::size_t begin = 0; begin < units.size(); ++begin) {
        for (std::size_t count = 1; count <= std::min(list.longest(), units.size() - begin); ++count) {
            if (count == 1 && containsCjk(units[begin])) continue;
            std::string word = phrase(units.subspan(begin, count));
            if (list.contains(word)) words.push_back(std::move(word));
        }
    }
    return words;
}

/// Two-character words and longer clash wherever they stand, unless both names hold them.
Found clashingWords(Units left, Units right) {
    const auto ofLeft = listedWords(left, antonyms());
    const auto ofRight = listedWords(right, antonyms());
    const auto holds = [](const std::vector<std::string>& words, const std::string& word) {
        return std::find(words.begin(), words.end(), word) != words.end();
    };
    for (const std::string& l : ofLeft) {
        for (const std::string& r : ofRight) {
            if (antonyms().exclude(l, r) && !holds(ofRight, l) && !holds(ofLeft, r)) return OppositionFound{Opposition::Antonyms, l, r};
        }
    }
    return std::nullopt;
}

/// Single characters clash where they stand at the same place: 快 in 物流快 / 物流慢, 远 in 远古 / 近代.
Found clashingCharacters(const NameDifference& difference) {
    const Units left = difference.left;
    const Units right = difference.right;
    const std::size_t shorter = std::min(left.size(), right.size());
    const auto clash = [&](std::size_t l, std::size_t r) -> Found {
        if (!antonyms().exclude(left[l], right[r])) return std::nullopt;
        return OppositionFound{Opposition::Antonyms, left[l], right[r]};
    };
    if (shorter == 0) return std::nullopt;
    if (left.size() == right.size()) {
        for (std::size_t i = 0; i < shorter; ++i) {
            if (auto found = clash(i, i)) return found;
        }
        return std::nullopt;
    }
    if (auto found = clash(0, 0)) return found;
    return clash(left.size() - 1, right.size() - 1);
}

Found clashingAntonyms(Units left, Units right) {
    const NameDifference difference = differenceOf(left, right);
    const std::string l = phrase(difference.left);
    const std::string r = phrase(difference.right);
    if (antonyms().exclude(l, r)) return OppositionFound{Opposition::Antonyms, l, r};
    if (auto found = clashingWords(left, right)) return found;
    return clashingCharacters(difference);
}

bool holds(Units whole, Units part) {
    return !part.empty() && std::search(whole.begin(), whole.end(), part.begin(), part.end()) != whole.end();
}

/// Whether two names without their negations speak of one thing: equal, one inside the other, or a beginning or end of half the shorter.
bool shareMost(Units left, Units right) {
    if (left.empty() || right.empty()) return false;
    if (holds(left, right) || holds(right, left)) return true;
    const NameDifference difference = differenceOf(left, right);
    return 2 * (difference.prefix + difference.suffix) >= std::min(left.size(), right.size()) && difference.prefix + difference.suffix >= 2;
}

/// The longest listed word at the end of the units.
std::string headOf(Units units, const WordSides& list) {
    for (std::size_t count = std::min(list.longest(), units.size()); count > 0; --count) {
        if (count == 1 && units.size() > 1 && containsCjk(units.back())) break;
        std::string word = phrase(units.last(count));
        if (list.contains(word)) return word;
    }
    return {};
}

Found differentHead(Units left, Units right) {
    const NameDifference difference = differenceOf(left, right);
    if (difference.left.empty() || difference.right.empty()) {
        const Units added = difference.left.empty() ? difference.right : difference.left;
        const bool atEnd = difference.suffix == 0 && difference.prefix > 0;
        const std::string word = phrase(added);
        if (!atEnd || !heads().contains(word)) return std::nullopt;
        return difference.left.empty() ? OppositionFound{Opposition::DifferentHead, {}, word}
                                       : OppositionFound{Opposition::DifferentHead, word, {}};
    }
    const bool sharesStem = difference.prefix + difference.suffix > 0;
    const std::string l = headOf(sharesStem ? difference.left : left, sharesStem ? contrasts() : heads());
    const std::string r = headOf(sharesStem ? difference.right : right, sharesStem ? contrasts() : heads());
    if (l.empty() || r.empty() || !contrasts().exclude(l, r)) return std::nullopt;
    return OppositionFound{Opposition::DifferentHead, l, r};
}

Found affixNegation(const NameDifference& difference) {
    if (difference.left.size() != 1 || difference.right.size() != 1) return std::nullopt;
    const std::string& l = difference.left.front();
    const std::string& r = difference.right.front();
    if (!negatedByAffix(l, r)) return std::nullopt;
    return OppositionFound{Opposition::Negation, l, r};
}

}  // namespace

OppositionFound opposition(std::string_view leftName, std::string_view rightName) {
    const NameUnits left = nameUnits(leftName);
    const NameUnits right = nameUnits(rightName);
    if (left == right) return {};
    const Unnegated plainLeft = withoutNegation(left);
    const Unnegated plainRight = withoutNegation(right);
    const Found antonyms = clashingAntonyms(plainLeft.units, plainRight.units);
    if (plainLeft.count % 2 != plainRight.count % 2) {
        if (auto found = clashingAntonyms(left, right); found && !antonyms) return *found;  // 已付款 / 未付款
        if (!antonyms && shareMost(plainLeft.units, plainRight.units)) return {Opposition::Negation, plainLeft.word, plainRight.word};
        return {};
    }
    if (auto found = affixNegation(differenceOf(left, right))) return *found;
    if (antonyms) return *antonyms;
    if (auto found = differentHead(left, right)) return *found;
    return {};
}

}  // namespace labelwright
