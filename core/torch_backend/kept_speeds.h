#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "core/torch_backend/kernel_speeds.h"

namespace labelwright {

/// Measured speeds in a file, so that "auto" means the same at every start: with another precision nothing in the score cache would count.
/// What was measured on another machine, or with other threads or another libtorch, does not count, and what was measured on a busy machine
/// should not be kept. Whoever wants to measure again removes the file. Worker thread.
class KeptSpeeds {
public:
    /// An empty path keeps nothing. `machine` tells what the speeds depend on.
    KeptSpeeds(std::filesystem::path file, std::string machine);

    std::optional<KernelSpeeds> find(std::int64_t hidden, std::int64_t intermediate) const;
    /// A file that cannot be written is logged: the next start measures again.
    void keep(std::int64_t hidden, std::int64_t intermediate, const KernelSpeeds& speeds) const;

private:
    std::filesystem::path m_file;
    std::string m_machine;
};

/// Processor, instruction sets, threads and version of libtorch, in words.
std::string machineOf(const CpuFeatures& features);

}  // namespace labelwright
