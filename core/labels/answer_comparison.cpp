#include "core/labels/answer_comparison.h"

#include <algorithm>
#include <span>

#include "core/domain/label_reader.h"

namespace labelwright {
namespace {

/// [Kb, Ka]: whether a label before and one after are the same to a person.
class SameLabels {
public:
    SameLabels(const LabelSet& before, const LabelSet& after)
        : m_after(after.labels.size()), m_same(before.labels.size() * m_after, false) {
        for (std::size_t b = 0; b < before.labels.size(); ++b) {
            mark(b, findLabel(after, before.labels[b].id), after);
            for (std::size_t a = 0; a < m_after; ++a) {
                if (findLabel(before, after.labels[a].id) == &before.labels[b]) m_same[b * m_after + a] = true;
            }
        }
    }
    bool operator()(std::uint32_t before, std::uint32_t after) const { return m_same[before * m_after + after]; }

private:
    void mark(std::size_t before, const Label* found, const LabelSet& after) {
        if (found != nullptr) m_same[before * m_after + static_cast<std::size_t>(found - after.labels.data())] = true;
    }

    std::size_t m_after;
    std::vector<bool> m_same;
};

/// Whether each label of one answer is, to a person, among those of the other.
bool sameAnswer(std::span<const std::uint32_t> before, std::span<const std::uint32_t> after, const SameLabels& same) {
    const auto keptIn = [&](std::uint32_t b) {
        return std::any_of(after.begin(), after.end(), [&](std::uint32_t a) { return same(b, a); });
    };
    const auto wasIn = [&](std::uint32_t a) {
        return std::any_of(before.begin(), before.end(), [&](std::uint32_t b) { return same(b, a); });
    };
    return std::all_of(before.begin(), before.end(), keptIn) && std::all_of(after.begin(), after.end(), wasIn);
}

void count(std::span<const std::uint32_t> given, std::vector<std::uint64_t>& counts) {
    for (const std::uint32_t label : given) ++counts[label];
    if (given.empty()) ++counts.back();
}

}  // namespace

std::optional<AnswerComparison> compareAnswers(const ScoreTable& scores, const AnswerRule& before, const AnswerRule& after,
                                               std::stop_token stop) {
    AnswerComparison result;
    result.labelsBefore = before.labels.labels.size();
    result.labelsAfter = after.labels.labels.size();
    result.before.assign(result.labelsBefore + 1, 0);
    result.after.assign(result.labelsAfter + 1, 0);
    result.matrix.assign((result.labelsBefore + 1) * (result.labelsAfter + 1), 0);
    LabelReader readBefore(before.labels, scores);
    LabelReader readAfter(after.labels, scores);
    const SameLabels same(before.labels, after.labels);
    for (std::size_t row = 0; row < scores.rows(); ++row) {
        if (row % ScoreTable::blockRows == 0 && stop.stop_requested()) return std::nullopt;
        readBefore.read(scores, row);
        readAfter.read(scores, row);
        if (!readBefore.complete() || !readAfter.complete()) {
            ++result.incomplete;
            continue;
        }
        ++result.compared;
        const Decision old = readBefore.decide(scores, before.selection);
        const Decision present = readAfter.decide(scores, after.selection);
        count(old.labels, result.before);
        count(present.labels, result.after);
        const std::size_t b = old.labels.empty() ? result.labelsBefore : old.labels.front();
        const std::size_t a = present.labels.empty() ? result.labelsAfter : present.labels.front();
        ++result.matrix[b * (result.labelsAfter + 1) + a];
        if (!sameAnswer(old.labels, present.labels, same))
            result.changed.push_back({static_cast<std::uint32_t>(row), static_cast<std::uint16_t>(b), static_cast<std::uint16_t>(a)});
    }
    return result;
}

}  // namespace labelwright
