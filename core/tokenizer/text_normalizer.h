#pragma once

#include <string>
#include <string_view>

#include "core/tokenizer/tokenizer_rules.h"

namespace labelwright {

/// BertNormalizer over a whole text, step by step: the definition that the character table abbreviates. Any thread.
class TextNormalizer {
public:
    explicit TextNormalizer(const NormalizerRules& rules) : m_rules(rules) {}

    std::u32string normalized(std::u32string_view text) const;
    /// Whether the result for this character depends on its neighbours: canonical ordering moves it and nothing removes it.
    bool needsNeighbours(char32_t c) const noexcept;

private:
    /// The steps up to the decomposition, one character at a time.
    void prepare(char32_t c, std::u32string& text) const;

    NormalizerRules m_rules;
};

}  // namespace labelwright
