#include "core/inference/memory_policy.h"

#include <algorithm>

namespace labelwright {
namespace {

constexpr std::uint64_t cpuTokens = 1024;
constexpr std::uint64_t gpuTokens = 16384;
constexpr std::uint64_t mostGpuTokens = 65536;
constexpr double gpuBatchFlops = 2.8e12;  // 16,384 tokens of BERT-base: 7 ms on an H200, a ninth of a second on a T4
constexpr std::uint64_t fewestTokens = 16;
constexpr std::uint32_t successesBeforeRaise = 32;

std::uint64_t tokensFor(const ClassifierTraits& traits) {
    if (traits.device == "cpu") return cpuTokens;
    if (traits.flopsPerToken <= 0) return gpuTokens;
    return static_cast<std::uint64_t>(std::clamp(gpuBatchFlops / traits.flopsPerToken, double{gpuTokens}, double{mostGpuTokens}));
}

}  // namespace

MemoryPolicy::MemoryPolicy(const ClassifierTraits& traits, std::uint64_t freeBytes) {
    std::uint64_t tokens = tokensFor(traits);
    // A tenth stays free for the rest of the machine.
    if (traits.bytesPerToken > 0 && freeBytes > 0) tokens = std::min(tokens, freeBytes / 10 * 9 / traits.bytesPerToken);
    m_budget.maxTokens = std::max(tokens, fewestTokens);
    m_budget.maxItems = static_cast<std::uint32_t>(m_budget.maxTokens);
    m_budget.mixedLengths = traits.mixesLengths;
    m_initial = m_budget;
}

bool MemoryPolicy::backOff(std::uint64_t failedTokens, std::size_t failedItems) noexcept {
    if (failedItems <= 1) return false;
    m_budget.maxTokens = std::max(fewestTokens, std::min(m_budget.maxTokens, failedTokens) / 2);
    m_budget.maxItems = static_cast<std::uint32_t>(std::max<std::size_t>(1, failedItems / 2));
    m_successes = 0;
    ++m_backOffs;
    return true;
}

void MemoryPolicy::succeeded() noexcept {
    if (++m_successes < successesBeforeRaise) return;
    m_successes = 0;
    m_budget.maxTokens = std::min(m_initial.maxTokens, m_budget.maxTokens + m_budget.maxTokens / 4);
    m_budget.maxItems = std::min(m_initial.maxItems, m_budget.maxItems + std::max(1U, m_budget.maxItems / 4));
}

}  // namespace labelwright
