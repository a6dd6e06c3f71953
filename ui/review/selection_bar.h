#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace labelwright::ui {

class Reviewer;

/// What can be done to several selected texts at once; hidden while there is one. GUI thread; the reviewer must outlive it.
class SelectionBar : public QWidget {
    Q_OBJECT

public:
    /// `others`: commands of the window about the selected texts.
    SelectionBar(Reviewer& reviewer, const QList<QAction*>& others, QWidget* parent = nullptr);

    void setCount(qsizetype texts);

signals:
    void clearWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    qsizetype m_texts = 0;
    QLabel* m_count;
    QToolButton* m_labels;
    QToolButton* m_clear;
};

}  // namespace labelwright::ui
