#include "ui/labels/merging/pair_list.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/common/card.h"
#include "ui/common/workbench_style.h"

namespace labelwright::ui {

PairList::PairList(QWidget* parent)
    : QWidget(parent),
      m_summary(new QLabel(this)),
      m_show(new QPushButton(this)),
      m_lines(new QWidget(this)),
      m_linesLayout(new QVBoxLayout(m_lines)) {
    m_summary->setTextFormat(Qt::PlainText);
    makeMuted(*m_summary);
    m_show->setObjectName(QStringLiteral("showPairs"));
    m_show->setCheckable(true);
    m_show->setAutoDefault(false);
    makeLink(*m_show);
    m_linesLayout->setContentsMargins(fontMetrics().height(), 0, 0, 0);
    m_linesLayout->setSpacing(0);
    m_lines->hide();
    auto* head = new QHBoxLayout;
    head->addWidget(m_summary);
    head->addWidget(m_show);
    head->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_lines);
    connect(m_show, &QPushButton::toggled, this, &PairList::showLines);
    hide();
}

void PairList::setPairs(const QString& summary, const QStringList& names) {
    m_summary->setText(summary);
    m_names = names;
    setVisible(!names.isEmpty());
    showLines();
}

void PairList::showLines() {
    m_show->setText(m_show->isChecked() ? tr("Hide") : tr("Show"));
    m_show->setAccessibleName(m_show->text() + QStringLiteral(": ") + m_summary->text());
    while (QLayoutItem* item = m_linesLayout->takeAt(0)) {
        if (QWidget* line = item->widget()) {
            line->hide();
            line->deleteLater();
        }
        delete item;
    }
    m_lines->setVisible(m_show->isChecked());
    if (!m_show->isChecked()) return;
    for (int i = 0; i < m_names.size(); ++i) {
        auto* line = new QWidget(m_lines);
        auto* row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        auto* name = new QLabel(m_names[i], line);
        name->setTextFormat(Qt::PlainText);
        auto* back = new QPushButton(tr("Suggest again"), line);
        back->setObjectName(QStringLiteral("suggestAgain"));
        back->setAccessibleName(back->text() + QStringLiteral(": ") + m_names[i]);
        back->setAutoDefault(false);
        makeLink(*back);
        connect(back, &QPushButton::clicked, this, [this, i] { emit takenBack(i); });
        row->addWidget(name);
        row->addWidget(back);
        row->addStretch();
        m_linesLayout->addWidget(line);
    }
}

void PairList::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) showLines();
}

}  // namespace labelwright::ui
