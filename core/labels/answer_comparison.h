#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <stop_token>
#include <vector>

#include "core/domain/label.h"
#include "core/domain/score_table.h"
#include "core/domain/selection.h"

namespace labelwright {

/// A row that gets other labels: its first label before and after, the number of labels standing for none.
struct ChangedAnswer {
    std::uint32_t row = 0;
    std::uint16_t before = 0;
    std::uint16_t after = 0;

    friend bool operator==(const ChangedAnswer&, const ChangedAnswer&) = default;
};

/// What the texts would be labeled with two label sets (or two ways to select), from stored logits alone: a what-if costs no forward pass.
struct AnswerComparison {
    std::size_t labelsBefore = 0;       ///< Kb
    std::size_t labelsAfter = 0;        ///< Ka
    std::vector<std::uint64_t> before;  ///< [Kb + 1] texts given each label, last: none
    std::vector<std::uint64_t> after;   ///< [Ka + 1]
    /// [Kb + 1, Ka + 1], row-major: texts by their first label before and after; last: none.
    std::vector<std::uint64_t> matrix;
    /// Rows that get other labels, in order. A label counts as the same where it has the same id, or was merged into (or taken out of) the
    /// other one.
    std::vector<ChangedAnswer> changed;
    std::uint64_t compared = 0;
    std::uint64_t incomplete = 0;  ///< rows without all scores of both sets: not compared

    std::uint64_t at(std::size_t labelBefore, std::size_t labelAfter) const { return matrix[labelBefore * (labelsAfter + 1) + labelAfter]; }
};

/// A label set with the way in which it is read.
struct AnswerRule {
    LabelSet labels;
    Selection selection;
};

/// Any thread, and takes up to 16 of its own for the time; nothing if stopped.
std::optional<AnswerComparison> compareAnswers(const ScoreTable& scores, const AnswerRule& before, const AnswerRule& after,
                                               std::stop_token stop = {});

}  // namespace labelwright
