#pragma once

#include <QString>

#include "core/labels/lint/label_lint.h"

namespace labelwright::ui {

/// What a finding says, in the language of now. The set is the one that was looked at.
QString wordsOf(const LabelSet& labels, const LabelFinding& finding);
/// What a repair does, for its button and for undo: "Merge into “投诉”".
QString wordsOf(const LabelSet& labels, const LabelRepair& repair);

}  // namespace labelwright::ui
