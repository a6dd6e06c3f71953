#include "core/evaluation/coverage_curve.h"

#include <algorithm>
#include <cmath>

namespace labelwright {
namespace {

/// Sum over a group of equal confidences of the accuracy among the surest n rows, n going through the group: correct answers are spread
/// evenly over it, which is what the orders give on average.
double accuraciesWithin(const CoveragePoint& before, const CoveragePoint& group) {
    const double perRow = static_cast<double>(group.correct - before.correct) / (group.answered - before.answered);
    double sum = 0;
    for (std::uint32_t n = before.answered + 1; n <= group.answered; ++n) sum += (before.correct + perRow * (n - before.answered)) / n;
    return sum;
}

}  // namespace

CoveragePoint CoverageCurve::at(float threshold) const noexcept {
    const auto below = std::partition_point(points.begin(), points.end(), [&](const CoveragePoint& p) { return p.threshold >= threshold; });
    if (below == points.begin()) return {threshold, 0, 0};
    const CoveragePoint& last = *(below - 1);
    return {threshold, last.answered, last.correct};
}

CoverageCurve coverageCurve(std::span<const ScoredAnswer> answers, std::uint64_t rows) {
    std::vector<ScoredAnswer> sorted;
    sorted.reserve(answers.size());
    std::copy_if(answers.begin(), answers.end(), std::back_inserter(sorted),
                 [](const ScoredAnswer& answer) { return !std::isnan(answer.confidence); });
    std::sort(sorted.begin(), sorted.end(), [](const ScoredAnswer& a, const ScoredAnswer& b) { return a.confidence > b.confidence; });
    CoverageCurve curve;
    curve.rows = std::max<std::uint64_t>(rows, answers.size());
    CoveragePoint point;
    double accuracies = 0;
    for (std::size_t first = 0, end = 0; first < sorted.size(); first = end) {
        const CoveragePoint before = point;
        point.threshold = sorted[first].confidence;
        for (end = first; end < sorted.size() && sorted[end].confidence == point.threshold; ++end) {
            ++point.answered;
            point.correct += sorted[end].correct ? 1 : 0;
        }
        accuracies += accuraciesWithin(before, point);
        curve.points.push_back(point);
    }
    if (!sorted.empty()) curve.areaUnderRisk = 1 - accuracies / static_cast<double>(sorted.size());
    return curve;
}

std::vector<CoveragePoint> thinned(const CoverageCurve& curve, std::size_t most) {
    if (curve.points.size() <= most || most < 2) return curve.points;
    const double first = curve.points.front().answered;
    const double step = (curve.points.back().answered - first) / static_cast<double>(most - 1);
    std::vector<CoveragePoint> kept{curve.points.front()};
    for (const CoveragePoint& point : curve.points) {
        if (point.answered >= first + step * static_cast<double>(kept.size()) && kept.size() + 1 < most) kept.push_back(point);
    }
    if (kept.back() != curve.points.back()) kept.push_back(curve.points.back());
    return kept;
}

std::vector<ScoredAnswer> scoredAnswers(std::span<const std::uint32_t> gold, std::span<const std::uint32_t> best,
                                        std::span<const float> confidence) {
    std::vector<ScoredAnswer> answers;
    for (std::size_t row = 0; row < gold.size(); ++row) {
        if (gold[row] != missingAnswer && best[row] != missingAnswer && best[row] != noLabel)
            answers.push_back({confidence[row], gold[row] == best[row]});
    }
    return answers;
}

std::vector<ScoredAnswer> scoredAnswers(const LabelLists& gold, std::span<const std::uint32_t> best, std::span<const float> confidence) {
    std::vector<ScoredAnswer> answers;
    for (std::size_t row = 0; row < gold.size(); ++row) {
        if (gold.missing(row) || best[row] == missingAnswer || best[row] == noLabel) continue;
        answers.push_back({confidence[row], std::binary_search(gold[row].begin(), gold[row].end(), best[row])});
    }
    return answers;
}

}  // namespace labelwright
