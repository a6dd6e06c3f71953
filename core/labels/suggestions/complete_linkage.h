#pragma once

#include <cstdint>
#include <vector>

namespace labelwright {

/// Two of the things that are clustered, and how alike they are.
struct LikePair {
    std::uint32_t left = 0;
    std::uint32_t right = 0;
    float likeness = 0;
};

/// Agglomerative clustering with complete linkage: groups in which every two are a pair of the list, built from the likest on. `pairs` are
/// those like enough to stand together, each once; ties go by their indices, so the result does not depend on their order. Groups of one
/// are left out; members ascend. O(P log P) for P pairs.
std::vector<std::vector<std::uint32_t>> completeLinkage(std::uint32_t count, std::vector<LikePair> pairs);

}  // namespace labelwright
