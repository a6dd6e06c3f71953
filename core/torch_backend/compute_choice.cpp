#include "core/torch_backend/compute_choice.h"

namespace labelwright {
namespace {

constexpr double worthReducedPrecision = 1.25;  // bf16 must be this much faster than fp32 before "auto" takes it
constexpr int ampere = 80;

Error unavailable(Precision precision, const std::string& device, const std::string& reason) {
    const std::string name = precisionName(precision);
    return {ErrorCode::PrecisionUnavailable, name + " cannot be had on " + device + ": " + reason + ".", {name, device, reason}};
}

ComputeChoice choiceOf(Precision precision, LinearKind linear, const char* kernel, const char* note = nullptr) {
    ComputeChoice choice;
    choice.precision = precision;
    choice.kernels.linear = linear;
    choice.kernel = kernel;
    if (note != nullptr) choice.notes.emplace_back(note);
    return choice;
}

ComputeChoice fp32OnCpu(const KernelSpeeds& speeds) {
    if (speeds.packedFp32 >= speeds.libraryFp32) return choiceOf(Precision::Fp32, LinearKind::OneDnnPacked, "oneDNN packed fp32");
    return choiceOf(Precision::Fp32, LinearKind::Library, "MKL fp32");
}

ComputeChoice bf16OnCpu(const char* note = nullptr) {
    return choiceOf(Precision::Bf16, LinearKind::OneDnnPacked, "oneDNN packed bf16", note);
}

ComputeChoice autoOnCpu(const LoadRequest& request, const KernelSpeeds& speeds) {
    const bool faster = speeds.packedBf16 >= worthReducedPrecision * speeds.bestFp32();
    if (faster && request.allowReducedCpuPrecision)
        return bf16OnCpu("bf16 was chosen because this processor computes it faster; fp32 can be set.");
    ComputeChoice choice = fp32OnCpu(speeds);
    if (faster) choice.notes.emplace_back("bf16 would be faster on this processor; the settings keep fp32.");
    return choice;
}

}  // namespace

Result<void> checkCpuPrecision(Precision precision, const CpuFeatures& features) {
    switch (precision) {
        case Precision::Fp16:
            return unavailable(precision, "cpu", "half precision runs 44 to 500 times slower than fp32 on processors; choose fp32 or auto");
        case Precision::Bf16:
            if (!linearKindAvailable(LinearKind::OneDnnPacked))
                return unavailable(precision, "cpu", "this libtorch was built without oneDNN");
            if (!features.fastBf16())
                return unavailable(precision, "cpu",
                                   "this processor has neither AVX-512 bf16 nor AMX and would be far slower than in fp32");
            return {};
        case Precision::Int8:
            if (!linearKindAvailable(LinearKind::OneDnnInt8)) return unavailable(precision, "cpu", "this libtorch has no int8 products");
            if (!features.vnni)
                return unavailable(precision, "cpu", "this processor has no VNNI instructions, without which sums may overflow");
            return {};
        case Precision::Auto:
        case Precision::Fp32: break;
    }
    return {};
}

Result<ComputeChoice> chooseOnCpu(const LoadRequest& request, const CpuFeatures& features, const KernelSpeeds& speeds) {
    if (auto possible = checkCpuPrecision(request.precision, features); !possible) return possible.error();
    ComputeChoice choice;
    switch (request.precision) {
        case Precision::Auto: choice = autoOnCpu(request, speeds); break;
        case Precision::Bf16: choice = bf16OnCpu(); break;
        case Precision::Int8:
            choice =
                choiceOf(Precision::Int8, LinearKind::OneDnnInt8, "oneDNN dynamic int8",
                         "int8 takes one range for the values of a whole batch: a score can change a little with the texts around it.");
            break;
        case Precision::Fp16:
        case Precision::Fp32: choice = fp32OnCpu(speeds); break;
    }
    choice.notes.push_back((speeds.disturbed ? "Measured on this machine, which is busy: " : "Measured on this machine: ") +
                           speeds.words() + ".");
    return choice;
}

Result<ComputeChoice> chooseOnCuda(const LoadRequest& request, const std::string& device, const CudaGpu& gpu) {
    switch (request.precision) {
        case Precision::Auto: return choiceOf(Precision::Fp16, LinearKind::Library, "cuBLAS fp16", "fp16 was chosen; fp32 can be set.");
        case Precision::Fp16: return choiceOf(Precision::Fp16, LinearKind::Library, "cuBLAS fp16");
        case Precision::Fp32: return choiceOf(Precision::Fp32, LinearKind::Library, "cuBLAS fp32");
        case Precision::Bf16:
            if (gpu.capability() < ampere) return unavailable(request.precision, device, "this card has no bf16; choose fp16");
            return choiceOf(Precision::Bf16, LinearKind::Library, "cuBLAS bf16");
        case Precision::Int8: break;
    }
    return unavailable(request.precision, device, "int8 is built for processors only; choose fp16");
}

std::vector<Precision> cpuPrecisions(const CpuFeatures& features) {
    std::vector<Precision> precisions{Precision::Fp32};
    for (const Precision precision : {Precision::Bf16, Precision::Int8}) {
        if (checkCpuPrecision(precision, features)) precisions.push_back(precision);
    }
    return precisions;
}

std::vector<Precision> cudaPrecisions(const CudaGpu& gpu) {
    if (gpu.capability() < ampere) return {Precision::Fp32, Precision::Fp16};
    return {Precision::Fp32, Precision::Fp16, Precision::Bf16};
}

}  // namespace labelwright
