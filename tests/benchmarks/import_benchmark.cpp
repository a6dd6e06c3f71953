// Import and export of 1,000,000 rows: time, memory a row, and what the import holds besides the dataset.
#include <benchmark/benchmark.h>
#include <unicode/ucnv.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>

#include "core/io/result_export.h"
#include "core/io/text_import.h"
#include "tests/support/test_paths.h"

namespace {

using namespace labelwright;

constexpr std::size_t rowCount = 1'000'000;
constexpr std::array<const char*, 8> phrases{"快递三天没到",     "客服态度很好", "发票抬头写错了", "请问什么时候发货",
                                             "质量和图片不一样", "已经用了两年", "退款还没有到账", "包装很结实"};

enum class Shape : std::int64_t { Csv, CsvGb18030, JsonLines, PlainText };

std::string textOf(std::size_t row) {
    std::string text;
    for (std::size_t piece = 0; piece < 5; ++piece)
        text += phrases[(row >> piece) * 7 % phrases.size()] + std::string(piece < 4 ? "，" : "。");
    return text;
}

std::string lineOf(std::size_t row, Shape shape) {
    const std::string number = std::to_string(row + 1);
    const std::string channel = row % 3 == 0 ? "电话" : "网页";
    if (shape == Shape::PlainText) return textOf(row) + number + "\n";
    if (shape == Shape::JsonLines)
        return "{\"id\":" + number + ",\"text\":\"" + textOf(row) + "\",\"channel\":\"" + channel + "\",\"stars\":5}\n";
    return number + (row % 4 == 0 ? ",\"" + textOf(row) + " \"\"真的\"\"\"," : "," + textOf(row) + ",") + channel + ",5\n";
}

std::string inGb18030(const std::string& utf8) {
    UErrorCode status = U_ZERO_ERROR;
    std::string bytes(utf8.size() * 2, '\0');
    bytes.resize(static_cast<std::size_t>(ucnv_convert("GB18030", "UTF-8", bytes.data(), static_cast<std::int32_t>(bytes.size()),
                                                       utf8.data(), static_cast<std::int32_t>(utf8.size()), &status)));
    return bytes;
}

/// Files of one million rows, made once for a run.
const std::filesystem::path& fileOf(Shape shape) {
    static const testing::TemporaryFolder folder;
    static std::array<std::filesystem::path, 4> files;
    std::filesystem::path& file = files.at(static_cast<std::size_t>(shape));
    if (!file.empty()) return file;
    file = folder / (std::to_string(static_cast<int>(shape)) + (shape == Shape::JsonLines   ? ".jsonl"
                                                                : shape == Shape::PlainText ? ".txt"
                                                                                            : ".csv"));
    std::ofstream stream(file, std::ios::binary);
    if (shape == Shape::Csv || shape == Shape::CsvGb18030) stream << "id,text,channel,stars\n";
    for (std::size_t row = 0; row < rowCount; ++row) {
        const std::string line = lineOf(row, shape);
        stream << (shape == Shape::CsvGb18030 ? inGb18030(line) : line);
    }
    return file;
}

/// Bytes from /proc/self/status: "VmRSS" now, "VmHWM" at its highest since the last reset.
double memoryNow(const std::string& key) {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.rfind(key + ":", 0) == 0) return std::strtod(line.c_str() + key.size() + 1, nullptr) * 1024;
    }
    return 0;
}

void resetPeak() { std::ofstream("/proc/self/clear_refs") << "5"; }

void importFile(benchmark::State& state) {
    const std::filesystem::path& file = fileOf(static_cast<Shape>(state.range(0)));
    for (auto _ : state) {
        resetPeak();
        const double before = memoryNow("VmRSS");
        const auto result = importTexts({file, {}});
        if (!result || result->dataset->size() != rowCount) {
            state.SkipWithError("not every row was imported");
            return;
        }
        const double peak = memoryNow("VmHWM") - before;
        const auto held = static_cast<double>(result->dataset->memoryBytes());
        state.counters["bytes/row"] = held / rowCount;
        state.counters["peak bytes/row"] = peak / rowCount;
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(std::filesystem::file_size(file)));
    state.counters["rows/s"] = benchmark::Counter(static_cast<double>(state.iterations()) * rowCount, benchmark::Counter::kIsRate);
}

void exportFile(benchmark::State& state) {
    const auto imported = importTexts({fileOf(Shape::Csv), {}});
    ExportTable table;
    table.dataset = imported->dataset;
    table.scores = ScoreTable(rowCount);
    for (const char* name : {"咨询", "投诉", "建议", "表扬"}) {
        Label label;
        label.name = name;
        table.labels.labels.push_back(label);
        for (std::size_t row = 0; row < rowCount; ++row) {
            const float cosine = static_cast<float>((row * 31 + table.labels.labels.size() * 97) % 1000) / 1000.0F;
            table.scores.set(row, hypothesisHash(table.labels, label), {cosine, 0});
        }
    }
    const auto reading = table.scores.addReading({"m", "m", ScoreRule::Cosine, 0.05F, {LogitRole::Cosine}});
    for (std::uint32_t row = 0; row < rowCount; ++row) {
        table.scores.setReading(row, reading);
        table.rows.push_back(row);
    }
    ExportOptions options;
    options.format = state.range(0) == 0 ? ExportFormat::Csv : ExportFormat::JsonLines;
    options.scores = ExportedScores::Probabilities;
    const testing::TemporaryFolder folder;
    for (auto _ : state) {
        if (!exportResults(folder / "out", table, options)) state.SkipWithError("the export failed");
    }
    state.counters["rows/s"] = benchmark::Counter(static_cast<double>(state.iterations()) * rowCount, benchmark::Counter::kIsRate);
}

BENCHMARK(importFile)->ArgName("csv0_gb1_jsonl2_txt3")->DenseRange(0, 3)->Unit(benchmark::kMillisecond)->Iterations(3);
BENCHMARK(exportFile)->ArgName("csv0_jsonl1")->DenseRange(0, 1)->Unit(benchmark::kMillisecond)->Iterations(3);

}  // namespace
