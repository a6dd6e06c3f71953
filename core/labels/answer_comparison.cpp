#include "core/labels/answer_comparison.h"

#include <algorithm>
#include <functional>
#include <span>
#include <thread>

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

AnswerComparison emptyComparison(const AnswerRule& before, const AnswerRule& after) {
    AnswerComparison result;
    result.labelsBefore = before.labels.labels.size();
    result.labelsAfter = after.labels.labels.size();
    result.before.assign(result.labelsBefore + 1, 0);
    result.after.assign(result.labelsAfter + 1, 0);
    result.matrix.assign((result.labelsBefore + 1) * (result.labelsAfter + 1), 0);
    return result;
}

/// Reads the sentences of both sets together, some rows at a time: most are the same, and stand column by column.
class BothSets {
public:
    BothSets(const ScoreTable& scores, const LabelSet& before, const LabelSet& after)
        : m_scores(scores), m_before(before, scores), m_after(after, scores) {
        for (auto [reader, places] : {std::pair(&m_before, &m_placesBefore), std::pair(&m_after, &m_placesAfter)}) {
            for (const std::size_t column : reader->columns()) {
                const auto known = std::find(m_columns.begin(), m_columns.end(), column);
                places->push_back(static_cast<std::size_t>(known - m_columns.begin()));
                if (known == m_columns.end()) m_columns.push_back(column);
            }
        }
        m_logits.resize(rowsAtOnce * m_columns.size());
    }

    /// The next row in order.
    void read(std::size_t row) {
        if (row >= m_first + m_count) {
            m_first = row;
            m_count = std::min({rowsAtOnce, m_scores.rows() - row, ScoreTable::blockRows - row % ScoreTable::blockRows});
            m_scores.readRows(m_first, m_count, m_columns, m_logits);
        }
        const auto logits = std::span<const PairLogits>(m_logits).subspan((row - m_first) * m_columns.size(), m_columns.size());
        m_before.take(row, logits, m_placesBefore);
        m_after.take(row, logits, m_placesAfter);
    }
    LabelReader& before() noexcept { return m_before; }
    LabelReader& after() noexcept { return m_after; }

private:
    static constexpr std::size_t rowsAtOnce = 32;

    const ScoreTable& m_scores;
    LabelReader m_before, m_after;
    std::vector<std::size_t> m_columns;  // of both
    std::vector<std::size_t> m_placesBefore, m_placesAfter;
    std::vector<PairLogits> m_logits;  // [rowsAtOnce, columns]
    std::size_t m_first = 0;
    std::size_t m_count = 0;
};

/// Rows from `begin` up to `end`; nothing if stopped.
std::optional<AnswerComparison> compareRows(const ScoreTable& scores, const AnswerRule& before, const AnswerRule& after,
                                            const SameLabels& same, std::size_t begin, std::size_t end, const std::stop_token& stop) {
    AnswerComparison result = emptyComparison(before, after);
    BothSets both(scores, before.labels, after.labels);
    for (std::size_t row = begin; row < end; ++row) {
        if (row % ScoreTable::blockRows == 0 && stop.stop_requested()) return std::nullopt;
        both.read(row);
        if (!both.before().complete() || !both.after().complete()) {
            ++result.incomplete;
            continue;
        }
        ++result.compared;
        const std::vector<std::uint32_t> old = both.before().labelsGiven(scores, before.selection);
        const std::vector<std::uint32_t> present = both.after().labelsGiven(scores, after.selection);
        count(old, result.before);
        count(present, result.after);
        const std::size_t b = old.empty() ? result.labelsBefore : old.front();
        const std::size_t a = present.empty() ? result.labelsAfter : present.front();
        ++result.matrix[b * (result.labelsAfter + 1) + a];
        if (!sameAnswer(old, present, same))
            result.changed.push_back({static_cast<std::uint32_t>(row), static_cast<std::uint16_t>(b), static_cast<std::uint16_t>(a)});
    }
    return result;
}

void addTo(AnswerComparison& whole, const AnswerComparison& part) {
    const auto add = [](std::vector<std::uint64_t>& to, const std::vector<std::uint64_t>& from) {
        std::transform(to.begin(), to.end(), from.begin(), to.begin(), std::plus<>());
    };
    add(whole.before, part.before);
    add(whole.after, part.after);
    add(whole.matrix, part.matrix);
    whole.changed.insert(whole.changed.end(), part.changed.begin(), part.changed.end());
    whole.compared += part.compared;
    whole.incomplete += part.incomplete;
}

constexpr std::size_t mostThreads = 16;

}  // namespace

std::optional<AnswerComparison> compareAnswers(const ScoreTable& scores, const AnswerRule& before, const AnswerRule& after,
                                               std::stop_token stop) {
    const SameLabels same(before.labels, after.labels);
    // Somebody waits for the answer, and rows have nothing to do with one another: every processor takes a stretch of them.
    const std::size_t blocks = (scores.rows() + ScoreTable::blockRows - 1) / ScoreTable::blockRows;
    const std::size_t processors = std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, mostThreads);
    const std::size_t parts = std::clamp<std::size_t>(blocks, 1, processors);
    std::vector<std::optional<AnswerComparison>> results(parts);
    {
        std::vector<std::jthread> threads;
        for (std::size_t part = 0; part < parts; ++part) {
            const std::size_t begin = blocks * part / parts * ScoreTable::blockRows;
            const std::size_t end = std::min(blocks * (part + 1) / parts * ScoreTable::blockRows, scores.rows());
            const auto compare = [&, part, begin, end] { results[part] = compareRows(scores, before, after, same, begin, end, stop); };
            if (part + 1 == parts) compare();
            else threads.emplace_back(compare);
        }
    }
    AnswerComparison whole = emptyComparison(before, after);
    for (const auto& part : results) {
        if (!part) return std::nullopt;
        addTo(whole, *part);
    }
    return whole;
}

}  // namespace labelwright
