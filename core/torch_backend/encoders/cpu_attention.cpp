#include "core/torch_backend/encoders/cpu_attention.h"

#include <cmath>
#include <cstring>
#include <stdexcept>
#include <vector>

#include "core/torch_backend/encoders/avx512_kernels.h"
#include "core/torch_backend/torch_headers.h"

namespace labelwright {

#if defined(__x86_64__)

namespace {

constexpr std::int64_t pairStep = 32;  // bf16 values in a vector
constexpr std::int64_t rowsAtOnce =
    48;  // queries whose scores are kept: few enough for the first-level cache, a multiple of the kernel's six

std::int64_t roundedUp(std::int64_t value, std::int64_t step) { return (value + step - 1) / step * step; }

/// Working memory of one thread, aligned for full vectors.
class Scratch {
public:
    explicit Scratch(std::int64_t floats) : m_lines(static_cast<std::size_t>(roundedUp(floats, avx512::lanes) / avx512::lanes)) {}
    float* floats() noexcept { return m_lines.front().values; }
    std::uint32_t* words() noexcept { return m_lines.front().words; }

private:
    union alignas(64) Line {
        float values[avx512::lanes];
        std::uint32_t words[avx512::lanes];
    };
    std::vector<Line> m_lines;
};

/// One thread's part of the heads.
class HeadAttention {
public:
    HeadAttention(AttentionType type, const AttentionShape& shape)
        : m_type(type),
          m_shape(shape),
          m_keys(roundedUp(shape.keys, pairStep)),
          m_scale(1.0F / std::sqrt(static_cast<float>(shape.headSize))),
          m_transposed(shape.headSize * m_keys),
          m_pairedValues(type == AttentionType::BFloat16 ? m_keys / 2 * shape.headSize : 1),
          m_scores(rowsAtOnce * m_keys),
          m_weights(type == AttentionType::BFloat16 ? rowsAtOnce * m_keys / 2 : 1),
          m_sums(rowsAtOnce * shape.headSize) {}

    void run(const void* query, std::int64_t queryStride, const void* key, std::int64_t keyStride, const void* value,
             std::int64_t valueStride, void* out, std::int64_t outStride) {
        if (m_type == AttentionType::Float32) {
            runFp32(static_cast<const float*>(query), queryStride, static_cast<const float*>(key), keyStride,
                    static_cast<const float*>(value), valueStride, static_cast<float*>(out), outStride);
        } else {
            runBf16(static_cast<const std::uint16_t*>(query), queryStride, static_cast<const std::uint16_t*>(key), keyStride,
                    static_cast<const std::uint16_t*>(value), valueStride, static_cast<std::uint16_t*>(out), outStride);
        }
    }

private:
    void runFp32(const float* query, std::int64_t queryStride, const float* key, std::int64_t keyStride, const float* value,
                 std::int64_t valueStride, float* out, std::int64_t outStride) {
        const std::int64_t size = m_shape.headSize;
        avx512::transpose(reinterpret_cast<const std::uint32_t*>(key), keyStride, m_shape.keys, size, m_transposed.words(), m_keys);
        for (std::int64_t first = 0; first < m_shape.queries; first += rowsAtOnce) {
            const std::int64_t rows = std::min(rowsAtOnce, m_shape.queries - first);
            const std::int64_t columns = roundedUp(m_shape.keys, avx512::lanes);
            avx512::multiply(query + first * queryStride, queryStride, m_transposed.floats(), m_keys, m_scores.floats(), m_keys, rows,
                             columns, size);
            for (std::int64_t row = 0; row < rows; ++row)
                m_rowSums[row] = avx512::exponentials(m_scores.floats() + row * m_keys, m_shape.keys, m_scale);
            avx512::multiply(m_scores.floats(), m_keys, value, valueStride, m_sums.floats(), size, rows, size, m_shape.keys);
            for (std::int64_t row = 0; row < rows; ++row)
                avx512::scaled(m_sums.floats() + row * size, 1.0F / m_rowSums[row], size, out + (first + row) * outStride);
        }
    }

    void runBf16(const std::uint16_t* query, std::int64_t queryStride, const std::uint16_t* key, std::int64_t keyStride,
                 const std::uint16_t* value, std::int64_t valueStride, std::uint16_t* out, std::int64_t outStride) {
        const std::int64_t size = m_shape.headSize;
        const auto* queryPairs = reinterpret_cast<const std::uint32_t*>(query);
        avx512::transpose(reinterpret_cast<const std::uint32_t*>(key), keyStride / 2, m_shape.keys, size / 2, m_transposed.words(), m_keys);
        avx512::interleave(value, valueStride, m_shape.keys, size, m_pairedValues.words(), size);
        for (std::int64_t first = 0; first < m_shape.queries; first += rowsAtOnce) {
            const std::int64_t rows = std::min(rowsAtOnce, m_shape.queries - first);
            const std::int64_t columns = roundedUp(m_shape.keys, avx512::lanes);
            avx512::multiplyPairs(queryPairs + first * queryStride / 2, queryStride / 2, m_transposed.words(), m_keys, m_scores.floats(),
                                  m_keys, rows, columns, size / 2);
            auto* weights = reinterpret_cast<std::uint16_t*>(m_weights.words());
            for (std::int64_t row = 0; row < rows; ++row) {
                m_rowSums[row] = avx512::exponentials(m_scores.floats() + row * m_keys, m_shape.keys, m_scale);
                avx512::scaledToBf16(m_scores.floats() + row * m_keys, 1.0F, columns, weights + row * m_keys);
            }
            avx512::multiplyPairs(m_weights.words(), m_keys / 2, m_pairedValues.words(), size, m_sums.floats(), size, rows, size,
                                  (m_shape.keys + 1) / 2);
            for (std::int64_t row = 0; row < rows; ++row)
                avx512::scaledToBf16(m_sums.floats() + row * size, 1.0F / m_rowSums[row], size, out + (first + row) * outStride);
        }
    }

    AttentionType m_type;
    AttentionShape m_shape;
    std::int64_t m_keys;  // rounded up: the stride of everything with a column for each key
    float m_scale;
    Scratch m_transposed;    // [headSize or pairs of it, keys]
    Scratch m_pairedValues;  // [keys / 2, headSize] of pairs
    Scratch m_scores;        // [rowsAtOnce, keys]
    Scratch m_weights;       // the same in bf16
    Scratch m_sums;          // [rowsAtOnce, headSize]
    std::array<float, rowsAtOnce> m_rowSums{};
};

const void* at(const AttentionRows& rows, std::int64_t sequence, std::int64_t offset, std::int64_t bytes) {
    return static_cast<const std::byte*>(rows.data) + (sequence * rows.sequenceStride + offset) * bytes;
}

}  // namespace

bool cpuAttentionServes(AttentionType type, std::int64_t headSize, const CpuFeatures& features) noexcept {
    if (!features.avx512) return false;
    return type == AttentionType::Float32 ? headSize % avx512::lanes == 0 : features.avx512Bf16 && headSize % pairStep == 0;
}

void attendOnCpu(AttentionType type, const AttentionShape& shape, AttentionRows query, AttentionRows key, AttentionRows value, void* out) {
    const std::int64_t bytes = type == AttentionType::Float32 ? 4 : 2;
    const std::int64_t width = shape.heads * shape.headSize;
    const AttentionRows outRows{out, shape.queries * width, width};
    at::parallel_for(0, shape.sequences * shape.heads, 1, [&](std::int64_t begin, std::int64_t end) {
        HeadAttention attention(type, shape);
        for (std::int64_t i = begin; i < end; ++i) {
            const std::int64_t sequence = i / shape.heads;
            const std::int64_t offset = i % shape.heads * shape.headSize;
            attention.run(at(query, sequence, offset, bytes), query.tokenStride, at(key, sequence, offset, bytes), key.tokenStride,
                          at(value, sequence, offset, bytes), value.tokenStride, const_cast<void*>(at(outRows, sequence, offset, bytes)),
                          width);
        }
    });
}

#else

bool cpuAttentionServes(AttentionType, std::int64_t, const CpuFeatures&) noexcept { return false; }
void attendOnCpu(AttentionType, const AttentionShape&, AttentionRows, AttentionRows, AttentionRows, void*) {
    throw std::logic_error("attention kernels of another processor");
}

#endif

}  // namespace labelwright
