#pragma once

#include <span>

#include "core/inference/batch_planner.h"
#include "core/inference/memory_policy.h"
#include "core/jobs/cache_access.h"
#include "core/jobs/labeling_run.h"
#include "core/jobs/prepared_chunk.h"
#include "core/jobs/run_reporter.h"

namespace labelwright {

/// Labels the rows of one model group, chunk by chunk. Worker thread.
class GroupLabeling {
public:
    GroupLabeling(const LabelingRequest& request, ModelGroup& group, const LabelingContext& context, RunReporter& reporter);

    /// Cancelled if the run was stopped; what was scored until then is reported and queued for the cache.
    Result<void> run();

private:
    Result<PreparedChunk> prepare(std::size_t first, std::size_t count) const;
    Result<void> scoreChunk(PreparedChunk& chunk);
    std::vector<WorkItem> workItems(const PreparedChunk& chunk) const;
    Result<void> scoreItems(PreparedChunk& chunk, std::vector<WorkItem> items);
    void keep(PreparedChunk& chunk, const Batch& batch, ScoredBatch scored);
    void store(const PreparedChunk& chunk, std::span<const WorkItem> done);
    void report(const PreparedChunk& chunk, std::span<const std::uint32_t> texts, std::uint64_t pairsFromCache);
    std::uint64_t pairsOf(const PreparedChunk& chunk, std::span<const std::uint32_t> texts) const;
    std::size_t nextCount(const PreparedChunk& chunk, double seconds, std::size_t itemsScored);

    const LabelingRequest& m_request;
    ModelGroup& m_group;
    const LabelingContext& m_context;
    RunReporter& m_reporter;
    const ClassifierTraits& m_traits;
    const std::vector<std::string> m_hypotheses;
    const std::vector<Hash128> m_keys;
    CacheAccess m_cache;
    DistinctTexts m_texts;
    MemoryPolicy m_memory;
    std::unique_ptr<ScoringSession> m_session;
    double m_scoredTokens = 0;
    double m_scoredSeconds = 0;
};

}  // namespace labelwright
