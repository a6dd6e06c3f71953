#include "ui/models/accept_candidates.h"

#include <algorithm>
#include <random>
#include <unordered_set>

namespace labelwright::ui {

std::size_t AcceptCandidates::countFrom(float confidence) const {
    const auto end =
        std::ranges::partition_point(sorted, [confidence](const Candidate& candidate) { return candidate.confidence >= confidence; });
    return static_cast<std::size_t>(end - sorted.begin());
}

std::vector<std::uint32_t> AcceptCandidates::sample(std::size_t count, std::size_t size, std::uint32_t seed) const {
    count = std::min(count, sorted.size());
    size = std::min(size, count);
    // Floyd's sampling (Bentley and Floyd, 1987): as many draws as rows wanted, whatever `count` is.
    std::mt19937 random(seed);
    std::unordered_set<std::size_t> taken;
    std::vector<std::uint32_t> rows;
    for (std::size_t last = count - size; last < count; ++last) {
        const std::size_t drawn = std::uniform_int_distribution<std::size_t>(0, last)(random);
        const std::size_t place = taken.insert(drawn).second ? drawn : last;
        taken.insert(place);
        rows.push_back(sorted[place].row);
    }
    return rows;
}

AcceptCandidates acceptCandidates(const DecisionTable& decisions, const ReviewTable& reviews, std::span<const std::uint32_t> rows,
                                  std::optional<std::uint16_t> label) {
    AcceptCandidates candidates;
    for (const std::uint32_t row : rows) {
        if (row >= decisions.best.size() || reviews.decided(row) || reviews.deferred(row)) continue;
        const std::uint16_t best = decisions.best[row];
        if (best == DecisionTable::notScored || best == DecisionTable::noLabel || (label && best != *label)) continue;
        candidates.sorted.push_back({decisions.confidence[row], row});
    }
    std::ranges::stable_sort(candidates.sorted, std::greater(), &AcceptCandidates::Candidate::confidence);
    return candidates;
}

}  // namespace labelwright::ui
