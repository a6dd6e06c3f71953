#include "core/labels/suggestions/suggest_merges.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>

#include "core/base/utf8.h"
#include "core/labels/kept_apart.h"
#include "core/labels/label_list.h"
#include "core/labels/suggestions/complete_linkage.h"

namespace labelwright {
namespace {

constexpr std::size_t withheldShown = 10;
/// Deviations above the background from which a pair is near enough for its absence to need a reason.
constexpr float nearFrom = 1.5F;

using Pair = std::pair<std::uint32_t, std::uint32_t>;  // indices of labels, ascending

const std::string& askedName(const Label& label, AskedName asked) {
    return asked == AskedName::English && !label.englishName.empty() ? label.englishName : label.name;
}

bool areChinese(const LabelSet& labels, AskedName asked) {
    return std::any_of(labels.labels.begin(), labels.labels.end(),
                       [asked](const Label& label) { return containsCjk(askedName(label, asked)); });
}

std::set<std::pair<std::string, std::string>> foldedPairs(std::span<const std::pair<std::string, std::string>> pairs) {
    std::set<std::pair<std::string, std::string>> folded;
    for (const auto& [left, right] : pairs) {
        auto a = foldedName(left);
        auto b = foldedName(right);
        if (b < a) std::swap(a, b);
        folded.emplace(std::move(a), std::move(b));
    }
    return folded;
}

/// Whether a person may wonder why two labels are not suggested.
bool needsReason(const Affinity& meaning) {
    switch (meaning.opposition.kind) {
        case Opposition::Antonyms:
        case Opposition::Negation: return true;
        case Opposition::DifferentHead: return meaning.standardised >= nearFrom;
        case Opposition::None: return meaning.standardised >= nearFrom && meaning.opposite > meaning.unrelated;
    }
    return false;
}

/// Everything about one label set while it is searched.
class Search {
public:
    explicit Search(const MergeQuestion& question)
        : m_question(question),
          m_labels(question.labels.labels),
          m_background(backgroundOf(backgroundNames(areChinese(question.labels, question.asked)), question.vectors)),
          m_never(foldedPairs(question.neverTogether)) {}

    Result<MergeSuggestions> run(const std::stop_token& stop) {
        for (std::uint32_t right = 1; right < m_labels.size(); ++right) {
            if (stop.stop_requested()) return Error{ErrorCode::Cancelled, "the suggestions are no longer wanted", {}};
            for (std::uint32_t left = 0; left < right; ++left) consider({left, right});
        }
        for (const auto& members : completeLinkage(static_cast<std::uint32_t>(m_labels.size()), m_alike)) suggest(members);
        std::stable_sort(m_result.suggestions.begin(), m_result.suggestions.end(),
                         [](const MergeSuggestion& a, const MergeSuggestion& b) { return a.score > b.score; });
        std::stable_sort(m_result.withheld.begin(), m_result.withheld.end(),
                         [](const WithheldPair& a, const WithheldPair& b) { return a.meaning.cosine > b.meaning.cosine; });
        if (m_result.withheld.size() > withheldShown) m_result.withheld.resize(withheldShown);
        return std::move(m_result);
    }

private:
    const std::string& name(std::uint32_t label) const { return askedName(m_labels[label], m_question.asked); }

    void consider(Pair pair) {
        const auto& vectors = m_question.vectors;
        const Affinity meaning = affinity(name(pair.first), name(pair.second),
                                          cosine(vectors.of(name(pair.first)), vectors.of(name(pair.second))), m_background, vectors);
        const bool opposed = meaning.opposition.kind != Opposition::None;
        if (opposed || meaning.same < suggestedFrom) {
            if (needsReason(meaning)) m_result.withheld.push_back({m_labels[pair.first].id, m_labels[pair.second].id, meaning});
            return;
        }
        if (isKeptApart(pair)) {
            ++m_result.keptApart;
            return;
        }
        m_meanings.emplace(pair, meaning);
        m_alike.push_back({pair.first, pair.second, meaning.same});
    }

    bool isKeptApart(Pair pair) const {
        if (areKeptApart(m_question.labels, m_labels[pair.first].id, m_labels[pair.second].id)) return true;
        auto left = foldedName(m_labels[pair.first].name);
        auto right = foldedName(m_labels[pair.second].name);
        if (right < left) std::swap(left, right);
        return m_never.contains({left, right});
    }

    void suggest(const std::vector<std::uint32_t>& members) {
        MergeSuggestion suggestion;
        suggestion.score = 2;
        for (std::size_t j = 1; j < members.size(); ++j) {
            for (std::size_t i = 0; i < j; ++i) {
                const Affinity& meaning = m_meanings.at({members[i], members[j]});
                if (meaning.same >= suggestion.score) continue;
                suggestion.score = meaning.same;
                suggestion.meaning = meaning;
                suggestion.left = m_labels[members[i]].id;
                suggestion.right = m_labels[members[j]].id;
            }
        }
        for (const std::uint32_t member : members) suggestion.labels.push_back(m_labels[member].id);
        m_result.suggestions.push_back(std::move(suggestion));
    }

    const MergeQuestion& m_question;
    const std::vector<Label>& m_labels;
    const CosineBackground m_background;
    const std::set<std::pair<std::string, std::string>> m_never;
    std::map<Pair, Affinity> m_meanings;
    std::vector<LikePair> m_alike;
    MergeSuggestions m_result;
};

}  // namespace

std::vector<std::string> sentencesToEmbed(const LabelSet& labels, AskedName asked) {
    std::vector<std::string> sentences = backgroundNames(areChinese(labels, asked));
    for (const Label& label : labels.labels) {
        const std::string& name = askedName(label, asked);
        sentences.push_back(name);
        for (std::string& unit : unitsToEmbed(name)) sentences.push_back(std::move(unit));
    }
    return sentences;
}

Result<MergeSuggestions> suggestMerges(const MergeQuestion& question, const std::stop_token& stop) { return Search(question).run(stop); }

}  // namespace labelwright
