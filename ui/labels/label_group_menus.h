#pragma once

#include <QString>
#include <functional>

#include "core/domain/label.h"

class QMenu;

namespace labelwright::ui {

/// What is to become of the labels, and what undo calls it.
using ApplyLabels = std::function<void(const LabelSet& labels, const QString& undoText)>;

/// Adds "Merge into", "Put below" and, where there is something to take out, "Take out" with their entries for one label.
void addGroupMenus(QMenu& menu, const LabelSet& labels, const LabelId& id, const ApplyLabels& apply);

}  // namespace labelwright::ui
