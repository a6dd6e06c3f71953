#include <algorithm>
#include <cstdio>

#include "tests/torch/cuda_fixture.h"
#include "tests/torch/parity_checks.h"
#include "tests/torch/precision_checks.h"
#include "tests/torch/random_bert.h"

namespace labelwright::testing {
namespace {

class CudaParityTest : public CudaTest, public ::testing::WithParamInterface<std::string> {};

TEST_P(CudaParityTest, Fp32OnACardComputesWhatTheReferenceComputes) {
    const Reference expected = reference(GetParam());
    SKIP_WITHOUT(expected.folder);
    expectReferenceScores(*m_backend, expected, m_card.id);
}

TEST_P(CudaParityTest, ABatchOfManyGivesWhatEachGivesAloneAndInAnyOrder) {
    const Reference expected = reference(GetParam());
    SKIP_WITHOUT(expected.folder);
    expectScoresIndependentOfCompany(*m_backend, expected, m_card.id);
}

TEST_P(CudaParityTest, Fp16DiffersFromFp32ByWhatRoundingExplainsAndFlipsNoClearLabel) {
    const Reference expected = reference(GetParam());
    SKIP_WITHOUT(expected.folder);
    const PrecisionDifference difference = differenceFromFp32(*m_backend, expected, Precision::Fp16, m_card.id);
    EXPECT_GT(difference.relative, 0) << "it was not computed with reduced precision";
    EXPECT_LE(difference.relative, difference.allowed);
    EXPECT_LE(difference.probabilities, 5e-3);  // performance.md 9.3
    EXPECT_EQ(difference.clearFlips, 0U);
}

TEST_P(CudaParityTest, Bf16IsRefusedOrDiffersFromFp32ByWhatRoundingExplains) {
    const Reference expected = reference(GetParam());
    SKIP_WITHOUT(expected.folder);
    const auto& offered = m_card.precisions;
    if (std::find(offered.begin(), offered.end(), Precision::Bf16) != offered.end()) {
        expectWhatRoundingExplains(*m_backend, expected, Precision::Bf16, m_card.id);
        return;
    }
    LoadRequest request;
    request.folder = expected.folder;
    request.device = m_card.id;
    request.precision = Precision::Bf16;
    EXPECT_EQ(m_backend->load(request).error().code, ErrorCode::PrecisionUnavailable);
}

/// Heads that flash kernels, in fp16, and memory-efficient ones, in fp32, must read from rows of mixed lengths.
class CudaLengthsTest : public CudaTest, public ::testing::WithParamInterface<std::uint32_t> {
protected:
    Scores scores(const std::string& device, Precision precision, std::uint64_t tokens) {
        const auto classifier = loaded(*m_backend, m_folder.path(), precision, device);
        if (!classifier) return {};
        EXPECT_EQ(classifier->traits().mixesLengths, device != "cpu");
        MemoryStore store;
        const std::vector<std::string> hypotheses{"x"};
        auto session = classifier->open(hypotheses, store);
        const Texts texts(textsOfManyLengths());
        return scoreAll(*classifier, **session, texts.records(), 1, tokens);
    }

    TemporaryFolder m_folder;
};

TEST_P(CudaLengthsTest, MixedInABatchGiveWhatTheCpuGivesForOneLengthAtATime) {
    RandomBertShape shape;
    shape.layers = 2;
    shape.hidden = 128;
    shape.heads = GetParam();
    shape.intermediate = 256;
    shape.vocabulary = 64;
    writeRandomBert(m_folder.path(), shape);
    constexpr std::uint64_t many = 2048;
    const Scores exact = scores("cpu", Precision::Fp32, many);
    EXPECT_LE(maxDifference(exact.logits, scores(m_card.id, Precision::Fp32, many).logits), 1e-5);

    const double alone = maxDifference(exact.logits, scores(m_card.id, Precision::Fp16, 1).logits);
    const double mixed = maxDifference(exact.logits, scores(m_card.id, Precision::Fp16, many).logits);
    std::printf("%u heads: fp16 moves logits by %.2e alone, by %.2e in mixed batches\n", shape.heads, alone, mixed);
    EXPECT_GT(mixed, 0);
    EXPECT_LE(mixed, 2 * alone);
}

INSTANTIATE_TEST_SUITE_P(HeadsOfSize128And64And32And16, CudaLengthsTest, ::testing::Values(1U, 2U, 4U, 8U));

std::string modelName(const ::testing::TestParamInfo<std::string>& parameter) { return parameter.param; }

INSTANTIATE_TEST_SUITE_P(EveryReference, CudaParityTest, ::testing::ValuesIn(referenceNames()), modelName);

}  // namespace
}  // namespace labelwright::testing
