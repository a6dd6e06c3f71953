#include "ui/labels/merging/merge_page.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/common/error_text.h"
#include "ui/common/icons.h"
#include "ui/common/theme.h"
#include "ui/common/workbench_style.h"
#include "ui/labels/merging/card_list.h"
#include "ui/labels/merging/evidence_words.h"
#include "ui/labels/merging/merge_acts.h"
#include "ui/labels/merging/merge_foot.h"
#include "ui/labels/merging/merge_trial.h"
#include "ui/labels/merging/never_together_shelf.h"

namespace labelwright::ui {

MergePage::MergePage(LabelingSession& session, MergeSearch& search, NeverTogetherShelf& never, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_search(search),
      m_never(never),
      m_back(new QPushButton(this)),
      m_title(new QLabel(this)),
      m_counts(new QLabel(this)),
      m_again(new QPushButton(this)),
      m_state(new QLabel(this)),
      m_cards(new CardList(session, this)),
      m_foot(new MergeFoot),
      m_mergeSelected(new QPushButton(this)),
      m_trial(new MergeTrial(session, this)) {
    setObjectName(QStringLiteral("mergePage"));
    m_back->setObjectName(QStringLiteral("mergeBack"));
    m_counts->setObjectName(QStringLiteral("mergeCounts"));
    m_again->setObjectName(QStringLiteral("mergeLookAgain"));
    m_state->setObjectName(QStringLiteral("mergeState"));
    m_mergeSelected->setObjectName(QStringLiteral("mergeSelected"));
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_back->setIcon(themedIcon(QStringLiteral("close")));
    makeLink(*m_back);
    makeLink(*m_again);
    for (QPushButton* button : {m_back, m_again, m_mergeSelected}) button->setAutoDefault(false);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    makeMuted(*m_counts);
    makeMuted(*m_state);
    m_cards->setFoot(m_foot);

    const int gap = fontMetrics().height() * 3 / 4;
    auto* head = new QHBoxLayout;
    head->setContentsMargins(gap, gap, gap, 0);
    head->addWidget(m_title);
    head->addWidget(m_counts);
    head->addStretch();
    head->addWidget(m_mergeSelected);
    head->addWidget(m_again);
    head->addWidget(m_back);
    auto* state = new QHBoxLayout;
    state->setContentsMargins(gap, 0, gap, 0);
    state->addWidget(m_state);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    layout->addLayout(head);
    layout->addLayout(state);
    layout->addWidget(m_cards, 1);

    // Escape means back, on the page and in its what-if.
    for (QWidget* part : {static_cast<QWidget*>(this), static_cast<QWidget*>(m_trial)}) {
        auto* escape = new QAction(part);
        escape->setShortcut(Qt::Key_Escape);
        escape->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(escape, &QAction::triggered, this, &MergePage::closed);
        part->addAction(escape);
    }
    connect(m_back, &QPushButton::clicked, this, &MergePage::closed);
    connect(m_again, &QPushButton::clicked, &search, &MergeSearch::lookAgain);
    connect(m_mergeSelected, &QPushButton::clicked, this, &MergePage::mergeSelected);
    connect(m_cards, &CardList::actWanted, this, &MergePage::act);
    connect(m_cards, &CardList::currentChanged, this, &MergePage::tryCurrent);
    connect(m_cards, &CardList::selectionChanged, this, &MergePage::showState);
    connect(m_trial, &MergeTrial::cancelled, this, &MergePage::closed);
    connect(m_trial, &MergeTrial::rowChosen, this, &MergePage::rowChosen);
    connect(m_trial, &MergeTrial::mergeWanted, this, [this] {
        if (m_cards->current() != nullptr) act(*m_cards->current(), MergeAct::Merge);
    });
    connect(m_foot, &MergeFoot::suggestAgain, this, [this](const LabelPair& pair) {
        m_session.setLabels(withoutKeptApart(m_session.labels(), pair.left, pair.right), tr("Suggest a pair again"));
    });
    connect(m_foot, &MergeFoot::askAgain, &never, &NeverTogetherShelf::remove);
    connect(&search, &MergeSearch::changed, this, &MergePage::showResult);
    connect(&session, &LabelingSession::decisionsChanged, this, [this] {
        m_cards->showCounts();
        showState();
    });
    retranslate();
}

void MergePage::focusCards() {
    if (m_cards->current() != nullptr) m_cards->focusCurrent();
    else m_again->setFocus(Qt::OtherFocusReason);
}

void MergePage::showResult() {
    if (isHidden()) return;  // it is worked out when the page opens
    m_cards->setSuggestions(m_search.suggestions());
    m_foot->setResult(m_search);
    showState();
    tryCurrent();
}

void MergePage::tryCurrent() {
    const MergeCard* card = m_cards->current();
    if (isHidden() || card == nullptr) m_trial->clear();
    else m_trial->tryMerge(card->suggestion().labels, card->survivor());
}

QString MergePage::stateText() const {
    const QLocale locale;
    const auto labels = static_cast<int>(m_session.labels().labels.size());
    switch (m_search.state()) {
        case MergeSearch::State::TooFewLabels: return tr("It takes two labels to compare. Add some at the left.");
        case MergeSearch::State::Waiting:
            return m_session.runningJob() != 0 ? tr("The labels are compared as soon as the run has ended.") : tr("Comparing the labels…");
        case MergeSearch::State::Working: return tr("Comparing the labels…");
        case MergeSearch::State::Failed: return m_search.problem() ? errorText(*m_search.problem()) : QString();
        case MergeSearch::State::Done: break;
    }
    if (!m_search.suggestions().empty()) return {};
    const QString pairs = locale.toString(labels * (labels - 1) / 2);
    const auto& decisions = m_session.decisions();
    const std::uint64_t texts = decisions && m_session.dataset() ? m_session.dataset()->size() - decisions->unscored : 0;
    const QString model = QString::fromStdString(m_search.result().modelId);
    const QString compared = tr("No two labels mean the same. All %1 pairs were compared: by meaning (model %2) %3").arg(pairs, model);
    return texts == 0 ? compared.arg(tr("only, since no text has scores yet."))
                      : compared.arg(tr("and by their scores on %n text(s).", nullptr, static_cast<int>(texts)));
}

void MergePage::showState() {
    const auto labels = static_cast<int>(m_session.labels().labels.size());
    const auto suggestions = static_cast<int>(m_search.suggestions().size());
    m_counts->setText(tr("%n label(s)", nullptr, labels) + tr(", ") + tr("%n suggestion(s)", nullptr, suggestions));
    const QString state = stateText();
    m_state->setText(state);
    m_state->setVisible(!state.isEmpty());
    const bool searching = m_search.state() == MergeSearch::State::Working || m_search.state() == MergeSearch::State::Waiting;
    m_again->setEnabled(!searching && m_search.state() != MergeSearch::State::TooFewLabels);
    const auto selected = static_cast<int>(m_cards->selected().size());
    m_mergeSelected->setText(tr("Merge %n selected and look again", nullptr, selected));
    m_mergeSelected->setVisible(selected > 0);
}

void MergePage::act(MergeCard& card, MergeAct act) {
    const std::vector<LabelId> ids = card.suggestion().labels;
    const LabelId survivor = card.survivor();
    const LabelSet& labels = m_session.labels();
    const QString name = nameOf(labels, survivor);
    QStringList others;
    for (const LabelId& id : ids)
        if (id != survivor) others << nameOf(labels, id);
    const QString rest = others.join(tr(", "));
    switch (act) {
        case MergeAct::Merge:
            m_session.setLabels(withMergedInto(labels, ids, survivor), tr("Merge “%1” into “%2”").arg(rest, name));
            emit noticeGiven(tr("“%1” is merged into “%2”; Undo takes it out again.").arg(rest, name));
            break;
        case MergeAct::MakeParent:
            m_session.setLabels(withAllBelow(labels, ids, survivor), tr("Put “%1” below “%2”").arg(rest, name));
            emit noticeGiven(tr("“%1” stands below “%2”; Undo takes it back.").arg(rest, name));
            break;
        case MergeAct::KeepApart:
            m_session.setLabels(withKeptApart(labels, ids), tr("Keep “%1” and “%2” apart").arg(rest, name));
            emit noticeGiven(tr("“%1” and “%2” are not suggested again in this label set.").arg(rest, name));
            break;
        case MergeAct::NeverAgain: {
            MergeSearch::NamePairs pairs;
            for (std::size_t i = 0; i < ids.size(); ++i) {
                for (std::size_t j = i + 1; j < ids.size(); ++j)
                    pairs.emplace_back(nameOf(labels, ids[i]).toStdString(), nameOf(labels, ids[j]).toStdString());
            }
            m_never.add(pairs);
            emit noticeGiven(tr("“%1” and “%2” are never suggested again; the foot of the page takes it back.").arg(rest, name));
            break;
        }
    }
}

void MergePage::mergeSelected() {
    const std::vector<MergeCard*> selected = m_cards->selected();
    if (selected.empty()) return;
    LabelSet labels = m_session.labels();
    for (const MergeCard* card : selected) labels = withMergedInto(labels, card->suggestion().labels, card->survivor());
    const auto count = static_cast<int>(selected.size());
    m_session.setLabels(labels, tr("Merge the labels of %n suggestion(s)", nullptr, count));
    emit noticeGiven(tr("The labels of %n suggestion(s) are merged; Undo takes them out again.", nullptr, count));
    m_search.lookAgain();
}

void MergePage::retranslate() {
    m_title->setText(tr("Merge suggestions"));
    m_again->setText(tr("Look again"));
    m_again->setToolTip(tr("Compare the labels as they are now"));
    m_back->setText(tr("Back to the texts"));
    m_back->setToolTip(tr("Escape"));
    m_cards->setAccessibleName(tr("Suggestions"));
    m_cards->retranslate();
    m_foot->setResult(m_search);
    showState();
}

void MergePage::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void MergePage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    showResult();
}

void MergePage::paintEvent(QPaintEvent*) { QPainter(this).fillRect(rect(), themeColours(palette()).window); }

}  // namespace labelwright::ui
