#include "ui/main_window/plan_card.h"

#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QTimer>
#include <QVBoxLayout>

#include "ui/common/amount_text.h"
#include "ui/common/error_text.h"

namespace labelwright::ui {
namespace {

constexpr int planDelayMs = 250;

}  // namespace

PlanCard::PlanCard(LabelingSession& session, QWidget* parent)
    : Card(Tone::Plain, parent),
      m_session(session),
      m_timer(new QTimer(this)),
      m_title(new QLabel(this)),
      m_cost(new QLabel(this)),
      m_moreLabels(new QLabel(this)) {
    setObjectName(QStringLiteral("planCard"));
    m_cost->setObjectName(QStringLiteral("planCost"));
    m_moreLabels->setObjectName(QStringLiteral("planMoreLabels"));
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    for (QLabel* label : {m_cost, m_moreLabels}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        makeMuted(*label);
    }
    auto* layout = new QVBoxLayout(this);
    const int gap = fontMetrics().height() / 2;
    layout->setContentsMargins(gap, gap, gap, gap);
    layout->setSpacing(gap / 2);
    layout->addWidget(m_title);
    layout->addWidget(m_cost);
    layout->addWidget(m_moreLabels);

    m_timer->setSingleShot(true);
    m_timer->setInterval(planDelayMs);
    connect(m_timer, &QTimer::timeout, &session, &LabelingSession::requestPlan);
    for (const auto signal : {&LabelingSession::datasetChanged, &LabelingSession::labelsChanged, &LabelingSession::modelChoiceChanged,
                              &LabelingSession::computeChoiceChanged, &LabelingSession::runStateChanged}) {
        connect(&session, signal, this, [this] {
            m_timer->start();
            retranslateUi();
        });
    }
    connect(&session, &LabelingSession::planRequested, this, [this] {
        m_problem.reset();
        if (m_session.planJob() == 0) m_plan.reset();
        retranslateUi();
    });
    connect(&session.bridge(), &EngineBridge::planReady, this, [this](const PlanReady& event) {
        if (event.job != m_session.planJob()) return;
        m_plan = event.plan;
        retranslateUi();
    });
    connect(&session.bridge(), &EngineBridge::failed, this, [this](const Failed& event) {
        if (event.job != m_session.planJob() || event.job == 0) return;
        m_plan.reset();
        m_problem = event.error;
        retranslateUi();
    });
    retranslateUi();
}

QString PlanCard::costText() const {
    const QLocale locale;
    if (!m_session.dataset() || m_session.dataset()->size() == 0) return tr("Import texts to see what labeling them costs.");
    if (m_session.labels().labels.empty()) return tr("Add labels to see what a run costs.");
    if (const Result<void> usable = checkLabelSet(m_session.labels()); !usable) return errorText(usable.error());
    if (m_session.runningJob() != 0) return tr("Running…");
    if (m_problem) return errorText(*m_problem);
    if (!m_plan) return tr("Working out the costs…");
    const LabelingPlan& plan = *m_plan;
    const std::uint64_t fresh = plan.pairs - std::min(plan.pairs, plan.pairsFromCache);
    QStringList parts;
    const QString freshText = locale.toString(qulonglong(fresh));
    parts << (plan.sampled ? tr("about %1 new pairs").arg(freshText) : tr("%1 new pairs").arg(freshText))
          << tr("%1 from cache").arg(locale.toString(qulonglong(plan.pairsFromCache)));
    parts << (plan.seconds < 1 ? tr("under 1 s") : tr("about %1").arg(durationText(plan.seconds)));
    if (fresh > 0 && plan.memoryBytes > 0) parts << tr("%1 of memory").arg(bytesText(plan.memoryBytes));
    return parts.join(QStringLiteral(" · "));
}

QString PlanCard::moreLabelsText() const {
    if (!m_plan || m_problem || m_session.runningJob() != 0 || m_session.labels().labels.empty()) return {};
    const LabelingPlan& plan = *m_plan;
    if (plan.secondsPerNewLabel < 0.05) return tr("One more label: next to nothing.");
    if (plan.secondsPerNewLabel < 1) return tr("One more label: about %1 s.").arg(QLocale().toString(plan.secondsPerNewLabel, 'f', 1));
    return tr("One more label: about %1.").arg(durationText(plan.secondsPerNewLabel));
}

void PlanCard::retranslateUi() {
    m_title->setText(tr("Run plan"));
    m_cost->setText(costText());
    const QString more = moreLabelsText();
    m_moreLabels->setText(more);
    m_moreLabels->setVisible(!more.isEmpty());
}

void PlanCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslateUi();
    Card::changeEvent(event);
}

}  // namespace labelwright::ui
