#pragma once

#include <QDialog>
#include <optional>

#include "core/labels/suggestions/recommended_labels.h"
#include "ui/models/labeling_session.h"

class QLabel;
class QPushButton;
class QTreeWidget;

namespace labelwright::ui {

/// Labels that were used on this machine before, the most used first, to take into the present set. Names that mean nearly the same come
/// together once the model has compared them; until then each stands alone. Open it with open(). GUI thread; the session must outlive it.
class UsedLabelsDialog : public QDialog {
    Q_OBJECT

public:
    UsedLabelsDialog(LabelingSession& session, std::vector<UsedLabel> used, QWidget* parent = nullptr);
    ~UsedLabelsDialog() override;

    const std::vector<RecommendedLabel>& recommended() const noexcept { return m_recommended; }

private:
    void compare();
    void show(std::vector<RecommendedLabel> recommended);
    void countChosen();
    void add();

    LabelingSession& m_session;
    std::vector<UsedLabel> m_used;
    std::vector<RecommendedLabel> m_recommended;
    JobId m_job = 0;
    QTreeWidget* m_list;
    QLabel* m_state;
    QPushButton* m_add;
};

}  // namespace labelwright::ui
