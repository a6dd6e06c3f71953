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

/// Whether nearly every unit of the shorter is in the other, in whatever order: 修改收件信息 / 收件信息(不需要)修改了.
bool sameUnits(Units left, Units right) {
    constexpr std::size_t fewest = 4;  // fewer are shared by chance
    const Units shorter = left.size() <= right.size() ? left : right;
    const Units longer = left.size() <= right.size() ? right : left;
    if (shorter.size() < fewest) return false;
    const auto shared = std::count_if(shorter.begin(), shorter.end(), [&](const std::string& unit) {
        return std::find(longer.begin(), longer.end(), unit) != longer.end();
    });
    return 4 * static_cast<std::size_t>(shared) >= 3 * shorter.size();
}

/// Whether two names without their negations speak of one thing: equal, one inside the other, a beginning or end of half the shorter, or
/// the same units in another order.
bool shareMost(Units left, Units right) {
    if (left.empty() || right.empty()) return false;
    if (holds(left, right) || holds(right, left) || sameUnits(left, right)) return true;
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

/// Words of one set in the same place: the whole names (眼科 / 牙科), or what differs together with up to two units beside it (初中数学 /
/// 高中数学: 初 and 高 differ, 初中 and 高中 are the words).
Found contrastInPlace(Units left, Units right, const NameDifference& difference) {
    const auto exclude = [](Units l, Units r) -> Found {
        const std::string ofLeft = phrase(l);
        const std::string ofRight = phrase(r);
        if (!contrasts().exclude(ofLeft, ofRight)) return std::nullopt;
        return OppositionFound{Opposition::DifferentHead, ofLeft, ofRight};
    };
    if (difference.left.empty() || difference.right.empty()) return std::nullopt;
    constexpr std::size_t beside = 2;
    for (std::size_t before = 0; before <= std::min(beside, difference.prefix); ++before) {
        for (std::size_t after = 0; after <= std::min(beside, difference.suffix); ++after) {
            const std::size_t begin = difference.prefix - before;
            const std::size_t more = before + after;
            if (auto found =
                    exclude(left.subspan(begin, difference.left.size() + more), right.subspan(begin, difference.right.size() + more)))
                return found;
        }
    }
    return exclude(left, right);
}

/// A name and the same name called off: 关注 / 取消关注, 登录 / 退出登录.
Found calledOff(const NameDifference& difference) {
    const bool leftAdds = difference.right.empty();
    const std::string added = phrase(leftAdds ? difference.left : difference.right);
    if (difference.prefix > 0 || difference.suffix == 0 || (!leftAdds && !difference.left.empty()) || !callsOff(added)) return std::nullopt;
    return leftAdds ? OppositionFound{Opposition::Negation, added, {}} : OppositionFound{Opposition::Negation, {}, added};
}

Found differentHead(Units left, Units right) {
    const NameDifference difference = differenceOf(left, right);
    if (auto found = contrastInPlace(left, right, difference)) return found;
    if (difference.left.empty() || difference.right.empty()) {
        const Units added = difference.left.empty() ? difference.right : difference.left;
        const bool atEnd = difference.suffix == 0 && difference.prefix > 0;
        const std::string word = phrase(added);
        // An English name ends in what it is about: order / order checks.
        if (!atEnd || (containsCjk(added.front()) && !heads().contains(word))) return std::nullopt;
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
    const NameDifference difference = differenceOf(left, right);
    if (auto found = affixNegation(difference)) return *found;
    if (auto found = calledOff(difference)) return *found;
    if (antonyms) return *antonyms;
    if (auto found = differentHead(left, right)) return *found;
    return {};
}

}  // namespace labelwright
