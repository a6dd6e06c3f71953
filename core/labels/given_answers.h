#pragma once

#include <span>

#include "core/domain/given_answer.h"
#include "core/domain/label.h"
#include "core/domain/review_table.h"

namespace labelwright {

/// Whose word counts where a text has a decision already.
enum class DecidedBefore { Stays, GivesWay };

/// What a project becomes by the answers of an imported file.
struct TakenAnswers {
    LabelSet labels;                  ///< with a label for each name that was not there
    std::vector<std::uint32_t> rows;  ///< whose review changes, ascending
    std::vector<Review> reviews;      ///< [rows]
    std::size_t newLabels = 0;
    std::size_t decided = 0;  ///< rows that get a decision
    std::size_t kept = 0;     ///< rows whose decision stayed, though the file says something else
};

/// Names are those of labels in the set, of labels merged into them, or sameName() as one; fastText's "a_b" is "a b" too. Marks and notes
/// of the file are added, never taken away. `answers` by ascending row.
TakenAnswers takenAnswers(const LabelSet& labels, const ReviewTable& reviews, std::span<const GivenAnswer> answers, DecidedBefore before);

}  // namespace labelwright
