#pragma once

#include <QWidget>

#include "ui/labels/merging/merge_card.h"
#include "ui/models/merge_search.h"

class QLabel;
class QPushButton;

namespace labelwright::ui {

class CardList;
class MergeFoot;
class MergeTrial;
class NeverTogetherShelf;

/// Labels that mean the same, as cards to decide on one by one or several at a time; the current card's effect is shown by trial(). Nothing
/// changes before a person says so; every act but "never ask again" is a step of the session's undo stack. GUI thread.
class MergePage : public QWidget {
    Q_OBJECT

public:
    MergePage(LabelingSession& session, MergeSearch& search, NeverTogetherShelf& never, QWidget* parent = nullptr);

    /// The what-if of the current card, to be placed beside the page by whoever owns both.
    MergeTrial& trial() noexcept { return *m_trial; }
    void focusCards();

signals:
    void closed();                             ///< the person wants back to the texts
    void rowChosen(std::uint32_t datasetRow);  ///< … at this one
    void noticeGiven(const QString& text);     ///< what was done, for the status line

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void retranslate();
    void showResult();
    void showState();
    QString stateText() const;
    void tryCurrent();
    void act(MergeCard& card, MergeAct act);
    void mergeSelected();

    LabelingSession& m_session;
    MergeSearch& m_search;
    NeverTogetherShelf& m_never;
    QPushButton* m_back;
    QLabel* m_title;
    QLabel* m_counts;
    QPushButton* m_again;
    QLabel* m_state;
    CardList* m_cards;
    MergeFoot* m_foot;
    QPushButton* m_mergeSelected;
    MergeTrial* m_trial;
};

}  // namespace labelwright::ui
