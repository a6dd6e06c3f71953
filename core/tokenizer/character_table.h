#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/tokenizer/text_normalizer.h"
#include "core/tokenizer/word_pieces.h"

namespace labelwright {

/// What a character of the raw text does, normalization, splitting and the ids of one-character words taken together, so that a text is
/// read once with one look per character. Immutable; any thread.
class CharacterTable {
public:
    enum class Action : std::uint32_t {
        Word,  ///< value: the character that the word gets
        Dropped,
        Space,       ///< the word ends
        Token,       ///< the word ends; value: the id of a word of its own (punctuation, ideograph)
        Several,     ///< value: what to give to several()
        Neighbours,  ///< the answer depends on the characters around: normalize the whole text
    };
    class Entry {
    public:
        Entry() = default;
        Entry(Action action, std::uint32_t value) : m_bits((static_cast<std::uint32_t>(action) << valueBits) | value) {}
        Action action() const noexcept { return static_cast<Action>(m_bits >> valueBits); }
        std::uint32_t value() const noexcept { return m_bits & ((1U << valueBits) - 1); }

    private:
        static constexpr unsigned valueBits = 28;  // ids have 24, code points 21
        std::uint32_t m_bits = 0;
    };

    CharacterTable(const TextNormalizer& normalizer, const WordPieces& pieces);

    Entry operator[](char32_t c) const {
        if (c < plane) return m_entries[c];
        if (c - pictographs < pictographCount) return m_entries[plane + c - pictographs];
        return describe(c).value_or(Entry(Action::Neighbours, 0));
    }
    std::span<const Entry> several(std::uint32_t value) const noexcept { return {m_several.data() + value + 1, m_several[value].value()}; }
    /// The same for a character that has been normalized already.
    static Entry ofNormalized(char32_t c, const WordPieces& pieces) noexcept;

private:
    /// Nothing where the character becomes several.
    std::optional<Entry> describe(char32_t c) const;

    // Tabulated are the first plane and the emoji; other characters are rare and looked at when they come.
    static constexpr char32_t plane = 0x10000;
    static constexpr char32_t pictographs = 0x1f000;
    static constexpr char32_t pictographCount = 0x1000;

    const WordPieces* m_pieces = nullptr;
    TextNormalizer m_normalizer{NormalizerRules{}};
    std::vector<Entry> m_entries;
    std::vector<Entry> m_several;  ///< a count, then as many entries, and again
};

}  // namespace labelwright
