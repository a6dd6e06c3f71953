#include <QTimer>
#include <utility>

#include "core/labels/given_answers.h"
#include "ui/models/edit_command.h"
#include "ui/models/labeling_session.h"

namespace labelwright::ui {
namespace {

constexpr int selectionMergeId = 1;

/// What an edit would make of the rows that it does not leave as they are.
StoredStep stepOf(const ReviewTable& table, std::span<const std::uint32_t> rows, const ReviewEdit& edit, const QString& undoText) {
    StoredStep step;
    step.before.text = step.after.text = undoText.toStdString();
    for (const std::uint32_t row : rows) {
        Review review = table.at(row);
        const Review old = review;
        edit(review, row);
        if (review == old) continue;
        step.after.rows.push_back(row);
        step.before.reviews.push_back(old);
        step.after.reviews.push_back(std::move(review));
    }
    step.before.rows = step.after.rows;
    return step;
}

}  // namespace

void LabelingSession::push(StoredStep step, int mergeId) {
    const int top = m_undoStack.index() - 1;
    const auto* last = top < 0 ? nullptr : dynamic_cast<const EditCommand*>(m_undoStack.command(top));
    const bool joins = last != nullptr && mergeId >= 0 && last->id() == mergeId;
    m_undoStack.push(new EditCommand(*this, std::move(step), mergeId, joins ? last->number() : 0));
}

void LabelingSession::setLabels(const LabelSet& labels, const QString& undoText) { setLabels(labels, {}, {}, undoText); }

void LabelingSession::setLabels(const LabelSet& labels, std::span<const std::uint32_t> rows, const ReviewEdit& edit,
                                const QString& undoText) {
    StoredStep step = stepOf(m_reviews, rows, edit, undoText);
    if (labels == m_labels && step.after.rows.empty()) return;
    step.before.labels = m_labels;
    step.after.labels = labels;
    step.after.labels->version = ++m_highestVersion;
    push(std::move(step));
}

void LabelingSession::review(std::span<const std::uint32_t> rows, const ReviewEdit& edit, const QString& undoText) {
    StoredStep step = stepOf(m_reviews, rows, edit, undoText);
    if (!step.after.rows.empty()) push(std::move(step));
}

void LabelingSession::takeAnswers(const Imported& event) {
    if (event.result.answers.empty() && event.unmatched == 0) return;
    // Labels alone are imported because of what they say; with new texts come decisions that are older than those made here.
    const auto before = event.way == ImportWay::LabelsOnly ? DecidedBefore::GivesWay : DecidedBefore::Stays;
    const TakenAnswers taken = takenAnswers(m_labels, m_reviews, event.result.answers, before);
    std::size_t next = 0;
    const auto give = [&](Review& review, std::uint32_t) { review = taken.reviews[next++]; };
    if (taken.newLabels > 0) setLabels(taken.labels, taken.rows, give, tr("Import decisions"));
    else review(taken.rows, give, tr("Import decisions"));
    emit answersTaken(taken.decided, taken.newLabels, taken.kept, event.unmatched);
}

void LabelingSession::setSelection(const Selection& selection) {
    if (selection == m_selection) return;
    StoredStep step;
    step.before.text = step.after.text = tr("Change how labels are given").toStdString();
    step.before.selection = m_selection;
    step.after.selection = selection;
    push(std::move(step), selectionMergeId);
}

void LabelingSession::useEdit(const ProjectEdit& edit) {
    if (edit.labels) useLabels(*edit.labels);
    if (edit.selection) {
        m_selection = *edit.selection;
        decideAgain({});
        emit selectionChanged();
    }
    if (edit.rows.empty()) return;
    for (std::size_t i = 0; i < edit.rows.size(); ++i) m_reviews.set(edit.rows[i], edit.reviews[i]);
    emit reviewsChanged();
}

void LabelingSession::restoreReviews(ReviewTable reviews, std::uint64_t waiting) {
    m_reviews = std::move(reviews);
    m_waitingReviews = waiting;
    // Steps about the rows of other texts must not be taken back in these.
    m_undoStack.clear();
}

void LabelingSession::restoreSteps(const UndoSteps& steps) {
    m_placingSteps = true;
    m_undoStack.clear();
    for (const UndoStep& step : steps.steps) m_undoStack.push(new EditCommand(*this, step));
    m_undoStack.setIndex(static_cast<int>(steps.done));
    m_placingSteps = false;
}

void LabelingSession::moveIndexBack(int by) {
    // The stack moves its index when the command has returned.
    QTimer::singleShot(0, this, [this, by] {
        m_placingSteps = true;
        m_undoStack.setIndex(m_undoStack.index() + by);
        m_placingSteps = false;
    });
}

}  // namespace labelwright::ui
