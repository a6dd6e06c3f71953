#include "core/torch_backend/families/cross_encoder_model.h"

namespace labelwright {
namespace {

constexpr TruncationStrategy truncation = TruncationStrategy::LongestFirst;

class CrossEncoderSession final : public ScoringSession {
public:
    CrossEncoderSession(std::shared_ptr<const CrossEncoderModel> model, std::span<const std::string> hypotheses)
        : m_model(std::move(model)) {
        m_hypotheses.resize(hypotheses.size());
        for (std::size_t i = 0; i < hypotheses.size(); ++i) m_model->tokenizer().tokenize(hypotheses[i], m_hypotheses[i]);
    }

    Result<EncodedChunk> encode(std::span<const TextRecord> texts) const override {
        return encodeTexts(m_model->tokenizer(), texts, m_model->config().maxLength);
    }

    WorkItem workItem(const EncodedChunk& chunk, std::uint32_t text, std::uint32_t firstLabel, std::uint32_t labelCount) const override {
        const std::size_t tokens = chunk.text(text).size();
        WorkItem item{text, firstLabel, labelCount, 0, false};
        if (const auto lengths = pairLengths(tokens, m_hypotheses[firstLabel].size())) {
            item.tokenCount = lengths->first + lengths->second + WordPieceTokenizer::specialTokensPair;
            item.truncated = lengths->first < tokens;
        }
        return item;
    }

    Result<ScoredBatch> score(const EncodedChunk& chunk, std::span<const WorkItem> batch) override {
        if (auto checked = checkBatch(chunk, batch, m_hypotheses.size(), m_model->mixesLengths()); !checked) return checked.error();
        m_batch.clear();
        for (const WorkItem& item : batch) {
            if (auto added = addPair(chunk.text(item.text), item); !added) return added.error();
        }
        if (!m_model->readsTypes()) m_batch.typeIds.clear();
        auto logits = m_model->score(m_batch);
        if (!logits) return logits.error();
        return ScoredBatch{std::move(*logits), {}};
    }

    Result<std::vector<PairLogits>> scoreEmbeddings(std::span<const float>) const override {
        return Error{ErrorCode::InvalidArgument, "A cross-encoder has no text embeddings; score pairs instead.", {}};
    }

private:
    Result<PairLengths> pairLengths(std::size_t text, std::size_t hypothesis) const {
        return m_model->tokenizer().pairLengths(text, hypothesis, m_model->config().maxLength, truncation);
    }

    Result<void> addPair(std::span<const std::uint32_t> text, const WorkItem& item) {
        const std::span<const std::uint32_t> hypothesis = m_hypotheses[item.firstLabel];
        const auto lengths = pairLengths(text.size(), hypothesis.size());
        if (!lengths) return lengths.error();
        const std::uint32_t tokens = lengths->first + lengths->second + WordPieceTokenizer::specialTokensPair;
        if (item.labelCount != 1 || tokens != item.tokenCount)
            return Error{ErrorCode::Internal, "A work item that workItem() did not make.", {"one label and the length of its pair"}};
        m_model->tokenizer().appendPair(text, hypothesis, *lengths, m_batch.ids, m_batch.typeIds);
        m_batch.endSequence(tokens);
        return {};
    }

    std::shared_ptr<const CrossEncoderModel> m_model;
    std::vector<std::vector<std::uint32_t>> m_hypotheses;
    SequenceBatch m_batch;  // kept for its memory
};

}  // namespace

Result<std::unique_ptr<ScoringSession>> openCrossEncoderSession(std::shared_ptr<const CrossEncoderModel> model,
                                                                std::span<const std::string> hypotheses) {
    if (hypotheses.empty()) return Error{ErrorCode::InvalidArgument, "There are no labels to score.", {}};
    return std::unique_ptr<ScoringSession>(std::make_unique<CrossEncoderSession>(std::move(model), hypotheses));
}

}  // namespace labelwright
