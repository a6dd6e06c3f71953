#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/hash.h"
#include "core/base/result.h"

namespace labelwright {

/// Never reused; renaming a label keeps it, so every annotation stays attached.
using LabelId = std::string;

struct Label {
    LabelId id;
    std::string name;          ///< what the template's {} is replaced by
    std::string description;   ///< for people: shown on hover, exported
    std::string hypothesis;    ///< if not empty, asked instead of the set's template: a template of the label's own where it holds {}
    std::string englishName;   ///< asked instead of the name by models that read no Chinese; empty: the name
    std::uint32_t colour = 0;  ///< 0xRRGGBB
    std::string key;           ///< keyboard key; empty: by position
    LabelId parent;            ///< empty: top level
    /// Labels that were merged into this one, as they were. Each is still asked, its answers count for this label (see probabilities());
    /// taken out again it is the label it was.
    std::vector<Label> merged;

    friend bool operator==(const Label&, const Label&) = default;
};

/// Two labels that a person wants apart however alike they look. {a, b} and {b, a} say the same.
struct LabelPair {
    LabelId left, right;

    friend bool operator==(const LabelPair&, const LabelPair&) = default;
};

/// Labels in their order with the template that turns each into a hypothesis. A value: a run takes a copy.
struct LabelSet {
    std::string id;
    std::string name;
    std::string hypothesisTemplate = "{}";  ///< exactly one {}
    std::vector<Label> labels;
    std::uint32_t version = 1;
    std::vector<LabelPair> keptApart{};  ///< never suggested for merging; see core/labels/kept_apart.h

    friend bool operator==(const LabelSet&, const LabelSet&) = default;
};

/// A label set kept for reuse, built in or the user's own.
struct LabelPreset {
    std::string id;
    std::string description;
    bool builtIn = false;
    LabelSet labelSet;

    friend bool operator==(const LabelPreset&, const LabelPreset&) = default;
};

/// Which name of a label a model is asked about.
enum class AskedName { Own, English };

/// The sentence the model is asked about: `label.hypothesis`, else the set's template, with each {} replaced by the name.
/// AskedName::English takes the English name where there is one (in a template without Chinese characters, else alone); a whole sentence of
/// the label's own, one without {}, is asked as it stands.
std::string hypothesisOf(const LabelSet& labels, const Label& label, AskedName asked = AskedName::Own);
/// Every sentence that is asked, A in number: of each label in order, its own, then those of the labels merged into it.
std::vector<std::string> hypothesesOf(const LabelSet& labels, AskedName asked = AskedName::Own);
/// [A]: index of the label that each sentence of hypothesesOf() counts for.
std::vector<std::uint32_t> labelOfHypotheses(const LabelSet& labels);
/// Identity of one column of scores: hash of what is asked. Renaming a label and back finds the old column again.
Hash128 hypothesisHash(const LabelSet& labels, const Label& label);
std::vector<Hash128> hypothesisHashes(const LabelSet& labels);  ///< [A]

/// The label with this id, or the one it was merged into; null: neither.
const Label* findLabel(const LabelSet& labels, const LabelId& id);

/// The label's id and those of all that was merged into it.
std::vector<LabelId> idsWithin(const Label& label);

/// A label set that a run can use: at least one label, no empty or doubled name (merged labels need not differ), exactly one {} in the
/// template.
Result<void> checkLabelSet(const LabelSet& labels);
Result<void> checkTemplate(std::string_view hypothesisTemplate);

/// A new id, unique on this machine and in all likelihood elsewhere (128 random bits).
std::string newId();

}  // namespace labelwright
