#include "ui/labels/merging/card_list.h"

#include <QAction>
#include <QApplication>
#include <QPainter>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/common/theme.h"

namespace labelwright::ui {
namespace {

/// Paper in the colour behind tables, whatever the scheme.
class Paper : public QWidget {
protected:
    void paintEvent(QPaintEvent* event) override { QPainter(this).fillRect(event->rect(), themeColours(palette()).window); }
};

MergeCard* cardAround(QWidget* widget) {
    while (widget != nullptr) {
        if (auto* card = qobject_cast<MergeCard*>(widget)) return card;
        widget = widget->parentWidget();
    }
    return nullptr;
}

}  // namespace

CardList::CardList(const LabelingSession& session, QWidget* parent)
    : QScrollArea(parent), m_session(session), m_fillTimer(new QTimer(this)) {
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto* paper = new Paper;
    m_layout = new QVBoxLayout(paper);
    const int gap = fontMetrics().height() * 3 / 4;
    m_layout->setContentsMargins(gap, 0, gap, gap);
    m_layout->setSpacing(gap);
    m_layout->addStretch(1);
    setWidget(paper);
    m_fillTimer->setSingleShot(true);
    m_fillTimer->setInterval(0);
    connect(m_fillTimer, &QTimer::timeout, this, &CardList::fill);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, m_fillTimer, qOverload<>(&QTimer::start));
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        if (MergeCard* card = cardAround(now); card != nullptr && std::find(m_cards.begin(), m_cards.end(), card) != m_cards.end())
            makeCurrent(card);
    });
    for (const int by : {-1, 1}) {
        auto* action = new QAction(this);
        action->setShortcut(by < 0 ? Qt::Key_Up : Qt::Key_Down);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, [this, by] { step(by); });
        addAction(action);
    }
}

MergeCard* CardList::makeCard() {
    auto* card = new MergeCard(m_session, widget());
    connect(card, &MergeCard::selectionChanged, this, &CardList::selectionChanged);
    connect(card, &MergeCard::survivorChanged, this, [this, card] {
        if (card == m_current) emit currentChanged();
        else makeCurrent(card);
    });
    connect(card, &MergeCard::actWanted, this, [this, card](MergeAct act) {
        makeCurrent(card);
        emit actWanted(*card, act);
    });
    return card;
}

void CardList::setSuggestions(std::vector<MergeSuggestion> suggestions) {
    m_suggestions = std::move(suggestions);
    std::vector<MergeCard*> old;
    std::swap(old, m_cards);
    const std::size_t place = static_cast<std::size_t>(std::find(old.begin(), old.end(), m_current) - old.begin());
    const bool focused = cardAround(QApplication::focusWidget()) != nullptr;
    for (MergeCard* card : old) m_layout->removeWidget(card);
    // As many as there were: the scroll bar stays where it is.
    for (std::size_t i = 0; i < m_suggestions.size() && (i < old.size()); ++i) {
        const auto same = std::find_if(old.begin(), old.end(), [&](MergeCard* card) {
            return card != nullptr && card->suggestion().labels == m_suggestions[i].labels;
        });
        if (same == old.end()) break;  // the others are made in their turn
        m_cards.push_back(*same);
        *same = nullptr;
        m_cards.back()->setSuggestion(m_suggestions[i]);
        m_layout->insertWidget(static_cast<int>(i), m_cards.back());
    }
    for (MergeCard* card : old) {
        if (card == nullptr) continue;
        if (card == m_current) m_current = nullptr;
        card->hide();
        card->deleteLater();
    }
    if (m_current == nullptr && !m_cards.empty()) {
        makeCurrent(m_cards[std::min(place, m_cards.size() - 1)]);
        if (focused) focusCurrent();
    } else {
        emit currentChanged();
    }
    emit selectionChanged();
    m_fillTimer->start();
}

void CardList::fill() {
    if (m_cards.size() >= m_suggestions.size()) return;
    const int screen = viewport()->height();
    const int seen = verticalScrollBar()->value() + screen;
    if (!m_cards.empty() && m_cards.back()->isVisible() && m_cards.back()->geometry().bottom() > seen + screen) return;
    MergeCard* card = makeCard();
    card->setSuggestion(m_suggestions[m_cards.size()]);
    m_layout->insertWidget(static_cast<int>(m_cards.size()), card);
    card->show();
    m_cards.push_back(card);
    if (m_current == nullptr) makeCurrent(card);
    m_fillTimer->start();
}

void CardList::setFoot(QWidget* foot) { m_layout->insertWidget(m_layout->count() - 1, foot); }

std::vector<MergeCard*> CardList::selected() const {
    std::vector<MergeCard*> cards;
    std::copy_if(m_cards.begin(), m_cards.end(), std::back_inserter(cards), [](const MergeCard* card) { return card->isSelected(); });
    return cards;
}

void CardList::makeCurrent(MergeCard* card) {
    if (card == m_current) return;
    if (m_current != nullptr) m_current->setCurrent(false);
    m_current = card;
    if (m_current != nullptr) m_current->setCurrent(true);
    emit currentChanged();
}

void CardList::step(int by) {
    const auto place = std::find(m_cards.begin(), m_cards.end(), m_current);
    if (place == m_cards.end()) return;
    const auto next = place - m_cards.begin() + by;
    if (next < 0 || next >= static_cast<std::ptrdiff_t>(m_cards.size())) return;
    makeCurrent(m_cards[static_cast<std::size_t>(next)]);
    focusCurrent();
}

void CardList::focusCurrent() {
    if (m_current == nullptr) return;
    m_current->setFocus(Qt::OtherFocusReason);
    ensureWidgetVisible(m_current, 0, fontMetrics().height());
}

void CardList::showCounts() {
    for (MergeCard* card : m_cards) card->showCounts();
}

void CardList::retranslate() {
    for (MergeCard* card : m_cards) card->retranslate();
}

void CardList::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    m_fillTimer->start();
}

}  // namespace labelwright::ui
