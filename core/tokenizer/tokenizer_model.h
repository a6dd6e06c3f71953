#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/tokenizer/added_token_matcher.h"
#include "core/tokenizer/character_table.h"
#include "core/tokenizer/text_normalizer.h"
#include "core/tokenizer/tokenizer_rules.h"
#include "core/tokenizer/word_pieces.h"
#include "core/tokenizer/wordpiece_tokenizer.h"

namespace labelwright {

/// The rules, made ready for reading texts. Not movable: the table refers to the pieces.
struct WordPieceTokenizer::Model {
    explicit Model(TokenizerRules rules);
    Model(const Model&) = delete;
    Model& operator=(const Model&) = delete;

    void append(std::string_view text, std::vector<std::uint32_t>& ids) const;

    std::uint32_t classificationId;
    std::uint32_t separatorId;
    std::uint32_t paddingId;
    std::uint32_t modelMaxLength;
    std::uint32_t vocabularySize = 0;
    std::uint8_t secondTypeId;
    std::string fingerprint;

private:
    enum class Outcome { Done, NeedsWholeText };

    /// The usual way: bytes to ids in one pass. May leave some ids behind when it gives up.
    Outcome appendDirectly(std::string_view text, std::vector<std::uint32_t>& ids) const;
    /// The long way, for added tokens and for the few marks whose order depends on their neighbours.
    void appendStepwise(std::string_view text, std::vector<std::uint32_t>& ids) const;
    void appendNormalized(std::u32string_view text, std::vector<std::uint32_t>& ids) const;

    TextNormalizer m_normalizer;
    WordPieces m_pieces;
    CharacterTable m_characters;
    AddedTokenMatcher m_rawTokens;         ///< searched in the text as it is
    AddedTokenMatcher m_normalizedTokens;  ///< searched in the normalized text
};

}  // namespace labelwright
