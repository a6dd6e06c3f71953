#pragma once

#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

#include "core/jobs/job_event.h"
#include "core/jobs/model_group.h"
#include "core/jobs/task_thread.h"
#include "core/storage/score_cache.h"

namespace labelwright {

/// What a run borrows from the engine.
struct LabelingContext {
    JobId job = 0;
    ModelShelf& shelf;
    ModelFinder findModel;
    std::string chineseModel;
    std::string englishModel;
    std::shared_ptr<ScoreCache> cache;  ///< may be null
    TaskThread& encodeAhead;
    TaskThread& storageWriter;
    std::stop_token stop;
    std::function<void(JobEvent)> emit;
};

/// Labels a dataset: cache look-up, tokenising one chunk ahead, batches of equal length, back-off when memory is short. Emits Started,
/// RecordsScored and Progress, then exactly one of Finished, Failed, Cancelled. Worker thread; returns when the run has ended and every
/// score is queued for the cache.
void runLabeling(const LabelingRequest& request, const LabelingContext& context);

/// What such a run would cost now. Counts are exact up to 20,000 different texts, extrapolated beyond.
Result<LabelingPlan> planLabeling(const LabelingRequest& request, const LabelingContext& context);

}  // namespace labelwright
