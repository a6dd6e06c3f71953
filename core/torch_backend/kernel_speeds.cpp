#include "core/torch_backend/kernel_speeds.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <ctime>
#include <limits>
#include <vector>

#include "core/torch_backend/encoders/linear_kernel.h"

namespace labelwright {
namespace {

using Clock = std::chrono::steady_clock;
constexpr double flopsPerProduct = 3e8;    // about a millisecond and a half each
constexpr int rounds = 4;                  // the first warms up
constexpr double undisturbedShare = 0.75;  // of the time of all threads that this process must have had the processors
constexpr auto patience = std::chrono::milliseconds(100);

/// Of all threads of this process.
double processorSeconds() {
    timespec used{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    return static_cast<double>(used.tv_sec) + 1e-9 * static_cast<double>(used.tv_nsec);
}

double secondsSince(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

/// One kind of kernel on one shape, with the best time seen.
class Candidate {
public:
    Candidate(LinearKind kind, Precision precision, std::int64_t rows, std::int64_t inputs, std::int64_t outputs) {
        ComputeDevice where;
        where.precision = precision;
        const LinearWeights weights{at::empty({outputs, inputs}).fill_(0.01), at::empty({outputs}).fill_(0.5)};
        m_kernel = makeLinear(kind, where, weights);
        m_input = at::empty({rows, inputs}).fill_(0.25).to(where.activationType());
    }

    void run() {
        const Clock::time_point start = Clock::now();
        m_kernel->apply(m_input);
        m_best = std::min(m_best, secondsSince(start));
    }
    double bestSeconds() const noexcept { return m_best; }

private:
    std::unique_ptr<LinearKernel> m_kernel;
    at::Tensor m_input;
    double m_best = std::numeric_limits<double>::infinity();
};

}  // namespace

std::string KernelSpeeds::words() const {
    std::string text;
    const auto add = [&](double speed, const char* name) {
        if (speed > 0) text += (text.empty() ? "" : ", ") + std::string(name) + " " + std::to_string(std::lround(speed));
    };
    add(packedFp32, "oneDNN packed fp32");
    add(libraryFp32, "MKL fp32");
    add(packedBf16, "oneDNN packed bf16");
    return text + " GFLOP/s";
}

KernelSpeeds measureKernels(const CpuFeatures& features, std::int64_t hidden, std::int64_t intermediate) {
    const double flopsPerRow = 2.0 * static_cast<double>(hidden) * static_cast<double>(intermediate);
    const auto rows = static_cast<std::int64_t>(std::clamp(flopsPerProduct / flopsPerRow, 16.0, 512.0));
    struct Kind {
        LinearKind kind;
        Precision precision;
        double KernelSpeeds::*speed;
    };
    std::vector<Kind> kinds{{LinearKind::Library, Precision::Fp32, &KernelSpeeds::libraryFp32}};
    if (linearKindAvailable(LinearKind::OneDnnPacked)) {
        kinds.push_back({LinearKind::OneDnnPacked, Precision::Fp32, &KernelSpeeds::packedFp32});
        if (features.fastBf16()) kinds.push_back({LinearKind::OneDnnPacked, Precision::Bf16, &KernelSpeeds::packedBf16});
    }
    std::vector<Candidate> candidates;
    for (const Kind& kind : kinds) {
        candidates.emplace_back(kind.kind, kind.precision, rows, hidden, intermediate);
        candidates.emplace_back(kind.kind, kind.precision, rows, intermediate, hidden);
    }
    const double processorBefore = processorSeconds();
    const Clock::time_point start = Clock::now();
    for (int round = 0; round < rounds && (round < 2 || Clock::now() - start < patience); ++round) {
        for (Candidate& candidate : candidates) candidate.run();
    }
    KernelSpeeds speeds;
    speeds.disturbed = processorSeconds() - processorBefore < undisturbedShare * secondsSince(start) * at::get_num_threads();
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        const double seconds = candidates[2 * i].bestSeconds() + candidates[2 * i + 1].bestSeconds();
        speeds.*(kinds[i].speed) = 2 * flopsPerRow * static_cast<double>(rows) / seconds / 1e9;
    }
    return speeds;
}

}  // namespace labelwright
