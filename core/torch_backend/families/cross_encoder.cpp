#include "core/torch_backend/families/cross_encoder.h"

#include "core/torch_backend/families/cross_encoder_model.h"

namespace labelwright {
namespace {

class CrossEncoder final : public Classifier {
public:
    CrossEncoder(std::shared_ptr<const CrossEncoderModel> model, ClassifierTraits traits)
        : m_model(std::move(model)), m_traits(std::move(traits)) {}

    const ClassifierTraits& traits() const noexcept override { return m_traits; }
    std::uint64_t forwardCount() const noexcept override { return m_model->forwardCount(); }

    Result<std::unique_ptr<ScoringSession>> open(std::span<const std::string> hypotheses, EmbeddingStore&) override {
        return openCrossEncoderSession(m_model, hypotheses);
    }

private:
    std::shared_ptr<const CrossEncoderModel> m_model;
    ClassifierTraits m_traits;
};

std::vector<LogitRole> rolesByColumn(const ModelConfig& config, std::size_t columns) {
    std::vector<LogitRole> roles(columns, LogitRole::Neutral);
    roles[config.entailmentColumn] = LogitRole::Entailment;
    if (config.contradictionColumn) roles[*config.contradictionColumn] = LogitRole::Contradiction;
    return roles;
}

}  // namespace

Result<void> checkCrossEncoder(const Checkpoint& checkpoint, ModelConfig& config, const std::filesystem::path& folder) {
    if (auto body = checkBertBody(checkpoint, config); !body) return body.error();
    const Result<std::uint32_t> columns = SequenceClassifier::check(checkpoint, config);
    if (!columns) return columns.error();
    return config.resolveRoles(*columns, folder);
}

Result<std::unique_ptr<Classifier>> makeCrossEncoder(ModelSource source) {
    const auto columns = static_cast<std::size_t>(source.checkpoint.find("classifier.weight")->shape[0]);
    ClassifierTraits traits = commonTraits(source);
    traits.labelsScoreIndependently = true;
    traits.maxLabelsPerPass = 1;
    traits.reading.rule = ScoreRule::Entailment;
    traits.reading.columns = rolesByColumn(source.config, columns);
    if (source.config.rolesByRule)
        traits.notes.push_back("The config names no columns: entailment is column " + std::to_string(source.config.entailmentColumn) +
                               " by ModelScope's rule.");
    auto model = std::make_shared<const CrossEncoderModel>(std::move(source));
    return std::unique_ptr<Classifier>(std::make_unique<CrossEncoder>(std::move(model), std::move(traits)));
}

}  // namespace labelwright
