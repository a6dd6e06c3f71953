#include "ui/models/edit_command.h"

#include "ui/models/labeling_session.h"

namespace labelwright::ui {
namespace {

/// Steps about more rows than this are read again from the history where they are needed.
constexpr std::size_t keptRows = 10000;

}  // namespace

EditCommand::EditCommand(LabelingSession& session, StoredStep step, int mergeId, std::uint64_t joins)
    : QUndoCommand(QString::fromStdString(step.after.text)),
      m_session(session),
      m_step(std::move(step)),
      m_mergeId(mergeId),
      m_joins(joins) {}

EditCommand::EditCommand(LabelingSession& session, const UndoStep& step)
    : QUndoCommand(QString::fromStdString(step.text)), m_session(session), m_number(step.number), m_made(true) {}

void EditCommand::redo() {
    if (m_session.m_placingSteps) return;
    const HistoryPlace place = m_made ? HistoryPlace{HistoryAct::Redone, m_number} : HistoryPlace{HistoryAct::Done, 0, m_joins};
    if (load()) {
        const auto number = m_session.bridge().engine().record(m_step->after, place);
        if (number) {
            if (!m_made) m_number = *number;
            m_made = true;
            m_session.useEdit(m_step->after);
            forgetIfLarge();
            return;
        }
        emit m_session.saveFailed(number.error());
    }
    if (m_made) m_session.moveIndexBack(-1);
    else setObsolete(true);
}

void EditCommand::undo() {
    if (m_session.m_placingSteps) return;
    if (load()) {
        const auto number = m_session.bridge().engine().record(m_step->before, {HistoryAct::Undone, m_number});
        if (number) {
            m_session.useEdit(m_step->before);
            forgetIfLarge();
            return;
        }
        emit m_session.saveFailed(number.error());
    }
    m_session.moveIndexBack(1);
}

bool EditCommand::mergeWith(const QUndoCommand* later) {
    const auto* other = dynamic_cast<const EditCommand*>(later);
    if (other == nullptr || m_mergeId < 0 || !m_step || !other->m_step || !other->m_made) return false;
    m_step->after = other->m_step->after;
    m_number = other->m_number;
    return true;
}

bool EditCommand::load() {
    if (m_step) return true;
    auto step = m_session.bridge().engine().readStep(m_number);
    if (!step) {
        emit m_session.saveFailed(step.error());
        return false;
    }
    m_step = *std::move(step);
    return true;
}

void EditCommand::forgetIfLarge() {
    if (m_number != 0 && m_step->after.rows.size() > keptRows) m_step.reset();
}

}  // namespace labelwright::ui
