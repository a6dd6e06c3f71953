#include "core/jobs/sentence_embedding.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace labelwright {
namespace {

/// Passes on what the store knows and is told, and remembers it.
class RememberingStore final : public EmbeddingStore {
public:
    explicit RememberingStore(EmbeddingStore& known) : m_known(known) {}

    std::vector<bool> find(std::span<const Hash128> hashes, std::uint32_t size, std::span<float> embeddings) override {
        auto found = m_known.find(hashes, size, embeddings);
        for (std::size_t i = 0; i < hashes.size(); ++i) {
            if (found[i]) remember(hashes[i], embeddings.subspan(i * size, size));
        }
        return found;
    }
    void put(std::span<const Hash128> hashes, std::uint32_t size, std::span<const float> embeddings) override {
        m_known.put(hashes, size, embeddings);
        for (std::size_t i = 0; i < hashes.size(); ++i) remember(hashes[i], embeddings.subspan(i * size, size));
    }
    const std::vector<float>& of(Hash128 hash) const { return m_vectors.at(hash); }

private:
    void remember(Hash128 hash, std::span<const float> vector) { m_vectors[hash].assign(vector.begin(), vector.end()); }

    EmbeddingStore& m_known;
    std::unordered_map<Hash128, std::vector<float>> m_vectors;
};

}  // namespace

Result<SentenceVectors> embedSentences(Classifier& classifier, std::span<const std::string> sentences, EmbeddingStore& known) {
    const std::size_t size = classifier.traits().embeddingSize;
    if (size == 0) {
        return Error{ErrorCode::InvalidArgument,
                     "the model " + classifier.traits().reading.modelId + " has no embeddings: a bi-encoder is needed",
                     {"model", classifier.traits().reading.modelId}};
    }
    std::vector<std::string> distinct;
    std::unordered_set<std::string_view> seen;
    for (const std::string& sentence : sentences) {
        if (seen.insert(sentence).second) distinct.push_back(sentence);
    }
    if (distinct.empty()) return SentenceVectors(classifier.traits().fingerprint, {}, size, {});
    RememberingStore store(known);
    const auto session = classifier.open(distinct, store);
    if (!session) return session.error();
    std::vector<float> vectors;
    vectors.reserve(distinct.size() * size);
    for (const std::string& sentence : distinct) {
        const std::vector<float>& vector = store.of(hash128(sentence));
        vectors.insert(vectors.end(), vector.begin(), vector.end());
    }
    return SentenceVectors(classifier.traits().fingerprint, std::move(distinct), size, std::move(vectors));
}

}  // namespace labelwright
