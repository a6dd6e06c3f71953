#include <cmath>

#include "core/tokenizer/wordpiece_tokenizer.h"
#include "tests/torch/model_fixture.h"

namespace labelwright::testing {
namespace {

const std::vector<std::string> tenLabels{"咨询", "投诉", "建议", "表扬", "物流", "售后", "体育", "财经", "旅游", "科技"};
const std::vector<std::string> someTexts{"等了一个星期还没收到货", "请问什么时候发货？", "师傅安装得很好"};

class SessionTest : public ::testing::Test {
protected:
    std::unique_ptr<Classifier> crossEncoder() { return loaded(*m_backend, fixtures() / "models" / "parity" / "structbert_zip_bin"); }
    std::unique_ptr<Classifier> biEncoder() { return loaded(*m_backend, fixtures() / "models" / "parity" / "bi_mean"); }
    std::unique_ptr<ScoringSession> opened(Classifier& classifier, const std::vector<std::string>& hypotheses) {
        auto session = classifier.open(hypotheses, m_store);
        EXPECT_TRUE(session) << session.error().detail;
        return session ? std::move(*session) : nullptr;
    }

    std::unique_ptr<Backend> m_backend = testBackend();
    MemoryStore m_store;
};

TEST_F(SessionTest, ACrossEncoderCostsOneForwardPassForEachTextAndLabel) {
    const auto classifier = crossEncoder();
    const auto session = opened(*classifier, tenLabels);
    EXPECT_EQ(classifier->forwardCount(), 0U);
    const Texts texts(someTexts);
    scoreAll(*classifier, *session, texts.records(), 10, 1024);
    EXPECT_EQ(classifier->forwardCount(), 10 * someTexts.size());
}

TEST_F(SessionTest, ABiEncoderCostsOneForwardPassForEachTextAndOnceForEachLabel) {
    const auto classifier = biEncoder();
    const auto session = opened(*classifier, tenLabels);
    EXPECT_EQ(classifier->forwardCount(), tenLabels.size());
    const Texts texts(someTexts);
    scoreAll(*classifier, *session, texts.records(), 10, 1024);
    EXPECT_EQ(classifier->forwardCount(), tenLabels.size() + someTexts.size());
}

TEST_F(SessionTest, LabelsThatTheStoreKnowsCostNothingAndOneMoreCostsOne) {
    const auto classifier = biEncoder();
    opened(*classifier, tenLabels);
    const std::uint64_t before = classifier->forwardCount();
    opened(*classifier, tenLabels);
    EXPECT_EQ(classifier->forwardCount(), before);
    std::vector<std::string> eleven = tenLabels;
    eleven.insert(eleven.begin(), "军事");
    opened(*classifier, eleven);
    EXPECT_EQ(classifier->forwardCount(), before + 1);
}

TEST_F(SessionTest, StoredEmbeddingsScoreAsTheTextsDidWithoutAForwardPass) {
    const auto classifier = biEncoder();
    const auto session = opened(*classifier, tenLabels);
    const Texts texts(someTexts);
    const Scores scores = scoreAll(*classifier, *session, texts.records(), 10, 1024);
    std::vector<float> embeddings;
    for (const auto& row : scores.embeddings) embeddings.insert(embeddings.end(), row.begin(), row.end());
    const std::uint64_t before = classifier->forwardCount();
    const auto again = session->scoreEmbeddings(embeddings);
    ASSERT_TRUE(again) << again.error().detail;
    EXPECT_EQ(classifier->forwardCount(), before);
    ASSERT_EQ(again->size(), someTexts.size() * 10);
    for (std::size_t i = 0; i < again->size(); ++i) {
        EXPECT_NEAR((*again)[i].yes, scores.logits[i / 10][i % 10].yes, 1e-6);
        EXPECT_EQ((*again)[i].no, 0.0F);
        EXPECT_LE(std::abs((*again)[i].yes), 1.0F + 1e-5F);
    }
}

TEST_F(SessionTest, ScoringEmbeddingsWithACrossEncoderIsAnError) {
    const auto classifier = crossEncoder();
    const std::vector<float> embeddings(48);
    const auto scored = opened(*classifier, tenLabels)->scoreEmbeddings(embeddings);
    ASSERT_FALSE(scored);
    EXPECT_EQ(scored.error().code, ErrorCode::InvalidArgument);
}

TEST_F(SessionTest, NoLabelsIsAnError) {
    const auto cross = crossEncoder();
    const auto bi = biEncoder();
    EXPECT_EQ(cross->open({}, m_store).error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(bi->open({}, m_store).error().code, ErrorCode::InvalidArgument);
}

TEST_F(SessionTest, ALiteralSeparatorInATextStaysText) {
    const auto tokenizer = WordPieceTokenizer::load(fixtures() / "models" / "parity" / "structbert_zip_bin");
    ASSERT_TRUE(tokenizer);
    const auto classifier = crossEncoder();
    const auto session = opened(*classifier, {"投诉"});
    const Texts texts({"前[SEP]后", "前后"});
    const auto chunk = session->encode(texts.records());
    ASSERT_TRUE(chunk);
    // "[", "sep", "]" or the like between the two characters, but not one token that ends the sequence.
    EXPECT_GE(chunk->text(0).size(), chunk->text(1).size() + 3);
    const Encoding pair = *tokenizer->encodePair("前后", "投诉");
    const std::uint32_t separator = pair.ids.back();
    for (const std::uint32_t id : chunk->text(0)) EXPECT_NE(id, separator);
}

TEST_F(SessionTest, WorkItemsTellLengthAndCut) {
    const auto classifier = crossEncoder();
    const auto session = opened(*classifier, {"投诉", "建议"});
    std::string longText;
    for (int i = 0; i < 2000; ++i) longText += "长";
    const Texts texts({"短", longText});
    const auto chunk = session->encode(texts.records());
    ASSERT_TRUE(chunk);
    const WorkItem shortItem = session->workItem(*chunk, 0, 1, 1);
    EXPECT_EQ(shortItem.tokenCount, 1U + 2U + 3U);
    EXPECT_FALSE(shortItem.truncated);
    const WorkItem longItem = session->workItem(*chunk, 1, 0, 1);
    EXPECT_EQ(longItem.tokenCount, classifier->traits().maxTokens);
    EXPECT_TRUE(longItem.truncated);
}

TEST_F(SessionTest, ABatchThatBreaksTheContractIsAnErrorNotACrash) {
    const auto classifier = crossEncoder();
    const auto session = opened(*classifier, {"投诉"});
    const Texts texts({"一", "二二二"});
    const auto chunk = session->encode(texts.records());
    const WorkItem one = session->workItem(*chunk, 0, 0, 1);
    const WorkItem other = session->workItem(*chunk, 1, 0, 1);
    EXPECT_FALSE(session->score(*chunk, {}));
    EXPECT_FALSE(session->score(*chunk, std::vector<WorkItem>{one, other}));
    WorkItem strange = one;
    strange.firstLabel = 1;
    EXPECT_FALSE(session->score(*chunk, std::vector<WorkItem>{strange}));
    strange = one;
    strange.text = 7;
    EXPECT_FALSE(session->score(*chunk, std::vector<WorkItem>{strange}));
    strange = one;
    strange.tokenCount += 1;
    EXPECT_FALSE(session->score(*chunk, std::vector<WorkItem>{strange}));
    EXPECT_TRUE(session->score(*chunk, std::vector<WorkItem>{one}));
}

TEST_F(SessionTest, ASessionOutlivesTheClassifierThatOpenedIt) {
    auto classifier = crossEncoder();
    const auto session = opened(*classifier, {"投诉"});
    classifier.reset();
    const Texts texts({"一"});
    const auto chunk = session->encode(texts.records());
    EXPECT_TRUE(session->score(*chunk, std::vector<WorkItem>{session->workItem(*chunk, 0, 0, 1)}));
}

TEST_F(SessionTest, TraitsSayWhatTheEngineNeeds) {
    const auto cross = crossEncoder();
    const ClassifierTraits& pairs = cross->traits();
    EXPECT_EQ(pairs.device, "cpu");
    EXPECT_EQ(pairs.maxLabelsPerPass, 1U);
    EXPECT_EQ(pairs.embeddingSize, 0U);
    EXPECT_EQ(pairs.reading.columns, (std::vector{LogitRole::Entailment, LogitRole::Neutral, LogitRole::Contradiction}));
    EXPECT_GT(pairs.flopsPerToken, 0);
    EXPECT_GT(pairs.weightBytes, 0U);
    const auto bi = biEncoder();
    EXPECT_EQ(bi->traits().maxLabelsPerPass, 0U);
    EXPECT_EQ(bi->traits().embeddingSize, 32U);
    EXPECT_EQ(bi->traits().maxTokens, 128U);
    EXPECT_EQ(bi->traits().reading.columns, std::vector{LogitRole::Cosine});
    EXPECT_NE(bi->traits().fingerprint, pairs.fingerprint);
    EXPECT_EQ(crossEncoder()->traits().fingerprint, pairs.fingerprint);
}

}  // namespace
}  // namespace labelwright::testing
