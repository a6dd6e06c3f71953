#include <deque>

#include "core/inference/memory_policy.h"
#include "tests/torch/model_fixture.h"

namespace labelwright::testing {
namespace {

/// Scores all items as a job does: a batch that does not fit is planned again with half the budget.
struct JobResult {
    std::size_t scored = 0;
    std::uint32_t backOffs = 0;
    bool failed = false;
};

JobResult runWithBackOff(ScoringSession& session, const EncodedChunk& chunk, std::vector<WorkItem> items, const ClassifierTraits& traits) {
    MemoryPolicy policy(traits, std::uint64_t{1} << 40U);
    JobResult result;
    std::deque<Batch> waiting;
    for (Batch& batch : planBatches(items, policy.budget())) waiting.push_back(std::move(batch));
    while (!waiting.empty()) {
        const Batch batch = std::move(waiting.front());
        waiting.pop_front();
        if (auto scored = session.score(chunk, batch.items)) {
            policy.succeeded();
            result.scored += scored->logits.size();
            continue;
        } else if (scored.error().code != ErrorCode::OutOfMemory || !policy.backOff(batch.tokens(), batch.items.size())) {
            result.failed = true;
            return result;
        }
        std::vector<WorkItem> left = batch.items;
        for (const Batch& other : waiting) left.insert(left.end(), other.items.begin(), other.items.end());
        waiting.clear();
        for (Batch& smaller : planBatches(left, policy.budget())) waiting.push_back(std::move(smaller));
    }
    result.backOffs = policy.backOffCount();
    return result;
}

JobResult runWithLimit(std::uint64_t failAboveTokens) {
    TorchBackendOptions options;
    options.failForwardAboveTokens = failAboveTokens;
    const auto backend = testBackend(options);
    const Reference model = reference("structbert_zip_bin");
    const auto classifier = loaded(*backend, model.folder);
    MemoryStore store;
    const std::vector<std::string> hypotheses = model.hypotheses();
    auto session = classifier->open(hypotheses, store);
    EXPECT_TRUE(session);
    const Texts texts({"等了一个星期", "还没收到货啊", "客服也不回复", "太让人失望了", "请问什么时候"});
    const auto chunk = (*session)->encode(texts.records());
    return runWithBackOff(**session, *chunk, allItems(*classifier, **session, *chunk, static_cast<std::uint32_t>(hypotheses.size())),
                          classifier->traits());
}

constexpr std::size_t allPairs = std::size_t{5} * 7;

TEST(BackOffTest, WithEnoughMemoryNothingIsSplit) {
    const JobResult result = runWithLimit(0);
    EXPECT_EQ(result.scored, allPairs);
    EXPECT_EQ(result.backOffs, 0U);
}

TEST(BackOffTest, TheRealModelFinishesInSmallerBatchesAfterRunningOutOfMemory) {
    const JobResult result = runWithLimit(40);
    EXPECT_FALSE(result.failed);
    EXPECT_EQ(result.scored, allPairs);
    EXPECT_GE(result.backOffs, 1U);
}

TEST(BackOffTest, ATextThatDoesNotFitAloneFailsTheJob) {
    const JobResult result = runWithLimit(3);
    EXPECT_TRUE(result.failed);
}

TEST(BackOffTest, RunningOutOfMemoryNamesTheDevice) {
    TorchBackendOptions options;
    options.failForwardAboveTokens = 3;
    const auto backend = testBackend(options);
    const auto classifier = loaded(*backend, fixtures() / "models" / "parity" / "bi_mean");
    MemoryStore store;
    const std::vector<std::string> hypotheses{"一二三四五六"};
    const auto session = classifier->open(hypotheses, store);
    ASSERT_FALSE(session);
    EXPECT_EQ(session.error().code, ErrorCode::OutOfMemory);
    EXPECT_EQ(session.error().arguments.front(), "cpu");
}

}  // namespace
}  // namespace labelwright::testing
