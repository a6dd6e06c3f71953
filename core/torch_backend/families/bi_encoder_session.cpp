#include "core/torch_backend/families/bi_encoder_model.h"

namespace labelwright {
namespace {

class BiEncoderSession final : public ScoringSession {
public:
    BiEncoderSession(std::shared_ptr<const BiEncoderModel> model, std::vector<float> hypotheses)
        : m_model(std::move(model)), m_hypotheses(std::move(hypotheses)), m_labels(m_hypotheses.size() / m_model->embeddingSize()) {}

    Result<EncodedChunk> encode(std::span<const TextRecord> texts) const override {
        return encodeTexts(m_model->tokenizer(), texts, m_model->config().maxLength);
    }

    WorkItem workItem(const EncodedChunk& chunk, std::uint32_t text, std::uint32_t firstLabel, std::uint32_t labelCount) const override {
        const std::size_t tokens = chunk.text(text).size();
        const std::uint32_t length = m_model->sequenceLength(tokens);
        return {text, firstLabel, labelCount, length, tokens + WordPieceTokenizer::specialTokensSingle > length};
    }

    Result<ScoredBatch> score(const EncodedChunk& chunk, std::span<const WorkItem> batch) override {
        if (auto checked = checkBatch(chunk, batch, m_labels, m_model->mixesLengths()); !checked) return checked.error();
        m_batch.clear();
        for (const WorkItem& item : batch) {
            const std::size_t before = m_batch.ids.size();
            m_model->tokenizer().appendSingle(chunk.text(item.text), m_model->config().maxLength, m_batch.ids);
            if (m_batch.ids.size() - before != item.tokenCount)
                return Error{ErrorCode::Internal, "A work item that workItem() did not make.", {"the length of its text"}};
            m_batch.endSequence(item.tokenCount);
        }
        auto embeddings = m_model->embed(m_batch);
        if (!embeddings) return embeddings.error();
        auto all = scoreEmbeddings(*embeddings);
        if (!all) return all.error();
        return ScoredBatch{windows(std::move(*all), batch), std::move(*embeddings)};
    }

    /// [n, D]·[D, K], fp32 on the CPU: even a million texts and a hundred labels are quicker here than on their way to a device.
    Result<std::vector<PairLogits>> scoreEmbeddings(std::span<const float> embeddings) const override {
        const std::size_t size = m_model->embeddingSize();
        if (embeddings.size() % size != 0)
            return Error{ErrorCode::InvalidArgument, "Embeddings of another size than this model's " + std::to_string(size) + ".", {}};
        return insideBorder(ComputeDevice{}, [&]() -> Result<std::vector<PairLogits>> {
            const auto columns = static_cast<std::int64_t>(size);
            const auto rows = static_cast<std::int64_t>(embeddings.size() / size);
            const at::Tensor texts = at::from_blob(const_cast<float*>(embeddings.data()), {rows, columns}, at::kFloat);
            const at::Tensor labels =
                at::from_blob(const_cast<float*>(m_hypotheses.data()), {static_cast<std::int64_t>(m_labels), columns}, at::kFloat);
            const at::Tensor cosines = at::matmul(texts, labels.t()).contiguous();
            const std::span<const float> values(cosines.const_data_ptr<float>(), static_cast<std::size_t>(cosines.numel()));
            std::vector<PairLogits> logits(values.size());
            for (std::size_t i = 0; i < values.size(); ++i) logits[i].yes = values[i];
            return logits;
        });
    }

private:
    /// Of the logits of all labels those that each item asked for.
    std::vector<PairLogits> windows(std::vector<PairLogits> all, std::span<const WorkItem> batch) const {
        std::vector<PairLogits> asked;
        asked.reserve(all.size());
        for (std::size_t i = 0; i < batch.size(); ++i) {
            const auto first = all.begin() + static_cast<std::ptrdiff_t>(i * m_labels + batch[i].firstLabel);
            asked.insert(asked.end(), first, first + batch[i].labelCount);
        }
        return asked;
    }

    std::shared_ptr<const BiEncoderModel> m_model;
    std::vector<float> m_hypotheses;  // [K, embeddingSize]
    std::size_t m_labels;
    SequenceBatch m_batch;  // kept for its memory
};

}  // namespace

Result<std::unique_ptr<ScoringSession>> openBiEncoderSession(std::shared_ptr<const BiEncoderModel> model,
                                                             std::span<const std::string> hypotheses, EmbeddingStore& known) {
    if (hypotheses.empty()) return Error{ErrorCode::InvalidArgument, "There are no labels to score.", {}};
    auto embeddings = hypothesisEmbeddings(*model, hypotheses, known);
    if (!embeddings) return embeddings.error();
    return std::unique_ptr<ScoringSession>(std::make_unique<BiEncoderSession>(std::move(model), std::move(*embeddings)));
}

}  // namespace labelwright
