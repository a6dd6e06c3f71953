#include "core/torch_backend/model_loader.h"

#include <algorithm>

#include "core/torch_backend/families/bi_encoder.h"
#include "core/torch_backend/families/cross_encoder.h"

namespace labelwright {
namespace {

Error unsupported(const LoadRequest& request, const std::string& what) {
    return {ErrorCode::UnsupportedModel, request.folder.string() + ": " + what + ".", {request.folder.string(), what}};
}

Result<void> checkSizes(const LoadRequest& request, ModelConfig& config) {
    if (config.heads == 0 || config.hiddenSize % config.heads != 0)
        return unsupported(request, "hidden_size is not a multiple of num_attention_heads");
    if (config.layers == 0) return unsupported(request, "a model without layers");
    config.maxLength = std::min(config.maxLength, config.maxPositions);
    constexpr std::uint32_t shortest = WordPieceTokenizer::specialTokensPair + 2;
    if (config.maxLength < shortest) return unsupported(request, "sequences of at most " + std::to_string(config.maxLength) + " tokens");
    return {};
}

Result<void> checkVocabulary(const LoadRequest& request, const ModelConfig& config, const WordPieceTokenizer& tokenizer) {
    if (tokenizer.vocabularySize() <= config.vocabularySize) return {};
    return unsupported(request, "the tokenizer has " + std::to_string(tokenizer.vocabularySize()) + " tokens but the weights have " +
                                    std::to_string(config.vocabularySize) + "; tokenizer and weights belong to different models");
}

}  // namespace

Result<std::unique_ptr<Classifier>> loadModel(const LoadRequest& request, ModelConfig config, Placement placement) {
    if (auto sizes = checkSizes(request, config); !sizes) return sizes.error();
    auto checkpoint = Checkpoint::open(request.folder);
    if (!checkpoint) return checkpoint.error();
    const bool pairs = config.family == ModelFamily::CrossEncoder;
    if (auto shapes = pairs ? checkCrossEncoder(*checkpoint, config, request.folder) : checkBiEncoder(*checkpoint, config); !shapes)
        return shapes.error();
    if (auto finite = checkpoint->checkFinite(); !finite) return finite.error();
    auto tokenizer = WordPieceTokenizer::load(request.folder);
    if (!tokenizer) return tokenizer.error();
    if (auto vocabulary = checkVocabulary(request, config, *tokenizer); !vocabulary) return vocabulary.error();

    const ComputeDevice where = placement.where;
    return insideBorder(where, [&]() -> Result<std::unique_ptr<Classifier>> {
        ModelSource source{request.modelId,
                           std::move(config),
                           std::move(*checkpoint),
                           std::move(*tokenizer),
                           std::move(placement.where),
                           placement.choice.kernels,
                           std::move(placement.choice.kernel),
                           std::move(placement.choice.notes)};
        return pairs ? makeCrossEncoder(std::move(source)) : makeBiEncoder(std::move(source));
    });
}

}  // namespace labelwright
