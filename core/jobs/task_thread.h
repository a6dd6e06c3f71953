#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <type_traits>
#include <utility>

namespace labelwright {

/// One named thread that runs tasks in order. Posting is allowed from every thread. A task must not throw.
class TaskThread {
public:
    explicit TaskThread(const std::string& name);
    /// Runs everything that is queued, then ends.
    ~TaskThread();
    TaskThread(const TaskThread&) = delete;
    TaskThread& operator=(const TaskThread&) = delete;

    void post(std::function<void()> task);
    /// Before everything that waits: what a person did by hand.
    void postFirst(std::function<void()> task);
    std::size_t pending() const;
    /// Blocks until fewer than `limit` tasks wait: keeps a fast producer from filling memory.
    void waitForRoom(std::size_t limit) const;
    /// Blocks until everything posted before is done. Not from a task of this thread.
    void drain();

    /// Runs `function` here and gives its result.
    template <typename Function>
    auto run(Function function) -> std::future<std::invoke_result_t<Function>> {
        auto task = std::make_shared<std::packaged_task<std::invoke_result_t<Function>()>>(std::move(function));
        auto result = task->get_future();
        post([task] { (*task)(); });
        return result;
    }
    /// The same before everything that waits.
    template <typename Function>
    auto runFirst(Function function) -> std::future<std::invoke_result_t<Function>> {
        auto task = std::make_shared<std::packaged_task<std::invoke_result_t<Function>()>>(std::move(function));
        auto result = task->get_future();
        postFirst([task] { (*task)(); });
        return result;
    }

private:
    void work();

    mutable std::mutex m_mutex;
    mutable std::condition_variable m_changed;
    std::deque<std::function<void()>> m_tasks;
    bool m_ending = false;
    std::thread m_thread;
};

}  // namespace labelwright
