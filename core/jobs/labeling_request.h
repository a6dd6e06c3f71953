#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/domain/dataset.h"
#include "core/domain/device.h"
#include "core/domain/label.h"
#include "core/domain/pair_logits.h"

namespace labelwright {

enum class CacheUse { ReadAndWrite, Off };

/// Everything a run needs, as values: later edits do not touch it.
struct LabelingRequest {
    std::shared_ptr<const Dataset> dataset;
    LabelSet labels;
    std::string model = "auto";   ///< "auto", a catalogue id, or a folder
    std::string device = "auto";  ///< "auto", "cpu", "cuda:N"
    Precision precision = Precision::Auto;
    bool allowReducedCpuPrecision = true;  ///< see LoadRequest
    CacheUse cache = CacheUse::ReadAndWrite;
    std::vector<std::uint32_t> firstRows;  ///< labeled first: what is on the screen
};

/// A model as a run uses it.
struct ModelUse {
    ScoreReading reading;
    std::string device;
    Precision precision = Precision::Fp32;
    std::string kernel;
    std::vector<std::string> notes;  ///< "no CUDA driver answers: computing on the CPU"
    std::uint64_t texts = 0;         ///< rows it labels
    std::uint64_t memoryBytes = 0;   ///< weights and one batch
};

/// What a run would cost, before it starts.
struct LabelingPlan {
    std::uint64_t texts = 0;
    std::uint64_t labels = 0;
    std::uint64_t pairs = 0;
    std::uint64_t pairsFromCache = 0;  ///< answered without the model
    std::uint64_t forwards = 0;        ///< sequences the encoder has to read
    double seconds = 0;                ///< estimate
    double secondsPerNewLabel = 0;     ///< estimate for one more label on these texts
    std::uint64_t memoryBytes = 0;
    bool sampled = false;  ///< counts were extrapolated from a sample of the texts
    std::vector<ModelUse> models;
};

/// What a run did.
struct RunSummary {
    std::uint64_t texts = 0;
    std::uint64_t labels = 0;
    std::uint64_t pairs = 0;
    std::uint64_t fromCache = 0;  ///< pairs answered by the cache
    std::uint64_t forwards = 0;   ///< sequences that went through the encoder: texts, pairs and hypotheses
    double seconds = 0;           ///< of the run, model loading excluded
    double loadSeconds = 0;
    std::uint64_t truncated = 0;       ///< texts of which tokens were cut
    std::uint32_t memoryBackOffs = 0;  ///< times a batch was halved for lack of memory
    std::vector<ModelUse> models;

    double textsPerSecond() const noexcept { return seconds > 0 ? static_cast<double>(texts) / seconds : 0; }
};

}  // namespace labelwright
