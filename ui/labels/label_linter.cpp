#include "ui/labels/label_linter.h"

#include <QJsonArray>
#include <QMetaObject>
#include <QTimer>
#include <utility>

#include "core/jobs/task_thread.h"

namespace labelwright::ui {
namespace {

constexpr int lintDelayMs = 150;

/// What a dismissal is about: this kind of finding on these labels. Labels that earn least change with every run, so they do not count.
QString identityOf(const LabelSet& labels, const LabelFinding& finding) {
    QStringList parts{QString::fromStdString(labels.id), QString::fromLatin1(labelFindingName(finding.kind))};
    if (finding.kind != LabelFindingKind::ManyLabels)
        for (const LabelId& id : finding.labels) parts << QString::fromStdString(id);
    return parts.join(QLatin1Char('|'));
}

/// Texts of each label, once every text was asked about all of them: a new label has earned nothing yet.
std::vector<std::uint64_t> textsOf(const LabelingSession& session) {
    const auto& decisions = session.decisions();
    const bool usable = decisions && decisions->labelCounts.size() == session.labels().labels.size() && decisions->incomplete == 0 &&
                        !decisions->best.empty();
    return usable ? decisions->labelCounts : std::vector<std::uint64_t>();
}

}  // namespace

struct LabelLinter::Work {
    QTimer timer;
    bool running = false;
    bool again = false;         // something changed since
    TaskThread thread{"lint"};  // last: joined first
};

LabelLinter::LabelLinter(LabelingSession& session, QObject* parent)
    : QObject(parent), m_session(session), m_work(std::make_unique<Work>()) {
    m_work->timer.setSingleShot(true);
    m_work->timer.setInterval(lintDelayMs);
    connect(&m_work->timer, &QTimer::timeout, this, &LabelLinter::begin);
    connect(&session, &LabelingSession::labelsChanged, this, &LabelLinter::edited);
    connect(&session, &LabelingSession::selectionChanged, this, &LabelLinter::edited);
    connect(&session, &LabelingSession::decisionsChanged, this, &LabelLinter::learned);
    connect(&session, &LabelingSession::planRequested, this, [this] {
        if (m_session.planJob() == 0 && std::exchange(m_cost, std::nullopt)) learned();
    });
    connect(&session.bridge(), &EngineBridge::planReady, this, [this](const PlanReady& event) {
        if (event.job != m_session.planJob()) return;
        m_cost = LabelCost{event.plan.secondsPerNewLabel, event.plan.memoryBytes};
        learned();
    });
    edited();
}

LabelLinter::~LabelLinter() { m_work.reset(); }

void LabelLinter::setCommandKeys(const QStringList& keys) {
    m_commandKeys.clear();
    for (const QString& key : keys) m_commandKeys.push_back(key.toStdString());
    learned();
}

void LabelLinter::edited() { m_work->timer.start(); }

/// During a run there is something new all the time; waiting for a pause would be waiting for its end.
void LabelLinter::learned() {
    if (!m_work->timer.isActive()) m_work->timer.start();
}

void LabelLinter::begin() {
    m_work->again = m_work->running;
    if (m_work->running) return;
    m_work->running = true;
    m_work->thread.post([this, labels = m_session.labels(), selection = m_session.selection(), cost = m_cost, texts = textsOf(m_session),
                         keys = m_commandKeys]() mutable {
        LintContext context;
        context.mode = selection.mode;
        context.abstain = selection.abstain;
        context.cost = cost;
        context.texts = texts;
        context.commandKeys = keys;
        std::vector<LabelFinding> found = lintLabels(labels, context);
        QMetaObject::invokeMethod(
            this, [this, labels = std::move(labels), found = std::move(found)]() mutable { take(std::move(labels), std::move(found)); },
            Qt::QueuedConnection);
    });
}

void LabelLinter::take(LabelSet labels, std::vector<LabelFinding> found) {
    m_work->running = false;
    m_labels = std::move(labels);
    m_found = std::move(found);
    leaveOutDismissed();
    if (std::exchange(m_work->again, false)) begin();
}

void LabelLinter::leaveOutDismissed() {
    const QJsonArray dismissed = m_session.viewValue(LabelingSession::dismissedFindingsKey()).toArray();
    m_findings.clear();
    for (const LabelFinding& finding : m_found)
        if (finding.weight != LabelFindingWeight::Note || !dismissed.contains(identityOf(m_labels, finding))) m_findings.push_back(finding);
    emit changed();
}

void LabelLinter::dismiss(const LabelFinding& finding) {
    QJsonArray dismissed = m_session.viewValue(LabelingSession::dismissedFindingsKey()).toArray();
    dismissed.append(identityOf(m_labels, finding));
    m_session.setViewValue(LabelingSession::dismissedFindingsKey(), dismissed);
    leaveOutDismissed();
}

void LabelLinter::showDismissed() {
    QJsonArray dismissed = m_session.viewValue(LabelingSession::dismissedFindingsKey()).toArray();
    for (const LabelFinding& finding : m_found) {
        const QString identity = identityOf(m_labels, finding);
        for (qsizetype i = dismissed.size() - 1; i >= 0; --i)
            if (dismissed.at(i) == identity) dismissed.removeAt(i);
    }
    m_session.setViewValue(LabelingSession::dismissedFindingsKey(), dismissed);
    leaveOutDismissed();
}

void LabelLinter::repair(const LabelRepair& repair, const QString& undoText) {
    const Result<LabelSet> repaired = applyRepair(m_session.labels(), repair);
    if (!repaired) {
        emit repairFailed(repaired.error());
        return;
    }
    m_session.setLabels(*repaired, undoText);
    m_work->timer.stop();
    begin();  // what was repaired goes at once
}

}  // namespace labelwright::ui
