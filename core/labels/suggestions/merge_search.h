#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include "core/labels/meaning/affinity.h"
#include "core/labels/suggestions/complete_linkage.h"
#include "core/labels/suggestions/shared_behaviour.h"
#include "core/labels/suggestions/suggest_merges.h"

namespace labelwright {

/// One search among the labels of one set: compares every pair, then groups what is alike. Borrows the question. One thread.
class MergeSearch {
public:
    MergeSearch(const MergeQuestion& question, const std::stop_token& stop);

    void comparePairs(const std::stop_token& stop);
    MergeSuggestions result() &&;

private:
    using Pair = std::pair<std::uint32_t, std::uint32_t>;  // indices of labels, ascending
    struct Evidence {
        Affinity meaning;
        SharedBehaviour behaviour;
        float score = 0;
    };

    void compare(Pair pair);
    bool isKeptApart(Pair pair) const;
    /// Index of the wider of two names, or npos; npos too where a parent is set already.
    std::uint32_t widerOf(Pair pair) const;
    const Evidence& evidenceOf(std::uint32_t a, std::uint32_t b) const { return m_evidence.at({std::min(a, b), std::max(a, b)}); }
    MergeSuggestion suggestion(SuggestedAct act, std::vector<std::uint32_t> members, const std::vector<Pair>& pairs) const;
    MergeSuggestion merge(const std::vector<std::uint32_t>& members) const;
    MergeSuggestion below(std::uint32_t parent, const std::vector<std::uint32_t>& children) const;
    /// Members with the one first whose name would survive: of most texts, else nearest to the others.
    std::vector<std::uint32_t> survivorFirst(std::vector<std::uint32_t> members) const;

    static constexpr std::uint32_t npos = 0xffffffffU;
    const MergeQuestion& m_question;
    const std::vector<Label>& m_labels;
    const std::vector<std::string> m_names;
    const BehaviourSample m_sample;
    std::vector<std::vector<float>> m_vectors;  // of names with descriptions
    std::vector<NamedMeaning> m_compared;
    CosineBackground m_background;
    std::set<std::pair<std::string, std::string>> m_never;
    std::map<Pair, Evidence> m_evidence;  // of pairs alike enough
    std::vector<LikePair> m_alike;
    std::map<std::uint32_t, std::vector<std::uint32_t>> m_children;  // by parent
    MergeSuggestions m_result;
};

}  // namespace labelwright
