#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>

#include "tests/torch/model_fixture.h"
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

Scores scoresOf(Backend& backend, const Reference& expected, Precision precision) {
    const auto classifier = loaded(backend, expected.folder, precision);
    if (!classifier) return {};
    EXPECT_EQ(classifier->traits().precision, precision);
    const std::vector<std::string> hypotheses = expected.hypotheses();
    MemoryStore store;
    auto session = classifier->open(hypotheses, store);
    if (!session) return {};
    const Texts texts(expected.texts());
    return scoreAll(*classifier, **session, texts.records(), static_cast<std::uint32_t>(hypotheses.size()), 1024);
}

/// Relative rounding error of one product with weights, root mean square, both factors rounded.
double errorOfOneProduct(Precision precision) {
    // Eight significant bits: the error spreads evenly over 2^-7 at 1, and numbers lie at about 1.4 times their power of two.
    if (precision == Precision::Bf16) return std::sqrt(2.0) * std::ldexp(1.0, -7) / std::sqrt(12.0) / 1.4;
    // 127 steps up to the largest number, which is about ten times the root mean square of a row of activations, four times that of
    // weights.
    return std::hypot(10.0, 4.0) / 127.0 / std::sqrt(12.0);
}

/// Errors of products one after another add up like independent ones; a layer has four (attention in and out, up and down).
double expectedError(const Reference& reference, Precision precision) {
    const auto config = nlohmann::json::parse(std::ifstream(reference.folder / "config.json"));
    return errorOfOneProduct(precision) * std::sqrt(4.0 * config.at("num_hidden_layers").get<double>());
}

/// Root mean square of b - a over that of a, over all outputs: embeddings where there are some, else the differences of logits.
double relativeError(const Scores& a, const Scores& b, bool embeddings) {
    std::vector<double> exact;
    std::vector<double> reduced;
    for (std::size_t i = 0; i < a.logits.size(); ++i) {
        if (embeddings) {
            exact.insert(exact.end(), a.embeddings[i].begin(), a.embeddings[i].end());
            reduced.insert(reduced.end(), b.embeddings[i].begin(), b.embeddings[i].end());
            continue;
        }
        for (std::size_t k = 0; k < a.logits[i].size(); ++k) {
            exact.push_back(a.logits[i][k].yes - a.logits[i][k].no);
            reduced.push_back(b.logits[i][k].yes - b.logits[i][k].no);
        }
    }
    double error = 0;
    double size = 0;
    for (std::size_t i = 0; i < exact.size(); ++i) {
        error += (reduced[i] - exact[i]) * (reduced[i] - exact[i]);
        size += exact[i] * exact[i];
    }
    return std::sqrt(error / size);
}

std::size_t best(const std::vector<float>& row) { return static_cast<std::size_t>(std::max_element(row.begin(), row.end()) - row.begin()); }

class ReducedPrecisionTest : public ::testing::TestWithParam<std::tuple<std::string, Precision>> {};

TEST_P(ReducedPrecisionTest, DiffersFromFp32ByWhatRoundingExplains) {
    const auto& [name, precision] = GetParam();
    const auto backend = testBackend();
    if (!offers(*backend, precision)) GTEST_SKIP() << "skipped: this processor has no fast " << precisionName(precision);
    const Reference expected = reference(name);
    SKIP_WITHOUT(expected.folder);
    const Scores exact = scoresOf(*backend, expected, Precision::Fp32);
    const Scores reduced = scoresOf(*backend, expected, precision);
    ScoreReading reading;
    reading.rule = expected.crossEncoder() ? ScoreRule::Entailment : ScoreRule::Cosine;
    reading.temperature = expected.crossEncoder() ? 1.0F : 0.05F;
    const auto p = allProbabilities(exact.logits, reading, false);
    const auto q = allProbabilities(reduced.logits, reading, false);
    ASSERT_EQ(p.size(), q.size());
    std::size_t agreed = 0;
    for (std::size_t i = 0; i < p.size(); ++i) agreed += best(p[i]) == best(q[i]) ? 1 : 0;
    const double error = relativeError(exact, reduced, !expected.crossEncoder());
    const double allowed = expectedError(expected, precision);
    std::printf("%-30s %s: labels agree on %zu of %zu texts, probabilities within %.2e, relative error %.4f (rounding alone: %.4f)\n",
                name.c_str(), precisionName(precision), agreed, p.size(), maxDifference(p, q), error, allowed);
    EXPECT_GT(error, 0) << "it was not computed with reduced precision";
    // Logits are two or three projections of a vector that has this error: where they happen to be small, their own relative error is
    // larger.
    EXPECT_LE(error, (expected.crossEncoder() ? 8 : 2) * allowed);
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
        const Scores a = scoresOf(*testBackend(library), expected, Precision::Fp32);
        const Scores b = scoresOf(*testBackend(packed), expected, Precision::Fp32);
        EXPECT_LE(maxDifference(a.logits, b.logits), 1e-5) << name;
        EXPECT_LE(maxDifference(a.embeddings, b.embeddings), 1e-5) << name;
    }
}

/// Texts of every short and some long lengths, so that every remainder of every block of the kernels is met.
std::vector<std::string> textsOfManyLengths() {
    std::vector<std::string> texts;
    std::string text;
    for (std::uint32_t length = 1; length <= 150; ++length) {
        text += {static_cast<char>('a' + (length * 7) % 26), ' '};
        if (length <= 70 || length % 29 == 0) texts.push_back(text);
    }
    return texts;
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
