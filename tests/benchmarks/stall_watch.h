#pragma once

#include <time.h>

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <algorithm>
#include <utility>

namespace labelwright::ui {

inline double threadCpuMilliseconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

/// Milliseconds of one turn of the event loop.
struct Turn {
    double elapsed = 0;
    double computed = 0;  ///< by the GUI thread
};

/// The longest turns of the event loop.
class StallWatch : public QObject {
public:
    StallWatch() {
        m_timer.setInterval(0);
        connect(&m_timer, &QTimer::timeout, this, &StallWatch::endTurn);
        begin();
        m_timer.start();
    }
    /// The longest by either measure, which need not be the same turn.
    Turn takeLongest() {
        endTurn();
        return std::exchange(m_longest, {});
    }

private:
    void begin() {
        m_since.start();
        m_computedBefore = threadCpuMilliseconds();
    }
    void endTurn() {
        m_longest.elapsed = std::max(m_longest.elapsed, double(m_since.nsecsElapsed()) / 1e6);
        m_longest.computed = std::max(m_longest.computed, threadCpuMilliseconds() - m_computedBefore);
        begin();
    }

    QTimer m_timer;
    QElapsedTimer m_since;
    double m_computedBefore = 0;
    Turn m_longest;
};

}  // namespace labelwright::ui
