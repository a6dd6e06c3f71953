#include "core/labels/meaning/negation.h"

#include <algorithm>
#include <unordered_set>

#include "core/base/utf8.h"
#include "core/labels/meaning/word_list_text.h"
#include "core/labels/meaning/word_lists.h"

namespace labelwright {
namespace {

using Words = std::unordered_set<std::string>;

struct NegationLists {
    Words negating, whole, callingOff;
    std::vector<std::string> prefixes;
    std::size_t longest = 1;  // units
};

NegationLists readLists() {
    NegationLists lists;
    forEachLine(negationsList(), [&](std::string_view line) {
        const std::size_t colon = line.find(':');
        const std::string_view kind = line.substr(0, colon);
        forEachWord(line.substr(colon + 1), [&](std::string_view word) {
            if (kind == "prefixes") lists.prefixes.emplace_back(word);
            else if (kind == "off") lists.callingOff.emplace(word);
            else (kind == "negating" ? lists.negating : lists.whole).emplace(word);
            lists.longest = std::max(lists.longest, nameUnits(word).size());
        });
    });
    return lists;
}

const NegationLists& lists() {
    static const NegationLists read = readLists();
    return read;
}

/// Units from `at` on that together stand in `words`; 0 if none do.
std::size_t longestMatch(std::span<const std::string> units, std::size_t at, const Words& words) {
    for (std::size_t count = std::min(lists().longest, units.size() - at); count > 0; --count) {
        if (words.contains(phrase(units.subspan(at, count)))) return count;
    }
    return 0;
}

/// Whether a word without negation includes the unit at `at`: 无 in 无线, also 别 in 级别.
std::size_t wholeWordAround(std::span<const std::string> units, std::size_t at) {
    for (std::size_t begin = at + 1 >= lists().longest ? at + 1 - lists().longest : 0; begin <= at; ++begin) {
        const std::size_t count = longestMatch(units, begin, lists().whole);
        if (begin + count > at) return begin + count;
    }
    return 0;
}

bool isNegated(std::string_view plain, std::string_view other) {
    if (lists().whole.contains(std::string(other)) || plain.size() < 3) return false;
    return std::any_of(lists().prefixes.begin(), lists().prefixes.end(), [&](const std::string& prefix) {
        return other.size() == prefix.size() + plain.size() && other.starts_with(prefix) && other.ends_with(plain);
    });
}

bool isFulAndLess(std::string_view left, std::string_view right) {
    return left.size() >= 6 && left.ends_with("ful") && right.ends_with("less") &&
           left.substr(0, left.size() - 3) == right.substr(0, right.size() - 4);
}

}  // namespace

Unnegated withoutNegation(std::span<const std::string> units) {
    Unnegated result;
    for (std::size_t at = 0; at < units.size();) {
        if (const std::size_t end = wholeWordAround(units, at); end > at) {
            result.units.insert(result.units.end(), units.begin() + static_cast<std::ptrdiff_t>(at),
                                units.begin() + static_cast<std::ptrdiff_t>(end));
            at = end;
            continue;
        }
        const std::size_t count = longestMatch(units, at, lists().negating);
        if (count == 0) {
            result.units.push_back(units[at++]);
            continue;
        }
        if (result.count++ == 0) result.word = phrase(units.subspan(at, count));
        at += count;
    }
    return result;
}

bool negatedByAffix(std::string_view left, std::string_view right) {
    if (containsCjk(left) || containsCjk(right)) return false;
    return isNegated(left, right) || isNegated(right, left) || isFulAndLess(left, right) || isFulAndLess(right, left);
}

bool callsOff(const std::string& word) { return lists().callingOff.contains(word); }

}  // namespace labelwright
