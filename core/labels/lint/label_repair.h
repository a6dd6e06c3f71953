#pragma once

#include <string>

#include "core/base/result.h"
#include "core/domain/label.h"

namespace labelwright {

/// One change to a label set that would settle a finding, as data: shown first, applied at one click, undone like any edit.
struct LabelRepair {
    enum class Kind {
        Rename,          ///< `label` is called `text`
        Trim,            ///< the same, where only white space and invisible characters go
        Shorten,         ///< the same; the full name goes into the description if that is empty
        Remove,          ///< `label` goes; labels below it move up to its parent
        Merge,           ///< `other` is merged into `label` (mergeLabels)
        MakeParent,      ///< `label` becomes the parent of `other` (withParent)
        Add,             ///< a new label called `text`, at the end
        SetTemplate,     ///< the set's template is `text`
        SetEnglishName,  ///< the English name of `label` is `text`; empty: it has none
        SetHypothesis,   ///< the own hypothesis of `label` is `text`; empty: it is asked by the set's template
        SetKey,          ///< the key of `label` is `text`; empty: by position
    };
    Kind kind = Kind::Rename;
    LabelId label;
    LabelId other;
    std::string text;

    friend bool operator==(const LabelRepair&, const LabelRepair&) = default;
};

/// "Rename", "Trim", …: for scripts.
const char* labelRepairName(LabelRepair::Kind kind) noexcept;

/// The set with the repair done. InvalidArgument: it names a label that is no longer there, or would put a label below itself.
/// InvalidTemplate: the new template does not hold {} once. Any thread.
Result<LabelSet> applyRepair(const LabelSet& labels, const LabelRepair& repair);

}  // namespace labelwright
