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

}  // namespace labelwright
