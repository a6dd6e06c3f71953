// Score cache: writing, finding and trimming, as a run does it (batches of 4096 pairs) and in bulk. Argument: scores already in the file.
#include <benchmark/benchmark.h>

#include <numeric>
#include <random>
#include <vector>

#include "core/storage/score_cache.h"
#include "tests/support/test_paths.h"

namespace labelwright {
namespace {

constexpr std::size_t batch = 4096;
constexpr std::uint32_t embeddingSize = 384;

Hash128 textOf(std::uint64_t number) { return hash128({reinterpret_cast<const char*>(&number), sizeof(number)}); }

/// Ten labels a text, as a cross-encoder asks.
std::vector<ScoreKey> keysFrom(std::uint64_t first, std::size_t count) {
    std::vector<ScoreKey> keys(count);
    for (std::size_t i = 0; i < count; ++i) keys[i] = {textOf((first + i) / 10), textOf(~((first + i) % 10))};
    return keys;
}

struct FilledCache {
    testing::TemporaryFolder folder;
    ScoreCache cache = std::move(*ScoreCache::open(folder / "scores.db"));

    explicit FilledCache(std::uint64_t scores) {
        constexpr std::uint64_t slice = 100'000;
        for (std::uint64_t first = 0; first < scores; first += slice) {
            const auto keys = keysFrom(first, slice);
            if (!cache.putScores("model", keys, std::vector<CachedScore>(slice, CachedScore{{1, 2, 3}, false}))) std::abort();
        }
    }
};

void putScores(benchmark::State& state, std::size_t size) {
    FilledCache filled(static_cast<std::uint64_t>(state.range(0)));
    auto next = static_cast<std::uint64_t>(state.range(0));
    for (auto _ : state) {
        state.PauseTiming();
        const auto keys = keysFrom(next, size);
        const std::vector<CachedScore> scores(size, CachedScore{{1, 2, 3}, false});
        next += size;
        state.ResumeTiming();
        if (!filled.cache.putScores("model", keys, scores)) state.SkipWithError("put failed");
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(size));
    const auto statistics = filled.cache.statistics();
    state.counters["bytes/score"] = static_cast<double>(statistics->fileBytes) / static_cast<double>(statistics->scores);
}

void putBatches(benchmark::State& state) { putScores(state, batch); }
void putInBulk(benchmark::State& state) { putScores(state, 100'000); }

/// Every second key is unknown.
void findScores(benchmark::State& state) {
    const auto known = static_cast<std::uint64_t>(state.range(0));
    const FilledCache filled(known);
    std::mt19937_64 random(1);
    std::vector<ScoreKey> keys;
    for (std::size_t i = 0; i < batch; ++i)
        keys.push_back(keysFrom(std::uniform_int_distribution<std::uint64_t>(0, 2 * known)(random), 1)[0]);
    std::size_t hits = 0;
    for (auto _ : state) {
        const auto found = filled.cache.findScores("model", keys);
        for (const auto& score : *found) hits += score ? 1 : 0;
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(batch));
    state.counters["hits"] = static_cast<double>(hits) / static_cast<double>(state.iterations() * static_cast<std::int64_t>(batch));
}

std::vector<Hash128> textsFrom(std::uint64_t first, std::size_t count) {
    std::vector<Hash128> texts(count);
    for (std::size_t i = 0; i < count; ++i) texts[i] = textOf(first + i);
    return texts;
}

void putEmbeddings(benchmark::State& state) {
    FilledCache filled(0);
    const std::vector<float> values(batch * embeddingSize, 0.5F);
    std::uint64_t next = 0;
    for (auto _ : state) {
        const auto texts = textsFrom(next, batch);
        next += batch;
        if (!filled.cache.putEmbeddings("model", texts, embeddingSize, values, std::vector<bool>(batch))) state.SkipWithError("put failed");
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(batch));
}

void findEmbeddings(benchmark::State& state) {
    FilledCache filled(0);
    std::vector<float> values(batch * embeddingSize, 0.5F);
    for (std::uint64_t first = 0; first < 16 * batch; first += batch) {
        if (!filled.cache.putEmbeddings("model", textsFrom(first, batch), embeddingSize, values, std::vector<bool>(batch))) std::abort();
    }
    std::uint64_t turn = 0;
    for (auto _ : state) {
        const auto found = filled.cache.findEmbeddings("model", textsFrom((turn++ % 16) * batch, batch), embeddingSize, values);
        if (!found->front().found) state.SkipWithError("an embedding is missing");
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(batch));
}

void trimToHalf(benchmark::State& state) {
    const auto scores = static_cast<std::uint64_t>(state.range(0));
    for (auto _ : state) {
        state.PauseTiming();
        {
            const testing::TemporaryFolder folder;
            const auto file = folder / "scores.db";
            std::uint64_t bytes = 0;
            {
                auto cache = ScoreCache::open(file);
                for (std::uint64_t first = 0; first < scores; first += 100'000) {
                    if (!cache->putScores("model", keysFrom(first, 100'000), std::vector<CachedScore>(100'000))) std::abort();
                }
                bytes = cache->statistics()->fileBytes;
            }
            auto cache = ScoreCache::open(file, {.daysToLive = 30, .maxBytes = bytes / 2});
            state.ResumeTiming();
            benchmark::DoNotOptimize(cache->trim().ok());
            state.PauseTiming();
        }
        state.ResumeTiming();
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(scores));
}

BENCHMARK(putBatches)->Arg(0)->Arg(1'000'000)->Iterations(50)->Unit(benchmark::kMillisecond);
BENCHMARK(putInBulk)->Arg(0)->Arg(1'000'000)->Iterations(5)->Unit(benchmark::kMillisecond);
BENCHMARK(findScores)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK(putEmbeddings)->Iterations(20)->Unit(benchmark::kMillisecond);
BENCHMARK(findEmbeddings)->Unit(benchmark::kMillisecond);
BENCHMARK(trimToHalf)->Arg(1'000'000)->Iterations(1)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace labelwright

BENCHMARK_MAIN();
