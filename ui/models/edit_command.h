#pragma once

#include <QUndoCommand>
#include <cstdint>
#include <optional>

#include "core/project/history.h"

namespace labelwright::ui {

class LabelingSession;

/// A step on the session's undo stack: an entry of the project's history, made when the command is pushed, or one of an earlier session,
/// whose states are read when they are needed. A step that cannot be stored is not made: the session says why, and the stack stays where it
/// was.
class EditCommand : public QUndoCommand {
public:
    /// Edits with the same non-negative `mergeId` that follow each other (a spin box held down) are one step; `joins` is then the entry
    /// of the step on top of the stack, else 0.
    EditCommand(LabelingSession& session, StoredStep step, int mergeId, std::uint64_t joins);
    /// Of an earlier session; pushing it does nothing.
    EditCommand(LabelingSession& session, const UndoStep& step);

    void undo() override;
    void redo() override;
    int id() const override { return m_mergeId; }
    bool mergeWith(const QUndoCommand* later) override;

    std::uint64_t number() const noexcept { return m_number; }

private:
    bool load();
    void forgetIfLarge();

    LabelingSession& m_session;
    std::optional<StoredStep> m_step;
    int m_mergeId = -1;
    std::uint64_t m_joins = 0;
    std::uint64_t m_number = 0;  // 0: not made yet, or no project is open
    bool m_made = false;
};

}  // namespace labelwright::ui
