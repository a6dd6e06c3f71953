#include "core/jobs/model_shelf.h"

#include <array>
#include <vector>

#include "core/base/clock.h"

namespace labelwright {
namespace {

constexpr std::size_t modelsKept = 3;
constexpr std::size_t trialTexts = 8;

/// For the trial: nothing is known and nothing is kept.
class NoEmbeddings final : public EmbeddingStore {
public:
    std::vector<bool> find(std::span<const Hash128> hashes, std::uint32_t, std::span<float>) override {
        return std::vector<bool>(hashes.size(), false);
    }
    void put(std::span<const Hash128>, std::uint32_t, std::span<const float>) override {}
};

/// Seconds for one token of `copies` equal texts in one batch, scored twice (the first time warms up).
Result<double> secondsPerToken(ScoringSession& session, std::size_t copies) {
    static const std::string text = "请问这款手机支持无线充电吗？什么时候发货？ When will it be delivered, and does it charge without a cable?";
    const std::vector<TextRecord> texts(copies, TextRecord{"trial", text, hash128(text)});
    auto chunk = session.encode(texts);
    if (!chunk) return chunk.error();
    std::vector<WorkItem> items;
    for (std::uint32_t i = 0; i < copies; ++i) items.push_back(session.workItem(*chunk, i, 0, 1));
    double seconds = 0;
    for (int pass = 0; pass < 2; ++pass) {
        const Stopwatch watch;
        auto scored = session.score(*chunk, items);
        if (!scored) return scored.error();
        seconds = watch.seconds();
    }
    return seconds / static_cast<double>(copies * items.front().tokenCount);
}

/// Scores a few made-up texts, so that a plan can tell the time and a broken model shows at once.
Result<double> trialSecondsPerToken(Classifier& classifier) {
    NoEmbeddings nothing;
    const std::vector<std::string> hypotheses{"咨询"};
    auto session = classifier.open(hypotheses, nothing);
    if (!session) return session.error();
    auto seconds = secondsPerToken(**session, trialTexts);
    // A run would halve its batches; the trial need not be better.
    if (!seconds && seconds.error().code == ErrorCode::OutOfMemory) seconds = secondsPerToken(**session, 1);
    return seconds;
}

std::string keyOf(const LoadRequest& request) {
    return request.folder.string() + '\n' + request.device + '\n' + precisionName(request.precision) +
           (request.allowReducedCpuPrecision ? "+" : "-");
}

}  // namespace

Result<std::shared_ptr<LoadedModel>> ModelShelf::load(const LoadRequest& request) {
    const std::string key = keyOf(request);
    for (auto place = m_places.begin(); place != m_places.end(); ++place) {
        if (place->key != key) continue;
        m_places.splice(m_places.begin(), m_places, place);
        return m_places.front().model;
    }
    const Stopwatch watch;
    auto classifier = m_backend.load(request);
    if (!classifier) return classifier.error();
    auto model = std::make_shared<LoadedModel>();
    model->classifier = *std::move(classifier);
    model->loadSeconds = watch.seconds();
    auto trial = trialSecondsPerToken(*model->classifier);
    if (!trial) return trial.error();
    model->secondsPerToken = *trial;
    m_places.push_front({key, model});
    if (m_places.size() > modelsKept) m_places.pop_back();
    return model;
}

}  // namespace labelwright
