#include "tests/torch/parity_checks.h"

namespace labelwright::testing {
namespace {

class ParityTest : public ::testing::TestWithParam<std::string> {
protected:
    std::unique_ptr<Backend> m_backend = testBackend();
};

TEST_P(ParityTest, Fp32OnTheCpuComputesWhatTheReferenceComputes) {
    const Reference expected = reference(GetParam());
    SKIP_WITHOUT(expected.folder);
    expectReferenceScores(*m_backend, expected, "cpu");
}

TEST_P(ParityTest, ABatchOfManyGivesWhatEachGivesAloneAndInAnyOrder) {
    const Reference expected = reference(GetParam());
    SKIP_WITHOUT(expected.folder);
    expectScoresIndependentOfCompany(*m_backend, expected, "cpu");
}

std::string modelName(const ::testing::TestParamInfo<std::string>& parameter) { return parameter.param; }

INSTANTIATE_TEST_SUITE_P(EveryReference, ParityTest, ::testing::ValuesIn(referenceNames()), modelName);

}  // namespace
}  // namespace labelwright::testing
