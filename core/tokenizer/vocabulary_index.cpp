#include "core/tokenizer/vocabulary_index.h"

#include "core/tokenizer/tokenizer_fields.h"

namespace labelwright {

VocabularyIndex::VocabularyIndex(const TokenizerRules& rules) {
    m_ids.reserve(rules.vocabulary.size());
    for (const auto& [token, id] : rules.vocabulary) m_ids.emplace(token, id);
}

std::optional<std::uint32_t> VocabularyIndex::find(std::string_view token) const {
    const auto found = m_ids.find(token);
    if (found == m_ids.end()) return std::nullopt;
    return found->second;
}

std::optional<Error> VocabularyIndex::conflict(const TokenizerRules& rules, const std::string& file) const {
    std::unordered_map<std::uint32_t, std::string_view> owners;
    owners.reserve(rules.vocabulary.size() + rules.addedTokens.size());
    const auto claim = [&](const std::string& token, std::uint32_t id) -> std::optional<Error> {
        const auto [owner, isNew] = owners.try_emplace(id, token);
        if (isNew || owner->second == token) return std::nullopt;
        return malformedFile(file, "token id " + std::to_string(id),
                             "two tokens have it: \"" + std::string(owner->second) + "\" and \"" + token + "\"");
    };
    for (const auto& [token, id] : rules.vocabulary) {
        if (auto error = claim(token, id)) return error;
    }
    for (const AddedToken& token : rules.addedTokens) {
        const auto known = find(token.content);
        if (known && *known != token.id) {
            return malformedFile(file, "added token \"" + token.content + "\"",
                                 "it has the id " + std::to_string(token.id) + ", but " + std::to_string(*known) + " in the vocabulary");
        }
        if (auto error = claim(token.content, token.id)) return error;
    }
    return std::nullopt;
}

}  // namespace labelwright
