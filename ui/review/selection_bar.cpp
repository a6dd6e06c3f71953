#include "ui/review/selection_bar.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

#include "ui/review/reviewer.h"

namespace labelwright::ui {

SelectionBar::SelectionBar(Reviewer& reviewer, const QList<QAction*>& others, QWidget* parent)
    : QWidget(parent), m_count(new QLabel(this)), m_labels(new QToolButton(this)), m_clear(new QToolButton(this)) {
    setObjectName(QStringLiteral("selectionBar"));
    m_count->setObjectName(QStringLiteral("selectionCount"));
    const int gap = fontMetrics().height() / 2;
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(gap * 3 / 2, gap / 2, gap * 3 / 2, gap / 2);
    layout->setSpacing(gap / 2);
    layout->addWidget(m_count);
    layout->addSpacing(gap);
    m_labels->setObjectName(QStringLiteral("selectionLabels"));
    m_labels->setMenu(reviewer.labelMenu());
    m_labels->setPopupMode(QToolButton::InstantPopup);
    m_labels->setAutoRaise(true);
    QList<QAction*> actions;
    for (QAction* action : reviewer.actions()) {
        const bool single = action == nullptr || action->menu() != nullptr || action->objectName() == QLatin1String("actionSkip") ||
                            action->objectName().contains(QLatin1String("Same"));
        if (!single) actions << action;
    }
    actions << others;
    for (QAction* action : actions) {
        auto* button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setToolButtonStyle(action == actions.front() ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
        button->setAutoRaise(true);
        layout->addWidget(button);
        if (action == actions.front()) layout->addWidget(m_labels);
    }
    layout->addStretch();
    m_clear->setObjectName(QStringLiteral("selectionClear"));
    m_clear->setAutoRaise(true);
    layout->addWidget(m_clear);
    connect(m_clear, &QToolButton::clicked, this, &SelectionBar::clearWanted);
    hide();
    retranslate();
}

void SelectionBar::setCount(qsizetype texts) {
    m_texts = texts;
    setVisible(texts > 1);
    retranslate();
}

void SelectionBar::retranslate() {
    m_count->setText(tr("%n text(s) selected", nullptr, static_cast<int>(m_texts)));
    m_labels->setText(tr("Give a label"));
    m_clear->setText(tr("Clear the selection"));
}

void SelectionBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

}  // namespace labelwright::ui
