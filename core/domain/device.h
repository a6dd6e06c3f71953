#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace labelwright {

enum class Precision { Auto, Fp32, Bf16, Fp16, Int8 };

/// "auto", "fp32", "bf16", "fp16", "int8".
const char* precisionName(Precision precision) noexcept;
/// The precision of that name; nothing for any other word.
std::optional<Precision> precisionOfName(std::string_view name) noexcept;

/// A place to compute, as found by the probe. `id` is "cpu" or "cuda:N".
struct Device {
    std::string id;
    std::string name;               ///< "AMD EPYC 9654", "NVIDIA GeForce RTX 4070"
    std::uint64_t memoryTotal = 0;  ///< bytes
    std::uint64_t memoryFree = 0;
    bool usable = true;
    std::string problem;  ///< why it is not usable: driver missing or too old, engine part missing
    std::vector<Precision> precisions;
    std::string detail;  ///< instruction sets, driver and compute capability, in words

    friend bool operator==(const Device&, const Device&) = default;
};

}  // namespace labelwright
