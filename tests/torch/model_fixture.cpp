#include "tests/torch/model_fixture.h"

#include <algorithm>
#include <cmath>

#include "core/domain/selection.h"
#include "core/inference/batch_planner.h"

namespace labelwright::testing {

std::unique_ptr<Backend> testBackend(TorchBackendOptions options) {
    if (options.threads == 0) options.threads = 1;
    return makeTorchBackend(std::move(options));
}

std::vector<bool> MemoryStore::find(std::span<const Hash128> hashes, std::uint32_t size, std::span<float> embeddings) {
    std::vector<bool> found(hashes.size());
    for (std::size_t i = 0; i < hashes.size(); ++i) {
        const auto row = m_rows.find(hashes[i]);
        found[i] = row != m_rows.end();
        if (found[i]) std::copy(row->second.begin(), row->second.end(), embeddings.begin() + static_cast<std::ptrdiff_t>(i * size));
    }
    return found;
}

void MemoryStore::put(std::span<const Hash128> hashes, std::uint32_t size, std::span<const float> embeddings) {
    for (std::size_t i = 0; i < hashes.size(); ++i) {
        const auto row = embeddings.subspan(i * size, size);
        m_rows[hashes[i]] = {row.begin(), row.end()};
    }
}

std::vector<std::string> Reference::hypotheses() const {
    if (!crossEncoder()) {
        const std::vector<std::string> all = texts();
        return {all.end() - 5, all.end()};
    }
    std::vector<std::string> filled;
    for (const auto& label : values.at("labels")) {
        std::string text = values.at("template").get<std::string>();
        filled.push_back(text.replace(text.find("{}"), 2, label.get<std::string>()));
    }
    return filled;
}

std::vector<std::string> parityNames() {
    return {"structbert_zip_bin",
            "structbert_legacy_gamma_beta",
            "hf_nli_safetensors",
            "hf_nli_two_way_sharded",
            "hf_nli_fp16_weights",
            "bi_cls",
            "bi_mean"};
}

std::vector<std::string> referenceNames() {
    std::vector<std::string> names = parityNames();
    names.insert(names.end(), {"zh_mini", "minilm"});
    return names;
}

Reference reference(const std::string& name) {
    std::filesystem::path folder = fixtures() / "models" / "parity" / name;
    if (name == "zh_mini") folder = bundledModel();
    if (name == "minilm") folder = englishModel();
    return {name, folder, nlohmann::json::parse(readFile(fixtures() / "parity" / ("parity_" + name + ".json")))};
}

std::unique_ptr<Classifier> loaded(Backend& backend, const std::filesystem::path& folder, Precision precision, const std::string& device) {
    LoadRequest request;
    request.folder = folder;
    request.modelId = folder.filename().string();
    request.device = device;
    request.precision = precision;
    auto classifier = backend.load(request);
    if (!classifier) {
        ADD_FAILURE() << folder << ": " << classifier.error().detail;
        return nullptr;
    }
    return std::move(*classifier);
}

Texts::Texts(std::vector<std::string> texts) : m_texts(std::move(texts)) {
    for (const std::string& text : m_texts) m_records.push_back({text, text, hash128(text)});
}

std::vector<WorkItem> allItems(const Classifier& classifier, const ScoringSession& session, const EncodedChunk& chunk,
                               std::uint32_t labels) {
    const std::uint32_t together = classifier.traits().maxLabelsPerPass == 0 ? labels : classifier.traits().maxLabelsPerPass;
    std::vector<WorkItem> items;
    for (std::uint32_t text = 0; text < chunk.size(); ++text) {
        for (std::uint32_t label = 0; label < labels; label += together) items.push_back(session.workItem(chunk, text, label, together));
    }
    return items;
}

Scores scoreAll(Classifier& classifier, ScoringSession& session, std::span<const TextRecord> texts, std::uint32_t labels,
                std::uint64_t tokens) {
    Scores scores;
    scores.logits.assign(texts.size(), std::vector<PairLogits>(labels));
    const std::uint32_t size = classifier.traits().embeddingSize;
    if (size > 0) scores.embeddings.resize(texts.size());
    auto chunk = session.encode(texts);
    EXPECT_TRUE(chunk.ok());
    for (const Batch& batch :
         planBatches(allItems(classifier, session, *chunk, labels), BatchBudget{tokens, 1024, classifier.traits().mixesLengths})) {
        auto scored = session.score(*chunk, batch.items);
        if (!scored) {
            ADD_FAILURE() << scored.error().detail;
            return scores;
        }
        std::size_t next = 0;
        for (std::size_t i = 0; i < batch.items.size(); ++i) {
            const WorkItem& item = batch.items[i];
            for (std::uint32_t k = 0; k < item.labelCount; ++k) scores.logits[item.text][item.firstLabel + k] = scored->logits[next++];
            const auto row = std::span(scored->embeddings).subspan(i * size, size);
            if (size > 0) scores.embeddings[item.text] = {row.begin(), row.end()};
        }
        EXPECT_EQ(next, scored->logits.size());
    }
    return scores;
}

std::vector<std::vector<PairLogits>> referenceLogits(const Reference& reference, const ScoreReading& reading) {
    std::vector<std::vector<PairLogits>> all;
    for (const auto& text : reference.values.at("logits")) {
        std::vector<PairLogits>& row = all.emplace_back();
        for (const auto& columns : text) {
            PairLogits& pair = row.emplace_back();
            EXPECT_EQ(columns.size(), reading.columns.size());
            for (std::size_t i = 0; i < columns.size(); ++i) {
                const float value = columns[i].get<float>();
                if (reading.columns[i] == LogitRole::Entailment) pair.yes = value;
                if (reading.columns[i] == LogitRole::Contradiction) pair.no = value;
                if (reading.columns[i] == LogitRole::Neutral) pair.neutral = value;
            }
        }
    }
    return all;
}

double maxDifference(const std::vector<std::vector<PairLogits>>& a, const std::vector<std::vector<PairLogits>>& b) {
    EXPECT_EQ(a.size(), b.size());
    double largest = 0;
    const auto see = [&](float x, float y) {
        if (std::isnan(x) && std::isnan(y)) return;
        const double difference = std::abs(double{x} - double{y});
        largest = std::isnan(difference) ? std::numeric_limits<double>::infinity() : std::max(largest, difference);
    };
    for (std::size_t i = 0; i < a.size(); ++i) {
        EXPECT_EQ(a[i].size(), b[i].size());
        for (std::size_t k = 0; k < a[i].size(); ++k) {
            see(a[i][k].yes, b[i][k].yes);
            see(a[i][k].no, b[i][k].no);
            see(a[i][k].neutral, b[i][k].neutral);
        }
    }
    return largest;
}

double maxDifference(const std::vector<std::vector<float>>& a, const std::vector<std::vector<float>>& b) {
    EXPECT_EQ(a.size(), b.size());
    double largest = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        EXPECT_EQ(a[i].size(), b[i].size());
        for (std::size_t k = 0; k < a[i].size(); ++k) {
            const double difference = std::abs(double{a[i][k]} - double{b[i][k]});
            largest = std::isnan(difference) ? std::numeric_limits<double>::infinity() : std::max(largest, difference);
        }
    }
    return largest;
}

std::vector<std::vector<float>> allProbabilities(const std::vector<std::vector<PairLogits>>& logits, const ScoreReading& reading,
                                                 bool multiLabel) {
    Selection selection;
    selection.mode = multiLabel ? SelectionMode::EveryAboveThreshold : SelectionMode::SingleBest;
    std::vector<std::vector<float>> all;
    for (const auto& row : logits) {
        all.emplace_back(row.size());
        probabilities(row, reading, selection, all.back());
    }
    return all;
}

}  // namespace labelwright::testing
