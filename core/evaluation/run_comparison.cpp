#include "core/evaluation/run_comparison.h"

#include <algorithm>

namespace labelwright {
namespace {

/// Counts rows one by one; a row's answers are anything that can be compared.
class Comparison {
public:
    void add(std::size_t row, bool equal, double jaccard) {
        ++m_result.rows;
        m_jaccard += jaccard;
        if (equal) ++m_result.equal;
        else m_result.differing.push_back(static_cast<std::uint32_t>(row));
    }
    void addGold(bool firstCorrect, bool secondCorrect) {
        ++m_gold.rows;
        m_gold.firstCorrect += firstCorrect ? 1 : 0;
        m_gold.secondCorrect += secondCorrect ? 1 : 0;
        m_gold.bothCorrect += firstCorrect && secondCorrect ? 1 : 0;
    }
    RunComparison result(bool hasGold) && {
        const auto rows = static_cast<double>(m_result.rows);
        if (m_result.rows > 0) {
            m_result.agreement = static_cast<double>(m_result.equal) / rows;
            m_result.jaccard = m_jaccard / rows;
        }
        m_result.agreementInterval = wilsonInterval(static_cast<double>(m_result.equal), rows);
        if (!hasGold) return std::move(m_result);
        m_gold.test = mcNemarTest(m_gold.firstCorrect - m_gold.bothCorrect, m_gold.secondCorrect - m_gold.bothCorrect);
        m_result.gold = m_gold;
        return std::move(m_result);
    }

private:
    RunComparison m_result;
    GoldComparison m_gold;
    double m_jaccard = 0;
};

/// Cohen's kappa from how often each class was given, "none" last.
std::optional<double> kappaOf(const RunComparison& comparison, std::span<const std::uint64_t> first,
                              std::span<const std::uint64_t> second) {
    if (comparison.rows == 0) return std::nullopt;
    const auto rows = static_cast<double>(comparison.rows);
    double byChance = 0;
    for (std::size_t label = 0; label < first.size(); ++label)
        byChance += static_cast<double>(first[label]) / rows * (static_cast<double>(second[label]) / rows);
    if (byChance >= 1) return std::nullopt;  // one class everywhere: exactly 1
    return (comparison.agreement - byChance) / (1 - byChance);
}

bool equalLists(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end());
}

double jaccardOf(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) {
    const std::size_t common = commonLabels(a, b);
    const std::size_t either = a.size() + b.size() - common;
    return either > 0 ? static_cast<double>(common) / static_cast<double>(either) : 1;
}

}  // namespace

Result<RunComparison> compareRuns(std::span<const std::uint32_t> first, std::span<const std::uint32_t> second, std::size_t labelCount,
                                  std::span<const std::uint32_t> gold) {
    if (auto fits = checkColumn("first", first, first.size(), labelCount); !fits) return fits.error();
    if (auto fits = checkColumn("second", second, first.size(), labelCount); !fits) return fits.error();
    if (auto fits = checkColumn("gold", gold, gold.empty() ? 0 : first.size(), labelCount); !fits) return fits.error();
    Comparison comparison;
    std::vector<std::uint64_t> byFirst(labelCount + 1);
    std::vector<std::uint64_t> bySecond(labelCount + 1);
    for (std::size_t row = 0; row < first.size(); ++row) {
        if (first[row] == missingAnswer || second[row] == missingAnswer) continue;
        const bool equal = first[row] == second[row];
        comparison.add(row, equal, equal ? 1 : 0);
        ++byFirst[std::min<std::size_t>(first[row], labelCount)];
        ++bySecond[std::min<std::size_t>(second[row], labelCount)];
        if (!gold.empty() && gold[row] != missingAnswer) comparison.addGold(first[row] == gold[row], second[row] == gold[row]);
    }
    RunComparison result = std::move(comparison).result(!gold.empty());
    result.kappa = kappaOf(result, byFirst, bySecond);
    return result;
}

Result<RunComparison> compareRuns(const LabelLists& first, const LabelLists& second, std::size_t labelCount, const LabelLists* gold) {
    if (auto fits = checkLists("first", first, first.size(), labelCount); !fits) return fits.error();
    if (auto fits = checkLists("second", second, first.size(), labelCount); !fits) return fits.error();
    if (gold != nullptr) {
        if (auto fits = checkLists("gold", *gold, first.size(), labelCount); !fits) return fits.error();
    }
    Comparison comparison;
    for (std::size_t row = 0; row < first.size(); ++row) {
        if (first.missing(row) || second.missing(row)) continue;
        comparison.add(row, equalLists(first[row], second[row]), jaccardOf(first[row], second[row]));
        if (gold != nullptr && !gold->missing(row))
            comparison.addGold(equalLists(first[row], (*gold)[row]), equalLists(second[row], (*gold)[row]));
    }
    return std::move(comparison).result(gold != nullptr);
}

}  // namespace labelwright
