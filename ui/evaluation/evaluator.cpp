#include "ui/evaluation/evaluator.h"

#include <QTimer>

#include "core/jobs/task_thread.h"

namespace labelwright::ui {
namespace {

constexpr int delayMs = 100;  // an edit is told by several signals
constexpr int delayDuringRunMs = 1500;

const QString truthKey = QStringLiteral("evaluationTruth");

}  // namespace

struct Evaluator::Work {
    QTimer timer;
    bool watched = false;
    bool outdated = true;  // something changed since the last evaluation was begun
    bool evaluating = false;
    std::stop_source stop;                       // of the evaluation, and of what is worked out from it
    std::shared_ptr<const EvaluationTask> task;  // of the present evaluation
    TaskThread thread{"evaluation"};             // last: joined first
};

Evaluator::Evaluator(LabelingSession& session, QObject* parent) : QObject(parent), m_session(session), m_work(std::make_unique<Work>()) {
    m_work->timer.setSingleShot(true);
    connect(&m_work->timer, &QTimer::timeout, this, &Evaluator::begin);
    for (const auto signal : {&LabelingSession::labelsChanged, &LabelingSession::selectionChanged, &LabelingSession::reviewsChanged,
                              &LabelingSession::decisionsChanged, &LabelingSession::runStateChanged})
        connect(&session, signal, this, &Evaluator::evaluateSoon);
    connect(&session, &LabelingSession::datasetChanged, this, &Evaluator::replaceDataset);
    replaceDataset();
}

Evaluator::~Evaluator() {
    m_work->stop.request_stop();
    m_work.reset();
}

void Evaluator::replaceDataset() {
    m_work->stop.request_stop();
    const QString column = m_session.viewValue(truthKey).toString();
    m_truth.column = column.isEmpty() ? std::nullopt : std::optional(column.toStdString());
    take(std::shared_ptr<const Evaluation>());
    emit truthChanged();
    evaluateSoon();
}

void Evaluator::setTruth(const TruthSource& truth) {
    if (truth == m_truth) return;
    m_truth = truth;
    m_session.setViewValue(truthKey, QString::fromStdString(truth.column.value_or("")));
    emit truthChanged();
    evaluateSoon();
}

void Evaluator::setWatched(bool watched) {
    m_work->watched = watched;
    if (watched && m_work->outdated) evaluateSoon();
    if (!watched) m_work->timer.stop();
}

void Evaluator::evaluateSoon() {
    m_work->outdated = true;
    if (m_work->watched && !m_work->evaluating && !m_work->timer.isActive())
        m_work->timer.start(m_session.runningJob() != 0 ? delayDuringRunMs : delayMs);
}

void Evaluator::begin() {
    if (!m_session.dataset() || m_session.labels().labels.empty()) return take(std::shared_ptr<const Evaluation>());
    m_work->outdated = false;
    m_work->evaluating = true;
    m_work->stop.request_stop();  // charts of the one before
    m_work->stop = {};
    auto task = std::make_shared<const EvaluationTask>(
        EvaluationTask{m_session.dataset(), m_session.labels(), m_session.selection(), m_session.scores(), m_session.reviews(), m_truth});
    m_work->thread.post([this, task, stop = m_work->stop.get_token()] {
        auto result = evaluate(*task, stop);
        QMetaObject::invokeMethod(this, [this, task, stop, result = std::move(result)] {
            m_work->evaluating = false;
            if (!stop.stop_requested()) {
                m_work->task = task;
                take(result);
            }
            if (m_work->outdated) evaluateSoon();
        });
    });
}

void Evaluator::take(Result<std::shared_ptr<const Evaluation>> result) {
    m_coverage.reset();
    m_reliability.reset();
    m_temperature.reset();
    m_problem.reset();
    m_evaluation.reset();
    if (result) m_evaluation = *std::move(result);
    else m_problem = result.error();
    emit changed();
}

/// `compute` runs on the thread, `take` gets what it gave unless there is another evaluation by then.
template <typename Compute, typename Take>
void Evaluator::compute(Compute compute, Take take) {
    if (!m_evaluation) return;
    m_work->thread.post([this, compute, take, task = m_work->task, evaluation = m_evaluation, stop = m_work->stop.get_token()] {
        if (stop.stop_requested()) return;
        auto computed = compute(*task, *evaluation, stop);
        QMetaObject::invokeMethod(this, [this, take, stop, evaluation, computed = std::move(computed)] {
            if (stop.stop_requested() || evaluation != m_evaluation) return;
            take(computed);
            emit chartReady();
        });
    });
}

void Evaluator::wantCoverage() {
    compute([](const EvaluationTask&, const Evaluation& evaluation, const std::stop_token&) { return coverageOf(evaluation); },
            [this](const CoverageCurve& curve) { m_coverage = curve; });
}

void Evaluator::wantReliability() {
    compute(
        [](const EvaluationTask& task, const Evaluation& evaluation, const std::stop_token&) { return reliabilityOf(task, evaluation); },
        [this](const Reliability& reliability) { m_reliability = reliability; });
}

void Evaluator::wantTemperature() {
    compute(
        [](const EvaluationTask& task, const Evaluation& evaluation, const std::stop_token& stop) {
            return fitTemperature(task.scores, task.labels, task.selection, evaluation.truth.labels, stop);
        },
        [this](const Result<TemperatureFit>& fit) { m_temperature = fit; });
}

}  // namespace labelwright::ui
