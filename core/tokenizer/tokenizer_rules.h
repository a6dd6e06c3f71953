#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace labelwright {

/// What BertNormalizer does to a text, in this order.
struct NormalizerRules {
    bool cleanText = true;             ///< drop control characters, every white space becomes a space
    bool separateChinese = true;       ///< spaces around CJK ideographs (tokenize_chinese_chars)
    std::optional<bool> stripAccents;  ///< NFD without nonspacing marks; unset: as lowerCase says
    bool lowerCase = true;

    bool stripsAccents() const noexcept { return stripAccents.value_or(lowerCase); }
};

/// A token matched in the text before words are split. Special ones are never matched: text such as "[SEP]" stays text.
struct AddedToken {
    std::string content;
    std::uint32_t id = 0;
    bool singleWord = false;  ///< only where no word character touches it
    bool stripLeft = false;   ///< swallows white space before it
    bool stripRight = false;  ///< swallows white space after it
    bool normalized = false;  ///< searched in the normalized text, as its normalized content
    bool special = false;
};

/// Everything that decides ids, as read from a model's folder; plain values, checked by the reader:
/// ids are below `idLimit`, each belongs to one token, and the unknown token has one.
struct TokenizerRules {
    static constexpr std::uint32_t idLimit = 1U << 24U;

    NormalizerRules normalizer;
    std::vector<std::pair<std::string, std::uint32_t>> vocabulary;  ///< UTF-8; each token once
    std::string continuationPrefix = "##";
    std::uint32_t maxCharactersPerWord = 100;  ///< a longer word is unknown as a whole
    std::vector<AddedToken> addedTokens;       ///< in the order in which they win ties
    std::uint32_t unknownId = 0;
    std::uint32_t classificationId = 0;  ///< [CLS]
    std::uint32_t separatorId = 0;       ///< [SEP]
    std::uint32_t paddingId = 0;         ///< [PAD]
    std::uint8_t secondTypeId = 1;       ///< token type of the second sequence and its [SEP]
    std::uint32_t modelMaxLength = 0;    ///< 0: unknown
};

}  // namespace labelwright
