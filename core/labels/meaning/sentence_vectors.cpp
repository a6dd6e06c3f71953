#include "core/labels/meaning/sentence_vectors.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace labelwright {

SentenceVectors::SentenceVectors(std::string fingerprint, std::vector<std::string> sentences, std::size_t size, std::vector<float> vectors)
    : m_fingerprint(std::move(fingerprint)), m_size(size), m_vectors(std::move(vectors)) {
    m_vectors.resize(sentences.size() * size);
    for (std::size_t i = 0; i < sentences.size(); ++i) m_rows.emplace(std::move(sentences[i]), i);
}

std::span<const float> SentenceVectors::of(const std::string& sentence) const {
    const auto row = m_rows.find(sentence);
    return row == m_rows.end() ? std::span<const float>() : std::span(m_vectors).subspan(row->second * m_size, m_size);
}

float cosine(std::span<const float> left, std::span<const float> right) noexcept {
    if (left.size() != right.size()) return 0;
    std::array<float, 8> sums{};  // independent sums, which a compiler may keep in one register
    std::size_t i = 0;
    for (; i + sums.size() <= left.size(); i += sums.size()) {
        for (std::size_t lane = 0; lane < sums.size(); ++lane) sums[lane] += left[i + lane] * right[i + lane];
    }
    float sum = 0;
    for (; i < left.size(); ++i) sum += left[i] * right[i];
    for (const float part : sums) sum += part;
    return sum;
}

void normalise(std::span<float> vector) noexcept {
    const float length = std::sqrt(cosine(vector, vector));
    if (length == 0) return;
    for (float& value : vector) value /= length;
}

}  // namespace labelwright
