// Texts per second of one thread: the sample's customer messages (short, mostly Chinese) and the hard texts, without truncation.
#include <benchmark/benchmark.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/tokenizer/wordpiece_tokenizer.h"
#include "tests/support/test_paths.h"

namespace labelwright {
namespace {

/// The second column of the sample; its texts hold no comma inside quotes that would matter for a measurement.
std::vector<std::string> sampleTexts() {
    const std::string bytes = testing::readFile(testing::sourceRoot() / "resources" / "samples" / "customer_messages.csv");
    std::vector<std::string> texts;
    for (std::size_t begin = bytes.find('\n') + 1; begin < bytes.size();) {
        const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
        const std::string line = bytes.substr(begin, end - begin);
        const std::size_t first = line.find(',');
        const std::size_t last = line.rfind(',', line.rfind(',') - 1);
        if (first != std::string::npos && last > first) texts.push_back(line.substr(first + 1, last - first - 1));
        begin = end + 1;
    }
    return texts;
}

std::vector<std::string> hardTexts() {
    return nlohmann::json::parse(testing::readFile(testing::fixtures() / "tokenizers" / "hard_texts.json")).get<std::vector<std::string>>();
}

void tokenizeAll(benchmark::State& state, const std::filesystem::path& tokenizerJson, const std::vector<std::string>& texts) {
    if (!std::filesystem::exists(tokenizerJson)) return state.SkipWithError("the tokenizer is not here");
    const auto tokenizer = WordPieceTokenizer::fromJson(testing::readFile(tokenizerJson), tokenizerJson.string());
    if (!tokenizer) return state.SkipWithError(tokenizer.error().detail.c_str());
    std::vector<std::uint32_t> ids;
    std::int64_t tokens = 0;
    std::int64_t bytes = 0;
    for (const auto& text : texts) bytes += static_cast<std::int64_t>(text.size());
    for (auto _ : state) {
        for (const std::string& text : texts) {
            ids.clear();
            tokenizer->tokenize(text, ids);
            tokens += static_cast<std::int64_t>(ids.size());
        }
        benchmark::DoNotOptimize(ids.data());
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(texts.size()));
    state.SetBytesProcessed(state.iterations() * bytes);
    state.counters["tokens/s"] = benchmark::Counter(static_cast<double>(tokens), benchmark::Counter::kIsRate);
}

void chineseByCharacter(benchmark::State& state) {
    tokenizeAll(state, testing::fixtures() / "tokenizers" / "lower_zh.json", sampleTexts());
}
void chineseByWord(benchmark::State& state) { tokenizeAll(state, testing::bundledModel() / "tokenizer.json", sampleTexts()); }
void hardByCharacter(benchmark::State& state) { tokenizeAll(state, testing::fixtures() / "tokenizers" / "lower_zh.json", hardTexts()); }
void hardEnglish(benchmark::State& state) { tokenizeAll(state, testing::englishModel() / "tokenizer.json", hardTexts()); }

void longestWords(benchmark::State& state) {
    std::string word;
    for (std::int64_t i = 0; i < state.range(0); ++i) word += "\u6c49";
    tokenizeAll(state, testing::bundledModel() / "tokenizer.json", {word});
}

void loading(benchmark::State& state) {
    const auto file = testing::bundledModel() / "tokenizer.json";
    const std::string bytes = testing::readFile(file);
    for (auto _ : state) benchmark::DoNotOptimize(WordPieceTokenizer::fromJson(bytes, file.string()).ok());
}

BENCHMARK(chineseByCharacter);
BENCHMARK(chineseByWord);
BENCHMARK(hardByCharacter);
BENCHMARK(hardEnglish);
BENCHMARK(longestWords)->Arg(1000)->Arg(10000);
BENCHMARK(loading)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace labelwright

BENCHMARK_MAIN();
