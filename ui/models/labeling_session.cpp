#include "ui/models/labeling_session.h"

#include <QJsonDocument>
#include <QMetaObject>
#include <QTimer>
#include <algorithm>
#include <set>

#include "core/base/clock.h"
#include "core/jobs/task_thread.h"
#include "ui/models/outdated_scores.h"

namespace labelwright::ui {
namespace {

constexpr int viewSaveDelayMs = 500;
constexpr int refreshDelayMs = 100;
/// A pass over all rows may take this share of the time while a run wants the processor.
constexpr double passShareDuringRun = 0.2;
const auto scoredWithKey = QStringLiteral("scoredWith");

std::vector<LabelId> idsOf(const LabelSet& labels) {
    std::vector<LabelId> ids;
    for (const Label& label : labels.labels) ids.push_back(label.id);
    return ids;
}

/// Merged labels too.
void rememberNames(std::span<const Label> labels, std::map<LabelId, std::string>& names) {
    for (const Label& label : labels) {
        names[label.id] = label.name;
        rememberNames(label.merged, names);
    }
}

}  // namespace

/// What is under way or waits for a good moment.
struct LabelingSession::Work {
    QTimer refreshTimer;                // scoresChanged and the next decision pass
    QTimer saveTimer;                   // scores to the project
    QTimer viewTimer;                   // view state to the project
    std::set<std::uint32_t> unsaved;    // blocks
    std::set<std::uint32_t> undecided;  // blocks; everything if `all`
    bool all = false;
    bool passRunning = false;
    bool scoresAnnounced = true;
    std::uint64_t generation = 0;  // of the list of labels and the dataset: results of an older one are dropped
    std::uint64_t revision = 0;
    DecidedRows decided;  // of the last pass
    double passSeconds = 0;
    Stopwatch sincePass;
    TaskThread thread{"decisions"};  // last: joined first
};

LabelingSession::LabelingSession(EngineBridge& bridge, QObject* parent)
    : QObject(parent), m_bridge(bridge), m_work(std::make_unique<Work>()) {
    m_labels.version = 0;
    for (QTimer* timer : {&m_work->refreshTimer, &m_work->saveTimer, &m_work->viewTimer}) timer->setSingleShot(true);
    connect(&m_work->refreshTimer, &QTimer::timeout, this, [this] {
        if (!m_work->scoresAnnounced) {
            m_work->scoresAnnounced = true;
            emit scoresChanged();
        }
        startDecisionPass();
    });
    connect(&m_work->saveTimer, &QTimer::timeout, this, &LabelingSession::saveDirtyScores);
    connect(&m_work->viewTimer, &QTimer::timeout, this, &LabelingSession::saveView);
    connect(&bridge, &EngineBridge::projectOpened, this, [this](const ProjectOpened& event) { restore(event.contents); });
    connect(&bridge, &EngineBridge::imported, this, [this](const Imported& event) {
        if (event.way != ImportWay::LabelsOnly && event.result.dataset) takeTexts(event);
        if (event.result.dataset == m_dataset) takeAnswers(event);
    });
    connect(&bridge, &EngineBridge::planReady, this, [this](const PlanReady& event) {
        if (event.job != m_planJob || event.job == 0) return;
        m_expected = event.plan.models;
        emit planReady();
    });
    connect(&bridge, &EngineBridge::started, this, &LabelingSession::runStarted);
    connect(&bridge, &EngineBridge::recordsScored, this, &LabelingSession::takeScores);
    connect(&bridge, &EngineBridge::finished, this, [this](const Finished& event) { runEnded(event.job, &event.summary.models); });
    connect(&bridge, &EngineBridge::cancelled, this, [this](const Cancelled& event) { runEnded(event.job, &event.summary.models); });
    connect(&bridge, &EngineBridge::failed, this, [this](const Failed& event) { runEnded(event.job, nullptr); });
}

void LabelingSession::takeTexts(const Imported& event) {
    QJsonObject kept;  // the rest was about the texts before
    for (const QString& key : {dismissedFindingsKey(), savedViewsKey()})
        if (const QJsonValue value = viewValue(key); !value.isUndefined()) kept.insert(key, value);
    m_viewState = kept;
    m_work->viewTimer.start(viewSaveDelayMs);
    restoreReviews(event.reviews.reviews, event.reviews.waiting);
    replaceDataset(event.result.dataset, ScoreTable(event.result.dataset->size()));
}

LabelingSession::~LabelingSession() {
    flush();
    m_work.reset();
}

// Reading

bool LabelingSession::scoresOutdated() const {
    const QString scoredWith = m_viewState.value(scoredWithKey).toString();
    if (m_scores.readings().empty()) return false;
    return (!scoredWith.isEmpty() && scoredWith != m_modelChoice) ||
           ofAnotherPrecision(m_scores.readings(), m_compute.precision, m_expected);
}

// Edits

void LabelingSession::report(const Result<void>& result) {
    if (!result) emit saveFailed(result.error());
}

void LabelingSession::useLabels(const LabelSet& labels) {
    const std::vector<LabelId> before = idsOf(m_labels);
    const std::vector<LabelId> after = idsOf(labels);
    m_labels = labels;
    rememberNames(m_labels.labels, m_formerNames);
    m_reader = LabelReader(m_labels, m_scores);
    if (before != after) {
        ++m_work->generation;
        m_work->decided = {};
        if (m_decisions) {
            std::vector<std::uint16_t> newIndex;
            for (const LabelId& id : before) {
                const Label* now = findLabel(m_labels, id);  // of a merged label: the one it was merged into
                newIndex.push_back(now == nullptr ? DecisionTable::notScored : static_cast<std::uint16_t>(now - m_labels.labels.data()));
            }
            m_decisions = withLabelsMoved(*m_decisions, newIndex, after.size());
        }
    }
    decideAgain({});
    emit labelsChanged();
    if (before != after) emit decisionsChanged();
}

void LabelingSession::setModelChoice(const QString& modelChoice) {
    if (modelChoice == m_modelChoice) return;
    m_modelChoice = modelChoice;
    forgetPlan();
    report(m_bridge.engine().saveModelChoice(m_modelChoice.toStdString()));
    emit modelChoiceChanged();
}

void LabelingSession::setComputeChoice(const ComputeChoice& choice) {
    if (choice == m_compute) return;
    m_compute = choice;
    forgetPlan();
    emit computeChoiceChanged();
}

void LabelingSession::forgetPlan() {
    m_planJob = 0;
    m_expected.clear();
}

// The project

void LabelingSession::restore(const ProjectContents& contents) {
    m_labels = contents.labels;
    m_highestVersion = contents.highestLabelVersion;
    m_selection = contents.selection;
    m_modelChoice = contents.modelChoice.empty() ? QStringLiteral("auto") : QString::fromStdString(contents.modelChoice);
    m_viewState = QJsonDocument::fromJson(QByteArray::fromStdString(contents.viewState)).object();
    m_modelsInUse.clear();
    forgetPlan();
    m_formerNames = contents.formerNames;
    const std::size_t rows = contents.dataset ? contents.dataset->size() : 0;
    restoreReviews(contents.reviews.rows() == rows ? contents.reviews : ReviewTable(rows), contents.waitingReviews);
    replaceDataset(contents.dataset, contents.scores.rows() == rows ? contents.scores : ScoreTable(rows));
    restoreSteps(contents.undo);
    emit labelsChanged();
    emit selectionChanged();
    emit modelChoiceChanged();
}

void LabelingSession::replaceDataset(std::shared_ptr<const Dataset> dataset, ScoreTable scores) {
    const bool wasRunning = m_runningJob != 0;
    if (wasRunning) m_bridge.engine().cancel(m_runningJob);
    m_runningJob = 0;
    m_dataset = std::move(dataset);
    m_work->unsaved.clear();
    useScores(std::move(scores));
    auto empty = std::make_shared<DecisionTable>();
    if (m_dataset) {
        const std::size_t rows = m_dataset->size();
        empty->best.assign(rows, DecisionTable::notScored);
        empty->confidence.assign(rows, 0);
        empty->margin.assign(rows, 0);
        empty->labelCounts.assign(m_labels.labels.size(), 0);
        empty->unscored = empty->incomplete = rows;
    }
    m_decisions = m_dataset ? std::move(empty) : nullptr;
    emit datasetChanged();
    emit decisionsChanged();
    if (wasRunning) emit runStateChanged();
}

void LabelingSession::useScores(ScoreTable scores) {
    m_scores = std::move(scores);
    m_reader = LabelReader(m_labels, m_scores);
    ++m_work->generation;
    m_work->decided = {};
    decideAgain({});
    m_work->scoresAnnounced = false;
}

void LabelingSession::setViewValue(const QString& key, const QJsonValue& value) {
    if (m_viewState.value(key) == value) return;
    m_viewState.insert(key, value);
    m_work->viewTimer.start(viewSaveDelayMs);
}

void LabelingSession::saveView() {
    report(m_bridge.engine().saveViewState(QJsonDocument(m_viewState).toJson(QJsonDocument::Compact).toStdString()));
}

void LabelingSession::saveDirtyScores() {
    if (m_work->unsaved.empty()) return;
    m_bridge.engine().saveScores(m_scores, {m_work->unsaved.begin(), m_work->unsaved.end()});
    m_work->unsaved.clear();
}

void LabelingSession::flush() {
    m_work->saveTimer.stop();
    saveDirtyScores();
    if (m_work->viewTimer.isActive()) {
        m_work->viewTimer.stop();
        saveView();
    }
}

// Runs

LabelingRequest LabelingSession::request() const {
    LabelingRequest request;
    request.dataset = m_dataset;
    request.labels = m_labels;
    request.model = m_modelChoice.toStdString();
    request.device = m_compute.device;
    request.precision = m_compute.precision;
    request.allowReducedCpuPrecision = m_compute.allowReducedCpuPrecision;
    return request;
}

void LabelingSession::startRun(std::vector<std::uint32_t> firstRows) {
    if (m_runningJob != 0 || !m_dataset || !checkLabelSet(m_labels)) return;
    LabelingRequest run = request();
    run.firstRows = std::move(firstRows);
    m_runningJob = m_bridge.engine().label(std::move(run));
    emit runStateChanged();
}

void LabelingSession::cancelRun() {
    if (m_runningJob != 0) m_bridge.engine().cancel(m_runningJob);
}

void LabelingSession::requestPlan() {
    const bool possible = m_runningJob == 0 && m_dataset && m_dataset->size() > 0 && checkLabelSet(m_labels);
    m_planJob = possible ? m_bridge.engine().plan(request()) : 0;
    emit planRequested();
}

void LabelingSession::runStarted(const Started& event) {
    if (event.job != m_runningJob) return;
    m_modelsInUse = event.models;
    m_expected = event.models;
    const auto stillUsed = [&event](const ScoreReading& reading) {
        return std::any_of(event.models.begin(), event.models.end(), [&reading](const ModelUse& use) { return use.reading == reading; });
    };
    const auto readings = m_scores.readings();
    if (!std::all_of(readings.begin(), readings.end(), stillUsed)) {
        // Numbers of different models never stand side by side.
        m_bridge.engine().clearScores();
        m_work->unsaved.clear();
        useScores(ScoreTable(m_dataset->size()));
    }
    setViewValue(scoredWithKey, m_modelChoice);
    emit modelsInUseChanged();
}

void LabelingSession::takeScores(const RecordsScored& event) {
    if (event.job != m_runningJob || event.rows.empty()) return;
    const std::uint8_t reading = m_scores.addReading(event.reading);
    std::set<std::uint32_t> blocks;
    std::uint32_t lastBlock = 0xffffffffU;  // neighbours mostly stand in one block
    for (std::size_t i = 0; i < event.rows.size(); ++i) {
        const std::uint32_t row = event.rows[i];
        if (m_scores.readingIndex(row) != reading) {
            // The row goes to another model: what the first one said about other labels must not be read with this one's temperature.
            for (const Hash128& hypothesis : m_scores.hypotheses()) {
                if (m_scores.at(row, m_scores.column(hypothesis)).scored()) m_scores.set(row, hypothesis, PairLogits{});
            }
            m_scores.setReading(row, reading);
        }
        m_scores.setTruncated(row, event.truncated[i]);
        const auto block = static_cast<std::uint32_t>(row / ScoreTable::blockRows);
        if (block != lastBlock) blocks.insert(block);
        lastBlock = block;
    }
    m_scores.set(event.rows, *event.hypotheses, event.logits);
    m_reader = LabelReader(m_labels, m_scores);
    m_work->unsaved.insert(blocks.begin(), blocks.end());
    m_work->scoresAnnounced = false;
    decideAgain({std::vector<std::uint32_t>(blocks.begin(), blocks.end())});
    // Many blocks take longer to write, and a run that dies continues from the cache anyway.
    if (!m_work->saveTimer.isActive()) m_work->saveTimer.start(1000 * (1 + static_cast<int>(m_work->unsaved.size()) / 16));
}

void LabelingSession::runEnded(JobId job, const std::vector<ModelUse>* models) {
    if (job != m_runningJob || job == 0) return;
    m_runningJob = 0;
    if (models != nullptr && !models->empty()) {
        m_modelsInUse = *models;
        emit modelsInUseChanged();
    }
    flush();
    m_work->refreshTimer.start(0);
    emit runStateChanged();
}

// Decisions

void LabelingSession::decideAgain(std::span<const std::uint32_t> blocks) {
    if (blocks.empty()) m_work->all = true;
    else m_work->undecided.insert(blocks.begin(), blocks.end());
    if (blocks.empty()) {
        m_work->refreshTimer.start(0);
        return;
    }
    const double rest = m_work->passSeconds / passShareDuringRun - m_work->sincePass.seconds();
    const int delayMs = std::max(refreshDelayMs, static_cast<int>(1000 * rest));
    if (!m_work->refreshTimer.isActive()) m_work->refreshTimer.start(std::min(delayMs, 2000));
}

void LabelingSession::startDecisionPass() {
    Work& work = *m_work;
    if (work.passRunning || !m_dataset || (!work.all && work.undecided.empty())) return;
    DecisionTask task;
    task.scores = m_scores;
    task.reader = m_reader;
    task.selection = m_selection;
    if (!work.all) task.blocks.assign(work.undecided.begin(), work.undecided.end());
    task.previous = work.decided;
    task.revision = ++work.revision;
    work.all = false;
    work.undecided.clear();
    work.passRunning = true;
    work.thread.post([this, task = std::move(task), generation = work.generation] {
        const Stopwatch watch;
        DecidedRows decided = decideRows(task);
        QMetaObject::invokeMethod(
            this, [this, decided = std::move(decided), generation, seconds = watch.seconds()] { passDone(decided, generation, seconds); },
            Qt::QueuedConnection);
    });
}

void LabelingSession::passDone(DecidedRows decided, std::uint64_t generation, double seconds) {
    Work& work = *m_work;
    work.passRunning = false;
    work.passSeconds = seconds;
    work.sincePass.restart();
    if (generation == work.generation) {
        work.decided = std::move(decided);
        m_decisions = work.decided.table;
        emit decisionsChanged();
    } else {
        work.all = true;
    }
    if (work.all) startDecisionPass();
    else if (!work.undecided.empty() && !work.refreshTimer.isActive()) work.refreshTimer.start(refreshDelayMs);
}

}  // namespace labelwright::ui
