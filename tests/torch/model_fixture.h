#pragma once

#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/inference/backend.h"
#include "core/torch_backend/torch_backend.h"
#include "tests/support/test_paths.h"

namespace labelwright::testing {

/// A backend for small models. One thread: with more, tests that run beside each other wait for each other's cores at every product.
std::unique_ptr<Backend> testBackend(TorchBackendOptions options = {});

/// Keeps embeddings in memory, as the score cache would on disk.
class MemoryStore final : public EmbeddingStore {
public:
    std::vector<bool> find(std::span<const Hash128> hashes, std::uint32_t size, std::span<float> embeddings) override;
    void put(std::span<const Hash128> hashes, std::uint32_t size, std::span<const float> embeddings) override;

private:
    std::map<Hash128, std::vector<float>> m_rows;
};

/// A checkpoint and what PyTorch with transformers computed with it.
struct Reference {
    std::string name;
    std::filesystem::path folder;
    nlohmann::json values;

    bool crossEncoder() const { return values.at("family") == "cross-encoder"; }
    std::vector<std::string> texts() const { return values.at("texts").get<std::vector<std::string>>(); }
    /// Cross-encoder: labels in the template. Bi-encoder: the last five texts stand in for labels.
    std::vector<std::string> hypotheses() const;
};

std::vector<std::string> parityNames();     ///< "structbert_zip_bin", …
std::vector<std::string> referenceNames();  ///< parityNames() and the two bundled models
/// The folder may not exist for the English model, which bootstrap.sh fetches.
Reference reference(const std::string& name);

std::unique_ptr<Classifier> loaded(Backend& backend, const std::filesystem::path& folder, Precision precision = Precision::Fp32,
                                   const std::string& device = "cpu");

/// Texts that stay alive as records.
class Texts {
public:
    explicit Texts(std::vector<std::string> texts);
    std::span<const TextRecord> records() const { return m_records; }

private:
    std::vector<std::string> m_texts;
    std::vector<TextRecord> m_records;
};

/// Items of all texts and labels as the engine would make them: one for each pair, or one for each text if labels share a pass.
std::vector<WorkItem> allItems(const Classifier& classifier, const ScoringSession& session, const EncodedChunk& chunk,
                               std::uint32_t labels);

/// Scores everything in batches of at most `tokens` and gives [texts][labels], with embeddings [texts] where the family has them.
struct Scores {
    std::vector<std::vector<PairLogits>> logits;
    std::vector<std::vector<float>> embeddings;
};
Scores scoreAll(Classifier& classifier, ScoringSession& session, std::span<const TextRecord> texts, std::uint32_t labels,
                std::uint64_t tokens);

/// Reference logits by role, [texts][labels].
std::vector<std::vector<PairLogits>> referenceLogits(const Reference& reference, const ScoreReading& reading);

/// Largest |difference| over all roles.
double maxDifference(const std::vector<std::vector<PairLogits>>& a, const std::vector<std::vector<PairLogits>>& b);
double maxDifference(const std::vector<std::vector<float>>& a, const std::vector<std::vector<float>>& b);
/// Probabilities [texts][labels] in a mode.
std::vector<std::vector<float>> allProbabilities(const std::vector<std::vector<PairLogits>>& logits, const ScoreReading& reading,
                                                 bool multiLabel);

}  // namespace labelwright::testing
