#include "core/jobs/labeling_run.h"

#include <utility>

#include "core/jobs/group_labeling.h"

namespace labelwright {
namespace {

Result<void> checkRequest(const LabelingRequest& request) {
    if (!request.dataset) return Error{ErrorCode::InvalidArgument, "there are no texts to label", {"texts", "none"}};
    return checkLabelSet(request.labels);
}

Result<RunSummary> labelGroups(const LabelingRequest& request, const LabelingContext& context) {
    if (auto valid = checkRequest(request); !valid) return valid.error();
    const Stopwatch loading;
    auto groups = modelGroups(request, context.shelf, context.findModel, context.chineseModel, context.englishModel);
    if (!groups) return groups.error();
    const double loadSeconds = loading.seconds();
    // What an earlier run queued for the cache must be there before this one looks.
    context.storageWriter.drain();

    Started started{context.job, request.dataset->size(), request.dataset->size() * labelOfHypotheses(request.labels).size(), {}};
    for (const ModelGroup& group : *groups) started.models.push_back(modelUseOf(group));
    const std::vector<ModelUse> models = started.models;
    context.emit(std::move(started));

    RunReporter reporter(context.job, request.dataset->size(), request.labels.labels.size(),
                         std::make_shared<const std::vector<Hash128>>(hypothesisHashes(request.labels)), context.emit);
    Result<void> outcome;
    for (ModelGroup& group : *groups) {
        outcome = GroupLabeling(request, group, context, reporter).run();
        if (!outcome) break;
    }
    RunSummary summary = reporter.summary();
    summary.loadSeconds = loadSeconds;
    summary.models = models;
    if (outcome) return summary;
    if (outcome.error().code != ErrorCode::Cancelled) return outcome.error();
    context.emit(Cancelled{context.job, std::move(summary)});
    return outcome.error();
}

}  // namespace

void runLabeling(const LabelingRequest& request, const LabelingContext& context) {
    if (context.stop.stop_requested()) {
        context.emit(Cancelled{context.job, {}});
        return;
    }
    auto summary = labelGroups(request, context);
    if (summary) context.emit(Finished{context.job, *std::move(summary)});
    else if (summary.error().code != ErrorCode::Cancelled) context.emit(Failed{context.job, summary.error()});
}

}  // namespace labelwright
