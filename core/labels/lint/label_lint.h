#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/domain/label.h"
#include "core/domain/selection.h"
#include "core/labels/lint/label_repair.h"

namespace labelwright {

/// What can be wrong with a label set. Beside each: its `arguments`.
enum class LabelFindingKind {
    TemplateWithoutPlace,       ///< the template has no {}, so that all labels are asked the same: the template
    TemplateWithSeveralPlaces,  ///< {} stands more than once in the set's template, or in the own hypothesis of `labels[0]`: that text
    EmptyName,                  ///< –
    DuplicateName,              ///< equal after NFKC, trimming and case folding: –
    UntidyName,                 ///< line breaks, invisible characters, white space at the ends or doubled: the name without them
    HypothesisTooLong,          ///< the model would cut it: the sentence, its tokens, the most it may have
    SameHypothesis,             ///< two labels are asked with one sentence, of one model or of all: the sentence
    DoubledKey,                 ///< one key for two labels: the key
    CommandKey,                 ///< a label's key does something else already: the key
    NearSynonyms,               ///< the caller's affinity is high: the affinity
    ContainedName,              ///< labels[0]'s name is part of labels[1]'s, and neither is above the other: –
    Opposites,   ///< one label a text, and every label is one of two opposites: none for texts that are neither; the two words that clash
    ManyLabels,  ///< more than ten; `labels`: those beyond ten that earn least, fewest texts first. Number of labels, seconds for those
                 ///< beyond ten, bytes in all (each empty if not known), then the texts of each of `labels`
};

enum class LabelFindingWeight {
    Error,    ///< a run would be refused, or two labels are one to a person
    Warning,  ///< results or work suffer
    Note,     ///< worth a look
};

struct LabelFinding {
    LabelFindingKind kind = LabelFindingKind::EmptyName;
    LabelFindingWeight weight = LabelFindingWeight::Warning;
    std::vector<LabelId> labels;  ///< those concerned; empty: the set's template
    std::vector<std::string> arguments;
    std::vector<LabelRepair> repairs;  ///< best first; empty only for ManyLabels where it is not known what each label earns

    friend bool operator==(const LabelFinding&, const LabelFinding&) = default;
};

/// "EmptyName", …; "error", "warning", "note": for scripts.
const char* labelFindingName(LabelFindingKind kind) noexcept;
const char* labelFindingWeightName(LabelFindingWeight weight) noexcept;

/// How alike two labels are to a model.
struct LabelAffinity {
    LabelId left;
    LabelId right;
    float affinity = 0;  ///< any scale on which more is more alike
};

/// What the labels cost with the texts at hand, from a LabelingPlan.
struct LabelCost {
    double secondsPerLabel = 0;
    std::uint64_t memoryBytes = 0;  ///< of the whole run
};

/// What is known beside the labels; what is not known stays as it is here, and its findings do not come. Borrowed during the call.
struct LintContext {
    SelectionMode mode = SelectionMode::SingleBest;
    float abstain = 0;  ///< Selection::abstain
    std::span<const LabelAffinity> affinities;
    float synonymsFrom = 0.9F;                                 ///< least affinity of near-synonyms; depends on the model
    AskedName asked = AskedName::Own;                          ///< the names that `countTokens` is about
    std::function<std::size_t(std::string_view)> countTokens;  ///< tokens of a hypothesis, without special ones
    std::size_t mostTokens = 0;                                ///< … that the model reads of it; 0: not known
    std::string recommendedTemplate = "{}";                    ///< the model's
    std::optional<LabelCost> cost;
    std::span<const std::uint64_t> texts;      ///< texts that got each label, in label order; empty: nothing is labeled
    std::span<const std::string> commandKeys;  ///< keys that mean something else where labels are given: "Ctrl+F", "/"
};

/// From this number of labels on they are called many; opposites are looked for below it, since more labels leave a place for every text.
inline constexpr std::size_t manyLabels = 11;

/// Looks at a set as it stands; errors come first. Pure, and fast enough for every key press, `countTokens` permitting. Any thread.
std::vector<LabelFinding> lintLabels(const LabelSet& labels, const LintContext& context = {});

}  // namespace labelwright
