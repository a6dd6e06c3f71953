#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>

#include "core/base/log.h"
#include "core/engine/engine.h"
#include "core/engine/model_directory.h"
#include "core/jobs/event_inbox.h"
#include "core/jobs/labeling_run.h"
#include "core/jobs/model_shelf.h"
#include "core/jobs/task_thread.h"

namespace labelwright {

/// What the engine's calls share; only its own sources see it.
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
    void openCache();
    void noteUse(const LabelSet& labels);
    /// Puts what was read where it goes, and says so; the io thread.
    void takeImport(JobId job, ImportResult result, const ImportInto& into);
    /// Opens a project for writing, else for reading, and says so; the storage writer.
    void openProject(JobId job, const std::filesystem::path& file);
    /// A backup that fails stops nothing, but is told. The storage writer.
    void keepBackup(BackupOccasion occasion);
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
    TaskThread backups{"backups"};
    TaskThread storageWriter{"storage-writer"};
    TaskThread encodeAhead{"encode-ahead"};
    TaskThread io{"io"};
    TaskThread worker{"inference"};
};

}  // namespace labelwright
