#include "core/engine/engine.h"

#include <atomic>
#include <map>
#include <mutex>
#include <optional>
#include <utility>

#include "core/base/clock.h"
#include "core/base/log.h"
#include "core/engine/model_directory.h"
#include "core/engine/transfer_reporter.h"
#include "core/jobs/event_inbox.h"
#include "core/jobs/labeling_run.h"
#include "core/jobs/merge_search.h"
#include "core/jobs/task_thread.h"
#include "core/labels/label_history.h"

namespace labelwright {

struct Engine::State {
    State(EngineOptions engineOptions, std::unique_ptr<Backend> engineBackend)
        : options(std::move(engineOptions)), backend(std::move(engineBackend)), shelf(*backend), models(options.models) {}

    JobId newJob() { return nextJob.fetch_add(1); }
    std::stop_token stopTokenOf(JobId job) {
        const std::scoped_lock lock(stopMutex);
        return stops[job].get_token();
    }
    void ended(JobId job) {
        const std::scoped_lock lock(stopMutex);
        stops.erase(job);
    }
    void put(EngineEvent event) { inbox.put(std::move(event)); }
    void fail(JobId job, const Error& error) {
        if (error.code == ErrorCode::Cancelled) {
            put(Cancelled{job, {}});
            return;
        }
        log::reported(std::string(errorCodeName(error.code)) + ": " + error.detail);
        put(Failed{job, error});
    }
    /// Result of a job that ends in one event.
    template <typename Value>
    void finish(JobId job, Result<Value> result) {
        if (result) put(*std::move(result));
        else fail(job, result.error());
        ended(job);
    }
    LabelingContext contextFor(JobId job) {
        return {job,
                shelf,
                [this](const std::string& id) { return models.find(id); },
                options.automaticChineseModel,
                options.automaticEnglishModel,
                cache,
                encodeAhead,
                storageWriter,
                stopTokenOf(job),
                [this](JobEvent event) { std::visit([this](auto&& e) { put(std::forward<decltype(e)>(e)); }, std::move(event)); }};
    }
    void warn(const Result<void>& result) {
        if (result) return;
        log::reported(result.error().detail);
        put(Warning{result.error()});
    }
    void noteUse(const LabelSet& labels);
    void openCache();
    /// What a call on the project gives where none is open.
    template <typename Outcome>
    static Outcome nothing() {
        if constexpr (std::is_void_v<typename Outcome::Value>) return {};
        else return typename Outcome::Value();
    }
    /// Runs a change of the open project on the writer thread, before what waits there, and gives its outcome.
    template <typename Change>
    auto saveNow(Change change) {
        using Outcome = std::invoke_result_t<Change, ProjectFile&>;
        return storageWriter.runFirst([this, change]() -> Outcome { return project ? change(*project) : nothing<Outcome>(); }).get();
    }
    /// Reads from the open project behind what waits for the disk; `Event{job, value}` or a failure.
    template <typename Event, typename Read>
    JobId readLater(Read read) {
        const JobId job = newJob();
        storageWriter.post([this, job, read] {
            using Outcome = std::invoke_result_t<Read, ProjectFile&>;
            auto outcome = project ? read(*project) : nothing<Outcome>();
            if (outcome) put(Event{job, *std::move(outcome)});
            else fail(job, outcome.error());
        });
        return job;
    }

    EngineOptions options;
    std::unique_ptr<Backend> backend;
    ModelShelf shelf;                    // worker thread
    ModelDirectory models;               // any thread
    std::shared_ptr<ScoreCache> cache;   // see ScoreCache
    std::optional<ProjectFile> project;  // storage writer
    EventInbox<EngineEvent> inbox;
    std::atomic<JobId> nextJob{1};
    std::mutex stopMutex;
    std::map<JobId, std::stop_source> stops;
    std::atomic<JobId> waitingPlan{0};
    // Last, so that they end first: their tasks use everything above. The worker ends before the threads it hands work to.
    TaskThread storageWriter{"storage-writer"};
    TaskThread encodeAhead{"encode-ahead"};
    TaskThread io{"io"};
    TaskThread worker{"inference"};
};

void Engine::State::noteUse(const LabelSet& labels) {
    if (options.labelHistory.empty()) return;
    storageWriter.post([this, labels] { warn(LabelHistory(options.labelHistory).noteUse(labels, unixSeconds())); });
}

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

JobId Engine::importTexts(ImportSource source, ImportOptions options) {
    const JobId job = m_state->newJob();
    m_state->stopTokenOf(job);
    m_state->io.post([state = m_state.get(), job, source = std::move(source), options = std::move(options)] {
        const auto report = TransferReporter(job, [state](TransferProgress progress) { state->put(progress); });
        auto result = labelwright::importTexts(source, options, state->stopTokenOf(job), report);
        if (result) {
            // Stored before anybody sees it: what the window shows is on disk.
            auto reviews = state->storageWriter
                               .run([state, dataset = result->dataset]() -> Result<StoredReviews> {
                                   if (!state->project) return StoredReviews{ReviewTable(dataset->size())};
                                   if (auto saved = state->project->saveDataset(*dataset); !saved) return saved.error();
                                   return state->project->reviews();
                               })
                               .get();
            // Texts that are not stored must not be worked on: what is said about them would be kept for the texts before.
            if (reviews) state->put(Imported{job, *std::move(result), *std::move(reviews)});
            else state->fail(job, reviews.error());
        } else {
            state->fail(job, result.error());
        }
        state->ended(job);
    });
    return job;
}

JobId Engine::exportResults(std::filesystem::path file, ExportTable table, ExportOptions options) {
    const JobId job = m_state->newJob();
    m_state->stopTokenOf(job);
    m_state->io.post([state = m_state.get(), job, file = std::move(file), table = std::move(table), options] {
        const auto report = TransferReporter(job, [state](TransferProgress progress) { state->put(progress); });
        const auto written = labelwright::exportResults(file, table, options, state->stopTokenOf(job), report);
        if (written) state->put(Exported{job, file, table.rows.size()});
        else state->fail(job, written.error());
        state->ended(job);
    });
    return job;
}

JobId Engine::openProject(std::filesystem::path file) {
    const JobId job = m_state->newJob();
    m_state->storageWriter.post([state = m_state.get(), job, file = std::move(file)] {
        state->project.reset();
        auto project = ProjectFile::open(file);
        auto contents = project ? project->load() : Result<ProjectContents>(project.error());
        if (!contents) {
            state->fail(job, contents.error());
            return;
        }
        state->project.emplace(*std::move(project));
        state->put(ProjectOpened{job, file, *std::move(contents)});
    });
    return job;
}

JobId Engine::readLabelVersions(std::size_t most) {
    return m_state->readLater<LabelVersionsRead>([most](ProjectFile& project) { return project.labelVersions(most); });
}

JobId Engine::readHistory(std::size_t most) {
    return m_state->readLater<HistoryRead>([most](ProjectFile& project) { return project.history(most); });
}

JobId Engine::readRowHistory(std::uint32_t row, std::size_t most) {
    return m_state->readLater<RowHistoryRead>([row, most](ProjectFile& project) { return project.rowHistory(row, most); });
}

Result<std::uint64_t> Engine::record(const ProjectEdit& edit, const HistoryPlace& place) {
    return m_state->saveNow([&edit, &place](ProjectFile& project) { return project.record(edit, place); });
}

Result<StoredStep> Engine::readStep(std::uint64_t number) {
    return m_state->saveNow([number](ProjectFile& project) { return project.readStep(number); });
}

Result<void> Engine::saveModelChoice(const std::string& modelChoice) {
    return m_state->saveNow([&modelChoice](ProjectFile& project) { return project.saveModelChoice(modelChoice); });
}

Result<void> Engine::saveViewState(const std::string& json) {
    return m_state->saveNow([&json](ProjectFile& project) { return project.saveViewState(json); });
}

void Engine::saveScores(ScoreTable scores, std::vector<std::uint32_t> blocks) {
    m_state->storageWriter.post([state = m_state.get(), scores = std::move(scores), blocks = std::move(blocks)] {
        if (state->project) state->warn(state->project->saveScores(scores, blocks));
    });
}

void Engine::clearScores() {
    m_state->storageWriter.post([state = m_state.get()] {
        if (state->project) state->warn(state->project->clearScores());
    });
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
