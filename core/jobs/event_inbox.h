#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <utility>
#include <vector>

namespace labelwright {

/// Events pile up here until their reader takes the pile; the reader is woken once for each pile. Every thread may put, one thread takes.
template <typename Event>
class EventInbox {
public:
    /// Called from the putting thread, outside the lock, when the first event of a pile comes. An empty function: nobody is woken.
    void onPile(std::function<void()> wake) {
        bool waiting = false;
        {
            const std::scoped_lock lock(m_mutex);
            m_wake = std::move(wake);
            waiting = !m_pile.empty();
        }
        if (waiting) wakeReader();
    }

    void put(Event event) {
        bool first = false;
        {
            const std::scoped_lock lock(m_mutex);
            first = m_pile.empty();
            m_pile.push_back(std::move(event));
        }
        m_filled.notify_one();
        if (first) wakeReader();
    }

    std::vector<Event> take() {
        const std::scoped_lock lock(m_mutex);
        return std::exchange(m_pile, {});
    }

    std::vector<Event> waitAndTake() {
        std::unique_lock lock(m_mutex);
        m_filled.wait(lock, [this] { return !m_pile.empty(); });
        return std::exchange(m_pile, {});
    }

private:
    void wakeReader() {
        // Held while calling, so that nobody is woken after onPile({}) returned.
        const std::scoped_lock lock(m_wakeMutex);
        std::function<void()> wake;
        {
            const std::scoped_lock inner(m_mutex);
            wake = m_wake;
        }
        if (wake) wake();
    }

    std::mutex m_mutex;
    std::mutex m_wakeMutex;
    std::condition_variable m_filled;
    std::vector<Event> m_pile;
    std::function<void()> m_wake;
};

}  // namespace labelwright
