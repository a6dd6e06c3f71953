#pragma once

#include <QAbstractButton>
#include <QWidget>

#include "core/labels/lint/label_lint.h"

namespace labelwright::ui {

class LabelLinter;

/// What a finding says, over several lines where it must, behind the icon of its weight; a click or Return means the labels concerned.
class FindingText : public QAbstractButton {
    Q_OBJECT

public:
    FindingText(LabelFindingWeight weight, const QString& words, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
};

/// One finding with a button for each of its repairs, and one that dismisses it if it is a note. GUI thread.
class FindingRow : public QWidget {
    Q_OBJECT

public:
    FindingRow(LabelLinter& linter, LabelFinding finding, QWidget* parent = nullptr);

signals:
    void labelWanted(const QString& labelId);  ///< each click the next of those concerned; empty: the question

private:
    void addRepairs(LabelLinter& linter, class QLayout& layout);

    LabelFinding m_finding;
    std::size_t m_next = 0;
};

/// The findings of a linter from the worst on, at most `most`, following it. GUI thread.
class FindingRows : public QWidget {
    Q_OBJECT

public:
    FindingRows(LabelLinter& linter, std::size_t most, QWidget* parent = nullptr);

    /// Makes the rows anew, in the language of now.
    void refill();

signals:
    void labelWanted(const QString& labelId);

protected:
    void changeEvent(QEvent* event) override;

private:
    LabelLinter& m_linter;
    std::size_t m_most;
    QList<FindingRow*> m_rows;
};

}  // namespace labelwright::ui
