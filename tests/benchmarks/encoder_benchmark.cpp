// GFLOP/s of a BERT cross-encoder with random weights, through the backend's public interface: precisions against batch sizes, then a
// mixed-length job. The runs of a table row are interleaved and the best of each counts, so that a noisy neighbour spoils no ratio.
// On a card also what one text costs, and memory by number of labels.
// Usage: encoder_benchmark [base|small|large] [rounds] [cpu|cuda:N]
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
constexpr std::uint32_t besidesText = 5;  // [CLS], two [SEP], hypothesis of two tokens

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
               CpuKernels kernels, const std::string& device = "cpu") {
    TorchBackendOptions options;
    options.cpuKernels = kernels;
    Engine engine{name, makeTorchBackend(options), nullptr, nullptr};
    LoadRequest request;
    request.folder = folder;
    request.modelId = "random-bert";
    request.device = device;
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
    const std::vector<Batch> batches = planBatches(items, {tokens, 65536, engine.classifier->traits().mixesLengths});
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

/// Lengths and batch sizes worth a row each.
struct Grid {
    std::vector<std::uint32_t> lengths;
    std::vector<std::uint64_t> batches;
    std::uint64_t tokens = 0;  ///< of the pairs of one row
    std::vector<std::uint64_t> mixedBatches;
    int mixedTexts = 0;
};

void measureGrid(std::vector<Engine>& engines, const RandomBertShape& shape, const Grid& grid, int rounds) {
    std::printf("GFLOP/s of real tokens, layers counted in full\n%-22s %6s", "pairs", "batch");
    for (const Engine& engine : engines) std::printf(" %12s", engine.name.c_str());
    std::printf("\n");
    for (const std::uint32_t length : grid.lengths) {
        const std::string title = "length " + std::to_string(length);
        const std::vector<std::uint32_t> lengths(std::max<std::uint64_t>(1, grid.tokens / labels / length), length);
        for (const std::uint64_t tokens : grid.batches) measure(engines, shape, title.c_str(), lengths, tokens, rounds);
    }
    std::mt19937 random(1);
    std::vector<std::uint32_t> mixed;
    for (int i = 0; i < grid.mixedTexts; ++i) mixed.push_back(20 + static_cast<std::uint32_t>(random() % 109));
    const std::string title = std::to_string(labels * mixed.size()) + " pairs, mixed";
    for (const std::uint64_t tokens : grid.mixedBatches) measure(engines, shape, title.c_str(), mixed, tokens, rounds);
}

/// Milliseconds for one text of a table's row with all labels, 40 tokens a pair, as a user waits for them.
void measureOneText(std::vector<Engine>& engines) {
    constexpr std::size_t repeats = 200;
    const std::string text = letters(40 - besidesText);
    const std::vector<TextRecord> texts{{text, text, {}}};
    for (Engine& engine : engines) {
        std::vector<double> times(repeats);
        for (double& time : times) time = 1e3 * seconds(engine, texts, 1U << 16U);
        std::sort(times.begin(), times.end());
        std::printf("1 text, 10 labels, 40 tokens a pair, %-6s p50 %.2f ms, p99 %.2f ms\n", engine.name.c_str(), times[repeats / 2],
                    times[repeats * 99 / 100]);
    }
}

std::uint64_t freeOn(Backend& backend, const std::string& device) {
    for (const Device& listed : backend.devices()) {
        if (listed.id == device) return listed.memoryFree;
    }
    return 0;
}

/// What the process holds of the card with one model in fp16, by number of labels.
void measureMemory(const std::filesystem::path& folder, const std::string& device) {
    const auto backend = makeTorchBackend();
    const std::uint64_t before = freeOn(*backend, device);
    std::vector<Engine> engines;
    addEngine(engines, "fp16", folder, Precision::Fp16, CpuKernels::Measured, device);
    if (engines.empty()) std::exit(1);
    const std::string text = letters(40 - besidesText);
    for (const std::size_t count : {3U, 5U, 10U, 20U}) {
        NoStore store;
        const auto session = engines.front().classifier->open(std::vector<std::string>(count, "a b"), store);
        const std::vector<TextRecord> texts{{text, text, {}}};
        const auto chunk = (*session)->encode(texts);
        std::vector<WorkItem> items;
        for (std::uint32_t label = 0; label < count; ++label) items.push_back((*session)->workItem(*chunk, 0, label, 1));
        if (!(*session)->score(*chunk, items)) std::exit(1);
        std::printf("fp16, one text of 40 tokens, %2zu labels: %.0f MiB of the card\n", count,
                    static_cast<double>(before - freeOn(*backend, device)) / (1 << 20));
    }
}

int runOnCpu(const RandomBertShape& shape, const std::filesystem::path& folder, int rounds) {
    std::vector<Engine> engines;
    addEngine(engines, "MKL fp32", folder, Precision::Fp32, CpuKernels::Library);
    addEngine(engines, "oneDNN fp32", folder, Precision::Fp32, CpuKernels::Packed);
    addEngine(engines, "bf16", folder, Precision::Bf16, CpuKernels::Packed);
    addEngine(engines, "int8", folder, Precision::Int8, CpuKernels::Measured);
    measureGrid(engines, shape, {{16, 32, 64, 128}, {64, 256, 512, 1024, 2048}, 2048, {256, 512, 1024, 2048}, 24}, rounds);
    return 0;
}

int runOnCard(const RandomBertShape& shape, const std::filesystem::path& folder, int rounds, const std::string& device) {
    measureMemory(folder, device);  // first: the process has no other model on the card yet
    std::vector<Engine> engines;
    addEngine(engines, "fp32", folder, Precision::Fp32, CpuKernels::Measured, device);
    addEngine(engines, "fp16", folder, Precision::Fp16, CpuKernels::Measured, device);
    addEngine(engines, "bf16", folder, Precision::Bf16, CpuKernels::Measured, device);
    if (engines.empty()) return 1;
    measureOneText(engines);
    constexpr std::uint64_t most = 65536;
    measureGrid(engines, shape, {{32, 64, 128}, {1024, 4096, 16384, most}, most, {4096, 16384, 32768, most}, 1000}, rounds);
    return 0;
}

}  // namespace
}  // namespace labelwright::benchmarks

int main(int argc, char** argv) {
    const std::string size = argc > 1 ? argv[1] : "base";
    labelwright::testing::RandomBertShape shape;
    if (size == "small") shape = {6, 384, 12, 1536, 2000};
    if (size == "large") shape = {24, 1024, 16, 4096, 2000};
    const int rounds = argc > 2 ? std::atoi(argv[2]) : 3;
    const std::string device = argc > 3 ? argv[3] : "cpu";
    const labelwright::testing::TemporaryFolder folder;
    labelwright::testing::writeRandomBert(folder.path(), shape);
    if (device == "cpu") return labelwright::benchmarks::runOnCpu(shape, folder.path(), rounds);
    return labelwright::benchmarks::runOnCard(shape, folder.path(), rounds, device);
}
