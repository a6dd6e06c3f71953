#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/inference/classifier.h"

namespace labelwright {

struct LoadRequest {
    std::filesystem::path folder;
    std::string modelId;          ///< for ScoreReading and messages
    std::string device = "auto";  ///< "auto", "cpu", "cuda:N"
    Precision precision = Precision::Auto;
    bool allowReducedCpuPrecision = true;  ///< the one switch that keeps "auto" at fp32 on CPUs with fast bf16
};

/// What computes: libtorch today, a remote server later. Injected by app/shared; nothing else names one.
class Backend {
public:
    virtual ~Backend() = default;
    Backend() = default;
    Backend(const Backend&) = delete;
    Backend& operator=(const Backend&) = delete;

    /// Any thread. Does not load the CUDA part.
    virtual std::vector<Device> devices() = 0;
    /// Worker thread. An asked-for device or precision that cannot be had is an error, never a silent substitute; "auto" says in
    /// traits().notes what it took and why.
    virtual Result<std::unique_ptr<Classifier>> load(const LoadRequest& request) = 0;
    /// Bytes the device has free right now, for the memory policy. Worker thread.
    virtual std::uint64_t freeMemory(const std::string& device) = 0;
};

}  // namespace labelwright
