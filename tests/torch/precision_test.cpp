#include <algorithm>
#include <cstdio>

#include "tests/torch/precision_checks.h"
#include "tests/torch/random_bert.h"

namespace labelwright::testing {
namespace {

bool offers(Backend& backend, Precision precision) {
    const std::vector<Device> devices = backend.devices();
    return std::count(devices.front().precisions.begin(), devices.front().precisions.end(), precision) > 0;
}

Result<std::unique_ptr<Classifier>> load(Backend& backend, Precision precision, bool allowReduced = true) {
    LoadRequest request;
    request.folder = bundledModel();
    request.device = "cpu";
    request.precision = precision;
    request.allowReducedCpuPrecision = allowReduced;
    return backend.load(request);
}

class ReducedPrecisionTest : public ::testing::TestWithParam<std::tuple<std::string, Precision>> {};

TEST_P(ReducedPrecisionTest, DiffersFromFp32ByWhatRoundingExplains) {
    const auto& [name, precision] = GetParam();
    const auto backend = testBackend();
    if (!offers(*backend, precision)) GTEST_SKIP() << "skipped: this processor has no fast " << precisionName(precision);
    const Reference expected = reference(name);
    SKIP_WITHOUT(expected.folder);
    expectWhatRoundingExplains(*backend, expected, precision, "cpu");
}

std::string caseName(const ::testing::TestParamInfo<std::tuple<std::string, Precision>>& parameter) {
    return std::get<0>(parameter.param) + "_" + precisionName(std::get<1>(parameter.param));
}

INSTANTIATE_TEST_SUITE_P(EveryReference, ReducedPrecisionTest,
                         ::testing::Combine(::testing::ValuesIn(referenceNames()), ::testing::Values(Precision::Bf16, Precision::Int8)),
                         caseName);

TEST(PrecisionTest, Fp16OnTheCpuIsRefusedWithItsReason) {
    const auto backend = testBackend();
    const auto classifier = load(*backend, Precision::Fp16);
    ASSERT_FALSE(classifier);
    EXPECT_EQ(classifier.error().code, ErrorCode::PrecisionUnavailable);
    EXPECT_EQ(classifier.error().arguments.at(0), "fp16");
    EXPECT_NE(classifier.error().detail.find("slower"), std::string::npos);
}

TEST(PrecisionTest, Bf16IsEitherOfferedAndGivenOrRefused) {
    const auto backend = testBackend();
    const auto classifier = load(*backend, Precision::Bf16);
    ASSERT_EQ(classifier.ok(), offers(*backend, Precision::Bf16));
    if (classifier) {
        EXPECT_EQ((*classifier)->traits().precision, Precision::Bf16);
        EXPECT_EQ((*classifier)->traits().kernel, "oneDNN packed bf16");
    } else {
        EXPECT_EQ(classifier.error().code, ErrorCode::PrecisionUnavailable);
    }
}

TEST(PrecisionTest, AutoStaysAtFp32IfReducedPrecisionIsSwitchedOff) {
    const auto backend = testBackend();
    const auto classifier = load(*backend, Precision::Auto, false);
    ASSERT_TRUE(classifier) << classifier.error().detail;
    EXPECT_EQ((*classifier)->traits().precision, Precision::Fp32);
}

TEST(PrecisionTest, AutoTakesBf16OnlyWhereItIsOfferedAndSaysWhatWasMeasured) {
    const auto backend = testBackend();
    const auto classifier = load(*backend, Precision::Auto);
    ASSERT_TRUE(classifier) << classifier.error().detail;
    const ClassifierTraits& traits = (*classifier)->traits();
    if (traits.precision != Precision::Fp32) {
        EXPECT_EQ(traits.precision, Precision::Bf16);
        EXPECT_TRUE(offers(*backend, Precision::Bf16));
        EXPECT_NE(traits.kernel.find("bf16"), std::string::npos);
    }
    const auto measured = [](const std::string& note) { return note.find("GFLOP/s") != std::string::npos; };
    EXPECT_TRUE(std::any_of(traits.notes.begin(), traits.notes.end(), measured));
}

TEST(PrecisionTest, ScoresOfDifferentPrecisionsDoNotShareACacheScope) {
    const auto backend = testBackend();
    if (!offers(*backend, Precision::Bf16)) GTEST_SKIP() << "skipped: this processor has no fast bf16";
    const auto exact = load(*backend, Precision::Fp32);
    const auto reduced = load(*backend, Precision::Bf16);
    ASSERT_TRUE(exact && reduced);
    EXPECT_NE((*exact)->traits().fingerprint, (*reduced)->traits().fingerprint);
}

TEST(PrecisionTest, BothFp32KernelsComputeTheSame) {
    for (const char* name : {"hf_nli_two_way_sharded", "structbert_zip_bin", "bi_mean"}) {
        const Reference expected = reference(name);
        TorchBackendOptions library;
        library.cpuKernels = CpuKernels::Library;
        TorchBackendOptions packed;
        packed.cpuKernels = CpuKernels::Packed;
        const Scores a = scoresOf(*testBackend(library), expected, Precision::Fp32, "cpu");
        const Scores b = scoresOf(*testBackend(packed), expected, Precision::Fp32, "cpu");
        EXPECT_LE(maxDifference(a.logits, b.logits), 1e-5) << name;
        EXPECT_LE(maxDifference(a.embeddings, b.embeddings), 1e-5) << name;
    }
}

Scores scoresOfRandomModel(const std::filesystem::path& folder, CpuKernels kernels, Precision precision) {
    TorchBackendOptions options;
    options.threads = 2;
    options.cpuKernels = kernels;
    const auto backend = testBackend(options);
    const auto classifier = loaded(*backend, folder, precision);
    MemoryStore store;
    const std::vector<std::string> hypotheses{"x"};
    auto session = classifier->open(hypotheses, store);
    const Texts texts(textsOfManyLengths());
    return scoreAll(*classifier, **session, texts.records(), 1, 512);
}

class OwnKernelsTest : public ::testing::TestWithParam<std::uint32_t> {};

TEST_P(OwnKernelsTest, ComputeWhatLibtorchComputesAtEveryLength) {
    const TemporaryFolder folder;
    RandomBertShape shape;
    shape.layers = 2;
    shape.hidden = 128;
    shape.heads = GetParam();
    shape.intermediate = 256;
    shape.vocabulary = 64;
    writeRandomBert(folder.path(), shape);
    const Scores library = scoresOfRandomModel(folder.path(), CpuKernels::Library, Precision::Fp32);
    const Scores own = scoresOfRandomModel(folder.path(), CpuKernels::Packed, Precision::Fp32);
    EXPECT_LE(maxDifference(library.logits, own.logits), 1e-5);

    if (!offers(*testBackend(), Precision::Bf16)) return;
    const Scores libraryBf16 = scoresOfRandomModel(folder.path(), CpuKernels::Library, Precision::Bf16);
    const Scores ownBf16 = scoresOfRandomModel(folder.path(), CpuKernels::Packed, Precision::Bf16);
    const double rounding = maxDifference(library.logits, libraryBf16.logits);
    std::printf("%u heads: bf16 moves logits by %.2e with libtorch's attention, by %.2e with ours\n", shape.heads, rounding,
                maxDifference(library.logits, ownBf16.logits));
    EXPECT_LE(maxDifference(library.logits, ownBf16.logits), 2 * rounding);
}

INSTANTIATE_TEST_SUITE_P(HeadsOfSize128And64And32And16, OwnKernelsTest, ::testing::Values(1U, 2U, 4U, 8U));

}  // namespace
}  // namespace labelwright::testing
