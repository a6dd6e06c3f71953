#pragma once

#include <cstdint>
#include <memory>
#include <variant>
#include <vector>

#include "core/base/hash.h"
#include "core/base/result.h"
#include "core/domain/pair_logits.h"
#include "core/jobs/labeling_request.h"

namespace labelwright {

using JobId = std::uint64_t;

/// The run knows its models and begins.
struct Started {
    JobId job = 0;
    std::uint64_t texts = 0;
    std::uint64_t pairs = 0;
    std::vector<ModelUse> models;
};

/// Raw outputs of some rows, from the cache or the model.
struct RecordsScored {
    JobId job = 0;
    std::vector<std::uint32_t> rows;
    std::shared_ptr<const std::vector<Hash128>> hypotheses;  ///< [A], hypothesisHashes() of the request's labels
    std::vector<PairLogits> logits;                          ///< [rows, A]
    std::vector<bool> truncated;                             ///< [rows]
    ScoreReading reading;
};

/// At most ten a second.
struct Progress {
    JobId job = 0;
    std::uint64_t doneTexts = 0;
    std::uint64_t totalTexts = 0;
    std::uint64_t pairs = 0;  ///< answered so far
    std::uint64_t pairsFromCache = 0;
    double textsPerSecond = 0;
    double secondsLeft = 0;
};

struct Finished {
    JobId job = 0;
    RunSummary summary;
};

struct Failed {
    JobId job = 0;
    Error error;
};

/// The user stopped it; what was scored stays, in the table and in the cache.
struct Cancelled {
    JobId job = 0;
    RunSummary summary;
};

/// A labeling run sends Started, then RecordsScored and Progress in any number, then exactly one of Finished, Failed, Cancelled.
using JobEvent = std::variant<Started, RecordsScored, Progress, Finished, Failed, Cancelled>;

}  // namespace labelwright
