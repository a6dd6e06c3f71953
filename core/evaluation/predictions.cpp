#include "core/evaluation/predictions.h"

#include "core/domain/label_reader.h"

namespace labelwright {

std::optional<Predictions> predictionsOf(const ScoreTable& scores, const LabelSet& labels, const Selection& selection,
                                         std::stop_token stop) {
    Predictions predictions;
    predictions.best.reserve(scores.rows());
    predictions.confidence.reserve(scores.rows());
    LabelReader reader(labels, scores);
    for (std::size_t row = 0; row < scores.rows(); ++row) {
        if (row % ScoreTable::blockRows == 0 && stop.stop_requested()) return std::nullopt;
        reader.read(scores, row);
        if (!reader.complete()) {
            predictions.best.push_back(missingAnswer);
            predictions.confidence.push_back(0);
            predictions.given.addMissing();
            continue;
        }
        const Decision decision = reader.decide(scores, selection);
        predictions.best.push_back(decision.best);
        predictions.confidence.push_back(decision.confidence);
        predictions.given.add(decision.labels);
    }
    return predictions;
}

}  // namespace labelwright
