#include "core/jobs/task_thread.h"

#include <pthread.h>

namespace labelwright {
namespace {

constexpr std::size_t longestThreadName = 15;  // of the kernel, without the final zero

}  // namespace

TaskThread::TaskThread(const std::string& name) : m_thread([this] { work(); }) {
    pthread_setname_np(m_thread.native_handle(), name.substr(0, longestThreadName).c_str());
}

TaskThread::~TaskThread() {
    {
        const std::scoped_lock lock(m_mutex);
        m_ending = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void TaskThread::post(std::function<void()> task) {
    {
        const std::scoped_lock lock(m_mutex);
        m_tasks.push_back(std::move(task));
    }
    m_changed.notify_all();
}

void TaskThread::postFirst(std::function<void()> task) {
    {
        const std::scoped_lock lock(m_mutex);
        m_tasks.push_front(std::move(task));
    }
    m_changed.notify_all();
}

std::size_t TaskThread::pending() const {
    const std::scoped_lock lock(m_mutex);
    return m_tasks.size();
}

void TaskThread::waitForRoom(std::size_t limit) const {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [&] { return m_tasks.size() < limit; });
}

void TaskThread::drain() {
    run([] {}).wait();
}

void TaskThread::work() {
    while (true) {
        std::function<void()> task;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_ending || !m_tasks.empty(); });
            if (m_tasks.empty()) return;
            task = std::move(m_tasks.front());
            m_tasks.pop_front();
        }
        m_changed.notify_all();
        task();
    }
}

}  // namespace labelwright
