#include "core/engine/engine.h"

#include <utility>

#include "core/base/clock.h"
#include "core/engine/engine_state.h"
#include "core/engine/transfer_reporter.h"
#include "core/jobs/merge_search.h"
#include "core/labels/label_history.h"

namespace labelwright {

void Engine::State::openCache() {
    if (options.cacheFile.empty()) return;
    auto opened = ScoreCache::open(options.cacheFile, options.cache);
    if (!opened) {
        warn(opened.error());
        return;
    }
    cache = std::make_shared<ScoreCache>(*std::move(opened));
    if (cache->recovered()) {
        const std::string file = options.cacheFile.string();
        warn(Error{ErrorCode::FileMalformed,
                   "the score cache was damaged and has been rebuilt; the old file is " + cache->recovered()->string(),
                   {file, "cache", cache->recovered()->string()}});
    }
}

void Engine::State::noteUse(const LabelSet& labels) {
    if (options.labelHistory.empty()) return;
    storageWriter.post([this, labels] { warn(LabelHistory(options.labelHistory).noteUse(labels, unixSeconds())); });
}

Engine::Engine(EngineOptions options, std::unique_ptr<Backend> backend)
    : m_state(std::make_unique<State>(std::move(options), std::move(backend))) {
    m_state->openCache();
    if (m_state->cache) {
        m_state->storageWriter.post([state = m_state.get()] {
            if (const auto removed = state->cache->trim(); !removed) log::warning("trimming the score cache: " + removed.error().detail);
        });
    }
}

Engine::~Engine() {
    {
        const std::scoped_lock lock(m_state->stopMutex);
        for (auto& [job, stop] : m_state->stops) stop.request_stop();
    }
    m_state->inbox.onPile({});
}

void Engine::onEvents(std::function<void()> wake) { m_state->inbox.onPile(std::move(wake)); }
std::vector<EngineEvent> Engine::takeEvents() { return m_state->inbox.take(); }
std::vector<EngineEvent> Engine::waitForEvents() { return m_state->inbox.waitAndTake(); }

JobId Engine::findModels() {
    const JobId job = m_state->newJob();
    m_state->io.post([state = m_state.get(), job] {
        state->models.refresh();
        state->put(ModelsFound{job, state->models.entries(), state->backend->devices()});
    });
    return job;
}

JobId Engine::checkModel(const std::string& idOrFolder, const std::string& device, Precision precision) {
    const JobId job = m_state->newJob();
    m_state->worker.post([state = m_state.get(), job, idOrFolder, device, precision] {
        const auto check = [&]() -> Result<ModelChecked> {
            const auto place = state->models.find(idOrFolder);
            if (!place) return place.error();
            LoadRequest request;
            request.folder = place->folder;
            request.modelId = place->id;
            request.device = device;
            request.precision = precision;
            auto model = state->shelf.load(request);
            if (!model) return model.error();
            const double seconds = (*model)->loadSeconds;
            return ModelChecked{job, place->id, modelUseOf(ModelGroup{*std::move(model), place->asked, {}, {}}), seconds};
        };
        state->finish(job, check());
    });
    return job;
}

void Engine::setModelRoots(CatalogRoots roots) { m_state->models.setRoots(std::move(roots)); }

JobId Engine::plan(LabelingRequest request) {
    const JobId job = m_state->newJob();
    cancel(m_state->waitingPlan.exchange(job));
    m_state->stopTokenOf(job);
    m_state->worker.post([state = m_state.get(), job, request = std::move(request)] {
        if (state->waitingPlan != job) {
            state->fail(job, Error{ErrorCode::Cancelled, "a newer plan was asked for", {}});
            state->ended(job);
            return;
        }
        auto plan = planLabeling(request, state->contextFor(job));
        if (plan) state->put(PlanReady{job, *std::move(plan)});
        else state->fail(job, plan.error());
        state->ended(job);
    });
    return job;
}

JobId Engine::label(LabelingRequest request) {
    const JobId job = m_state->newJob();
    m_state->stopTokenOf(job);
    m_state->noteUse(request.labels);
    m_state->worker.post([state = m_state.get(), job, request = std::move(request)] {
        runLabeling(request, state->contextFor(job));
        state->ended(job);
    });
    return job;
}

JobId Engine::suggestMerges(MergeRequest request) {
    const JobId job = m_state->newJob();
    m_state->stopTokenOf(job);
    m_state->worker.post([state = m_state.get(), job, request = std::move(request)] {
        auto found = searchMerges(request, state->contextFor(job));
        if (found) state->put(MergesSuggested{job, *std::move(found)});
        else state->fail(job, found.error());
        state->ended(job);
    });
    return job;
}

void Engine::cancel(JobId job) {
    const std::scoped_lock lock(m_state->stopMutex);
    const auto stop = m_state->stops.find(job);
    if (stop != m_state->stops.end()) stop->second.request_stop();
}

JobId Engine::previewImport(ImportSource source, ImportOptions options) {
    const JobId job = m_state->newJob();
    m_state->io.post([state = m_state.get(), job, source = std::move(source), options = std::move(options)] {
        auto preview = labelwright::previewImport(source, options);
        if (preview) state->put(PreviewReady{job, *std::move(preview)});
        else state->fail(job, preview.error());
    });
    return job;
}

JobId Engine::importTexts(ImportSource source, ImportOptions options, ImportInto into) {
    const JobId job = m_state->newJob();
    m_state->stopTokenOf(job);
    m_state->io.post([state = m_state.get(), job, source = std::move(source), options = std::move(options), into = std::move(into)] {
        const auto report = TransferReporter(job, [state](TransferProgress progress) { state->put(progress); });
        auto result = labelwright::importTexts(source, options, state->stopTokenOf(job), report);
        if (result) state->takeImport(job, *std::move(result), into);
        else state->fail(job, result.error());
        state->ended(job);
    });
    return job;
}

void Engine::State::takeImport(JobId job, ImportResult result, const ImportInto& into) {
    Imported imported;
    imported.job = job;
    imported.way = into.present ? into.way : ImportWay::Replace;
    imported.added = result.dataset->size();
    if (imported.way == ImportWay::LabelsOnly) {
        PlacedAnswers answers = placed(std::move(result.answers), rowsAbout(*into.present, *result.dataset));
        result.answers = std::move(answers.answers);
        result.dataset = into.present;
        imported.added = 0;
        imported.unmatched = answers.unmatched;
        imported.result = std::move(result);
        put(std::move(imported));
        return;
    }
    if (imported.way == ImportWay::Append) {
        JoinedDataset whole = joined(*into.present, *result.dataset);
        result.answers = placed(std::move(result.answers), whole.placeOf).answers;
        result.dataset = std::move(whole.dataset);
        imported.added -= whole.duplicates;
        imported.duplicates = whole.duplicates;
    }
    // Stored before anybody sees it: what the window shows is on disk.
    auto reviews = storageWriter
                       .run([this, dataset = result.dataset]() -> Result<StoredReviews> {
                           if (!project) return StoredReviews{ReviewTable(dataset->size())};
                           keepBackup(BackupOccasion::Import);
                           if (auto saved = project->saveDataset(*dataset); !saved) return saved.error();
                           return project->reviews();
                       })
                       .get();
    // Texts that are not stored must not be worked on: what is said about them would be kept for the texts before.
    if (!reviews) {
        fail(job, reviews.error());
        return;
    }
    imported.result = std::move(result);
    imported.reviews = *std::move(reviews);
    put(std::move(imported));
}

JobId Engine::exportResults(std::filesystem::path file, ExportTable table, ExportOptions options) {
    const JobId job = m_state->newJob();
    m_state->stopTokenOf(job);
    m_state->io.post([state = m_state.get(), job, file = std::move(file), table = std::move(table), options] {
        const auto report = TransferReporter(job, [state](TransferProgress progress) { state->put(progress); });
        const auto written = labelwright::exportResults(file, table, options, state->stopTokenOf(job), report);
        if (written) state->put(Exported{job, file, *written});
        else state->fail(job, written.error());
        state->ended(job);
    });
    return job;
}

JobId Engine::cacheStatistics() {
    const JobId job = m_state->newJob();
    m_state->storageWriter.post([state = m_state.get(), job] {
        if (!state->cache) {
            state->put(CacheState{job, {}, 0});
            return;
        }
        auto statistics = state->cache->statistics();
        if (statistics) state->put(CacheState{job, *statistics, 0});
        else state->fail(job, statistics.error());
    });
    return job;
}

JobId Engine::trimCache() {
    const JobId job = m_state->newJob();
    m_state->storageWriter.post([state = m_state.get(), job] {
        const auto removed = state->cache ? state->cache->trim() : Result<std::uint64_t>(std::uint64_t{0});
        auto statistics = state->cache ? state->cache->statistics() : Result<ScoreCacheStatistics>(ScoreCacheStatistics{});
        if (removed && statistics) state->put(CacheState{job, *statistics, *removed});
        else state->fail(job, removed ? statistics.error() : removed.error());
    });
    return job;
}

JobId Engine::clearCache() {
    const JobId job = m_state->newJob();
    m_state->storageWriter.post([state = m_state.get(), job] {
        const auto before = state->cache ? state->cache->statistics() : Result<ScoreCacheStatistics>(ScoreCacheStatistics{});
        const auto cleared = state->cache ? state->cache->clear() : Result<void>();
        auto statistics = state->cache ? state->cache->statistics() : Result<ScoreCacheStatistics>(ScoreCacheStatistics{});
        if (!before) state->fail(job, before.error());
        else if (!cleared) state->fail(job, cleared.error());
        else if (!statistics) state->fail(job, statistics.error());
        else state->put(CacheState{job, *statistics, before->scores + before->embeddings});
    });
    return job;
}

}  // namespace labelwright
