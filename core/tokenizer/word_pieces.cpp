#include "core/tokenizer/word_pieces.h"

#include "core/tokenizer/code_points.h"

namespace labelwright {

WordPieces::WordPieces(std::span<const std::pair<std::string, std::uint32_t>> vocabulary, std::string_view continuationPrefix,
                       std::uint32_t maxCharacters, std::uint32_t unknownId)
    : m_maxCharacters(maxCharacters), m_unknownId(unknownId) {
    grow();
    m_continuation = insert(toCodePoints(continuationPrefix), none);
    for (const auto& [token, id] : vocabulary) insert(toCodePoints(token), id);
}

std::size_t WordPieces::slotOf(std::uint64_t key) const noexcept {
    return static_cast<std::size_t>((key * 0x9e3779b97f4a7c15ULL) >> m_shift);
}

const WordPieces::Edge* WordPieces::find(std::uint32_t node, char32_t character) const noexcept {
    const std::uint64_t key = keyOf(node, character);
    for (std::size_t slot = slotOf(key);; slot = (slot + 1) & (m_edges.size() - 1)) {
        const Edge& edge = m_edges[slot];
        if (edge.key == key) return &edge;
        if (edge.key == vacant) return nullptr;
    }
}

std::uint32_t WordPieces::insert(std::u32string_view token, std::uint32_t id) {
    std::uint32_t node = root;
    for (std::size_t position = 0; position < token.size(); ++position) {
        const std::uint64_t key = keyOf(node, token[position]);
        std::size_t slot = slotOf(key);
        while (m_edges[slot].key != key && m_edges[slot].key != vacant) slot = (slot + 1) & (m_edges.size() - 1);
        Edge& edge = m_edges[slot];
        if (edge.key == vacant) {
            edge = {key, m_nodeCount++, none};
            ++m_edgeCount;
        }
        node = edge.child;
        if (position + 1 == token.size() && id != none) edge.id = id;
        if (m_edgeCount * 2 > m_edges.size()) grow();
    }
    return node;
}

void WordPieces::grow() {
    std::vector<Edge> old = std::exchange(m_edges, {});
    m_edges.resize(old.empty() ? 64 : old.size() * 2);
    m_shift = 64;
    for (std::size_t size = m_edges.size(); size > 1; size /= 2) --m_shift;
    for (const Edge& edge : old) {
        if (edge.key == vacant) continue;
        std::size_t slot = slotOf(edge.key);
        while (m_edges[slot].key != vacant) slot = (slot + 1) & (m_edges.size() - 1);
        m_edges[slot] = edge;
    }
}

void WordPieces::append(std::span<const char32_t> word, std::vector<std::uint32_t>& ids) const {
    if (word.size() > m_maxCharacters) {
        ids.push_back(m_unknownId);
        return;
    }
    const std::size_t before = ids.size();
    for (std::size_t start = 0; start < word.size();) {
        std::uint32_t node = start == 0 ? root : m_continuation;
        std::uint32_t best = none;
        std::size_t end = start;
        for (std::size_t position = start; position < word.size(); ++position) {
            const Edge* edge = find(node, word[position]);
            if (edge == nullptr) break;
            node = edge->child;
            if (edge->id != none) {
                best = edge->id;
                end = position + 1;
            }
        }
        if (best == none) {
            ids.resize(before);
            ids.push_back(m_unknownId);
            return;
        }
        ids.push_back(best);
        start = end;
    }
}

std::uint32_t WordPieces::idOf(char32_t character) const noexcept {
    if (m_maxCharacters == 0) return m_unknownId;
    const Edge* edge = find(root, character);
    return edge != nullptr && edge->id != none ? edge->id : m_unknownId;
}

}  // namespace labelwright
