#include "ui/models/answer_preview.h"

#include <QMetaObject>
#include <QTimer>
#include <stop_token>
#include <utility>

#include "core/jobs/task_thread.h"

namespace labelwright::ui {
namespace {

/// While a run brings scores, a new answer is worked out at most this often.
constexpr int followDelayMs = 500;

}  // namespace

struct AnswerPreview::Work {
    QTimer timer;
    std::stop_source stop;
    std::uint64_t generation = 0;
    TaskThread thread{"what-if"};  // last: joined first
};

AnswerPreview::AnswerPreview(LabelingSession& session, QObject* parent)
    : QObject(parent), m_session(session), m_work(std::make_unique<Work>()) {
    m_work->timer.setSingleShot(true);
    connect(&m_work->timer, &QTimer::timeout, this, &AnswerPreview::begin);
    for (const auto signal : {&LabelingSession::scoresChanged, &LabelingSession::selectionChanged, &LabelingSession::datasetChanged}) {
        connect(&session, signal, this, [this] {
            if (m_wanted && !m_work->timer.isActive()) m_work->timer.start(m_session.runningJob() != 0 ? followDelayMs : 0);
        });
    }
}

AnswerPreview::~AnswerPreview() {
    m_work->stop.request_stop();
    m_work.reset();
}

void AnswerPreview::compare(LabelSet before, LabelSet after) {
    m_before = std::move(before);
    m_after = std::move(after);
    m_wanted = true;
    begin();
}

void AnswerPreview::clear() {
    m_wanted = false;
    m_work->timer.stop();
    m_work->stop.request_stop();
    ++m_work->generation;
    if (std::exchange(m_comparison, nullptr)) emit changed();
}

void AnswerPreview::begin() {
    m_work->stop.request_stop();
    m_work->stop = {};
    m_work->thread.post([this, scores = m_session.scores(), before = AnswerRule{m_before, m_session.selection()},
                         after = AnswerRule{m_after, m_session.selection()}, stop = m_work->stop.get_token(),
                         generation = ++m_work->generation] {
        auto comparison = compareAnswers(scores, before, after, stop);
        if (!comparison) return;
        auto shared = std::make_shared<const AnswerComparison>(*std::move(comparison));
        QMetaObject::invokeMethod(
            this,
            [this, shared = std::move(shared), generation] {
                if (generation != m_work->generation) return;
                m_comparison = shared;
                emit changed();
            },
            Qt::QueuedConnection);
    });
}

}  // namespace labelwright::ui
