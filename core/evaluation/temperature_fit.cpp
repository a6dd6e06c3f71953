#include "core/evaluation/temperature_fit.h"

#include <algorithm>
#include <boost/math/tools/minima.hpp>
#include <cmath>
#include <vector>

#include "core/domain/label_reader.h"
#include "core/evaluation/probability_scores.h"
#include "core/evaluation/reliability.h"

namespace labelwright {
namespace {

constexpr int doublings = 6;      // of the temperature, up and down
constexpr int accurateBits = 16;  // probabilities are single precision, and no minimum is known better than half their bits
constexpr std::uintmax_t steps = 60;

struct Measured {
    ProbabilityScores scores;
    Reliability reliability;
};

/// Measures the probabilities of the rows with gold at one temperature after the other.
class Measurement {
public:
    Measurement(const ScoreTable& scores, const LabelSet& labels, const Selection& selection, const LabelLists& gold, std::stop_token stop)
        : m_scores(scores), m_reader(labels, scores), m_selection(selection), m_gold(gold), m_stop(std::move(stop)) {
        for (std::size_t row = 0; row < std::min(gold.size(), scores.rows()); ++row) {
            const bool usable = !gold.missing(row) && (!single() || gold[row].size() == 1);
            if (usable && m_reader.read(scores, row) && m_reader.complete()) m_rows.push_back(static_cast<std::uint32_t>(row));
        }
        if (m_rows.size() <= mostFittedRows) return;
        for (std::size_t i = 0; i < mostFittedRows; ++i) m_rows[i] = m_rows[i * m_rows.size() / mostFittedRows];
        m_rows.resize(mostFittedRows);
    }

    bool single() const { return m_selection.mode == SelectionMode::SingleBest; }
    const std::vector<std::uint32_t>& rows() const { return m_rows; }
    bool stopped() const { return m_stop.stop_requested(); }

    Measured at(float temperature) {
        Measured measured;
        m_selection.temperature = temperature;
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            if (i % ScoreTable::blockRows == 0 && stopped()) break;
            m_reader.read(m_scores, m_rows[i]);
            add(m_reader.probabilities(m_scores, m_selection), m_gold[m_rows[i]], measured);
        }
        return measured;
    }
    double logLoss(double logTemperature) { return at(static_cast<float>(std::exp(logTemperature))).scores.logLoss(); }

private:
    void add(std::span<const float> probabilities, std::span<const std::uint32_t> gold, Measured& measured) const {
        if (single()) {
            measured.scores.add(probabilities, gold.front());
            const Decision decision = decide(probabilities, m_selection);
            measured.reliability.add(decision.confidence, decision.best == gold.front());
            return;
        }
        measured.scores.add(probabilities, gold);
        for (std::uint32_t label = 0; label < probabilities.size(); ++label)
            measured.reliability.add(probabilities[label], std::binary_search(gold.begin(), gold.end(), label));
    }

    const ScoreTable& m_scores;
    LabelReader m_reader;
    Selection m_selection;
    const LabelLists& m_gold;
    std::stop_token m_stop;
    std::vector<std::uint32_t> m_rows;
};

float temperatureInForce(const ScoreReading& reading, const Selection& selection) {
    return selection.temperature.value_or(reading.rule == ScoreRule::Cosine ? reading.temperature : 1.0F);
}

/// Where between the ends the loss is least. Merged labels and clipped probabilities may make small second valleys: the deepest of a row of
/// points is followed.
double bestLogTemperature(Measurement& measurement, double start) {
    double best = start;
    double least = measurement.logLoss(start);
    for (int k = -doublings; k <= doublings; ++k) {
        const double point = start + k * std::log(2.0);
        const double loss = k == 0 ? least : measurement.logLoss(point);
        if (loss >= least) continue;
        best = point;
        least = loss;
    }
    const double low = std::max(best - std::log(2.0), start - doublings * std::log(2.0));
    const double high = std::min(best + std::log(2.0), start + doublings * std::log(2.0));
    std::uintmax_t mostSteps = steps;
    const auto [found, loss] =
        boost::math::tools::brent_find_minima([&](double point) { return measurement.logLoss(point); }, low, high, accurateBits, mostSteps);
    return loss < least ? found : best;
}

}  // namespace

Result<TemperatureFit> fitTemperature(const ScoreTable& scores, const LabelSet& labels, const Selection& selection, const LabelLists& gold,
                                      std::stop_token stop) {
    if (auto fits = checkLists("gold", gold, scores.rows(), labels.labels.size()); !fits) return fits.error();
    Measurement measurement(scores, labels, selection, gold, std::move(stop));
    if (measurement.rows().empty()) {
        return Error{ErrorCode::InvalidArgument,
                     "no row has both a gold label and scores of every label: give gold labels for some scored rows first",
                     {"gold", "no rows"}};
    }
    TemperatureFit fit;
    fit.before = temperatureInForce(scores.reading(measurement.rows().front()), selection);
    fit.rows = measurement.rows().size();
    const double start = std::log(static_cast<double>(fit.before));
    const double found = bestLogTemperature(measurement, start);
    fit.temperature = found == start ? fit.before : static_cast<float>(std::exp(found));
    fit.atBound = std::abs(found - start) > (doublings - 0.01) * std::log(2.0);
    const Measured before = measurement.at(fit.before);
    const Measured after = measurement.at(fit.temperature);
    if (measurement.stopped()) return Error{ErrorCode::Cancelled, "the fit was cancelled", {}};
    fit.logLossBefore = before.scores.logLoss();
    fit.logLoss = after.scores.logLoss();
    fit.expectedErrorBefore = before.reliability.expectedError();
    fit.expectedError = after.reliability.expectedError();
    return fit;
}

}  // namespace labelwright
