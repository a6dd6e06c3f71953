#include "core/evaluation/f1_intervals.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <random>
#include <utility>
#include <vector>

#include "core/evaluation/label_figures.h"

namespace labelwright {
namespace {

using Labels = std::vector<std::uint32_t>;

/// Rows with the same gold and the same prediction.
struct Pattern {
    Labels gold;
    Labels predicted;
    Labels common;
    std::uint64_t rows = 0;
};

std::vector<Pattern> patternsOf(const LabelLists& gold, const LabelLists& predicted) {
    std::map<std::pair<Labels, Labels>, std::uint64_t> rows;
    for (std::size_t row = 0; row < gold.size(); ++row) {
        if (gold.missing(row) || predicted.missing(row)) continue;
        ++rows[{Labels(gold[row].begin(), gold[row].end()), Labels(predicted[row].begin(), predicted[row].end())}];
    }
    std::vector<Pattern> patterns;
    for (const auto& [answers, count] : rows) {
        Pattern& pattern = patterns.emplace_back(Pattern{answers.first, answers.second, {}, count});
        std::set_intersection(pattern.gold.begin(), pattern.gold.end(), pattern.predicted.begin(), pattern.predicted.end(),
                              std::back_inserter(pattern.common));
    }
    return patterns;
}

void add(const Pattern& pattern, std::uint64_t rows, std::vector<LabelCounts>& counts) {
    for (const std::uint32_t label : pattern.gold) counts[label].support += rows;
    for (const std::uint32_t label : pattern.predicted) counts[label].predicted += rows;
    for (const std::uint32_t label : pattern.common) counts[label].truePositives += rows;
}

/// The counts of one resample: multinomial over the patterns, drawn as one binomial after another.
void draw(const std::vector<Pattern>& patterns, std::uint64_t rows, std::mt19937_64& random, std::vector<LabelCounts>& counts) {
    std::fill(counts.begin(), counts.end(), LabelCounts{});
    std::uint64_t left = rows;  // of the resample
    std::uint64_t rest = rows;  // of the original
    for (const Pattern& pattern : patterns) {
        if (left == 0) return;
        const double share = static_cast<double>(pattern.rows) / static_cast<double>(rest);
        const std::uint64_t drawn = share >= 1 ? left : std::binomial_distribution<std::uint64_t>(left, share)(random);
        add(pattern, drawn, counts);
        left -= drawn;
        rest -= pattern.rows;
    }
}

double microF1(const std::vector<LabelCounts>& counts) {
    LabelCounts all;
    for (const LabelCounts& count : counts) {
        all.truePositives += count.truePositives;
        all.predicted += count.predicted;
        all.support += count.support;
    }
    return figuresOf(all).f1;
}

Interval quantiles(std::vector<double> values, double level) {
    std::sort(values.begin(), values.end());
    const auto at = [&](double share) {
        const double place = share * static_cast<double>(values.size() - 1);
        const auto below = static_cast<std::size_t>(place);
        const std::size_t above = std::min(below + 1, values.size() - 1);
        return std::lerp(values[below], values[above], place - static_cast<double>(below));
    };
    return {at((1 - level) / 2), at((1 + level) / 2)};
}

}  // namespace

Result<F1Intervals> f1Intervals(const LabelLists& gold, const LabelLists& predicted, std::size_t labelCount, double level,
                                std::size_t replicates) {
    if (auto fits = checkLists("gold", gold, gold.size(), labelCount); !fits) return fits.error();
    if (auto fits = checkLists("predicted", predicted, gold.size(), labelCount); !fits) return fits.error();
    const std::vector<Pattern> patterns = patternsOf(gold, predicted);
    if (patterns.empty() || replicates == 0) return F1Intervals{};
    std::vector<LabelCounts> counts(labelCount);
    std::uint64_t rows = 0;
    for (const Pattern& pattern : patterns) {
        add(pattern, pattern.rows, counts);
        rows += pattern.rows;
    }
    Labels occurring;
    for (std::uint32_t label = 0; label < labelCount; ++label)
        if (counts[label].either() > 0) occurring.push_back(label);

    std::mt19937_64 random(1979);  // NOLINT(cert-msc32-c,cert-msc51-cpp): the same rows shall give the same bounds
    std::vector<double> micro;
    std::vector<double> macro;
    for (std::size_t i = 0; i < replicates; ++i) {
        draw(patterns, rows, random, counts);
        micro.push_back(microF1(counts));
        double sum = 0;
        for (const std::uint32_t label : occurring) sum += figuresOf(counts[label]).f1;
        macro.push_back(occurring.empty() ? 0 : sum / static_cast<double>(occurring.size()));
    }
    return F1Intervals{quantiles(std::move(micro), level), quantiles(std::move(macro), level)};
}

}  // namespace labelwright
