#include "core/jobs/merge_search.h"

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include "core/base/utf8.h"
#include "core/jobs/cache_access.h"
#include "core/jobs/sentence_embedding.h"
#include "core/labels/suggestions/suggest_merges.h"

namespace labelwright {
namespace {

struct Embedder {
    std::shared_ptr<LoadedModel> model;
    AskedName asked = AskedName::Own;

    const ClassifierTraits& traits() const noexcept { return model->classifier->traits(); }
};

Result<Embedder> loaded(const MergeRequest& request, const LabelingContext& context, const ModelPlace& place) {
    LoadRequest load;
    load.folder = place.folder;
    load.modelId = place.id;
    load.device = request.device;
    load.precision = request.precision;
    load.allowReducedCpuPrecision = request.allowReducedCpuPrecision;
    auto model = context.shelf.load(load);
    if (!model) return model.error();
    return Embedder{*std::move(model), place.asked};
}

/// The bundled model for the language of the names; where it is missing, the other one.
Result<Embedder> automaticEmbedder(const MergeRequest& request, const LabelingContext& context) {
    const auto& labels = request.labels.labels;
    const bool chinese = std::any_of(labels.begin(), labels.end(), [](const Label& label) { return containsCjk(label.name); });
    const auto& [wanted, other] =
        chinese ? std::tie(context.chineseModel, context.englishModel) : std::tie(context.englishModel, context.chineseModel);
    if (const auto place = context.findModel(wanted)) return loaded(request, context, *place);
    if (const auto place = context.findModel(other)) return loaded(request, context, *place);
    return Error{ErrorCode::ModelUnknown,
                 "names are compared by a model with embeddings, and neither " + wanted + " nor " + other +
                     " is installed; install one of them or choose a bi-encoder",
                 {wanted, wanted + ", " + other}};
}

Result<Embedder> embedderFor(const MergeRequest& request, const LabelingContext& context) {
    if (request.model == "auto") return automaticEmbedder(request, context);
    const auto place = context.findModel(request.model);
    if (!place) return place.error();
    auto chosen = loaded(request, context, *place);
    if (!chosen || chosen->traits().embeddingSize > 0) return chosen;
    return automaticEmbedder(request, context);
}

}  // namespace

Result<MergeSuggestions> searchMerges(const MergeRequest& request, const LabelingContext& context) {
    const auto embedder = embedderFor(request, context);
    if (!embedder) return embedder.error();
    if (context.stop.stop_requested()) return Error{ErrorCode::Cancelled, "the suggestions are no longer wanted", {}};
    Classifier& classifier = *embedder->model->classifier;
    context.storageWriter.drain();
    CacheAccess cache(context.cache, context.storageWriter, cacheScope(embedder->traits()));
    const std::uint64_t before = classifier.forwardCount();
    const auto vectors = embedSentences(classifier, sentencesToEmbed(request.labels, embedder->asked), cache);
    if (!vectors) return vectors.error();
    MergeQuestion question{request.labels, embedder->asked, *vectors, request.scores, request.selection, request.neverTogether, request.from};
    auto result = suggestMerges(question, context.stop);
    if (!result) return result.error();
    result->modelId = embedder->traits().reading.modelId;
    result->forwards = classifier.forwardCount() - before;
    return result;
}

}  // namespace labelwright
