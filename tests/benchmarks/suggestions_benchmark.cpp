// Suggestions for a labeled set of texts, as JSON: what is suggested with which evidence, and the accuracy before and after accepting it.
//   suggestions_benchmark DATA.jsonl [TEMPLATE]      {"text", "label"} a line; the labels are those that occur, by name
//   suggestions_benchmark --time N [TEXTS]           seconds for N made-up labels, their embeddings cached; with TEXTS also with made-up
//                                                    scores of so many texts, and for what-ifs on them
#include <algorithm>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <random>
#include <set>

#include "core/base/clock.h"
#include "core/domain/label_reader.h"
#include "core/engine/engine.h"
#include "core/labels/answer_comparison.h"
#include "core/labels/label_list.h"
#include "core/labels/merging.h"
#include "core/torch_backend/torch_backend.h"
#include "tests/support/test_paths.h"

namespace labelwright {
namespace {

using Json = nlohmann::ordered_json;
constexpr std::size_t listed = 20;

struct Labeled {
    std::shared_ptr<const Dataset> texts;
    std::vector<LabelId> gold;
    LabelSet labels;
};

Labeled readLabeled(const char* file, const char* hypothesisTemplate) {
    std::vector<std::pair<std::string, std::string>> rows;
    std::set<std::string> names;
    std::ifstream stream(file);
    for (std::string line; std::getline(stream, line);) {
        const auto row = Json::parse(line);
        rows.emplace_back(row.at("text").get<std::string>(), row.at("label").get<std::string>());
        names.insert(rows.back().second);
    }
    Labeled read;
    read.labels.hypothesisTemplate = hypothesisTemplate;
    read.labels.labels = makeLabels({names.begin(), names.end()});
    DatasetBuilder builder({"benchmark", "", "text", {}, "jsonl", "UTF-8"}, {});
    for (const auto& [text, label] : rows) {
        builder.add("", text, {}, builder.size() + 1);
        const auto at = std::find_if(read.labels.labels.begin(), read.labels.labels.end(), [&](const Label& l) { return l.name == label; });
        read.gold.push_back(at->id);
    }
    read.texts = std::move(builder).build();
    return read;
}

/// The engine with a cache in a temporary folder, waited for.
class Bench {
public:
    Bench() {
        EngineOptions options;
        options.cacheFile = m_folder / "scores.sqlite";
        options.models.bundled = {testing::bundledModel().parent_path(), testing::englishModel().parent_path()};
        m_engine = std::make_unique<Engine>(std::move(options), makeTorchBackend());
    }
    ScoreTable scores(const Labeled& labeled) {
        LabelingRequest request;
        request.dataset = labeled.texts;
        request.labels = labeled.labels;
        request.device = "cpu";
        request.precision = Precision::Fp32;
        ScoreTable table(labeled.texts->size());
        m_engine->label(request);
        until<Finished>([&table](const EngineEvent& event) {
            const auto* scored = std::get_if<RecordsScored>(&event);
            if (scored == nullptr) return;
            table.set(scored->rows, *scored->hypotheses, scored->logits);
            const auto reading = table.addReading(scored->reading);
            for (const std::uint32_t row : scored->rows) table.setReading(row, reading);
        });
        return table;
    }
    MergeSuggestions suggestions(const LabelSet& labels, const ScoreTable& scores, float from = suggestedFrom) {
        MergeRequest request;
        request.labels = labels;
        request.scores = scores;
        request.from = from;
        request.device = "cpu";
        request.precision = Precision::Fp32;
        m_engine->suggestMerges(std::move(request));
        return until<MergesSuggested>([](const EngineEvent&) {}).result;
    }

private:
    template <typename Last, typename OnEvent>
    Last until(OnEvent onEvent) {
        while (true) {
            for (const EngineEvent& event : m_engine->waitForEvents()) {
                onEvent(event);
                if (const auto* last = std::get_if<Last>(&event)) return *last;
                if (const auto* failed = std::get_if<Failed>(&event)) {
                    std::cerr << failed->error.detail << '\n';
                    std::exit(1);
                }
            }
        }
    }
    testing::TemporaryFolder m_folder;
    std::unique_ptr<Engine> m_engine;
};

/// Share of texts of which the label, as `space` sees it, is right.
double accuracy(const Labeled& labeled, const LabelSet& asked, const LabelSet& space, const ScoreTable& scores) {
    LabelReader reader(asked, scores);
    std::size_t right = 0;
    for (std::size_t row = 0; row < labeled.gold.size(); ++row) {
        if (!reader.read(scores, row)) continue;
        const Decision decision = reader.decide(scores, Selection{});
        right += findLabel(space, asked.labels[decision.best].id) == findLabel(space, labeled.gold[row]) ? 1U : 0U;
    }
    return static_cast<double>(right) / static_cast<double>(labeled.gold.size());
}

LabelSet withMerges(LabelSet labels, const std::vector<MergeSuggestion>& suggestions) {
    for (const MergeSuggestion& each : suggestions)
        for (std::size_t i = 1; each.act == SuggestedAct::Merge && i < each.labels.size(); ++i)
            labels = *mergeLabels(std::move(labels), each.labels[i], each.labels[0]);
    return labels;
}

Json namesOf(const LabelSet& labels, const std::vector<LabelId>& ids) {
    Json names = Json::array();
    for (const LabelId& id : ids) names.push_back(findLabel(labels, id)->name);
    return names;
}

int judge(const char* file, const char* hypothesisTemplate) {
    const Labeled labeled = readLabeled(file, hypothesisTemplate);
    Bench bench;
    const ScoreTable scores = bench.scores(labeled);
    MergeSuggestions found = bench.suggestions(labeled.labels, scores);
    const Stopwatch watch;
    found = bench.suggestions(labeled.labels, scores);
    const double seconds = watch.seconds();
    const std::size_t shown = found.suggestions.size();
    const LabelSet merged = withMerges(labeled.labels, found.suggestions);
    const auto accepted = std::count_if(found.suggestions.begin(), found.suggestions.end(),
                                        [](const MergeSuggestion& each) { return each.act == SuggestedAct::Merge; });
    Json list = Json::array();
    // What stands below the bound too, to judge by; pair by pair there, since a group is as sure as its weakest pair.
    MergeSuggestions all = bench.suggestions(labeled.labels, scores, 0.02F);
    std::erase_if(all.suggestions, [](const MergeSuggestion& each) { return each.score >= suggestedFrom; });
    found.suggestions.insert(found.suggestions.end(), all.suggestions.begin(), all.suggestions.end());
    if (found.suggestions.size() > listed) found.suggestions.resize(listed);
    for (const MergeSuggestion& each : found.suggestions) {
        list.push_back({{"merge", each.act == SuggestedAct::Merge},
                        {"labels", namesOf(labeled.labels, each.labels)},
                        {"score", each.score},
                        {"same", each.meaning.same},
                        {"deviations", each.meaning.standardised},
                        {"correlation", each.behaviour.correlation},
                        {"close", each.behaviour.closeSeconds},
                        {"wins", each.behaviour.leftWins + each.behaviour.rightWins}});
    }
    std::cout << Json{{"model", found.modelId},
                      {"texts", labeled.gold.size()},
                      {"labels", labeled.labels.labels.size()},
                      {"labelsAfter", merged.labels.size()},
                      {"seconds", seconds},
                      {"forwards", found.forwards},
                      {"shown", shown},
                      {"accepted", accepted},
                      {"before", accuracy(labeled, labeled.labels, labeled.labels, scores)},
                      {"beforeCollapsed", accuracy(labeled, labeled.labels, merged, scores)},
                      {"after", accuracy(labeled, merged, merged, scores)},
                      {"suggestions", std::move(list)}}
                     .dump(1)
              << '\n';
    return 0;
}

LabelSet madeUpLabels(std::size_t count) {
    static const char* const words[] = {"退款", "发货", "物流", "发票", "质量", "价格", "优惠", "会员",
                                        "地址", "包装", "颜色", "尺寸", "客服", "售后", "安装"};
    static const char* const heads[] = {"时间", "规则", "咨询", "投诉", "方式", "问题", "建议",
                                        "进度", "金额", "原因", "申请", "取消", "修改", "确认"};
    LabelSet labels;
    std::vector<std::string> names;
    for (const char* word : words)
        for (const char* head : heads)
            if (names.size() < count) names.push_back(std::string(word) + head);
    labels.labels = makeLabels(names);
    return labels;
}

/// Cosines as the bundled model gives them, of no particular texts.
ScoreTable madeUpScores(const LabelSet& labels, std::size_t texts) {
    ScoreTable scores(texts);
    scores.addReading({"made-up", "made-up", ScoreRule::Cosine, 0.05F, {LogitRole::Cosine}, Precision::Fp32});
    std::mt19937 random(1);
    std::normal_distribution<float> cosine(0.35F, 0.1F);
    for (const Hash128& hypothesis : hypothesisHashes(labels))
        for (std::size_t row = 0; row < texts; ++row) scores.set(row, hypothesis, {cosine(random)});
    return scores;
}

template <typename Work>
Json secondsOf(Work work) {
    constexpr int rounds = 7;
    std::vector<double> seconds;
    for (int round = 0; round < rounds; ++round) {
        const Stopwatch watch;
        work();
        seconds.push_back(watch.seconds());
    }
    std::sort(seconds.begin(), seconds.end());
    return {{"median", seconds[rounds / 2]}, {"least", seconds.front()}, {"greatest", seconds.back()}};
}

/// The window's what-if for two label sets (ui/models/answer_preview.h), on the thread that calls.
Json whatIf(const ScoreTable& scores, const LabelSet& before, const LabelSet& after, const Selection& selection) {
    std::uint64_t changed = 0;
    Json seconds = secondsOf([&] { changed = compareAnswers(scores, {before, selection}, {after, selection})->changed.size(); });
    return {{"seconds", std::move(seconds)}, {"changed", changed}};
}

Json whatIfs(const LabelSet& labels, std::size_t texts) {
    const ScoreTable scores = madeUpScores(labels, texts);
    const LabelSet merged = *mergeLabels(labels, labels.labels[1].id, labels.labels[0].id);
    LabelSet without = labels;
    without.labels.pop_back();
    const Selection multi{SelectionMode::EveryAboveThreshold, 0.9F, 0, {}};
    return {{"labels", labels.labels.size()},
            {"merge", whatIf(scores, labels, merged, {})},
            {"delete", whatIf(scores, labels, without, {})},
            {"mergeMulti", whatIf(scores, labels, merged, multi)}};
}

int timeLabels(std::size_t count, std::size_t texts) {
    const LabelSet labels = madeUpLabels(count);
    Bench bench;
    const auto first = bench.suggestions(labels, ScoreTable());
    MergeSuggestions found;
    const Json alone = secondsOf([&] { found = bench.suggestions(labels, ScoreTable()); });
    Json result{{"labels", labels.labels.size()},
                {"seconds", alone.at("median")},
                {"spread", alone},
                {"firstForwards", first.forwards},
                {"forwards", found.forwards}};
    if (texts > 0) {
        const ScoreTable scores = madeUpScores(labels, texts);
        result["texts"] = texts;
        result["withTexts"] = secondsOf([&] { found = bench.suggestions(labels, scores); });
        result["forwardsWithTexts"] = found.forwards;
        for (const std::size_t some : {std::size_t{10}, count}) result["whatIfs"].push_back(whatIfs(madeUpLabels(some), texts));
    }
    std::cout << result << '\n';
    return 0;
}

}  // namespace
}  // namespace labelwright

int main(int argc, char** argv) {
    if (argc >= 3 && std::string_view(argv[1]) == "--time")
        return labelwright::timeLabels(std::stoul(argv[2]), argc > 3 ? std::stoul(argv[3]) : 0);
    if (argc >= 2) return labelwright::judge(argv[1], argc > 2 ? argv[2] : "{}");
    std::cerr << "see the head of suggestions_benchmark.cpp\n";
    return 1;
}
