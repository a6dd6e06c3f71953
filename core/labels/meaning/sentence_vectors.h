#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace labelwright {

/// Embeddings of sentences by one bi-encoder, unit length. A value; any thread.
class SentenceVectors {
public:
    SentenceVectors() = default;
    /// `vectors` is [sentences.size(), size], row-major.
    SentenceVectors(std::string fingerprint, std::vector<std::string> sentences, std::size_t size, std::vector<float> vectors);

    const std::string& fingerprint() const noexcept { return m_fingerprint; }  ///< of the model, ClassifierTraits::fingerprint
    std::size_t size() const noexcept { return m_size; }                       ///< of one embedding
    std::size_t count() const noexcept { return m_rows.size(); }
    /// Empty: the sentence is not among them.
    std::span<const float> of(const std::string& sentence) const;

private:
    std::string m_fingerprint;
    std::size_t m_size = 0;
    std::unordered_map<std::string, std::size_t> m_rows;
    std::vector<float> m_vectors;
};

/// Of two vectors of unit length and equal size; 0 if one is empty.
float cosine(std::span<const float> left, std::span<const float> right) noexcept;
/// Scales to unit length; a vector of zeros stays.
void normalise(std::span<float> vector) noexcept;

}  // namespace labelwright
