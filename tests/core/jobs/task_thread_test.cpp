#include "core/jobs/task_thread.h"

#include <gtest/gtest.h>

#include <atomic>
#include <numeric>

#include "core/jobs/distinct_texts.h"
#include "core/jobs/event_inbox.h"

namespace labelwright {
namespace {

TEST(TaskThread, RunsTasksInOrderOnOneThread) {
    std::vector<int> order;
    {
        TaskThread thread("test");
        for (int i = 0; i < 100; ++i) thread.post([&order, i] { order.push_back(i); });
    }  // the end waits for everything that is queued
    std::vector<int> expected(100);
    std::iota(expected.begin(), expected.end(), 0);
    EXPECT_EQ(order, expected);
}

TEST(TaskThread, LetsUrgentWorkPassWhatWaits) {
    std::vector<int> order;
    TaskThread thread("test");
    std::promise<void> gate;
    thread.post([waiting = gate.get_future().share()] { waiting.wait(); });
    thread.post([&order] { order.push_back(2); });
    auto urgent = thread.runFirst([&order] { order.push_back(1); });
    gate.set_value();
    urgent.wait();
    thread.drain();
    EXPECT_EQ(order, (std::vector{1, 2}));
}

TEST(TaskThread, HoldsAFastProducerBack) {
    TaskThread thread("test");
    std::atomic<int> done{0};
    for (int i = 0; i < 200; ++i) {
        thread.waitForRoom(4);
        EXPECT_LT(thread.pending(), 4U);
        thread.post([&done] { ++done; });
    }
    thread.drain();
    EXPECT_EQ(done, 200);
}

TEST(EventInbox, WakesItsReaderOncePerPile) {
    EventInbox<int> inbox;
    int wakes = 0;
    inbox.onPile([&wakes] { ++wakes; });
    inbox.put(1);
    inbox.put(2);
    EXPECT_EQ(wakes, 1);
    EXPECT_EQ(inbox.take(), (std::vector{1, 2}));
    EXPECT_TRUE(inbox.take().empty());
    inbox.put(3);
    EXPECT_EQ(wakes, 2);
}

TEST(EventInbox, WakesAReaderThatComesLate) {
    EventInbox<int> inbox;
    inbox.put(1);
    int wakes = 0;
    inbox.onPile([&wakes] { ++wakes; });
    EXPECT_EQ(wakes, 1);
}

TEST(DistinctTexts, GroupsRowsByTextInOrderOfFirstUse) {
    DatasetBuilder builder({}, {});
    for (const char* text : {"a", "b", "a", "c", "b", "a"}) builder.add("", text, {}, 1);
    const auto dataset = std::move(builder).build();
    const std::vector<std::uint32_t> rows{3, 1, 0, 2, 4, 5};
    const DistinctTexts texts(*dataset, rows);
    ASSERT_EQ(texts.size(), 3U);
    const auto rowsOf = [&](std::size_t i) { return std::vector(texts.rows(i).begin(), texts.rows(i).end()); };
    EXPECT_EQ(rowsOf(0), (std::vector<std::uint32_t>{3}));
    EXPECT_EQ(rowsOf(1), (std::vector<std::uint32_t>{1, 4}));
    EXPECT_EQ(rowsOf(2), (std::vector<std::uint32_t>{0, 2, 5}));
}

}  // namespace
}  // namespace labelwright
