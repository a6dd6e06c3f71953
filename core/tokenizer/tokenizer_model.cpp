#include "core/tokenizer/tokenizer_model.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <utility>

#include "core/base/hash.h"
#include "core/tokenizer/code_points.h"
#include "core/tokenizer/word_buffer.h"

namespace labelwright {
namespace {

using Action = CharacterTable::Action;

/// Special tokens win ties against others, as in the reference. A token whose pattern is empty is never found.
AddedTokenMatcher matcherOf(std::vector<AddedToken> tokens, const TextNormalizer& normalizer, bool normalized) {
    std::stable_partition(tokens.begin(), tokens.end(), [](const AddedToken& token) { return token.special; });
    std::vector<AddedToken> chosen;
    std::vector<std::u32string> patterns;
    for (AddedToken& token : tokens) {
        if (token.normalized != normalized) continue;
        std::u32string pattern = toCodePoints(token.content);
        if (normalized) pattern = normalizer.normalized(pattern);
        if (pattern.empty()) continue;
        patterns.push_back(std::move(pattern));
        chosen.push_back(std::move(token));
    }
    return {std::move(chosen), std::move(patterns)};
}

std::string flag(bool value) { return value ? "1" : "0"; }

std::string fingerprintOf(TokenizerRules& rules) {
    constexpr const char* rulesVersion = "wordpiece 1";  // to be raised with every change of this folder that changes ids
    std::sort(rules.vocabulary.begin(), rules.vocabulary.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    std::vector<std::string> fields{rulesVersion,
                                    U_UNICODE_VERSION,
                                    flag(rules.normalizer.cleanText),
                                    flag(rules.normalizer.separateChinese),
                                    flag(rules.normalizer.stripsAccents()),
                                    flag(rules.normalizer.lowerCase),
                                    rules.continuationPrefix,
                                    std::to_string(rules.maxCharactersPerWord),
                                    std::to_string(rules.unknownId),
                                    std::to_string(rules.classificationId),
                                    std::to_string(rules.separatorId),
                                    std::to_string(rules.secondTypeId),
                                    std::to_string(rules.vocabulary.size())};
    for (const auto& [token, id] : rules.vocabulary) {
        fields.push_back(token);
        fields.push_back(std::to_string(id));
    }
    for (const AddedToken& token : rules.addedTokens) {
        fields.push_back(token.content);
        fields.push_back(std::to_string(token.id));
        fields.push_back(flag(token.singleWord) + flag(token.stripLeft) + flag(token.stripRight) + flag(token.normalized) +
                         flag(token.special));
    }
    return hashFields(fields).hex();
}

void appendWord(const WordPieces& pieces, WordBuffer& word, std::vector<std::uint32_t>& ids) {
    if (word.empty()) return;
    pieces.append(word.word(), ids);
    word.clear();
}

void apply(CharacterTable::Entry entry, const WordPieces& pieces, WordBuffer& word, std::vector<std::uint32_t>& ids) {
    if (entry.action() == Action::Word) return word.push(entry.value());
    appendWord(pieces, word, ids);
    if (entry.action() == Action::Token) ids.push_back(entry.value());
}

}  // namespace

WordPieceTokenizer::Model::Model(TokenizerRules rules)
    : classificationId(rules.classificationId),
      separatorId(rules.separatorId),
      paddingId(rules.paddingId),
      modelMaxLength(rules.modelMaxLength),
      secondTypeId(rules.secondTypeId),
      fingerprint(fingerprintOf(rules)),
      m_normalizer(rules.normalizer),
      m_pieces(rules.vocabulary, rules.continuationPrefix, rules.maxCharactersPerWord, rules.unknownId),
      m_characters(m_normalizer, m_pieces),
      m_rawTokens(matcherOf(rules.addedTokens, m_normalizer, false)),
      m_normalizedTokens(matcherOf(rules.addedTokens, m_normalizer, true)) {
    for (const auto& [token, id] : rules.vocabulary) vocabularySize = std::max(vocabularySize, id + 1);
    for (const AddedToken& token : rules.addedTokens) vocabularySize = std::max(vocabularySize, token.id + 1);
}

void WordPieceTokenizer::Model::append(std::string_view text, std::vector<std::uint32_t>& ids) const {
    if (m_rawTokens.empty() && m_normalizedTokens.empty()) {
        const std::size_t before = ids.size();
        if (appendDirectly(text, ids) == Outcome::Done) return;
        ids.resize(before);
    }
    appendStepwise(text, ids);
}

WordPieceTokenizer::Model::Outcome WordPieceTokenizer::Model::appendDirectly(std::string_view text, std::vector<std::uint32_t>& ids) const {
    const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
    WordBuffer word(m_pieces.maxCharacters());
    for (std::size_t offset = 0; offset < text.size();) {
        const CharacterTable::Entry entry = m_characters[nextCodePoint(bytes, text.size(), offset)];
        switch (entry.action()) {
            case Action::Word: word.push(entry.value()); break;
            case Action::Token:
                appendWord(m_pieces, word, ids);
                ids.push_back(entry.value());
                break;
            case Action::Space: appendWord(m_pieces, word, ids); break;
            case Action::Dropped: break;
            case Action::Several:
                for (const CharacterTable::Entry part : m_characters.several(entry.value())) apply(part, m_pieces, word, ids);
                break;
            case Action::Neighbours: return Outcome::NeedsWholeText;
        }
    }
    appendWord(m_pieces, word, ids);
    return Outcome::Done;
}

void WordPieceTokenizer::Model::appendStepwise(std::string_view text, std::vector<std::uint32_t>& ids) const {
    const std::u32string codePoints = toCodePoints(text);
    for (const AddedTokenMatcher::Part& raw : m_rawTokens.split(codePoints)) {
        if (raw.id != AddedTokenMatcher::Part::text) {
            ids.push_back(raw.id);
            continue;
        }
        const std::u32string normalized = m_normalizer.normalized(raw.content);
        for (const AddedTokenMatcher::Part& part : m_normalizedTokens.split(normalized)) {
            if (part.id != AddedTokenMatcher::Part::text) ids.push_back(part.id);
            else appendNormalized(part.content, ids);
        }
    }
}

void WordPieceTokenizer::Model::appendNormalized(std::u32string_view text, std::vector<std::uint32_t>& ids) const {
    WordBuffer word(m_pieces.maxCharacters());
    for (const char32_t c : text) apply(CharacterTable::ofNormalized(c, m_pieces), m_pieces, word, ids);
    appendWord(m_pieces, word, ids);
}

}  // namespace labelwright
