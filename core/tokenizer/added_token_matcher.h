#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/tokenizer/tokenizer_rules.h"

namespace labelwright {

/// Finds added tokens in a text: leftmost, then longest, then first in the list, never overlapping. Special tokens take part, so that what
/// they cover is not taken by another one, but what they cover stays text. Immutable; any thread.
class AddedTokenMatcher {
public:
    /// A stretch of the text: an added token's id, or text that is still to be tokenized.
    struct Part {
        static constexpr std::uint32_t text = 0xffffffff;
        std::u32string_view content;
        std::uint32_t id = text;
    };

    AddedTokenMatcher() = default;
    /// `patterns`: what to search for each token, none of them empty.
    AddedTokenMatcher(std::vector<AddedToken> tokens, std::vector<std::u32string> patterns);

    /// Whether anything can be found that does not stay text.
    bool empty() const noexcept { return !m_matches; }
    /// The views point into `text`.
    std::vector<Part> split(std::u32string_view text) const;

private:
    std::size_t longestAt(std::u32string_view text, std::size_t position) const;

    static constexpr std::size_t nothing = ~std::size_t{0};
    std::vector<AddedToken> m_tokens;
    std::vector<std::u32string> m_patterns;
    std::vector<std::size_t> m_byFirst;  ///< indices sorted by the pattern's first character, then longest first, then order of the list
    bool m_matches = false;
};

}  // namespace labelwright
