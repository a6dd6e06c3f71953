#include "core/tokenizer/added_token_matcher.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "core/tokenizer/character_rules.h"

namespace labelwright {

AddedTokenMatcher::AddedTokenMatcher(std::vector<AddedToken> tokens, std::vector<std::u32string> patterns)
    : m_tokens(std::move(tokens)),
      m_patterns(std::move(patterns)),
      m_byFirst(m_tokens.size()),
      m_matches(std::any_of(m_tokens.begin(), m_tokens.end(), [](const AddedToken& token) { return !token.special; })) {
    std::iota(m_byFirst.begin(), m_byFirst.end(), std::size_t{0});
    std::stable_sort(m_byFirst.begin(), m_byFirst.end(), [this](std::size_t a, std::size_t b) {
        if (m_patterns[a].front() != m_patterns[b].front()) return m_patterns[a].front() < m_patterns[b].front();
        return m_patterns[a].size() > m_patterns[b].size();
    });
}

std::size_t AddedTokenMatcher::longestAt(std::u32string_view text, std::size_t position) const {
    const char32_t first = text[position];
    auto candidate = std::lower_bound(m_byFirst.begin(), m_byFirst.end(), first,
                                      [this](std::size_t index, char32_t c) { return m_patterns[index].front() < c; });
    for (; candidate != m_byFirst.end() && m_patterns[*candidate].front() == first; ++candidate) {
        if (text.substr(position).starts_with(m_patterns[*candidate])) return *candidate;
    }
    return nothing;
}

std::vector<AddedTokenMatcher::Part> AddedTokenMatcher::split(std::u32string_view text) const {
    std::vector<Part> parts;
    std::size_t done = 0;
    for (std::size_t position = 0; position < text.size();) {
        const std::size_t index = longestAt(text, position);
        if (index == nothing) {
            ++position;
            continue;
        }
        const AddedToken& token = m_tokens[index];
        std::size_t start = position;
        std::size_t end = position + m_patterns[index].size();
        position = end;
        if (token.special) continue;
        if (token.singleWord &&
            ((start > 0 && character::isWordCharacter(text[start - 1])) || (end < text.size() && character::isWordCharacter(text[end])))) {
            continue;
        }
        if (token.stripLeft) {
            while (start > done && character::isWhiteSpace(text[start - 1])) --start;
        }
        if (token.stripRight) {
            while (end < text.size() && character::isWhiteSpace(text[end])) ++end;
        }
        if (start > done) parts.push_back({text.substr(done, start - done), Part::text});
        parts.push_back({text.substr(start, end - start), token.id});
        done = end;
    }
    if (done < text.size()) parts.push_back({text.substr(done), Part::text});
    return parts;
}

}  // namespace labelwright
