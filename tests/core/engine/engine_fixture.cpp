#include "tests/core/engine/engine_fixture.h"

namespace labelwright::testing {
namespace {

JobId jobOf(const EngineEvent& event) {
    return std::visit(
        [](const auto& e) -> JobId {
            if constexpr (requires { e.job; }) return e.job;
            else return 0;
        },
        event);
}

bool endsJob(const EngineEvent& event) {
    return !std::holds_alternative<Started>(event) && !std::holds_alternative<RecordsScored>(event) &&
           !std::holds_alternative<Progress>(event) && !std::holds_alternative<TransferProgress>(event);
}

}  // namespace

EngineOptions EngineTest::defaults() const {
    EngineOptions options;
    options.cacheFile = m_folder / "cache/scores.sqlite";
    options.models.bundled = {bundledModel().parent_path(), englishModel().parent_path()};
    return options;
}

void EngineTest::restart(TorchBackendOptions backend) {
    m_engine.reset();
    m_engine = std::make_unique<Engine>(m_options, makeTorchBackend(std::move(backend)));
}

std::shared_ptr<const Dataset> EngineTest::texts(const std::vector<std::string>& texts) {
    DatasetBuilder builder({"test", "", "text", {}, "txt", "UTF-8"}, {});
    for (const std::string& text : texts) builder.add("", text, {}, builder.size() + 1);
    return std::move(builder).build();
}

LabelSet EngineTest::labels(const std::vector<std::string>& names) {
    LabelSet set;
    set.labels = makeLabels(names);
    return set;
}

LabelingRequest EngineTest::request(std::shared_ptr<const Dataset> dataset, LabelSet set, const std::string& model) const {
    LabelingRequest request;
    request.dataset = std::move(dataset);
    request.labels = std::move(set);
    request.model = model;
    request.device = "cpu";
    request.precision = Precision::Fp32;
    return request;
}

std::vector<EngineEvent> EngineTest::eventsOf(JobId job, const std::function<void(const EngineEvent&)>& onEvent) {
    std::vector<EngineEvent> events;
    while (true) {
        for (EngineEvent& event : m_engine->waitForEvents()) {
            if (jobOf(event) != job) continue;
            if (onEvent) onEvent(event);
            events.push_back(std::move(event));
            if (endsJob(events.back())) return events;
        }
    }
}

EngineTest::Run EngineTest::run(const LabelingRequest& request, const std::function<void(JobId, const EngineEvent&)>& onEvent) {
    Run run;
    run.scores = ScoreTable(request.dataset ? request.dataset->size() : 0);
    const JobId job = engine().label(request);
    eventsOf(job, [&](const EngineEvent& event) {
        if (onEvent) onEvent(job, event);
        if (const auto* started = std::get_if<Started>(&event)) run.models = started->models;
        if (const auto* scored = std::get_if<RecordsScored>(&event)) {
            run.scores.set(scored->rows, *scored->hypotheses, scored->logits);
            const auto reading = run.scores.addReading(scored->reading);
            for (std::size_t i = 0; i < scored->rows.size(); ++i) {
                run.scores.setReading(scored->rows[i], reading);
                run.scores.setTruncated(scored->rows[i], scored->truncated[i]);
            }
            run.rowsReported += scored->rows.size();
        }
        if (const auto* finished = std::get_if<Finished>(&event)) run.summary = finished->summary;
        if (const auto* cancelled = std::get_if<Cancelled>(&event)) {
            run.summary = cancelled->summary;
            run.cancelled = true;
        }
        if (const auto* failed = std::get_if<Failed>(&event)) run.errors.push_back(failed->error);
    });
    return run;
}

std::vector<std::string> messages(std::size_t count, std::size_t from) {
    static const std::vector<std::string> patterns{"请问这款手机支持无线充电吗？", "等了一个星期还没收到货，客服也不回复",
                                                   "建议把包装换成可回收的纸盒", "师傅上门很准时，必须点赞"};
    std::vector<std::string> texts;
    for (std::size_t i = from; i < from + count; ++i) texts.push_back(patterns[i % patterns.size()] + "，订单" + std::to_string(i));
    return texts;
}

}  // namespace labelwright::testing
