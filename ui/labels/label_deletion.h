#pragma once

#include <functional>

#include "ui/models/labeling_session.h"

class QWidget;

namespace labelwright::ui {

/// Deletes the label, at once where no text has it by hand; else a dialog asks what becomes of those texts: another label, no decision, or
/// the label as one that is gone. Either way one step of the undo stack. `done` is called once it is deleted. GUI thread.
void deleteLabel(LabelingSession& session, const LabelId& id, QWidget* parent, std::function<void()> done);

}  // namespace labelwright::ui
