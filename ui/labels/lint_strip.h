#pragma once

#include "ui/common/card.h"

class QPushButton;

namespace labelwright::ui {

class FindingRows;
class LabelLinter;

/// What is wrong with the labels, in a few lines below them: the worst first, each with its repairs; the rest in a list of its own. Hidden
/// while there is nothing. GUI thread.
class LintStrip : public Card {
    Q_OBJECT

public:
    explicit LintStrip(LabelLinter& linter, QWidget* parent = nullptr);

signals:
    void labelWanted(const QString& labelId);  ///< empty: the question

protected:
    void changeEvent(QEvent* event) override;

private:
    void showState();
    void openList();

    LabelLinter& m_linter;
    FindingRows* m_rows;
    QPushButton* m_more;
};

}  // namespace labelwright::ui
