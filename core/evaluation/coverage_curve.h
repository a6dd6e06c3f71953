#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/evaluation/label_columns.h"

namespace labelwright {

/// The most probable label of a row that has gold.
struct ScoredAnswer {
    float confidence = 0;
    bool correct = false;

    friend bool operator==(const ScoredAnswer&, const ScoredAnswer&) = default;
};

/// What an abstain threshold at a confidence that occurs would do.
struct CoveragePoint {
    float threshold = 0;         ///< rows at least this sure are answered
    std::uint32_t answered = 0;  ///< rows
    std::uint32_t correct = 0;   ///< of them

    double accuracy() const noexcept { return answered > 0 ? static_cast<double>(correct) / answered : 0; }
    friend bool operator==(const CoveragePoint&, const CoveragePoint&) = default;
};

/// Accuracy of what is answered against the share of rows that is answered, for every abstain threshold.
struct CoverageCurve {
    std::uint64_t rows = 0;             ///< with gold, answerable or not
    std::vector<CoveragePoint> points;  ///< one for each confidence that occurs, greatest first; 12 bytes each
    /// Area under the risk-coverage curve (Geifman, Uziel and El-Yaniv 2019): the mean over n of the error among the n surest rows, of all
    /// that are answerable. Equal confidences count as if they came in every order. 0 is best.
    double areaUnderRisk = 0;

    double coverage(const CoveragePoint& point) const noexcept {
        return rows > 0 ? static_cast<double>(point.answered) / static_cast<double>(rows) : 0;
    }
    /// What a threshold does, also between the confidences that occur; nobody is answered above the greatest.
    CoveragePoint at(float threshold) const noexcept;
};

/// Any thread; 0.1 s for a million rows. `rows` counts those that have gold but no answer at any threshold, too. Answers without a number
/// as confidence are such rows.
CoverageCurve coverageCurve(std::span<const ScoredAnswer> answers, std::uint64_t rows);

/// At most `most` (2 or more) of the points, the first and the last among them, evenly along the coverage: for a chart.
std::vector<CoveragePoint> thinned(const CoverageCurve& curve, std::size_t most);

/// Rows that have gold and a best label. Columns [N] of equal length.
std::vector<ScoredAnswer> scoredAnswers(std::span<const std::uint32_t> gold, std::span<const std::uint32_t> best,
                                        std::span<const float> confidence);
/// The same where gold is any number of labels: correct if the best label is one of them.
std::vector<ScoredAnswer> scoredAnswers(const LabelLists& gold, std::span<const std::uint32_t> best, std::span<const float> confidence);

}  // namespace labelwright
