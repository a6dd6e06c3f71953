#include "tests/benchmarks/instant_backend.h"

namespace labelwright::testing {
namespace {

class InstantSession : public ScoringSession {
public:
    explicit InstantSession(std::size_t labels) : m_labels(labels) {}

    Result<EncodedChunk> encode(std::span<const TextRecord> texts) const override {
        EncodedChunk chunk;
        chunk.offsets.push_back(0);
        for (const TextRecord& text : texts) {
            chunk.tokenIds.push_back(static_cast<std::uint32_t>(text.hash.low));
            chunk.offsets.push_back(chunk.tokenIds.size());
        }
        return chunk;
    }

    WorkItem workItem(const EncodedChunk&, std::uint32_t text, std::uint32_t firstLabel, std::uint32_t labelCount) const override {
        return {text, firstLabel, labelCount, 16, false};
    }

    Result<ScoredBatch> score(const EncodedChunk& chunk, std::span<const WorkItem> batch) override {
        ScoredBatch scored;
        scored.logits.reserve(batch.size() * m_labels);
        for (const WorkItem& item : batch) {
            std::uint32_t state = chunk.text(item.text).front() | 1U;
            for (std::uint32_t label = 0; label < item.labelCount; ++label) {
                state = state * 1664525U + 1013904223U;
                scored.logits.push_back({static_cast<float>(state >> 8U) / static_cast<float>(1U << 24U), 0});
            }
        }
        return scored;
    }

    Result<std::vector<PairLogits>> scoreEmbeddings(std::span<const float>) const override { return std::vector<PairLogits>{}; }

private:
    std::size_t m_labels;
};

class InstantClassifier : public Classifier {
public:
    InstantClassifier() {
        m_traits.fingerprint = "instant";
        m_traits.device = "cpu";
        m_traits.kernel = "none";
        m_traits.maxLabelsPerPass = 0;
        m_traits.reading.modelId = m_traits.reading.modelName = "instant";
        m_traits.reading.rule = ScoreRule::Cosine;
        m_traits.reading.temperature = 0.1F;
        m_traits.reading.columns = {LogitRole::Cosine};
    }

    const ClassifierTraits& traits() const noexcept override { return m_traits; }
    Result<std::unique_ptr<ScoringSession>> open(std::span<const std::string> hypotheses, EmbeddingStore&) override {
        return std::unique_ptr<ScoringSession>(std::make_unique<InstantSession>(hypotheses.size()));
    }
    std::uint64_t forwardCount() const noexcept override { return 0; }

private:
    ClassifierTraits m_traits;
};

class InstantBackend : public Backend {
public:
    std::vector<Device> devices() override { return {}; }
    Result<std::unique_ptr<Classifier>> load(const LoadRequest&) override {
        return std::unique_ptr<Classifier>(std::make_unique<InstantClassifier>());
    }
    std::uint64_t freeMemory(const std::string&) override { return std::uint64_t{8} << 30U; }
};

}  // namespace

std::unique_ptr<Backend> makeInstantBackend() { return std::make_unique<InstantBackend>(); }

}  // namespace labelwright::testing
