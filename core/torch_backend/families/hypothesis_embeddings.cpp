#include <algorithm>
#include <numeric>

#include "core/torch_backend/families/bi_encoder_model.h"

namespace labelwright {
namespace {

constexpr std::size_t tokensPerBatch = 1024;

struct Unknown {
    std::size_t hypothesis = 0;
    std::vector<std::uint32_t> ids;
    std::uint32_t length = 0;
};

std::vector<Unknown> tokenised(const BiEncoderModel& model, std::span<const std::string> hypotheses, const std::vector<bool>& found) {
    std::vector<Unknown> unknown;
    for (std::size_t i = 0; i < hypotheses.size(); ++i) {
        if (found[i]) continue;
        Unknown one{i, {}, 0};
        model.tokenizer().tokenize(hypotheses[i], one.ids);
        one.length = model.sequenceLength(one.ids.size());
        unknown.push_back(std::move(one));
    }
    std::stable_sort(unknown.begin(), unknown.end(), [](const Unknown& a, const Unknown& b) { return a.length < b.length; });
    return unknown;
}

}  // namespace

Result<std::vector<float>> hypothesisEmbeddings(const BiEncoderModel& model, std::span<const std::string> hypotheses,
                                                EmbeddingStore& known) {
    const std::size_t size = model.embeddingSize();
    std::vector<Hash128> hashes(hypotheses.size());
    std::transform(hypotheses.begin(), hypotheses.end(), hashes.begin(), [](const std::string& hypothesis) { return hash128(hypothesis); });
    std::vector<float> embeddings(hypotheses.size() * size);
    std::vector<bool> found = known.find(hashes, static_cast<std::uint32_t>(size), embeddings);
    found.resize(hypotheses.size(), false);

    const std::vector<Unknown> unknown = tokenised(model, hypotheses, found);
    SequenceBatch batch;
    for (std::size_t begin = 0; begin < unknown.size();) {
        batch.clear();
        std::size_t end = begin;
        while (end < unknown.size() && (model.mixesLengths() || unknown[end].length == unknown[begin].length) &&
               (end == begin || batch.ids.size() + unknown[end].length <= tokensPerBatch)) {
            model.tokenizer().appendSingle(unknown[end].ids, model.config().maxLength, batch.ids);
            batch.endSequence(unknown[end].length);
            ++end;
        }
        const auto computed = model.embed(batch);
        if (!computed) return computed.error();
        for (std::size_t i = begin; i < end; ++i) {
            const std::span<const float> row = std::span(*computed).subspan((i - begin) * size, size);
            std::copy(row.begin(), row.end(), embeddings.begin() + static_cast<std::ptrdiff_t>(unknown[i].hypothesis * size));
            known.put(std::span(&hashes[unknown[i].hypothesis], 1), static_cast<std::uint32_t>(size), row);
        }
        begin = end;
    }
    return embeddings;
}

}  // namespace labelwright
