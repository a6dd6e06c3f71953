#pragma once

#include <cstdint>
#include <stop_token>
#include <vector>

#include "core/domain/label.h"
#include "core/domain/score_table.h"
#include "core/domain/selection.h"
#include "core/labels/suggestions/merge_suggestion.h"

namespace labelwright {

/// What stored scores say about pairs of labels, from at most 20,000 rows, evenly spread (always the same ones), that were read by one
/// model, the one with most of them, and have scores of every label. Labels without scores in most of these rows are left out, and nothing
/// is known about them. A value; any thread.
class BehaviourSample {
public:
    /// Borrows nothing. Stopped: empty.
    BehaviourSample(const LabelSet& labels, const ScoreTable& scores, const Selection& selection, const std::stop_token& stop);

    std::size_t texts() const noexcept { return m_rows.size(); }
    std::uint64_t wins(std::uint32_t label) const noexcept {  ///< rows that are given the label first
        return m_place[label] == unscored ? 0 : m_wins[m_place[label]];
    }
    /// Without texts where one of the labels has no scores.
    SharedBehaviour of(std::uint32_t leftLabel, std::uint32_t rightLabel) const;

    /// Log-odds for "the same" that the behaviour adds to what the names say, within ±1.5; 0 where little is known. How far the
    /// correlation lies above that of other pairs of this set, and how often one is the close runner-up of the other.
    float evidence(const SharedBehaviour& behaviour) const;

private:
    struct Ranking {
        std::uint32_t best = 0;
        std::uint32_t second = 0;
        float margin = 0;
    };
    float correlation(std::uint32_t left, std::uint32_t right) const;
    float probability(std::size_t text, std::uint32_t label) const noexcept { return m_probabilities[text * m_wins.size() + label]; }
    void readRows(const LabelSet& labels, const ScoreTable& scores, const Selection& selection, const std::vector<std::uint32_t>& rows,
                  const std::stop_token& stop);
    void standardise();
    void measureUsualCorrelation();

    // Below, [label] is a place among the labels that have scores.
    static constexpr std::uint32_t unscored = static_cast<std::uint32_t>(-1);
    std::vector<std::uint32_t> m_place;  // of each label of the set
    std::vector<std::uint32_t> m_rows;
    std::vector<std::vector<float>> m_logits;  // [label][text], mean 0 and length 1
    std::vector<float> m_probabilities;        // [text, label]
    std::vector<Ranking> m_rankings;           // [text]
    std::vector<std::uint64_t> m_wins;         // [label]
    float m_usualCorrelation = 0;
    float m_usualDeviation = 1;
};

}  // namespace labelwright
