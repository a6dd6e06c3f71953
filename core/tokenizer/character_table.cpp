#include "core/tokenizer/character_table.h"

#include <string>

#include "core/tokenizer/character_rules.h"

namespace labelwright {

CharacterTable::CharacterTable(const TextNormalizer& normalizer, const WordPieces& pieces) : m_pieces(&pieces), m_normalizer(normalizer) {
    m_entries.resize(plane + pictographCount);
    for (char32_t index = 0; index < m_entries.size(); ++index) {
        const char32_t c = index < plane ? index : pictographs + (index - plane);
        const std::optional<Entry> entry = describe(c);
        if (entry) {
            m_entries[index] = *entry;
            continue;
        }
        const std::u32string text = normalizer.normalized({&c, 1});
        m_entries[index] = {Action::Several, static_cast<std::uint32_t>(m_several.size())};
        m_several.emplace_back(Action::Several, static_cast<std::uint32_t>(text.size()));
        for (const char32_t part : text) m_several.push_back(ofNormalized(part, pieces));
    }
}

CharacterTable::Entry CharacterTable::ofNormalized(char32_t c, const WordPieces& pieces) noexcept {
    if (character::isWhiteSpace(c)) return {Action::Space, 0};
    if (character::isPunctuation(c)) return {Action::Token, pieces.idOf(c)};
    return {Action::Word, static_cast<std::uint32_t>(c)};
}

std::optional<CharacterTable::Entry> CharacterTable::describe(char32_t c) const {
    if (m_normalizer.needsNeighbours(c)) return Entry(Action::Neighbours, 0);
    const std::u32string text = m_normalizer.normalized({&c, 1});
    if (text.empty()) return Entry(Action::Dropped, 0);
    if (text.size() == 1) return ofNormalized(text[0], *m_pieces);
    // An ideograph between its two spaces is a word of its own.
    if (text.size() == 3 && text.front() == U' ' && text.back() == U' ' && ofNormalized(text[1], *m_pieces).action() == Action::Word) {
        return Entry(Action::Token, m_pieces->idOf(text[1]));
    }
    return std::nullopt;
}

}  // namespace labelwright
