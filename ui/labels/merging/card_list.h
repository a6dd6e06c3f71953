#pragma once

#include <QScrollArea>
#include <QString>
#include <map>
#include <vector>

#include "ui/labels/merging/merge_card.h"

class QTimer;
class QVBoxLayout;

namespace labelwright::ui {

/// Suggestions as a column of cards, one of them current. Cards are made as they come near the screen, one in each turn of the event loop,
/// so that hundreds cost no more than those that are seen. GUI thread.
class CardList : public QScrollArea {
    Q_OBJECT

public:
    explicit CardList(const LabelingSession& session, QWidget* parent = nullptr);

    /// Cards of the same labels stay where they are, with what was chosen on them.
    void setSuggestions(std::vector<MergeSuggestion> suggestions);
    /// A widget below the last card; owned by the list.
    void setFoot(QWidget* foot);
    MergeCard* current() const noexcept { return m_current; }
    std::vector<MergeCard*> selected() const;
    void showCounts();
    void retranslate();
    void focusCurrent();

signals:
    void currentChanged();  ///< another card, or another survivor on it
    void selectionChanged();
    void actWanted(labelwright::ui::MergeCard& card, labelwright::ui::MergeAct act);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    MergeCard* makeCard();
    void fill();
    void makeCurrent(MergeCard* card);
    void step(int by);

    const LabelingSession& m_session;
    std::vector<MergeSuggestion> m_suggestions;
    std::vector<MergeCard*> m_cards;  // of the first suggestions
    MergeCard* m_current = nullptr;
    QVBoxLayout* m_layout;
    QTimer* m_fillTimer;
};

}  // namespace labelwright::ui
