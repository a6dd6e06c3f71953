#include "ui/labels/merging/merge_trial.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

#include "ui/common/card.h"
#include "ui/common/workbench_style.h"
#include "ui/labels/answer_change_view.h"
#include "ui/labels/merging/evidence_words.h"
#include "ui/labels/merging/merge_acts.h"

namespace labelwright::ui {

MergeTrial::MergeTrial(LabelingSession& session, QWidget* parent)
    : QWidget(parent),
      m_preview(session),
      m_title(new QLabel(this)),
      m_unchanged(new QLabel(this)),
      m_answers(new AnswerChangeView(m_preview, this)),
      m_nothing(new QLabel(this)),
      m_effect(new QLabel(this)),
      m_merge(new QPushButton(this)),
      m_cancel(new QPushButton(this)),
      m_undo(new QLabel(this)) {
    setObjectName(QStringLiteral("mergeTrial"));
    m_effect->setObjectName(QStringLiteral("mergeEffect"));
    m_merge->setObjectName(QStringLiteral("trialMerge"));
    m_cancel->setObjectName(QStringLiteral("trialCancel"));
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    for (QLabel* label : {m_unchanged, m_nothing, m_effect, m_undo}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(label != m_unchanged);
        makeMuted(*label);
    }
    makePrimary(*m_merge);
    const int gap = fontMetrics().height() / 2;
    auto* head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addWidget(m_unchanged, 1);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_merge);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_undo, 1);
    buttons->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(gap * 3 / 2, gap * 3 / 2, gap * 3 / 2, gap * 3 / 2);
    layout->setSpacing(gap);
    layout->addLayout(head);
    layout->addWidget(m_answers, 1);
    layout->addWidget(m_nothing, 1, Qt::AlignTop);
    layout->addWidget(m_effect);
    layout->addLayout(buttons);
    connect(m_merge, &QPushButton::clicked, this, &MergeTrial::mergeWanted);
    connect(m_cancel, &QPushButton::clicked, this, &MergeTrial::cancelled);
    connect(m_answers, &AnswerChangeView::rowChosen, this, &MergeTrial::rowChosen);
    retranslate();
}

void MergeTrial::tryMerge(const std::vector<LabelId>& ids, const LabelId& survivor) {
    const LabelSet& labels = m_preview.session().labels();
    m_ids = ids;
    m_survivor = survivor;
    m_preview.compare(labels, withMergedInto(labels, ids, survivor));
    showEffect();
}

void MergeTrial::clear() {
    m_ids.clear();
    m_preview.clear();
    showEffect();
}

void MergeTrial::showEffect() {
    const bool something = !m_ids.empty();
    for (QWidget* widget :
         {static_cast<QWidget*>(m_answers), static_cast<QWidget*>(m_effect), static_cast<QWidget*>(m_merge), static_cast<QWidget*>(m_undo)})
        widget->setVisible(something);
    m_nothing->setVisible(!something);
    if (!something) return;
    const LabelSet& labels = m_preview.session().labels();
    const std::size_t asked = hypothesesOf(labels).size();
    QStringList others;
    for (const LabelId& id : m_ids)
        if (id != m_survivor) others << tr("“%1”").arg(nameOf(labels, id));
    const QLocale locale;
    const QString figures = locale.toString(others.size()) + QLatin1Char('/') + locale.toString(qulonglong(asked));
    m_effect->setText(tr("Both names are still asked, so a run takes as long as now. Deleting %1 instead would save %2 of a run.")
                          .arg(others.join(tr(", ")), figures));
}

void MergeTrial::retranslate() {
    m_title->setText(tr("Try it"));
    m_unchanged->setText(tr("nothing is changed yet"));
    m_nothing->setText(tr("Choose a suggestion to see what it would do to the texts."));
    m_merge->setText(tr("&Merge"));
    m_cancel->setText(tr("Cancel"));
    m_undo->setText(tr("Can be taken back at any time, also after a restart"));
    showEffect();
}

void MergeTrial::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

}  // namespace labelwright::ui
