#include "core/labels/meaning/word_sides.h"

#include <algorithm>

#include "core/labels/meaning/name_units.h"
#include "core/labels/meaning/word_list_text.h"

namespace labelwright {

WordSides::WordSides(std::initializer_list<std::string_view> lists) {
    std::uint32_t number = 0;
    for (const std::string_view list : lists) {
        forEachLine(list, [&](std::string_view line) { readLine(line, number++); });
    }
}

void WordSides::readLine(std::string_view line, std::uint32_t number) {
    std::uint32_t side = 0;
    forEachWord(line, [&](std::string_view word) {
        if (word == "|") {
            ++side;
            return;
        }
        m_places[std::string(word)].push_back({number, side});
        m_longest = std::max(m_longest, nameUnits(word).size());
    });
}

bool WordSides::exclude(const std::string& left, const std::string& right) const {
    const auto l = m_places.find(left);
    const auto r = m_places.find(right);
    if (l == m_places.end() || r == m_places.end()) return false;
    bool apart = false;
    for (const Place& a : l->second) {
        for (const Place& b : r->second) {
            if (a.line != b.line) continue;
            if (a.side == b.side) return false;
            apart = true;
        }
    }
    return apart;
}

}  // namespace labelwright
