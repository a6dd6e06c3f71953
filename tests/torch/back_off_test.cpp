#include "tests/torch/back_off_job.h"

namespace labelwright::testing {
namespace {

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
    EXPECT_EQ(result.logits.size(), allPairs);
    EXPECT_EQ(result.backOffs, 0U);
}

TEST(BackOffTest, TheRealModelFinishesInSmallerBatchesAfterRunningOutOfMemory) {
    const JobResult result = runWithLimit(40);
    EXPECT_FALSE(result.failed);
    EXPECT_EQ(result.logits.size(), allPairs);
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
