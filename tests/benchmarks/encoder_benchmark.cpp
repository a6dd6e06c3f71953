// GFLOP/s of a BERT cross-encoder with random weights, through the backend's public interface: precisions against batch sizes, then a
// mixed-length job. The runs of a table row are interleaved and the best of each counts, so that a noisy neighbour spoils no ratio.
// Usage: encoder_benchmark [base|small|large] [rounds]
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <random>

#include "core/inference/batch_planner.h"
#include "core/torch_backend/torch_backend.h"
#include "tests/support/test_paths.h"
#include "tests/torch/random_bert.h"

namespace labelwright::benchmarks {
namespace {

using testing::flopsOfSequence;
using testing::RandomBertShape;
using testing::writeRandomBert;

constexpr std::uint32_t labels = 10;

struct Engine {
    std::string name;
    std::unique_ptr<Backend> backend;
    std::unique_ptr<Classifier> classifier;
    std::unique_ptr<ScoringSession> session;
};

class NoStore final : public EmbeddingStore {
public:
    std::vector<bool> find(std::span<const Hash128> hashes, std::uint32_t, std::span<float>) override {
        return std::vector<bool>(hashes.size());
    }
    void put(std::span<const Hash128>, std::uint32_t, std::span<const float>) override {}
};

std::string letters(std::uint32_t count) {
    std::string text;
    for (std::uint32_t i = 0; i < count; ++i) text += {static_cast<char>('a' + i % 26), ' '};
    return text;
}

void addEngine(std::vector<Engine>& engines, const std::string& name, const std::filesystem::path& folder, Precision precision,
               CpuKernels kernels) {
    TorchBackendOptions options;
    options.cpuKernels = kernels;
    Engine engine{name, makeTorchBackend(options), nullptr, nullptr};
    LoadRequest request;
    request.folder = folder;
    request.modelId = "random-bert";
    request.device = "cpu";
    request.precision = precision;
    const auto begin = std::chrono::steady_clock::now();
    auto classifier = engine.backend->load(request);
    if (!classifier) {
        std::printf("%s: %s\n", name.c_str(), classifier.error().detail.c_str());
        return;
    }
    engine.classifier = std::move(*classifier);
    NoStore store;
    const std::vector<std::string> hypotheses(labels, "a b");
    auto session = engine.classifier->open(hypotheses, store);
    if (!session) std::exit(1);
    engine.session = std::move(*session);
    std::printf("%-12s %s, loaded in %.2f s\n", name.c_str(), engine.classifier->traits().kernel.c_str(),
                std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    engines.push_back(std::move(engine));
}

/// All pairs of texts with the labels, in batches of at most `tokens`; seconds of the forward passes.
double seconds(Engine& engine, std::span<const TextRecord> texts, std::uint64_t tokens) {
    const auto chunk = engine.session->encode(texts);
    std::vector<WorkItem> items;
    for (std::uint32_t text = 0; text < texts.size(); ++text) {
        for (std::uint32_t label = 0; label < labels; ++label) items.push_back(engine.session->workItem(*chunk, text, label, 1));
    }
    const std::vector<Batch> batches = planBatches(items, {tokens, 4096});
    const auto begin = std::chrono::steady_clock::now();
    for (const Batch& batch : batches) {
        if (!engine.session->score(*chunk, batch.items)) std::exit(1);
    }
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

/// One line of the table: every engine on the same pairs.
void measure(std::vector<Engine>& engines, const RandomBertShape& shape, const char* title, const std::vector<std::uint32_t>& lengths,
             std::uint64_t tokens, int rounds) {
    std::vector<std::string> bytes;
    std::vector<TextRecord> texts;
    double flops = 0;
    constexpr std::uint32_t besidesText = 5;  // [CLS], two [SEP], hypothesis of two tokens
    for (const std::uint32_t length : lengths) {
        bytes.push_back(letters(length - besidesText));
        flops += labels * flopsOfSequence(shape, length);
    }
    for (const std::string& text : bytes) texts.push_back({text, text, {}});
    std::vector<double> best(engines.size(), std::numeric_limits<double>::infinity());
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t i = 0; i < engines.size(); ++i) best[i] = std::min(best[i], seconds(engines[i], texts, tokens));
    }
    std::printf("%-22s %6llu", title, static_cast<unsigned long long>(tokens));
    for (std::size_t i = 0; i < engines.size(); ++i) std::printf(" %12.0f", flops / best[i] / 1e9);
    std::printf("\n");
    std::fflush(stdout);
}

int run(const RandomBertShape& shape, int rounds) {
    const testing::TemporaryFolder folder;
    writeRandomBert(folder.path(), shape);
    std::vector<Engine> engines;
    addEngine(engines, "MKL fp32", folder.path(), Precision::Fp32, CpuKernels::Library);
    addEngine(engines, "oneDNN fp32", folder.path(), Precision::Fp32, CpuKernels::Packed);
    addEngine(engines, "bf16", folder.path(), Precision::Bf16, CpuKernels::Packed);
    addEngine(engines, "int8", folder.path(), Precision::Int8, CpuKernels::Measured);
    std::printf("GFLOP/s of real tokens, layers counted in full\n%-22s %6s", "pairs", "batch");
    for (const Engine& engine : engines) std::printf(" %12s", engine.name.c_str());
    std::printf("\n");
    for (const std::uint32_t length : {16U, 32U, 64U, 128U}) {
        const std::string title = "length " + std::to_string(length);
        const std::vector<std::uint32_t> lengths(std::max(1U, 2048 / labels / length), length);
        for (const std::uint64_t tokens : {64ULL, 256ULL, 512ULL, 1024ULL, 2048ULL})
            measure(engines, shape, title.c_str(), lengths, tokens, rounds);
    }
    std::mt19937 random(1);
    std::vector<std::uint32_t> mixed;
    for (int i = 0; i < 24; ++i) mixed.push_back(20 + static_cast<std::uint32_t>(random() % 109));
    for (const std::uint64_t tokens : {256ULL, 512ULL, 1024ULL, 2048ULL})
        measure(engines, shape, "240 pairs, mixed", mixed, tokens, rounds);
    return 0;
}

}  // namespace
}  // namespace labelwright::benchmarks

int main(int argc, char** argv) {
    const std::string size = argc > 1 ? argv[1] : "base";
    labelwright::testing::RandomBertShape shape;
    if (size == "small") shape = {6, 384, 12, 1536, 2000};
    if (size == "large") shape = {24, 1024, 16, 4096, 2000};
    return labelwright::benchmarks::run(shape, argc > 2 ? std::atoi(argv[2]) : 3);
}
