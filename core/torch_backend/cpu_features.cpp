#include "core/torch_backend/cpu_features.h"

#include <sched.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <thread>

#if defined(__x86_64__)
#include <cpuid.h>
#endif

namespace labelwright {
namespace {

/// Value of "key : value" in a /proc file, of the first such line.
std::string procValue(const char* file, std::string_view key) {
    std::ifstream stream(file);
    std::string line;
    while (std::getline(stream, line)) {
        if (!line.starts_with(key)) continue;
        const std::size_t colon = line.find(':');
        if (colon == std::string::npos) continue;
        const std::size_t begin = line.find_first_not_of(" \t", colon + 1);
        return begin == std::string::npos ? std::string() : line.substr(begin);
    }
    return {};
}

unsigned physicalCoresOfThisProcess() {
    cpu_set_t allowed;
    CPU_ZERO(&allowed);
    if (sched_getaffinity(0, sizeof allowed, &allowed) != 0) return std::max(1U, std::thread::hardware_concurrency());
    std::set<std::string> cores;  // hardware threads of one core name the same siblings
    unsigned threads = 0;
    for (int cpu = 0; cpu < CPU_SETSIZE; ++cpu) {
        if (!CPU_ISSET(cpu, &allowed)) continue;
        ++threads;
        std::ifstream siblings("/sys/devices/system/cpu/cpu" + std::to_string(cpu) + "/topology/thread_siblings_list");
        std::string list;
        if (std::getline(siblings, list)) cores.insert(list);
    }
    return std::max(1U, cores.empty() ? threads : static_cast<unsigned>(cores.size()));
}

#if defined(__x86_64__)
std::uint64_t savedRegisters() {
    std::uint32_t low = 0;
    std::uint32_t high = 0;
    __asm__ volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
    return (std::uint64_t{high} << 32U) | low;
}

bool bit(std::uint32_t value, unsigned position) { return ((value >> position) & 1U) != 0; }

void detectInstructionSets(CpuFeatures& features) {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    std::uint32_t c = 0;
    std::uint32_t d = 0;
    if (__get_cpuid(1, &a, &b, &c, &d) == 0 || !bit(c, 27)) return;  // OSXSAVE
    const std::uint64_t saved = savedRegisters();
    const bool ymm = (saved & 0x6U) == 0x6U;
    const bool zmm = ymm && (saved & 0xe0U) == 0xe0U;
    const bool tiles = (saved & 0x60000U) == 0x60000U;
    const bool fma = bit(c, 12);
    if (__get_cpuid_count(7, 0, &a, &b, &c, &d) == 0) return;
    features.avx2 = ymm && fma && bit(b, 5);
    features.avx512 = zmm && bit(b, 16) && bit(b, 17) && bit(b, 30) && bit(b, 31);  // F, DQ, BW, VL
    features.vnni = features.avx512 && bit(c, 11);
    features.amxBf16 = features.avx512 && tiles && bit(d, 22) && bit(d, 24);
    if (__get_cpuid_count(7, 1, &a, &b, &c, &d) == 0) return;
    features.vnni = features.vnni || (features.avx2 && bit(a, 4));
    features.avx512Bf16 = features.avx512 && bit(a, 5);
}
#else
void detectInstructionSets(CpuFeatures&) {}
#endif

std::uint64_t kibibytes(std::string_view key) {
    const std::string value = procValue("/proc/meminfo", key);
    return value.empty() ? 0 : std::strtoull(value.c_str(), nullptr, 10) * 1024;
}

}  // namespace

std::string CpuFeatures::instructionSets() const {
    std::string words;
    const auto add = [&](bool present, const char* set) {
        if (present) words += (words.empty() ? "" : ", ") + std::string(set);
    };
    add(avx2, "AVX2");
    add(avx512, "AVX-512");
    add(vnni, "VNNI");
    add(avx512Bf16, "AVX-512 bf16");
    add(amxBf16, "AMX bf16");
    return words;
}

CpuFeatures CpuFeatures::detect() {
    CpuFeatures features;
    features.name = procValue("/proc/cpuinfo", "model name");
    if (features.name.empty()) features.name = "CPU";
    features.physicalCores = physicalCoresOfThisProcess();
    detectInstructionSets(features);
    return features;
}

SystemMemory systemMemory() { return {kibibytes("MemTotal"), kibibytes("MemAvailable")}; }

}  // namespace labelwright
