#pragma once

#include "ui/common/card.h"
#include "ui/models/merge_search.h"

class QLabel;
class QPushButton;

namespace labelwright::ui {

/// A note beside the labels that some of them mean the same, with the way to the suggestions. Hidden while there are none. GUI thread.
class MergeHint : public Card {
    Q_OBJECT

public:
    explicit MergeHint(const MergeSearch& search, QWidget* parent = nullptr);

signals:
    void pageWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void showHint();

    const MergeSearch& m_search;
    QLabel* m_title;
    QLabel* m_text;
    QPushButton* m_open;
};

}  // namespace labelwright::ui
