#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/domain/dataset.h"
#include "core/domain/device.h"
#include "core/domain/pair_logits.h"

namespace labelwright {

/// Texts tokenised once, without special tokens; pairs are put together from these ids when a batch is scored.
struct EncodedChunk {
    std::vector<std::uint32_t> tokenIds;  ///< all texts, one after another
    std::vector<std::uint64_t> offsets;   ///< [N + 1]: text i is tokenIds[offsets[i] … offsets[i + 1])

    std::size_t size() const noexcept { return offsets.empty() ? 0 : offsets.size() - 1; }
    std::span<const std::uint32_t> text(std::size_t i) const noexcept {
        return std::span(tokenIds).subspan(offsets[i], offsets[i + 1] - offsets[i]);
    }
};

/// The unit of planning for all families. Cross-encoder: one text and one label; bi-encoder: one text and all labels.
struct WorkItem {
    std::uint32_t text = 0;  ///< index in the chunk
    std::uint32_t firstLabel = 0;
    std::uint32_t labelCount = 0;
    std::uint32_t tokenCount = 0;  ///< of the sequence the encoder sees, special tokens included, after truncation
    bool truncated = false;        ///< tokens of the text were cut

    friend bool operator==(const WorkItem&, const WorkItem&) = default;
};

struct ScoredBatch {
    std::vector<PairLogits> logits;  ///< of each item in turn, its labelCount labels in turn
    std::vector<float> embeddings;   ///< [items, embeddingSize], unit length; empty for families without text embeddings
};

/// What the planner, the cache and the interface ask about a loaded model; nobody asks for its family.
struct ClassifierTraits {
    std::string fingerprint;  ///< hash of the weights and of everything that changes a result (tokenizer, pooling)
    std::string device;       ///< "cpu", "cuda:0"
    Precision precision = Precision::Fp32;
    std::string kernel;  ///< in words, for the status bar: "oneDNN packed fp32"
    bool labelsScoreIndependently = true;
    std::uint32_t maxLabelsPerPass = 1;  ///< 0: any number in one pass (bi-encoder)
    std::uint32_t maxTokens = 512;       ///< of a whole sequence
    bool mixesLengths = false;           ///< a batch may hold items of different tokenCount
    std::uint32_t embeddingSize = 0;     ///< > 0: texts have embeddings of this size, cached instead of pairs
    ScoreReading reading;
    std::string recommendedTemplate = "{}";
    std::uint64_t weightBytes = 0;
    std::uint64_t bytesPerToken = 0;  ///< activations, for the memory policy
    double flopsPerToken = 0;         ///< for time estimates before anything was measured
    std::vector<std::string> notes;   ///< what the user should know: "entailment column chosen by ModelScope's rule"
};

/// Scores texts against one fixed list of hypotheses. Lives on the worker thread, except encode().
class ScoringSession {
public:
    virtual ~ScoringSession() = default;
    ScoringSession() = default;
    ScoringSession(const ScoringSession&) = delete;
    ScoringSession& operator=(const ScoringSession&) = delete;

    /// CPU only, may run ahead on another thread than score(), on one chunk at a time.
    virtual Result<EncodedChunk> encode(std::span<const TextRecord> texts) const = 0;
    /// The work of one text for labels [firstLabel, firstLabel + labelCount), with its length and whether it was cut.
    virtual WorkItem workItem(const EncodedChunk& chunk, std::uint32_t text, std::uint32_t firstLabel, std::uint32_t labelCount) const = 0;
    /// One forward pass over a batch of items, of equal tokenCount unless the traits say mixesLengths. OutOfMemory leaves the session
    /// usable with a smaller batch.
    virtual Result<ScoredBatch> score(const EncodedChunk& chunk, std::span<const WorkItem> batch) = 0;
    /// Families with embeddings: [n, embeddingSize] -> logits [n, K], without a forward pass.
    virtual Result<std::vector<PairLogits>> scoreEmbeddings(std::span<const float> embeddings) const = 0;
};

/// Embeddings of hypotheses and texts kept from earlier runs; core/jobs puts the score cache behind it.
class EmbeddingStore {
public:
    virtual ~EmbeddingStore() = default;
    /// Fills `embeddings` [hashes.size(), size] and says for each whether it was known.
    virtual std::vector<bool> find(std::span<const Hash128> hashes, std::uint32_t size, std::span<float> embeddings) = 0;
    virtual void put(std::span<const Hash128> hashes, std::uint32_t size, std::span<const float> embeddings) = 0;
};

/// A loaded model; weights are immutable. Used on the worker thread.
class Classifier {
public:
    virtual ~Classifier() = default;
    Classifier() = default;
    Classifier(const Classifier&) = delete;
    Classifier& operator=(const Classifier&) = delete;

    virtual const ClassifierTraits& traits() const noexcept = 0;
    /// Tokenises the hypotheses once; a bi-encoder also embeds those that `known` does not hold and puts them there.
    virtual Result<std::unique_ptr<ScoringSession>> open(std::span<const std::string> hypotheses, EmbeddingStore& known) = 0;
    /// Sequences that went through the encoder since the model was loaded: texts, pairs and hypotheses. Any thread.
    virtual std::uint64_t forwardCount() const noexcept = 0;
};

}  // namespace labelwright
