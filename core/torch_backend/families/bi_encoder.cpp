#include "core/torch_backend/families/bi_encoder.h"

#include "core/torch_backend/families/bi_encoder_model.h"

namespace labelwright {
namespace {

class BiEncoder final : public Classifier {
public:
    BiEncoder(std::shared_ptr<const BiEncoderModel> model, ClassifierTraits traits)
        : m_model(std::move(model)), m_traits(std::move(traits)) {}

    const ClassifierTraits& traits() const noexcept override { return m_traits; }
    std::uint64_t forwardCount() const noexcept override { return m_model->forwardCount(); }

    Result<std::unique_ptr<ScoringSession>> open(std::span<const std::string> hypotheses, EmbeddingStore& known) override {
        return openBiEncoderSession(m_model, hypotheses, known);
    }

private:
    std::shared_ptr<const BiEncoderModel> m_model;
    ClassifierTraits m_traits;
};

}  // namespace

Result<void> checkBiEncoder(const Checkpoint& checkpoint, const ModelConfig& config) { return checkBertBody(checkpoint, config); }

Result<std::unique_ptr<Classifier>> makeBiEncoder(ModelSource source) {
    ClassifierTraits traits = commonTraits(source);
    traits.labelsScoreIndependently = true;
    traits.maxLabelsPerPass = 0;
    traits.embeddingSize = source.config.hiddenSize;
    traits.reading.rule = ScoreRule::Cosine;
    traits.reading.temperature = source.config.temperature.value_or(traits.reading.temperature);
    traits.reading.columns = {LogitRole::Cosine};
    auto model = std::make_shared<const BiEncoderModel>(std::move(source));
    return std::unique_ptr<Classifier>(std::make_unique<BiEncoder>(std::move(model), std::move(traits)));
}

}  // namespace labelwright
