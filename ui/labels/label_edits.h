#pragma once

#include <QString>
#include <cstddef>
#include <vector>

#include "core/domain/label.h"

namespace labelwright::ui {

/// What a person does to a label set: each function returns the changed copy. Ids stay with their labels, so annotations stay too.

struct LabelsAdded {
    LabelSet labels;
    std::size_t count = 0;                ///< labels added, at the end
    std::vector<std::string> duplicates;  ///< names that were there already, or came twice
};
/// Names as typed (one line, split at commas and semicolons of both widths) or pasted (one label a line, a TAB before its description).
LabelsAdded withAdded(const LabelSet& labels, const QString& typed);

enum class NameCheck { Good, Empty, Taken };
/// Whether the label `id` may be called `name`.
NameCheck checkName(const LabelSet& labels, const LabelId& id, const QString& name);

/// The label of the same id replaced by this one.
LabelSet withReplaced(const LabelSet& labels, const Label& label);
LabelSet without(const LabelSet& labels, const LabelId& id);
/// `to` is where the label stands afterwards.
LabelSet withMoved(const LabelSet& labels, std::size_t from, std::size_t to);
/// The preset's labels and template; a label that is called the same as a present one keeps the present id.
LabelSet withPreset(const LabelSet& labels, const LabelPreset& preset);

/// The labels and the template of a file; a label of the same id, else of the same name, stays the one it is. A file of a kind that has no
/// word about the question leaves the present one.
enum class FileTemplate { Stated, NotStated };
LabelSet withFile(const LabelSet& labels, const LabelSet& file, FileTemplate fileTemplate);
/// The labels of a file behind those that are there; what is there already, by id or name, is left out.
LabelsAdded withFileAdded(const LabelSet& labels, const LabelSet& file);

/// npos: no such label.
std::size_t indexOf(const LabelSet& labels, const LabelId& id);

/// A palette colour that no label has yet, else the least used one.
std::uint32_t freeColour(const LabelSet& labels);

}  // namespace labelwright::ui
