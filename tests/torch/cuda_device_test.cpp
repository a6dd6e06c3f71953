#include <algorithm>
#include <cstdlib>

#include "tests/torch/back_off_job.h"
#include "tests/torch/cuda_fixture.h"
#include "tests/torch/parity_checks.h"
#include "tests/torch/random_bert.h"

namespace labelwright::testing {
namespace {

constexpr std::uint64_t mebibyte = std::uint64_t{1} << 20U;

bool loadedIntoThisProcess(const std::string& library) { return readFile("/proc/self/maps").find(library) != std::string::npos; }

LoadRequest requestFor(const std::string& device, Precision precision) {
    LoadRequest request;
    request.folder = fixtures() / "models" / "parity" / "structbert_zip_bin";
    request.device = device;
    request.precision = precision;
    return request;
}

TEST_F(CudaTest, ACardIsListedWithNameMemoryAndPrecisions) {
    EXPECT_EQ(m_card.id.substr(0, 5), "cuda:");
    EXPECT_FALSE(m_card.name.empty());
    EXPECT_GT(m_card.memoryFree, 0U);
    EXPECT_GE(m_card.memoryTotal, m_card.memoryFree);
    EXPECT_NE(m_card.detail.find("compute capability"), std::string::npos);
    EXPECT_NE(std::find(m_card.precisions.begin(), m_card.precisions.end(), Precision::Fp16), m_card.precisions.end());
    EXPECT_EQ(std::find(m_card.precisions.begin(), m_card.precisions.end(), Precision::Int8), m_card.precisions.end());
}

TEST_F(CudaTest, ListingCardsLoadsNothingOfLibtorchForThem) {
    GTEST_FLAG_SET(death_test_style, "threadsafe");  // a process of its own, in which no other test has loaded a model
    EXPECT_EXIT(
        {
            const auto backend = testBackend();
            const bool listed = usableCard(*backend).has_value() && backend->freeMemory("cuda:0") > 0;
            const bool before = loadedIntoThisProcess("libtorch_cuda");
            const bool works = backend->load(requestFor("cuda:0", Precision::Fp16)).ok();
            std::_Exit(listed && !before && works && loadedIntoThisProcess("libtorch_cuda") ? 0 : 1);
        },
        ::testing::ExitedWithCode(0), "");
}

TEST_F(CudaTest, AutoTakesTheCardInFp16AndSaysSo) {
    const auto classifier = m_backend->load(requestFor("auto", Precision::Auto));
    ASSERT_TRUE(classifier) << classifier.error().detail;
    const ClassifierTraits& traits = (*classifier)->traits();
    EXPECT_EQ(traits.device, m_card.id);
    EXPECT_EQ(traits.precision, Precision::Fp16);
    EXPECT_NE(traits.kernel.find("fp16"), std::string::npos);
    const auto says = [](const std::string& note) { return note.find("fp16 was chosen") != std::string::npos; };
    EXPECT_TRUE(std::any_of(traits.notes.begin(), traits.notes.end(), says));
}

TEST_F(CudaTest, Int8OnACardIsRefusedWithItsReason) {
    const auto classifier = m_backend->load(requestFor(m_card.id, Precision::Int8));
    ASSERT_FALSE(classifier);
    EXPECT_EQ(classifier.error().code, ErrorCode::PrecisionUnavailable);
    EXPECT_EQ(classifier.error().arguments.at(0), "int8");
    EXPECT_NE(classifier.error().detail.find("choose fp16"), std::string::npos);
}

TEST_F(CudaTest, ACardThatTheDriverDoesNotListIsAnError) {
    const auto classifier = m_backend->load(requestFor("cuda:99", Precision::Auto));
    ASSERT_FALSE(classifier);
    EXPECT_EQ(classifier.error().code, ErrorCode::DeviceUnavailable);
}

/// A model whose activations take 48 KiB a token in fp32, and pairs for more than a full batch of it.
class CudaMemoryTest : public CudaTest {
protected:
    void SetUp() override {
        CudaTest::SetUp();
        if (IsSkipped()) return;
        RandomBertShape shape;
        shape.layers = 2;
        writeRandomBert(m_folder.path(), shape);
        m_classifier = loaded(*m_backend, m_folder.path(), Precision::Fp32, m_card.id);
        ASSERT_NE(m_classifier, nullptr);
        MemoryStore store;
        auto session = m_classifier->open(m_hypotheses, store);
        ASSERT_TRUE(session) << session.error().detail;
        m_session = *std::move(session);
        std::string text;
        for (int letter = 0; letter < 120; ++letter) text += {static_cast<char>('a' + letter % 26), ' '};
        std::vector<std::string> texts;
        for (int i = 0; i < 300; ++i) texts.push_back(text.substr(static_cast<std::size_t>(i % 2) * 2));
        m_texts.emplace(std::move(texts));
        m_chunk = *m_session->encode(m_texts->records());
    }

    std::vector<WorkItem> items() const { return allItems(*m_classifier, *m_session, m_chunk, 1); }

    TemporaryFolder m_folder;
    const std::vector<std::string> m_hypotheses{"a b"};
    std::unique_ptr<Classifier> m_classifier;
    std::unique_ptr<ScoringSession> m_session;
    std::optional<Texts> m_texts;
    EncodedChunk m_chunk;
};

TEST_F(CudaMemoryTest, AJobThatRunsOutOfMemoryFinishesInSmallerBatchesWithTheSameScores) {
    const Scores small = scoreAll(*m_classifier, *m_session, m_texts->records(), 1, 512);
    JobResult result;
    {
        const CardMemoryHog hog(256 * mebibyte);
        result = runWithBackOff(*m_session, m_chunk, items(), m_classifier->traits());
    }
    EXPECT_FALSE(result.failed);
    EXPECT_GE(result.backOffs, 1U);
    ASSERT_EQ(result.logits.size(), small.logits.size());
    std::vector<std::vector<PairLogits>> logits;
    for (const auto& [place, pair] : result.logits) logits.push_back({pair});
    std::printf("%u times less memory than a batch wanted; scores within %.2e\n", result.backOffs, maxDifference(logits, small.logits));
    EXPECT_LE(maxDifference(logits, small.logits), companyTolerance);
}

TEST_F(CudaMemoryTest, ABatchThatDoesNotFitGivesItsMemoryBackAndNamesTheCard) {
    scoreAll(*m_classifier, *m_session, m_texts->records(), 1, 512);
    const CardMemoryHog hog(256 * mebibyte);
    const std::uint64_t before = freeCardMemory();
    std::vector<WorkItem> equal = items();
    std::erase_if(equal, [&](const WorkItem& item) { return item.tokenCount != equal.front().tokenCount; });
    std::vector<WorkItem> batch;
    while (batch.size() * equal.front().tokenCount < 32768) batch.insert(batch.end(), equal.begin(), equal.end());
    const auto scored = m_session->score(m_chunk, batch);
    ASSERT_FALSE(scored);
    EXPECT_EQ(scored.error().code, ErrorCode::OutOfMemory);
    EXPECT_EQ(scored.error().arguments.front(), m_card.id);
    EXPECT_GE(freeCardMemory() + 32 * mebibyte, before);
    EXPECT_TRUE(m_session->score(m_chunk, std::vector<WorkItem>{batch.front()}));
}

TEST_F(CudaMemoryTest, AModelThatIsLetGoLeavesItsMemoryFree) {
    scoreAll(*m_classifier, *m_session, m_texts->records(), 1, 16384);
    m_session.reset();
    m_classifier.reset();
    const std::uint64_t before = m_backend->freeMemory(m_card.id);
    {
        const auto again = loaded(*m_backend, m_folder.path(), Precision::Fp32, m_card.id);
        EXPECT_LT(m_backend->freeMemory(m_card.id) + 30 * mebibyte, before);
    }
    EXPECT_GE(m_backend->freeMemory(m_card.id) + 4 * mebibyte, before);
}

}  // namespace
}  // namespace labelwright::testing
