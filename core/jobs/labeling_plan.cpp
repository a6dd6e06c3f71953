#include <algorithm>
#include <cmath>

#include "core/inference/memory_policy.h"
#include "core/jobs/cache_access.h"
#include "core/jobs/distinct_texts.h"
#include "core/jobs/labeling_run.h"

namespace labelwright {
namespace {

constexpr std::size_t textsLookedUp = 20000;
constexpr std::size_t textsTokenised = 256;

/// `wanted` of `count` indices, evenly spread.
std::vector<std::size_t> spread(std::size_t count, std::size_t wanted) {
    std::vector<std::size_t> indices;
    const std::size_t taken = std::min(count, wanted);
    for (std::size_t i = 0; i < taken; ++i) indices.push_back(i * count / taken);
    return indices;
}

struct GroupCost {
    double pairsFromCache = 0;
    double forwards = 0;        ///< pairs or texts
    double tokens = 0;          ///< the encoder has to read
    double tokensPerLabel = 0;  ///< for one label more
    bool sampled = false;
};

/// Mean tokens of one work item of these texts.
Result<double> meanTokens(const LabelingRequest& request, const ModelGroup& group, const DistinctTexts& texts, CacheAccess& cache,
                          const std::vector<std::string>& hypotheses) {
    // One hypothesis is enough: it adds its few tokens to every text alike.
    auto session = group.model->classifier->open(std::span(hypotheses).first(1), cache);
    if (!session) return session.error();
    std::vector<TextRecord> sample;
    for (const std::size_t i : spread(texts.size(), textsTokenised)) sample.push_back((*request.dataset)[texts.rows(i).front()]);
    auto chunk = (*session)->encode(sample);
    if (!chunk) return chunk.error();
    double tokens = 0;
    for (std::uint32_t i = 0; i < chunk->size(); ++i) tokens += (*session)->workItem(*chunk, i, 0, 1).tokenCount;
    return sample.empty() ? 0.0 : tokens / static_cast<double>(sample.size());
}

Result<GroupCost> costOf(const LabelingRequest& request, const ModelGroup& group, const LabelingContext& context) {
    const ClassifierTraits& traits = group.traits();
    const auto hypotheses = hypothesesOf(request.labels, group.asked);
    const auto keys = cacheKeysOf(traits, hypotheses);
    CacheAccess cache(request.cache == CacheUse::Off ? nullptr : context.cache, context.storageWriter, cacheScope(traits));
    const DistinctTexts texts(*request.dataset, group.rows);
    const auto looked = spread(texts.size(), textsLookedUp);
    std::vector<Hash128> hashes;
    for (const std::size_t i : looked) hashes.push_back((*request.dataset)[texts.rows(i).front()].hash);

    std::size_t known = 0;
    const std::size_t unitsPerText = traits.embeddingSize > 0 ? 1 : keys.size();
    if (traits.embeddingSize > 0) {
        std::vector<float> embeddings(hashes.size() * traits.embeddingSize);
        for (const auto& entry : cache.findEmbeddings(hashes, traits.embeddingSize, embeddings)) known += entry.found ? 1 : 0;
    } else {
        for (const auto& entry : cache.findScores(hashes, keys)) known += entry ? 1 : 0;
    }
    const auto tokens = meanTokens(request, group, texts, cache, hypotheses);
    if (!tokens) return tokens.error();
    const double scale = looked.empty() ? 0 : static_cast<double>(texts.size()) / static_cast<double>(looked.size());
    const double units = static_cast<double>(texts.size() * unitsPerText);
    const double knownUnits = static_cast<double>(known) * scale;
    GroupCost cost;
    cost.sampled = looked.size() < texts.size();
    cost.forwards = units - knownUnits;
    cost.tokens = cost.forwards * *tokens;
    cost.tokensPerLabel = traits.embeddingSize > 0 ? *tokens : static_cast<double>(texts.size()) * *tokens;
    cost.pairsFromCache = units > 0 ? knownUnits / units * static_cast<double>(group.rows.size() * keys.size()) : 0;
    return cost;
}

}  // namespace

Result<LabelingPlan> planLabeling(const LabelingRequest& request, const LabelingContext& context) {
    if (context.stop.stop_requested()) return Error{ErrorCode::Cancelled, "the plan is no longer wanted", {}};
    if (!request.dataset) return Error{ErrorCode::InvalidArgument, "there are no texts to label", {"texts", "none"}};
    if (auto valid = checkLabelSet(request.labels); !valid) return valid.error();
    auto groups = modelGroups(request, context.shelf, context.findModel, context.chineseModel, context.englishModel);
    if (!groups) return groups.error();
    context.storageWriter.drain();
    LabelingPlan plan;
    plan.texts = request.dataset->size();
    plan.labels = request.labels.labels.size();
    plan.pairs = plan.texts * labelOfHypotheses(request.labels).size();
    for (const ModelGroup& group : *groups) {
        if (context.stop.stop_requested()) return Error{ErrorCode::Cancelled, "the plan is no longer wanted", {}};
        const auto cost = costOf(request, group, context);
        if (!cost) return cost.error();
        plan.pairsFromCache += static_cast<std::uint64_t>(std::llround(cost->pairsFromCache));
        plan.forwards += static_cast<std::uint64_t>(std::llround(cost->forwards));
        plan.seconds += cost->tokens * group.model->secondsPerToken;
        plan.secondsPerNewLabel += cost->tokensPerLabel * group.model->secondsPerToken;
        plan.sampled = plan.sampled || cost->sampled;
        plan.models.push_back(modelUseOf(group));
        plan.memoryBytes += plan.models.back().memoryBytes;
    }
    return plan;
}

}  // namespace labelwright
