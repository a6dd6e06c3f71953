#include "ui/labels/merging/merge_hint.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/common/workbench_style.h"
#include "ui/labels/merging/evidence_words.h"

namespace labelwright::ui {

MergeHint::MergeHint(const MergeSearch& search, QWidget* parent)
    : Card(Tone::Notice, parent), m_search(search), m_title(new QLabel(this)), m_text(new QLabel(this)), m_open(new QPushButton(this)) {
    setObjectName(QStringLiteral("mergeHint"));
    m_text->setObjectName(QStringLiteral("mergeHintText"));
    m_open->setObjectName(QStringLiteral("mergeHintOpen"));
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    makeLink(*m_open);
    const int gap = fontMetrics().height() / 2;
    auto* link = new QHBoxLayout;
    link->setContentsMargins(-(fontMetrics().height() + 4) / 2, 0, 0, 0);  // the link's text stands below the other texts
    link->addWidget(m_open);
    link->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(gap, gap, gap, gap / 2);
    layout->setSpacing(gap / 2);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addLayout(link);
    connect(m_open, &QPushButton::clicked, this, &MergeHint::pageWanted);
    connect(&search, &MergeSearch::changed, this, &MergeHint::showHint);
    showHint();
}

void MergeHint::showHint() {
    const auto& suggestions = m_search.suggestions();
    m_title->setText(tr("Labels that could be one"));
    if (!suggestions.empty()) m_text->setText(hintOf(suggestions.front(), m_search.session().labels()));
    m_open->setText(tr("See %n suggestion(s) →", nullptr, static_cast<int>(suggestions.size())));
    setVisible(!suggestions.empty());
}

void MergeHint::changeEvent(QEvent* event) {
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) showHint();
}

}  // namespace labelwright::ui
