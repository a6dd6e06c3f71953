#pragma once

#include <optional>

#include "ui/common/card.h"
#include "ui/models/labeling_session.h"

class QLabel;
class QTimer;

namespace labelwright::ui {

/// What a run would cost now: pairs new and from the cache, time, memory, one more label. Asks the engine again, a moment after anything
/// that changes the answer. GUI thread.
class PlanCard : public Card {
    Q_OBJECT

public:
    explicit PlanCard(LabelingSession& session, QWidget* parent = nullptr);

    const std::optional<LabelingPlan>& plan() const noexcept { return m_plan; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslateUi();
    QString costText() const;
    QString moreLabelsText() const;

    LabelingSession& m_session;
    std::optional<LabelingPlan> m_plan;
    std::optional<Error> m_problem;
    QTimer* m_timer;
    QLabel* m_title;
    QLabel* m_cost;
    QLabel* m_moreLabels;
};

}  // namespace labelwright::ui
