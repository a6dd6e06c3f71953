// Project file: saving and loading a million texts (33 Chinese characters each, two extra columns), ten labels of predictions, and one edit
// of the labels.
#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <array>
#include <numeric>
#include <string>
#include <vector>

#include "core/project/project_file.h"
#include "tests/support/test_paths.h"

namespace labelwright {
namespace {

std::shared_ptr<const Dataset> texts(std::size_t rows) {
    DatasetBuilder builder({"messages.csv", "/data/messages.csv", "text", "id", "csv", "UTF-8"}, {"date", "channel"});
    for (std::size_t row = 0; row < rows; ++row) {
        const std::string number = std::to_string(row);
        const std::string text = "昨天收到的商品和页面上写的不一样，请问怎样才能尽快退货并拿到运费补偿 " + number;
        const std::array<std::string_view, 2> extras = {"2024-05-17", "app"};
        builder.add(number, text, extras, row + 2);
    }
    return std::move(builder).build();
}

ScoreTable scoresOf(std::size_t rows, int labels) {
    ScoreTable scores(rows);
    scores.addReading({"model", "Model", ScoreRule::Entailment, 1, {LogitRole::Entailment, LogitRole::Contradiction}});
    for (int label = 0; label < labels; ++label) {
        const Hash128 hypothesis = hash128(std::to_string(label));
        for (std::size_t row = 0; row < rows; ++row) scores.set(row, hypothesis, {static_cast<float>(row), 0.5F});
    }
    return scores;
}

std::vector<std::uint32_t> allBlocks(std::size_t rows) {
    std::vector<std::uint32_t> blocks((rows + ScoreTable::blockRows - 1) / ScoreTable::blockRows);
    std::iota(blocks.begin(), blocks.end(), 0U);
    return blocks;
}

LabelSet labelsOf(int count) {
    LabelSet labels;
    for (int i = 0; i < count; ++i) {
        Label label;
        label.id = std::to_string(i);
        label.name = "标签 " + label.id;
        labels.labels.push_back(label);
    }
    return labels;
}

double peakMiB() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

void saveDataset(benchmark::State& state) {
    const auto dataset = texts(static_cast<std::size_t>(state.range(0)));
    const testing::TemporaryFolder folder;
    auto project = ProjectFile::open(folder / "messages.lwproj");
    for (auto _ : state) {
        if (!project->saveDataset(*dataset)) state.SkipWithError("saving failed");
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
    state.counters["file MiB"] = static_cast<double>(std::filesystem::file_size(folder / "messages.lwproj")) / 1048576;
}

void load(benchmark::State& state) {
    const auto rows = static_cast<std::size_t>(state.range(0));
    const testing::TemporaryFolder folder;
    {
        auto project = ProjectFile::open(folder / "messages.lwproj");
        const auto dataset = texts(rows);
        if (!project->saveDataset(*dataset)) state.SkipWithError("saving failed");
        if (state.range(1) > 0 && !project->saveScores(scoresOf(rows, static_cast<int>(state.range(1))), allBlocks(rows)))
            state.SkipWithError("saving failed");
    }
    double memoryMiB = 0;
    for (auto _ : state) {
        auto project = ProjectFile::open(folder / "messages.lwproj");
        const auto contents = project->load();
        if (!contents) return state.SkipWithError(contents.error().detail.c_str());
        memoryMiB = static_cast<double>(contents->dataset->memoryBytes() + contents->scores.memoryBytes()) / 1048576;
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
    state.counters["contents MiB"] = memoryMiB;
    state.counters["peak MiB of the process"] = peakMiB();
}

void saveScores(benchmark::State& state) {
    const auto rows = static_cast<std::size_t>(state.range(0));
    const testing::TemporaryFolder folder;
    auto project = ProjectFile::open(folder / "messages.lwproj");
    if (!project->saveDataset(*texts(rows))) state.SkipWithError("saving failed");
    const ScoreTable scores = scoresOf(rows, 10);
    for (auto _ : state) {
        if (!project->saveScores(scores, allBlocks(rows))) state.SkipWithError("saving failed");
    }
    state.SetItemsProcessed(state.iterations() * state.range(0) * 10);
}

/// What every edit of a label costs: one transaction with its fsync.
void saveLabels(benchmark::State& state) {
    const testing::TemporaryFolder folder;
    auto project = ProjectFile::open(folder / "messages.lwproj");
    const LabelSet labels = labelsOf(static_cast<int>(state.range(0)));
    for (auto _ : state) {
        if (!project->saveLabels(labels)) state.SkipWithError("saving failed");
    }
}

BENCHMARK(saveDataset)->Arg(100'000)->Arg(1'000'000)->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK(load)->Args({1'000'000, 0})->Args({1'000'000, 10})->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK(saveScores)->Arg(100'000)->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK(saveLabels)->Arg(10)->Arg(200)->Iterations(20)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace labelwright

BENCHMARK_MAIN();
