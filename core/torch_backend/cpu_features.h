#pragma once

#include <cstdint>
#include <string>

namespace labelwright {

/// What the processor of this machine can do, as far as it decides kernels and precisions. Instruction sets count only if the operating
/// system saves their registers too.
struct CpuFeatures {
    std::string name;  ///< "AMD EPYC 9654 96-Core Processor"
    bool avx2 = false;
    bool avx512 = false;
    bool vnni = false;  ///< AVX-512 VNNI or AVX-VNNI: int8 products that cannot overflow on the way
    bool avx512Bf16 = false;
    bool amxBf16 = false;
    unsigned physicalCores = 1;  ///< that this process may run on

    bool fastBf16() const noexcept { return avx512Bf16 || amxBf16; }
    std::string instructionSets() const;  ///< in words: "AVX2, AVX-512, AVX-512 bf16"

    static CpuFeatures detect();
};

struct SystemMemory {
    std::uint64_t total = 0;  ///< bytes
    std::uint64_t available = 0;
};
SystemMemory systemMemory();

}  // namespace labelwright
