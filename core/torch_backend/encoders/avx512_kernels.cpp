#include "core/torch_backend/encoders/avx512_kernels.h"

#if defined(__x86_64__)

#include <immintrin.h>

#include <limits>

// Attributes instead of compiler flags: code of other headers, shared with the rest of the program, must not be compiled for AVX-512.
#define LABELWRIGHT_AVX512 __attribute__((target("avx512f,avx512bw,avx512vl,avx512dq")))
#define LABELWRIGHT_AVX512_BF16 __attribute__((target("avx512f,avx512bw,avx512vl,avx512dq,avx512bf16")))

namespace labelwright::avx512 {
namespace {

// Up to six rows by four vectors of sums stay in registers (24 of 32, the rest for a row of B) once the loops over them are unrolled, which
// compilers do at -O2 only if told.
constexpr int mostRows = 6;
constexpr int mostVectors = 4;

template <int Rows, int Vectors>
LABELWRIGHT_AVX512 void block(const float* a, std::int64_t aStride, const float* b, std::int64_t bStride, float* c, std::int64_t cStride,
                              std::int64_t depth) {
    __m512 sums[Rows][Vectors];
#pragma GCC unroll 6
    for (int r = 0; r < Rows; ++r) {
#pragma GCC unroll 4
        for (int v = 0; v < Vectors; ++v) sums[r][v] = _mm512_setzero_ps();
    }
    for (std::int64_t k = 0; k < depth; ++k) {
        __m512 columns[Vectors];
#pragma GCC unroll 4
        for (int v = 0; v < Vectors; ++v) columns[v] = _mm512_loadu_ps(b + k * bStride + v * lanes);
#pragma GCC unroll 6
        for (int r = 0; r < Rows; ++r) {
            const __m512 factor = _mm512_set1_ps(a[r * aStride + k]);
#pragma GCC unroll 4
            for (int v = 0; v < Vectors; ++v) sums[r][v] = _mm512_fmadd_ps(factor, columns[v], sums[r][v]);
        }
    }
#pragma GCC unroll 6
    for (int r = 0; r < Rows; ++r) {
#pragma GCC unroll 4
        for (int v = 0; v < Vectors; ++v) _mm512_storeu_ps(c + r * cStride + v * lanes, sums[r][v]);
    }
}

template <int Rows, int Vectors>
LABELWRIGHT_AVX512_BF16 void pairBlock(const std::uint32_t* a, std::int64_t aStride, const std::uint32_t* b, std::int64_t bStride, float* c,
                                       std::int64_t cStride, std::int64_t depth) {
    __m512 sums[Rows][Vectors];
#pragma GCC unroll 6
    for (int r = 0; r < Rows; ++r) {
#pragma GCC unroll 4
        for (int v = 0; v < Vectors; ++v) sums[r][v] = _mm512_setzero_ps();
    }
    for (std::int64_t k = 0; k < depth; ++k) {
        __m512i columns[Vectors];
#pragma GCC unroll 4
        for (int v = 0; v < Vectors; ++v) columns[v] = _mm512_loadu_si512(b + k * bStride + v * lanes);
#pragma GCC unroll 6
        for (int r = 0; r < Rows; ++r) {
            const __m512i factor = _mm512_set1_epi32(static_cast<int>(a[r * aStride + k]));
#pragma GCC unroll 4
            for (int v = 0; v < Vectors; ++v)
                sums[r][v] = _mm512_dpbf16_ps(sums[r][v], reinterpret_cast<__m512bh>(factor), reinterpret_cast<__m512bh>(columns[v]));
        }
    }
#pragma GCC unroll 6
    for (int r = 0; r < Rows; ++r) {
#pragma GCC unroll 4
        for (int v = 0; v < Vectors; ++v) _mm512_storeu_ps(c + r * cStride + v * lanes, sums[r][v]);
    }
}

template <typename Element>
using Block = void(const Element*, std::int64_t, const Element*, std::int64_t, float*, std::int64_t, std::int64_t);
template <typename Element>
struct Blocks {
    Block<Element>* of[mostRows][mostVectors];
};

#define LABELWRIGHT_BLOCK_ROW(function, rows) \
    { function<rows, 1>, function<rows, 2>, function<rows, 3>, function<rows, 4> }
#define LABELWRIGHT_BLOCKS(function)                                                                                       \
    {                                                                                                                      \
        {                                                                                                                  \
            LABELWRIGHT_BLOCK_ROW(function, 1), LABELWRIGHT_BLOCK_ROW(function, 2), LABELWRIGHT_BLOCK_ROW(function, 3),    \
                LABELWRIGHT_BLOCK_ROW(function, 4), LABELWRIGHT_BLOCK_ROW(function, 5), LABELWRIGHT_BLOCK_ROW(function, 6) \
        }                                                                                                                  \
    }

constexpr Blocks<float> blocks = LABELWRIGHT_BLOCKS(block);
constexpr Blocks<std::uint32_t> pairBlocks = LABELWRIGHT_BLOCKS(pairBlock);

template <typename Element>
void inBlocks(const Blocks<Element>& sizes, const Element* a, std::int64_t aStride, const Element* b, std::int64_t bStride, float* c,
              std::int64_t cStride, std::int64_t rows, std::int64_t columns, std::int64_t depth) {
    for (std::int64_t column = 0; column < columns; column += mostVectors * lanes) {
        const std::int64_t vectors = (columns - column) / lanes < mostVectors ? (columns - column) / lanes : mostVectors;
        for (std::int64_t row = 0; row < rows; row += mostRows) {
            const std::int64_t height = rows - row < mostRows ? rows - row : mostRows;
            sizes.of[height - 1][vectors - 1](a + row * aStride, aStride, b + column, bStride, c + row * cStride + column, cStride, depth);
        }
    }
}

LABELWRIGHT_AVX512 void transposeBlock(const std::uint32_t* in, std::int64_t inStride, std::int64_t rows, std::uint32_t* out,
                                       std::int64_t outStride, std::int64_t columns) {
    __m512i x[lanes];
    __m512i y[lanes];
    const auto columnMask = static_cast<__mmask16>((1U << columns) - 1U);
#pragma GCC unroll 16
    for (int i = 0; i < lanes; ++i) x[i] = i < rows ? _mm512_maskz_loadu_epi32(columnMask, in + i * inStride) : _mm512_setzero_si512();
#pragma GCC unroll 16
    for (int i = 0; i < lanes; i += 2) {
        y[i] = _mm512_unpacklo_epi32(x[i], x[i + 1]);
        y[i + 1] = _mm512_unpackhi_epi32(x[i], x[i + 1]);
    }
#pragma GCC unroll 16
    for (int i = 0; i < lanes; i += 4) {
        x[i] = _mm512_unpacklo_epi64(y[i], y[i + 2]);
        x[i + 1] = _mm512_unpackhi_epi64(y[i], y[i + 2]);
        x[i + 2] = _mm512_unpacklo_epi64(y[i + 1], y[i + 3]);
        x[i + 3] = _mm512_unpackhi_epi64(y[i + 1], y[i + 3]);
    }
    // x[4g + c] holds, in each 128-bit lane q, rows 4g…4g+3 of column 4q + c.
#pragma GCC unroll 16
    for (int c = 0; c < 4; ++c) {
        const __m512i low01 = _mm512_shuffle_i32x4(x[c], x[4 + c], 0x88);   // lanes 0, 2 of groups 0 and 1
        const __m512i high01 = _mm512_shuffle_i32x4(x[c], x[4 + c], 0xdd);  // lanes 1, 3
        const __m512i low23 = _mm512_shuffle_i32x4(x[8 + c], x[12 + c], 0x88);
        const __m512i high23 = _mm512_shuffle_i32x4(x[8 + c], x[12 + c], 0xdd);
        y[c] = _mm512_shuffle_i32x4(low01, low23, 0x88);
        y[4 + c] = _mm512_shuffle_i32x4(high01, high23, 0x88);
        y[8 + c] = _mm512_shuffle_i32x4(low01, low23, 0xdd);
        y[12 + c] = _mm512_shuffle_i32x4(high01, high23, 0xdd);
    }
    for (std::int64_t column = 0; column < columns; ++column) _mm512_storeu_si512(out + column * outStride, y[column]);
}

/// 2^x for x <= 0: nearest whole part by scalef, the rest in [-1/2, 1/2] by a polynomial (Taylor in ln 2; relative error below 2e-7).
LABELWRIGHT_AVX512 inline __m512 powerOfTwo(__m512 x) {
    const __m512 whole = _mm512_roundscale_ps(x, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC);
    const __m512 rest = _mm512_sub_ps(x, whole);
    __m512 sum = _mm512_set1_ps(1.5403530e-4F);
    sum = _mm512_fmadd_ps(sum, rest, _mm512_set1_ps(1.3333558e-3F));
    sum = _mm512_fmadd_ps(sum, rest, _mm512_set1_ps(9.6181291e-3F));
    sum = _mm512_fmadd_ps(sum, rest, _mm512_set1_ps(5.5504109e-2F));
    sum = _mm512_fmadd_ps(sum, rest, _mm512_set1_ps(2.4022651e-1F));
    sum = _mm512_fmadd_ps(sum, rest, _mm512_set1_ps(6.9314718e-1F));
    sum = _mm512_fmadd_ps(sum, rest, _mm512_set1_ps(1.0F));
    return _mm512_scalef_ps(sum, whole);
}

LABELWRIGHT_AVX512 inline __m512i widened(const std::uint16_t* values) {
    return _mm512_cvtepu16_epi32(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(values)));
}

LABELWRIGHT_AVX512 inline __mmask16 firstLanes(std::int64_t count) {
    return count >= lanes ? static_cast<__mmask16>(0xffffU) : static_cast<__mmask16>((1U << count) - 1U);
}

}  // namespace

void multiply(const float* a, std::int64_t aStride, const float* b, std::int64_t bStride, float* c, std::int64_t cStride, std::int64_t rows,
              std::int64_t columns, std::int64_t depth) {
    inBlocks(blocks, a, aStride, b, bStride, c, cStride, rows, columns, depth);
}

void multiplyPairs(const std::uint32_t* a, std::int64_t aStride, const std::uint32_t* b, std::int64_t bStride, float* c,
                   std::int64_t cStride, std::int64_t rows, std::int64_t columns, std::int64_t depth) {
    inBlocks(pairBlocks, a, aStride, b, bStride, c, cStride, rows, columns, depth);
}

void transpose(const std::uint32_t* in, std::int64_t inStride, std::int64_t rows, std::int64_t columns, std::uint32_t* out,
               std::int64_t outStride) {
    for (std::int64_t row = 0; row < rows; row += lanes) {
        const std::int64_t height = rows - row < lanes ? rows - row : lanes;
        for (std::int64_t column = 0; column < columns; column += lanes) {
            const std::int64_t width = columns - column < lanes ? columns - column : lanes;
            transposeBlock(in + row * inStride + column, inStride, height, out + column * outStride + row, outStride, width);
        }
    }
}

LABELWRIGHT_AVX512 void interleave(const std::uint16_t* in, std::int64_t inStride, std::int64_t rows, std::int64_t columns,
                                   std::uint32_t* out, std::int64_t outStride) {
    constexpr std::int64_t step = 32;
    for (std::int64_t row = 0; row < rows; row += 2) {
        for (std::int64_t column = 0; column < columns; column += step) {
            const std::uint16_t* place = in + row * inStride + column;
            for (std::int64_t half = 0; half < 2; ++half) {
                const __m512i first = widened(place + half * lanes);
                const __m512i second = row + 1 < rows ? widened(place + inStride + half * lanes) : _mm512_setzero_si512();
                _mm512_storeu_si512(out + row / 2 * outStride + column + half * lanes,
                                    _mm512_or_si512(first, _mm512_slli_epi32(second, 16)));
            }
        }
    }
}

LABELWRIGHT_AVX512 float exponentials(float* values, std::int64_t count, float scale) {
    __m512 most = _mm512_set1_ps(-std::numeric_limits<float>::infinity());
    for (std::int64_t i = 0; i < count; i += lanes)
        most = _mm512_mask_max_ps(most, firstLanes(count - i), most, _mm512_loadu_ps(values + i));
    constexpr float log2OfE = 1.44269504F;
    const __m512 factor = _mm512_set1_ps(scale * log2OfE);
    const __m512 offset = _mm512_mul_ps(_mm512_set1_ps(_mm512_reduce_max_ps(most)), factor);
    __m512 sum = _mm512_setzero_ps();
    for (std::int64_t i = 0; i < count; i += lanes) {
        const __m512 power = powerOfTwo(_mm512_fmsub_ps(_mm512_loadu_ps(values + i), factor, offset));
        const __m512 kept = _mm512_maskz_mov_ps(firstLanes(count - i), power);
        _mm512_storeu_ps(values + i, kept);
        sum = _mm512_add_ps(sum, kept);
    }
    return _mm512_reduce_add_ps(sum);
}

LABELWRIGHT_AVX512 void scaled(const float* values, float factor, std::int64_t count, float* out) {
    for (std::int64_t i = 0; i < count; i += lanes)
        _mm512_storeu_ps(out + i, _mm512_mul_ps(_mm512_loadu_ps(values + i), _mm512_set1_ps(factor)));
}

LABELWRIGHT_AVX512_BF16 void scaledToBf16(const float* values, float factor, std::int64_t count, std::uint16_t* out) {
    for (std::int64_t i = 0; i < count; i += lanes) {
        const __m256bh rounded = _mm512_cvtneps_pbh(_mm512_mul_ps(_mm512_loadu_ps(values + i), _mm512_set1_ps(factor)));
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(out + i), reinterpret_cast<__m256i>(rounded));
    }
}

}  // namespace labelwright::avx512

#endif
