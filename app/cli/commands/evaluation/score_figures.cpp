#include "app/cli/commands/evaluation/score_figures.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace labelwright::cli {
namespace {

constexpr std::size_t rowsBetweenPolls = 4096;

Error cancelled() { return {ErrorCode::Cancelled, "interrupted before the end", {}}; }

/// For each label of the input its place among the scores, or noLabel.
std::vector<std::uint32_t> placesAmongScores(const EvaluateInput& input) {
    const auto& scored = input.scores->labels();
    std::vector<std::uint32_t> places;
    for (const std::string& label : input.labels) {
        const auto found = std::find(scored.begin(), scored.end(), label);
        places.push_back(found == scored.end() ? noLabel : static_cast<std::uint32_t>(found - scored.begin()));
    }
    return places;
}

/// Gold in the numbering of the scores; missing where a label has no score.
LabelLists goldAmongScores(const EvaluateInput& input) {
    const auto places = placesAmongScores(input);
    LabelLists gold;
    std::vector<std::uint32_t> labels;
    for (std::size_t row = 0; row < input.gold.size(); ++row) {
        labels.clear();
        for (const std::uint32_t label : input.gold[row]) labels.push_back(places[label]);
        const bool scored = std::find(labels.begin(), labels.end(), noLabel) == labels.end();
        if (input.gold.missing(row) || !scored) gold.addMissing();
        else gold.add(labels);
    }
    return gold;
}

/// A logit that reading with temperature 1 turns into the probability again.
float logitOf(float probability, bool several) {
    const float p = std::clamp(probability, std::numeric_limits<float>::min(), 1 - std::numeric_limits<float>::epsilon() / 2);
    return several ? std::log(p) - std::log1p(-p) : std::log(p);
}

LabelSet labelSetOf(const std::vector<std::string>& names) {
    LabelSet set;
    for (const std::string& name : names) {
        Label label;
        label.id = label.name = name;
        set.labels.push_back(std::move(label));
    }
    return set;
}

}  // namespace

std::optional<SurestLabels> surestLabels(const EvaluateInput& input) {
    const std::size_t rows = input.table.dataset->size();
    SurestLabels surest{LabelColumn(rows, noLabel), std::vector<float>(rows, std::numeric_limits<float>::quiet_NaN())};
    if (input.scores) {
        const auto& scored = input.scores->labels();
        std::vector<float> probabilities(scored.size());
        for (std::size_t row = 0; row < rows; ++row) {
            input.scores->read(row, probabilities);
            const Decision decision = decide(probabilities, {});
            if (decision.best == Decision::none) continue;
            const auto place = std::lower_bound(input.labels.begin(), input.labels.end(), scored[decision.best]);
            surest.label[row] = static_cast<std::uint32_t>(place - input.labels.begin());
            surest.confidence[row] = decision.confidence;
        }
        return surest;
    }
    if (!input.confidence || input.several) return std::nullopt;
    for (std::size_t row = 0; row < rows; ++row) {
        if (!input.predicted[row].empty()) surest.label[row] = input.predicted[row].front();
    }
    surest.confidence = *input.confidence;
    return surest;
}

Result<ScoreFigures> scoreFigures(const EvaluateInput& input, const std::stop_token& stop) {
    const LabelLists gold = goldAmongScores(input);
    const LabelSet labels = labelSetOf(input.scores->labels());
    const auto hypotheses = hypothesisHashes(labels);
    ScoreFigures figures;
    ScoreTable logits(gold.size());
    std::vector<float> probabilities(labels.labels.size());
    std::vector<PairLogits> pairs(probabilities.size());
    for (std::uint32_t row = 0; row < gold.size(); ++row) {
        if (row % rowsBetweenPolls == 0 && stop.stop_requested()) return cancelled();
        if (gold.missing(row)) continue;
        input.scores->read(row, probabilities);
        if (input.several) figures.scores.add(probabilities, gold[row]);
        else if (!gold[row].empty()) figures.scores.add(probabilities, gold[row].front());
        for (std::uint32_t label = 0; label < probabilities.size(); ++label) {
            figures.eachLabel.add(probabilities[label], std::binary_search(gold[row].begin(), gold[row].end(), label));
            pairs[label] = {std::isnan(probabilities[label]) ? probabilities[label] : logitOf(probabilities[label], input.several), 0, {}};
        }
        logits.set(std::span(&row, 1), hypotheses, pairs);
    }
    Selection selection;
    selection.mode = input.several ? SelectionMode::EveryAboveThreshold : SelectionMode::SingleBest;
    auto fit = fitTemperature(logits, labels, selection, gold, stop);
    if (fit) figures.factor = *fit;
    else if (fit.error().code == ErrorCode::Cancelled) return fit.error();
    return figures;
}

}  // namespace labelwright::cli
