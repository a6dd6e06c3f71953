#include "core/evaluation/reliability.h"

#include <algorithm>
#include <cmath>

namespace labelwright {

Reliability::Reliability(std::size_t bins) : m_sums(std::max<std::size_t>(bins, 1)), m_width(1.0 / static_cast<double>(m_sums.size())) {}

void Reliability::add(double probability, bool correct) {
    if (std::isnan(probability)) return;
    const std::size_t last = m_sums.size() - 1;
    auto bin = static_cast<std::size_t>(std::clamp(probability, 0.0, 1.0) / m_width);
    bin = std::min(bin, last);
    // A probability on an edge belongs to the bin below it; the division may have landed beside the edge.
    while (bin > 0 && probability <= edge(bin)) --bin;
    while (bin < last && probability > edge(bin + 1)) ++bin;
    ++m_count;
    ++m_sums[bin].count;
    m_sums[bin].correct += correct ? 1 : 0;
    m_sums[bin].probability += probability;
}

std::vector<ReliabilityBin> Reliability::bins(double level) const {
    std::vector<ReliabilityBin> bins;
    for (std::size_t i = 0; i < m_sums.size(); ++i) {
        const Sums& sums = m_sums[i];
        ReliabilityBin bin{edge(i), i + 1 == m_sums.size() ? 1.0 : edge(i + 1), sums.count, sums.correct, 0, 0, {}};
        if (sums.count > 0) {
            const auto count = static_cast<double>(sums.count);
            bin.meanProbability = sums.probability / count;
            bin.accuracy = static_cast<double>(sums.correct) / count;
            bin.interval = wilsonInterval(static_cast<double>(sums.correct), count, level);
        }
        bins.push_back(bin);
    }
    return bins;
}

double Reliability::expectedError() const {
    double sum = 0;
    for (const Sums& bin : m_sums) sum += std::abs(static_cast<double>(bin.correct) - bin.probability);
    return m_count > 0 ? sum / static_cast<double>(m_count) : 0;
}

double Reliability::greatestError() const {
    double greatest = 0;
    for (const Sums& bin : m_sums) {
        if (bin.count > 0)
            greatest = std::max(greatest, std::abs(static_cast<double>(bin.correct) - bin.probability) / static_cast<double>(bin.count));
    }
    return greatest;
}

}  // namespace labelwright
