#pragma once

#include <string>
#include <vector>

#include "core/domain/label.h"

namespace labelwright {

/// One thing that differs between two states of a label set; which of before and after counts depends on the kind.
struct LabelChange {
    enum class Kind {
        SetRenamed,       ///< the set's own name, before and after
        TemplateChanged,  ///< before and after
        Added,            ///< after: name
        Removed,          ///< before: name
        Renamed,          ///< before and after: names
        AskedOtherwise,   ///< another sentence is asked without a change of the name: before and after
        Described,        ///< before and after: descriptions
        Recoloured,       ///< before: name
        KeyChanged,       ///< before and after: keys
        PutBelow,         ///< before: name; after: name of the new parent, or empty for the top level
        Merged,           ///< before: name; after: name of the label it is now inside
        TakenOut,         ///< a merged label stands for itself again; before: name of the label it was inside; after: name
        KeptApart,        ///< two labels are never to be suggested together: before and after are their names
        NotKeptApart,     ///< … and no longer
        Reordered,        ///< the labels that both have stand in another order
    };
    Kind kind = Kind::Added;
    LabelId id;  ///< empty where it concerns the whole set
    std::string before;
    std::string after;

    friend bool operator==(const LabelChange&, const LabelChange&) = default;
};

/// "Renamed", …: for scripts.
const char* labelChangeName(LabelChange::Kind kind) noexcept;

/// Everything that differs, found by id, never by name: the whole set first, then label by label in the order of `before`, what was added
/// in the order of `after`, then the order. Empty: only versions differ. Any thread.
std::vector<LabelChange> compareLabelSets(const LabelSet& before, const LabelSet& after);

}  // namespace labelwright
