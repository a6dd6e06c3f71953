#pragma once

#include <cstdint>

#if defined(__x86_64__)

namespace labelwright::avx512 {

/// Building blocks of cpu_attention.cpp, compiled for AVX-512 whatever the rest of the program is compiled for: call them only where
/// CpuFeatures says avx512 (and avx512Bf16 for those in bf16). A "pair" is two bf16 values in 32 bits. Pointers need no alignment.

constexpr std::int64_t lanes = 16;  ///< of 32 bits

/// C[rows, columns] = A[rows, depth]·B[depth, columns]; columns is a multiple of `lanes`; strides in elements.
void multiply(const float* a, std::int64_t aStride, const float* b, std::int64_t bStride, float* c, std::int64_t cStride, std::int64_t rows,
              std::int64_t columns, std::int64_t depth);
/// The same where A and B hold pairs along depth: B[depth][columns] of pairs.
void multiplyPairs(const std::uint32_t* a, std::int64_t aStride, const std::uint32_t* b, std::int64_t bStride, float* c,
                   std::int64_t cStride, std::int64_t rows, std::int64_t columns, std::int64_t depth);

/// out[column][row] = in[row][column] of 32-bit elements; rows up to the next multiple of `lanes` are written as zero.
void transpose(const std::uint32_t* in, std::int64_t inStride, std::int64_t rows, std::int64_t columns, std::uint32_t* out,
               std::int64_t outStride);
/// Rows of bf16 two by two: out[row / 2][column] = (in[row][column], in[row + 1][column]); an odd last row is paired with zeros.
/// columns is a multiple of 32.
void interleave(const std::uint16_t* in, std::int64_t inStride, std::int64_t rows, std::int64_t columns, std::uint32_t* out,
                std::int64_t outStride);

/// values[i] = exp((values[i] - max)·scale) for i < count, zero up to the next multiple of `lanes`; gives their sum.
float exponentials(float* values, std::int64_t count, float scale);

/// out = values·factor; count is a multiple of `lanes`.
void scaled(const float* values, float factor, std::int64_t count, float* out);
void scaledToBf16(const float* values, float factor, std::int64_t count, std::uint16_t* out);

}  // namespace labelwright::avx512

#endif
