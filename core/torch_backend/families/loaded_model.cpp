#include "core/torch_backend/families/loaded_model.h"

#include <algorithm>
#include <cmath>

namespace labelwright {

ClassifierTraits commonTraits(const ModelSource& source) {
    const ModelConfig& config = source.config;
    ClassifierTraits traits;
    // Precision belongs to the identity: scores of a bf16 run are not those of an fp32 run.
    traits.fingerprint = hashFields({source.checkpoint.fingerprint(), source.tokenizer.fingerprint(),
                                     config.family == ModelFamily::BiEncoder ? "bi-encoder" : "cross-encoder",
                                     config.pooling == Pooling::Mean ? "mean" : "cls", std::to_string(config.maxLength),
                                     std::to_string(config.heads), std::to_string(static_cast<int>(config.activation)),
                                     std::to_string(config.layerNormEpsilon * 1e15), precisionName(source.where.precision)})
                             .hex();
    traits.device = source.where.id;
    traits.precision = source.where.precision;
    traits.kernel = source.kernel;
    traits.maxTokens = config.maxLength;
    traits.mixesLengths = mixesLengths(source.kernels.attention);
    traits.reading.modelId = source.modelId;
    traits.reading.modelName = source.modelId;
    traits.reading.precision = source.where.precision;
    traits.recommendedTemplate = config.recommendedTemplate;
    traits.weightBytes = source.checkpoint.totalBytes();
    traits.bytesPerToken = activationBytesPerToken(config, source.where.precision);
    traits.flopsPerToken = flopsPerToken(config);
    traits.notes = source.notes;
    return traits;
}

EncodedChunk encodeTexts(const WordPieceTokenizer& tokenizer, std::span<const TextRecord> texts, std::uint32_t maxTokens) {
    EncodedChunk chunk;
    chunk.offsets.reserve(texts.size() + 1);
    chunk.offsets.push_back(0);
    for (const TextRecord& record : texts) {
        tokenizer.tokenize(record.text, chunk.tokenIds);
        const std::size_t end = std::min<std::size_t>(chunk.tokenIds.size(), chunk.offsets.back() + maxTokens);
        chunk.tokenIds.resize(end);
        chunk.offsets.push_back(end);
    }
    return chunk;
}

Result<void> checkBatch(const EncodedChunk& chunk, std::span<const WorkItem> batch, std::size_t labels, bool mixesLengths) {
    const auto wrong = [](const std::string& what) { return Error{ErrorCode::Internal, "A batch " + what + ".", {what}}; };
    if (batch.empty()) return wrong("without items");
    for (const WorkItem& item : batch) {
        if (!mixesLengths && item.tokenCount != batch.front().tokenCount) return wrong("of different lengths");
        if (item.text >= chunk.size()) return wrong("with a text that its chunk does not hold");
        if (item.labelCount == 0 || std::size_t{item.firstLabel} + item.labelCount > labels)
            return wrong("with a label that was not opened");
    }
    return {};
}

Result<void> checkFinite(std::span<const float> values, const ComputeDevice& where) {
    if (std::all_of(values.begin(), values.end(), [](float value) { return std::isfinite(value); })) return {};
    const std::string precision = precisionName(where.precision);
    const std::string reason = "values that this model computes leave the range of " + precision;
    const char* remedy = where.precision == Precision::Fp32 ? "; its weights are damaged." : "; choose fp32.";
    return Error{ErrorCode::PrecisionUnavailable, "On " + where.id + " " + reason + remedy, {precision, where.id, reason}};
}

}  // namespace labelwright
