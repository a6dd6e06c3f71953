#include "ui/models/merge_search.h"

#include <QTimer>
#include <algorithm>

#include "core/labels/kept_apart.h"
#include "core/labels/label_list.h"

namespace labelwright::ui {
namespace {

/// Long enough that typing several labels is one search.
constexpr int delayMs = 700;
constexpr std::size_t fewestLabels = 2;

bool contains(const MergeSearch::NamePairs& pairs, const std::string& left, const std::string& right) {
    return std::any_of(pairs.begin(), pairs.end(), [&](const auto& pair) {
        return (sameName(pair.first, left) && sameName(pair.second, right)) || (sameName(pair.first, right) && sameName(pair.second, left));
    });
}

const Label* ownLabel(const LabelSet& labels, const LabelId& id) {
    const auto found = std::find_if(labels.labels.begin(), labels.labels.end(), [&](const Label& label) { return label.id == id; });
    return found == labels.labels.end() ? nullptr : &*found;
}

}  // namespace

bool stillOpen(const MergeSuggestion& suggestion, const LabelSet& labels) {
    std::size_t heads = 0;  // labels that stand below none of the others
    for (const LabelId& id : suggestion.labels) {
        const Label* label = ownLabel(labels, id);
        if (label == nullptr) return false;
        heads += std::find(suggestion.labels.begin(), suggestion.labels.end(), label->parent) == suggestion.labels.end() ? 1 : 0;
        for (const LabelId& other : suggestion.labels)
            if (other != id && areKeptApart(labels, id, other)) return false;
    }
    return heads > 1;
}

struct MergeSearch::Work {
    QTimer timer;
    JobId job = 0;
    LabelSet asked;      // that the result is about
    NamePairs withheld;  // never together when it was asked
};

MergeSearch::MergeSearch(LabelingSession& session, QObject* parent)
    : QObject(parent), m_session(session), m_work(std::make_unique<Work>()) {
    m_work->timer.setSingleShot(true);
    connect(&m_work->timer, &QTimer::timeout, this, &MergeSearch::begin);
    connect(&session, &LabelingSession::labelsChanged, this, [this] {
        if (covered()) showOpen();
        else lookSoon();
    });
    connect(&session, &LabelingSession::datasetChanged, this, [this] {
        m_result = {};  // its rows are those of other texts
        lookSoon();
    });
    connect(&session, &LabelingSession::modelChoiceChanged, this, &MergeSearch::lookSoon);
    connect(&session, &LabelingSession::runStateChanged, this, &MergeSearch::lookSoon);
    connect(&session.bridge(), &EngineBridge::mergesSuggested, this, [this](const MergesSuggested& event) {
        if (event.job == m_work->job && event.job != 0) take(event.result);
    });
    connect(&session.bridge(), &EngineBridge::failed, this, [this](const Failed& event) {
        if (event.job != m_work->job || event.job == 0) return;
        m_work->job = 0;
        m_result = {};
        m_problem = event.error;
        setState(State::Failed);
    });
    connect(&session.bridge(), &EngineBridge::cancelled, this, [this](const Cancelled& event) {
        if (event.job == m_work->job) m_work->job = 0;
    });
    lookSoon();
}

MergeSearch::~MergeSearch() = default;

void MergeSearch::setNeverTogether(NamePairs pairs) {
    if (pairs == m_never) return;
    m_never = std::move(pairs);
    if (covered()) showOpen();
    else lookSoon();
}

/// Whether the result answers for the labels as they are now: nothing new to compare, and nothing that was left out then.
bool MergeSearch::covered() const {
    const Work& work = *m_work;
    if (m_state != State::Done && m_state != State::Working) return false;
    const LabelSet& labels = m_session.labels();
    const bool known = std::all_of(labels.labels.begin(), labels.labels.end(), [&](const Label& label) {
        const Label* asked = ownLabel(work.asked, label.id);
        return asked != nullptr && asked->name == label.name && asked->description == label.description;
    });
    const auto stillApart = [&](const LabelPair& pair) {
        return ownLabel(labels, pair.left) == nullptr || ownLabel(labels, pair.right) == nullptr ||
               areKeptApart(labels, pair.left, pair.right);
    };
    const auto stillNever = [&](const auto& pair) { return contains(m_never, pair.first, pair.second); };
    return known && labels.labels.size() >= fewestLabels &&
           std::all_of(work.asked.keptApart.begin(), work.asked.keptApart.end(), stillApart) &&
           std::all_of(work.withheld.begin(), work.withheld.end(), stillNever);
}

void MergeSearch::lookSoon() {
    if (m_work->job != 0) m_session.bridge().engine().cancel(m_work->job);
    m_work->job = 0;
    const bool enough = m_session.labels().labels.size() >= fewestLabels;
    if (enough && m_session.runningJob() == 0) m_work->timer.start(delayMs);
    else m_work->timer.stop();
    setState(enough ? State::Waiting : State::TooFewLabels);
}

void MergeSearch::lookAgain() {
    lookSoon();
    if (m_work->timer.isActive()) begin();
}

void MergeSearch::begin() {
    m_work->timer.stop();
    MergeRequest request;
    request.labels = m_session.labels();
    request.scores = m_session.scores();
    request.selection = m_session.selection();
    request.model = m_session.modelChoice().toStdString();
    request.device = m_session.computeChoice().device;
    request.precision = m_session.computeChoice().precision;
    request.allowReducedCpuPrecision = m_session.computeChoice().allowReducedCpuPrecision;
    request.neverTogether = m_never;
    m_work->asked = request.labels;
    m_work->withheld = m_never;
    m_work->job = m_session.bridge().engine().suggestMerges(std::move(request));
    setState(State::Working);
}

void MergeSearch::take(const MergeSuggestions& result) {
    m_work->job = 0;
    m_problem.reset();
    m_result = result;
    setState(State::Done);
}

void MergeSearch::setState(State state) {
    m_state = state;
    showOpen();
}

void MergeSearch::showOpen() {
    m_open.clear();
    const LabelSet& labels = m_session.labels();
    for (const MergeSuggestion& suggestion : m_result.suggestions) {
        if (!stillOpen(suggestion, labels)) continue;
        bool never = false;
        for (const LabelId& left : suggestion.labels) {
            for (const LabelId& right : suggestion.labels)
                never = never || (left < right && contains(m_never, ownLabel(labels, left)->name, ownLabel(labels, right)->name));
        }
        if (!never) m_open.push_back(suggestion);
    }
    emit changed();
}

}  // namespace labelwright::ui
