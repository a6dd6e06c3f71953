#include "ui/models/labeling_session.h"
#include "ui/models/value_command.h"

namespace labelwright::ui {
namespace {

/// Reviews of some rows, and the labels where the step changes those too.
struct ReviewedState {
    std::shared_ptr<const std::vector<std::uint32_t>> rows;
    std::vector<Review> reviews;  // [rows]
    std::optional<LabelSet> labels;
};

/// What an edit would change: the rows that it does not leave as they are, before and after.
std::pair<ReviewedState, ReviewedState> statesOf(const ReviewTable& table, std::span<const std::uint32_t> rows, const ReviewEdit& edit) {
    auto changed = std::make_shared<std::vector<std::uint32_t>>();
    ReviewedState before;
    ReviewedState after;
    for (const std::uint32_t row : rows) {
        Review review = table.at(row);
        const Review old = review;
        edit(review, row);
        if (review == old) continue;
        changed->push_back(row);
        before.reviews.push_back(old);
        after.reviews.push_back(std::move(review));
    }
    before.rows = after.rows = std::move(changed);
    return {std::move(before), std::move(after)};
}

}  // namespace

// Reading

std::vector<float> LabelingSession::probabilitiesAt(std::size_t row) const {
    LabelReader reader = m_reader;
    reader.read(m_scores, row);
    const auto values = reader.probabilities(m_scores, m_selection);
    return {values.begin(), values.end()};
}

Decision LabelingSession::decisionAt(std::size_t row) const { return decide(probabilitiesAt(row), m_selection); }

bool LabelingSession::scoredAt(std::size_t row) const {
    LabelReader reader = m_reader;
    reader.read(m_scores, row);
    return reader.complete();
}

ReviewState LabelingSession::reviewStateAt(std::size_t row) const {
    const Decision decision = decisionAt(row);
    return reviewState(m_reviews.at(row), m_labels, decision.best != Decision::none, decision.labels);
}

QString LabelingSession::labelName(const LabelId& id) const {
    const auto known = m_formerNames.find(id);
    return QString::fromStdString(known == m_formerNames.end() ? id : known->second);
}

// Reviews

void LabelingSession::review(std::span<const std::uint32_t> rows, const ReviewEdit& edit, const QString& undoText) {
    auto [before, after] = statesOf(m_reviews, rows, edit);
    if (before.rows->empty()) return;
    m_undoStack.push(new ValueCommand<ReviewedState>(undoText, std::move(before), std::move(after), [this](const ReviewedState& state) {
        report(m_bridge.engine().saveReviews(*state.rows, state.reviews));
        useReviews(*state.rows, state.reviews);
    }));
}

void LabelingSession::setLabels(const LabelSet& labels, std::span<const std::uint32_t> rows, const ReviewEdit& edit,
                                const QString& undoText) {
    auto [before, after] = statesOf(m_reviews, rows, edit);
    if (before.rows->empty()) {
        setLabels(labels, undoText);
        return;
    }
    before.labels = m_labels;
    after.labels = labels;
    after.labels->version = ++m_highestVersion;
    m_undoStack.push(new ValueCommand<ReviewedState>(undoText, std::move(before), std::move(after), [this](const ReviewedState& state) {
        report(m_bridge.engine().saveLabels(*state.labels, *state.rows, state.reviews));
        useLabels(*state.labels);
        useReviews(*state.rows, state.reviews);
    }));
}

void LabelingSession::useReviews(std::span<const std::uint32_t> rows, std::span<const Review> reviews) {
    for (std::size_t i = 0; i < rows.size(); ++i) m_reviews.set(rows[i], reviews[i]);
    emit reviewsChanged();
}

void LabelingSession::restoreReviews(ReviewTable reviews, std::uint64_t waiting) {
    m_reviews = std::move(reviews);
    m_waitingReviews = waiting;
    // Steps about the rows of other texts must not be taken back in these.
    m_undoStack.clear();
}

}  // namespace labelwright::ui
