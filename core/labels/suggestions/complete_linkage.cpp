#include "core/labels/suggestions/complete_linkage.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>
#include <utility>

namespace labelwright {
namespace {

/// Pairs come from the likest on; two groups are joined when the last pair between them has come, the least alike one.
class Groups {
public:
    explicit Groups(std::uint32_t count) : m_groupOf(count), m_members(count), m_seen(count) {
        std::iota(m_groupOf.begin(), m_groupOf.end(), 0U);
        for (std::uint32_t i = 0; i < count; ++i) m_members[i] = {i};
    }

    void see(std::uint32_t left, std::uint32_t right) {
        const std::uint32_t a = m_groupOf[left];
        const std::uint32_t b = m_groupOf[right];
        ++m_seen[b][a];
        if (++m_seen[a][b] == m_members[a].size() * m_members[b].size()) join(a, b);
    }
    std::vector<std::vector<std::uint32_t>> taken() {
        std::erase_if(m_members, [](const auto& members) { return members.size() < 2; });
        for (auto& members : m_members) std::sort(members.begin(), members.end());
        return std::move(m_members);
    }

private:
    void join(std::uint32_t into, std::uint32_t from) {
        for (const std::uint32_t member : m_members[from]) m_groupOf[member] = into;
        m_members[into].insert(m_members[into].end(), m_members[from].begin(), m_members[from].end());
        m_members[from].clear();
        m_seen[into].erase(from);
        m_seen[from].erase(into);
        for (const auto& [other, seen] : m_seen[from]) {
            m_seen[into][other] += seen;
            m_seen[other][into] += seen;
            m_seen[other].erase(from);
        }
        m_seen[from].clear();
    }

    std::vector<std::uint32_t> m_groupOf;
    std::vector<std::vector<std::uint32_t>> m_members;
    std::vector<std::map<std::uint32_t, std::size_t>> m_seen;  // [group][other group]: pairs between them that have come
};

}  // namespace

std::vector<std::vector<std::uint32_t>> completeLinkage(std::uint32_t count, std::vector<LikePair> pairs) {
    for (LikePair& pair : pairs) {
        if (pair.left > pair.right) std::swap(pair.left, pair.right);
    }
    std::sort(pairs.begin(), pairs.end(), [](const LikePair& a, const LikePair& b) {
        return std::tuple(-a.likeness, a.left, a.right) < std::tuple(-b.likeness, b.left, b.right);
    });
    Groups groups(count);
    for (const LikePair& pair : pairs) groups.see(pair.left, pair.right);
    return groups.taken();
}

}  // namespace labelwright
