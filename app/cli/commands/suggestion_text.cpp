#include "app/cli/commands/suggestion_text.h"

#include <cstdio>

#include "app/cli/commands/finding_text.h"

namespace labelwright::cli {
namespace {

std::string percent(float share) { return std::to_string(static_cast<int>(share * 100 + 0.5F)) + "%"; }

std::string twoDigits(float value) {
    char text[16];
    std::snprintf(text, sizeof text, "%.2f", static_cast<double>(value));
    return text;
}

std::string meaningText(const Affinity& meaning) {
    return "same " + percent(meaning.same) + ", opposite " + percent(meaning.opposite) + ", unrelated " + percent(meaning.unrelated) +
           "; cosine " + twoDigits(meaning.cosine) + ", " + twoDigits(meaning.standardised) + " deviations above unrelated names";
}

std::string behaviourText(const LabelSet& labels, const MergeSuggestion& suggestion) {
    const SharedBehaviour& behaviour = suggestion.behaviour;
    return "correlation " + twoDigits(behaviour.correlation) + " over " + std::to_string(behaviour.texts) + " texts; " +
           std::to_string(behaviour.leftWins) + " go to " + quotedName(labels, suggestion.left) + ", " +
           std::to_string(behaviour.rightWins) + " to " + quotedName(labels, suggestion.right) + ", in " +
           std::to_string(behaviour.closeSeconds) + " the other is less than " + percent(behaviour.margin) + " behind";
}

}  // namespace

const char* suggestedActName(SuggestedAct act) noexcept { return act == SuggestedAct::Merge ? "Merge" : "MakeParent"; }

const char* oppositionName(Opposition kind) noexcept {
    switch (kind) {
        case Opposition::None: return "None";
        case Opposition::Antonyms: return "Antonyms";
        case Opposition::Negation: return "Negation";
        case Opposition::DifferentHead: return "DifferentHead";
    }
    return "";
}

std::string suggestionText(const LabelSet& labels, const MergeSuggestion& suggestion) {
    std::string others;
    for (std::size_t i = 1; i < suggestion.labels.size(); ++i) others += (i > 1 ? ", " : "") + quotedName(labels, suggestion.labels[i]);
    const std::string first = quotedName(labels, suggestion.labels.front());
    std::string text = percent(suggestion.score) + "  " +
                       (suggestion.act == SuggestedAct::Merge ? "merge " + others + " into " + first : "put " + others + " below " + first);
    const bool several = suggestion.labels.size() > 2;
    const std::string about =
        several ? " (least alike: " + quotedName(labels, suggestion.left) + ", " + quotedName(labels, suggestion.right) + ")" : "";
    text += "\n     meaning" + about + ": " + meaningText(suggestion.meaning);
    if (suggestion.behaviour.texts > 0) text += "\n     behaviour: " + behaviourText(labels, suggestion);
    return text;
}

std::string withheldText(const LabelSet& labels, const WithheldPair& withheld) {
    const OppositionFound& found = withheld.meaning.opposition;
    std::string why = "the names speak for opposites, " + percent(withheld.meaning.opposite);
    if (found.kind == Opposition::Antonyms) why = "\"" + found.left + "\" is the opposite of \"" + found.right + "\"";
    if (found.kind == Opposition::Negation) why = "one denies what the other says";
    if (found.kind == Opposition::DifferentHead)
        why = found.left.empty() || found.right.empty() ? "\"" + found.left + found.right + "\" makes it about another thing"
                                                        : "\"" + found.left + "\" and \"" + found.right + "\" are different things";
    return quotedName(labels, withheld.left) + " and " + quotedName(labels, withheld.right) + ": " + why;
}

}  // namespace labelwright::cli
