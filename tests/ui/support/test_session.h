#pragma once

#include <QSignalSpy>
#include <QTest>
#include <cmath>
#include <memory>
#include <string>
#include <vector>

#include "core/domain/dataset.h"
#include "core/labels/label_list.h"
#include "ui/models/labeling_session.h"

namespace labelwright::testing {

/// Devices but no model that could be loaded: for widgets whose work needs no scores but those a test brings.
class IdleBackend : public Backend {
public:
    std::vector<Device> devices() override {
        Device cpu;
        cpu.id = "cpu";
        cpu.name = "Test processor";
        cpu.memoryTotal = 8ULL << 30U;
        cpu.memoryFree = 4ULL << 30U;
        cpu.precisions = {Precision::Fp32, Precision::Bf16};
        Device gpu;
        gpu.id = "cuda:0";
        gpu.name = "Test card";
        gpu.usable = false;
        gpu.problem = "no driver answers";
        return {cpu, gpu};
    }
    Result<std::unique_ptr<Classifier>> load(const LoadRequest& request) override {
        return Error{ErrorCode::ModelUnknown, "No model in this test", {request.modelId}};
    }
    std::uint64_t freeMemory(const std::string&) override { return 1ULL << 30U; }
};

inline std::unique_ptr<Engine> idleEngine(EngineOptions options = {}) {
    return std::make_unique<Engine>(std::move(options), std::make_unique<IdleBackend>());
}

inline std::shared_ptr<const Dataset> datasetOf(const std::vector<std::string>& texts) {
    DatasetSource source;
    source.name = "test.csv";
    source.textColumn = "text";
    source.format = "csv";
    source.encoding = "UTF-8";
    DatasetBuilder builder(std::move(source));
    std::uint64_t line = 1;
    for (const std::string& text : texts) builder.add("", text, {}, ++line);
    return std::move(builder).build();
}

inline LabelSet labelSetOf(const std::vector<std::string>& names, const std::string& hypothesisTemplate = "{}") {
    LabelSet labels;
    labels.id = newId();
    labels.name = "Test";
    labels.hypothesisTemplate = hypothesisTemplate;
    labels.labels = makeLabels(names);
    for (Label& label : labels.labels) label.key.clear();
    return labels;
}

/// Scores that make probabilities[row][k] the softmax result: one row each.
inline ScoreTable scoresOf(const LabelSet& labels, const std::vector<std::vector<float>>& probabilities) {
    ScoreTable scores(probabilities.size());
    ScoreReading reading;
    reading.modelId = reading.modelName = "test";
    reading.rule = ScoreRule::Cosine;
    reading.temperature = 1;
    reading.columns = {LogitRole::Cosine};
    const std::uint8_t index = scores.addReading(reading);
    const std::vector<Hash128> hypotheses = hypothesisHashes(labels);
    for (std::size_t row = 0; row < probabilities.size(); ++row) {
        scores.setReading(row, index);
        for (std::size_t k = 0; k < hypotheses.size(); ++k) {
            const float p = probabilities[row][k];
            if (!std::isnan(p)) scores.set(row, hypotheses[k], PairLogits{std::log(p), 0});
        }
    }
    return scores;
}

/// A real session over an idle engine; texts, labels and scores come in as from an opened project.
struct TestSession {
    TestSession(const std::vector<std::string>& texts, const LabelSet& labels, const std::vector<std::vector<float>>& probabilities = {},
                const Selection& selection = {}) {
        ProjectOpened opened;
        opened.contents.dataset = datasetOf(texts);
        opened.contents.labels = labels;
        opened.contents.selection = selection;
        opened.contents.scores = probabilities.empty() ? ScoreTable(texts.size()) : scoresOf(labels, probabilities);
        emit bridge.projectOpened(opened);
        settle();
    }

    /// Until the decisions are those of the present labels and scores.
    void settle() {
        QSignalSpy decided(&session, &ui::LabelingSession::decisionsChanged);
        while (decided.wait(300)) {
        }
    }

    ui::EngineBridge bridge{idleEngine()};
    ui::LabelingSession session{bridge};
};

}  // namespace labelwright::testing
