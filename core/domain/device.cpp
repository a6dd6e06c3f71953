#include "core/domain/device.h"

namespace labelwright {

const char* precisionName(Precision precision) noexcept {
    switch (precision) {
        case Precision::Auto: return "auto";
        case Precision::Fp32: return "fp32";
        case Precision::Bf16: return "bf16";
        case Precision::Fp16: return "fp16";
        case Precision::Int8: return "int8";
    }
    return "auto";
}

std::optional<Precision> precisionOfName(std::string_view name) noexcept {
    for (const Precision precision : {Precision::Auto, Precision::Fp32, Precision::Bf16, Precision::Fp16, Precision::Int8}) {
        if (name == precisionName(precision)) return precision;
    }
    return std::nullopt;
}

}  // namespace labelwright
