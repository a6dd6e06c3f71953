#include <algorithm>

#include "tests/torch/cuda_fixture.h"
#include "tests/torch/parity_checks.h"
#include "tests/torch/precision_checks.h"

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
    expectWhatRoundingExplains(*m_backend, expected, Precision::Fp16, m_card.id);
    const PrecisionDifference difference = differenceFromFp32(*m_backend, expected, Precision::Fp16, m_card.id);
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

std::string modelName(const ::testing::TestParamInfo<std::string>& parameter) { return parameter.param; }

INSTANTIATE_TEST_SUITE_P(EveryReference, CudaParityTest, ::testing::ValuesIn(referenceNames()), modelName);

}  // namespace
}  // namespace labelwright::testing
