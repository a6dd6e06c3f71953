#include "core/tokenizer/character_table.h"

#include <string>

#include "core/tokenizer/character_rules.h"

namespace labelwright {
namespace {

using Action = CharacterTable::Action;
using Entry = CharacterTable::Entry;

std::vector<Entry> entriesOf(char32_t c, const TextNormalizer& normalizer, const WordPieces& pieces) {
    if (normalizer.needsNeighbours(c)) return {{Action::Neighbours, 0}};
    const std::u32string text = normalizer.normalized({&c, 1});
    std::vector<Entry> entries;
    for (const char32_t part : text) entries.push_back(CharacterTable::ofNormalized(part, pieces));
    if (entries.empty()) return {{Action::Dropped, 0}};
    if (entries.size() == 3 && entries[0].action() == Action::Space && entries[1].action() == Action::Word &&
        entries[2].action() == Action::Space) {
        return {{Action::Token, pieces.idOf(text[1])}};
    }
    return entries;
}

}  // namespace

CharacterTable::CharacterTable(const TextNormalizer& normalizer, const WordPieces& pieces) : m_pieces(&pieces), m_normalizer(normalizer) {
    m_entries.resize(tabulated);
    for (char32_t c = 0; c < tabulated; ++c) {
        const std::vector<Entry> entries = entriesOf(c, normalizer, pieces);
        if (entries.size() == 1) {
            m_entries[c] = entries.front();
            continue;
        }
        m_entries[c] = {Action::Several, static_cast<std::uint32_t>(m_several.size())};
        m_several.emplace_back(Action::Several, static_cast<std::uint32_t>(entries.size()));
        m_several.insert(m_several.end(), entries.begin(), entries.end());
    }
}

Entry CharacterTable::ofNormalized(char32_t c, const WordPieces& pieces) noexcept {
    if (character::isWhiteSpace(c)) return {Action::Space, 0};
    if (character::isPunctuation(c)) return {Action::Token, pieces.idOf(c)};
    return {Action::Word, static_cast<std::uint32_t>(c)};
}

Entry CharacterTable::describe(char32_t c) const {
    const std::vector<Entry> entries = entriesOf(c, m_normalizer, *m_pieces);
    return entries.size() == 1 ? entries.front() : Entry(Action::Neighbours, 0);
}

}  // namespace labelwright
