#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/domain/review_table.h"
#include "ui/models/decision_table.h"

namespace labelwright::ui {

/// Suggestions that wait for a person's word, the most confident first.
struct AcceptCandidates {
    struct Candidate {
        float confidence;
        std::uint32_t row;
    };
    std::vector<Candidate> sorted;

    /// How many are at least this confident: the first of `sorted`.
    std::size_t countFrom(float confidence) const;
    /// Rows drawn at random, each as likely as any other, from the first `count`; the same seed draws the same.
    std::vector<std::uint32_t> sample(std::size_t count, std::size_t size, std::uint32_t seed) const;
};

/// Of these rows those that have a suggestion and no decision, and were not put off; `label`: only suggestions of this one. Any thread.
AcceptCandidates acceptCandidates(const DecisionTable& decisions, const ReviewTable& reviews, std::span<const std::uint32_t> rows,
                                  std::optional<std::uint16_t> label);

}  // namespace labelwright::ui
