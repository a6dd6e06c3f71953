#include "core/labels/suggestions/merge_search.h"

#include <algorithm>
#include <cmath>

#include "core/base/utf8.h"
#include "core/labels/kept_apart.h"
#include "core/labels/label_list.h"
#include "core/labels/suggestions/compared_names.h"
#include "core/labels/suggestions/never_together.h"

namespace labelwright {
namespace {

constexpr std::size_t withheldShown = 10;
/// Deviations above the background from which a pair is near enough for its absence to need a reason: where words say that it is apart,
/// and where only numbers do.
constexpr float nearFrom = 1.5F;
constexpr float veryNearFrom = 5;
/// P(related) from which a name with words before it is put below the plain one.
constexpr float belowFrom = 0.5F;
/// Below this, no behaviour makes a suggestion of a pair; saves looking at it.
constexpr float possibleFrom = 0.1F;
/// Labels from which the set itself says how alike unrelated names of its subject are.
constexpr std::size_t manyLabels = 20;
constexpr std::size_t usualLabels = 10;
constexpr float shareOfDescription = 0.5F;
/// Units from which a name is a phrase; the affinity was fitted on words of one to four characters.
constexpr std::size_t phraseInChinese = 5;
constexpr std::size_t phraseInEnglish = 2;
/// Phrases share so much beside their point that only very near ones are taken for the same: log-odds taken off for each deviation below.
constexpr float nearPhrases = 4.5F;
constexpr float offForDeviation = 1.5F;

/// Whether a person may wonder why two labels are not suggested.
bool needsReason(const Affinity& meaning) {
    switch (meaning.opposition.kind) {
        case Opposition::Antonyms:
        case Opposition::Negation: return true;
        case Opposition::DifferentHead: return meaning.standardised >= nearFrom;
        case Opposition::None: return meaning.standardised >= veryNearFrom && meaning.opposite > 0.5F;
    }
    return false;
}

float withEvidence(float probability, float logOdds) {
    const float bounded = std::clamp(probability, 1e-6F, 1 - 1e-6F);
    return 1 / (1 + std::exp(-std::log(bounded / (1 - bounded)) - logOdds));
}

/// The affinity was fitted on as many synonyms as unrelated pairs. The more labels, the more pairs are alike by chance: n labels have about
/// n² / 2 pairs, of which perhaps n / 10 mean the same.
Affinity amongSoMany(Affinity meaning, std::size_t labels) {
    const float related = meaning.same + meaning.opposite;
    if (related >= 1 || labels <= usualLabels) return meaning;
    const float rarer = withEvidence(related, -std::log(static_cast<float>(labels) / static_cast<float>(usualLabels)));
    meaning.same *= rarer / std::max(related, 1e-9F);
    meaning.opposite *= rarer / std::max(related, 1e-9F);
    meaning.unrelated = 1 - rarer;
    return meaning;
}

bool isPhrase(const NameUnits& units) {
    const bool chinese = std::any_of(units.begin(), units.end(), [](const std::string& unit) { return containsCjk(unit); });
    return units.size() >= (chinese ? phraseInChinese : phraseInEnglish);
}

/// What the affinity says where a phrase is compared, doubted where their embeddings are not much nearer than others of the set.
Affinity ofPhrases(Affinity meaning) {
    const float off = offForDeviation * std::max(0.0F, nearPhrases - meaning.standardised);
    const float same = withEvidence(meaning.same, -off);
    meaning.unrelated += meaning.same - same;
    meaning.same = same;
    return meaning;
}

std::vector<float> labelVector(const Label& label, const std::string& name, const SentenceVectors& vectors) {
    const auto ofName = vectors.of(name);
    std::vector<float> vector(ofName.begin(), ofName.end());
    const auto ofDescription = label.description.empty() ? std::span<const float>() : vectors.of(label.description);
    for (std::size_t i = 0; i < vector.size() && i < ofDescription.size(); ++i) vector[i] += shareOfDescription * ofDescription[i];
    normalise(vector);
    return vector;
}

/// That of unrelated names, or of the set's own where its names are more alike than those.
CosineBackground backgroundFor(const std::vector<std::string>& names, const SentenceVectors& vectors) {
    CosineBackground background = backgroundOf(backgroundNames(std::any_of(names.begin(), names.end(), containsCjk)), vectors);
    if (names.size() < manyLabels) return background;
    const CosineBackground own = backgroundOf(names, vectors);
    background.mean = std::max(background.mean, own.mean);
    background.deviation = std::max(background.deviation, own.deviation);
    return background;
}

}  // namespace

MergeSearch::MergeSearch(const MergeQuestion& question, const std::stop_token& stop)
    : m_question(question),
      m_labels(question.labels.labels),
      m_names(comparedNames(question.labels, question.asked)),
      m_sample(question.labels, question.scores, question.selection, stop),
      m_background(backgroundFor(m_names, question.vectors)) {
    for (std::size_t i = 0; i < m_labels.size(); ++i) m_vectors.push_back(labelVector(m_labels[i], m_names[i], question.vectors));
    const auto units = distinctiveUnits(m_names);
    for (std::size_t i = 0; i < m_labels.size(); ++i) m_compared.push_back({m_names[i], units[i], m_vectors[i]});
    for (const auto& [left, right] : question.neverTogether) m_never.insert(unorderedNames(left, right));
}

void MergeSearch::comparePairs(const std::stop_token& stop) {
    for (std::uint32_t right = 1; right < m_labels.size() && !stop.stop_requested(); ++right) {
        for (std::uint32_t left = 0; left < right; ++left) compare({left, right});
    }
}

void MergeSearch::compare(Pair pair) {
    const auto& [left, right] = pair;
    Evidence evidence{affinity(m_compared[left], m_compared[right], m_background, m_question.vectors), {}, 0};
    evidence.meaning = amongSoMany(evidence.meaning, m_labels.size());
    const NameUnits leftUnits = nameUnits(m_names[left]);
    const NameUnits rightUnits = nameUnits(m_names[right]);
    if (leftUnits != rightUnits && (isPhrase(leftUnits) || isPhrase(rightUnits))) evidence.meaning = ofPhrases(evidence.meaning);
    const Affinity& meaning = evidence.meaning;
    const bool opposed = meaning.opposition.kind != Opposition::None;
    const bool kept = isKeptApart(pair);
    if (!opposed && meaning.same + meaning.opposite >= belowFrom && widerOf(pair) != npos) {
        if (kept) {
            ++m_result.keptApart;
            return;
        }
        const std::uint32_t parent = widerOf(pair);
        m_children[parent].push_back(parent == left ? right : left);
        evidence.behaviour = m_sample.of(left, right);
        evidence.score = meaning.same + meaning.opposite;
        m_evidence.emplace(pair, std::move(evidence));
        return;
    }
    if (!opposed && meaning.same >= possibleFrom) {
        evidence.behaviour = m_sample.of(left, right);
        evidence.score = withEvidence(meaning.same, m_sample.evidence(evidence.behaviour));
    }
    if (evidence.score < m_question.from) {
        if (needsReason(meaning)) m_result.withheld.push_back({m_labels[left].id, m_labels[right].id, meaning});
        return;
    }
    if (kept) {
        ++m_result.keptApart;
        return;
    }
    m_alike.push_back({left, right, evidence.score});
    m_evidence.emplace(pair, std::move(evidence));
}

bool MergeSearch::isKeptApart(Pair pair) const {
    const Label& left = m_labels[pair.first];
    const Label& right = m_labels[pair.second];
    return m_never.contains(unorderedNames(left.name, right.name)) || areKeptApart(m_question.labels, left.id, right.id);
}

std::uint32_t MergeSearch::widerOf(Pair pair) const {
    const auto& [left, right] = pair;
    if (isWiderName(nameUnits(m_names[left]), nameUnits(m_names[right]))) return m_labels[right].parent.empty() ? left : npos;
    if (isWiderName(nameUnits(m_names[right]), nameUnits(m_names[left]))) return m_labels[left].parent.empty() ? right : npos;
    return npos;
}

MergeSuggestions MergeSearch::result() && {
    for (const auto& members : completeLinkage(static_cast<std::uint32_t>(m_labels.size()), m_alike))
        m_result.suggestions.push_back(merge(members));
    for (const auto& [parent, children] : m_children) m_result.suggestions.push_back(below(parent, children));
    std::stable_sort(m_result.suggestions.begin(), m_result.suggestions.end(),
                     [](const MergeSuggestion& a, const MergeSuggestion& b) { return a.score > b.score; });
    std::stable_sort(m_result.withheld.begin(), m_result.withheld.end(),
                     [](const WithheldPair& a, const WithheldPair& b) { return a.meaning.cosine > b.meaning.cosine; });
    if (m_result.withheld.size() > withheldShown) m_result.withheld.resize(withheldShown);
    return std::move(m_result);
}

MergeSuggestion MergeSearch::suggestion(SuggestedAct act, std::vector<std::uint32_t> members, const std::vector<Pair>& pairs) const {
    const Pair weakest = *std::min_element(pairs.begin(), pairs.end(), [this](Pair a, Pair b) {
        return evidenceOf(a.first, a.second).score < evidenceOf(b.first, b.second).score;
    });
    const Evidence& evidence = evidenceOf(weakest.first, weakest.second);
    MergeSuggestion result;
    result.act = act;
    for (const std::uint32_t member : members) result.labels.push_back(m_labels[member].id);
    result.left = m_labels[std::min(weakest.first, weakest.second)].id;
    result.right = m_labels[std::max(weakest.first, weakest.second)].id;
    result.meaning = evidence.meaning;
    result.behaviour = evidence.behaviour;
    result.score = evidence.score;
    return result;
}

MergeSuggestion MergeSearch::merge(const std::vector<std::uint32_t>& members) const {
    std::vector<Pair> pairs;
    for (std::size_t j = 1; j < members.size(); ++j)
        for (std::size_t i = 0; i < j; ++i) pairs.emplace_back(members[i], members[j]);
    return suggestion(SuggestedAct::Merge, survivorFirst(members), pairs);
}

MergeSuggestion MergeSearch::below(std::uint32_t parent, const std::vector<std::uint32_t>& children) const {
    std::vector<Pair> pairs;
    std::vector<std::uint32_t> members{parent};
    for (const std::uint32_t child : children) {
        pairs.emplace_back(parent, child);
        members.push_back(child);
    }
    return suggestion(SuggestedAct::MakeParent, std::move(members), pairs);
}

std::vector<std::uint32_t> MergeSearch::survivorFirst(std::vector<std::uint32_t> members) const {
    const auto nearness = [&](std::uint32_t member) {
        float sum = 0;
        for (const std::uint32_t other : members)
            if (other != member) sum += evidenceOf(member, other).score;
        return sum;
    };
    const auto best = std::max_element(members.begin(), members.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::pair(m_sample.wins(a), nearness(a)) < std::pair(m_sample.wins(b), nearness(b));
    });
    std::rotate(members.begin(), best, best + 1);
    return members;
}

}  // namespace labelwright
