#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace labelwright {

/// The vocabulary as a trie over code points, for greedy longest match. Immutable; any thread.
///
/// An edge knows its child's token, so a step costs one look into one hash table and a miss ends the walk: a piece costs at most the length
/// of the longest token, whatever the length of the word.
class WordPieces {
public:
    static constexpr std::uint32_t none = 0xffffffff;

    WordPieces() = default;
    /// The vocabulary is UTF-8 and well-formed. Words of more than `maxCharacters` code points are unknown.
    WordPieces(std::span<const std::pair<std::string, std::uint32_t>> vocabulary, std::string_view continuationPrefix,
               std::uint32_t maxCharacters, std::uint32_t unknownId);

    /// The pieces of a word, or the unknown token if there are none for some part of it.
    void append(std::span<const char32_t> word, std::vector<std::uint32_t>& ids) const;
    /// The id of a word of one character.
    std::uint32_t idOf(char32_t character) const noexcept;
    std::uint32_t unknownId() const noexcept { return m_unknownId; }
    std::uint32_t maxCharacters() const noexcept { return m_maxCharacters; }

private:
    struct Edge {
        std::uint64_t key = vacant;
        std::uint32_t child = none;
        std::uint32_t id = none;  ///< of the token that ends at the child
    };
    static constexpr std::uint64_t vacant = ~std::uint64_t{0};
    static constexpr std::uint32_t root = 0;

    static std::uint64_t keyOf(std::uint32_t node, char32_t character) noexcept { return (std::uint64_t{node} << 21U) | character; }
    std::size_t slotOf(std::uint64_t key) const noexcept;
    const Edge* find(std::uint32_t node, char32_t character) const noexcept;
    std::uint32_t insert(std::u32string_view token, std::uint32_t id);
    void grow();

    std::vector<Edge> m_edges;  ///< open addressing, a power of two, at most half full
    std::size_t m_edgeCount = 0;
    unsigned m_shift = 64;
    std::uint32_t m_nodeCount = 1;
    std::uint32_t m_continuation = root;  ///< where a piece starts that is not the first
    std::uint32_t m_maxCharacters = 0;
    std::uint32_t m_unknownId = 0;
};

}  // namespace labelwright
