#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/engine/engine_event.h"
#include "core/inference/backend.h"
#include "core/jobs/merge_request.h"

namespace labelwright {

struct EngineOptions {
    std::filesystem::path cacheFile;  ///< empty: no score cache at all
    ScoreCacheOptions cache;
    CatalogRoots models;
    std::filesystem::path labelHistory;                         ///< folder of the LabelHistory that every run is noted in; empty: none
    std::string automaticChineseModel = "labelwright-zh-mini";  ///< what "auto" takes for texts with CJK characters
    std::string automaticEnglishModel = "all-MiniLM-L6-v2";     ///< … and for the others; where it is missing, the Chinese one
};

/// The API that window and command line use. Every call returns at once (save… waits for the disk) and may come from any one thread;
/// answers come as events. Owns the threads: inference worker, encode-ahead, storage writer, io.
class Engine {
public:
    Engine(EngineOptions options, std::unique_ptr<Backend> backend);
    /// Cancels what runs, then waits until everything queued for the disk is there.
    ~Engine();
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    /// `wake` is called from the engine's threads once for each pile of events; it must only post a message.
    void onEvents(std::function<void()> wake);
    std::vector<EngineEvent> takeEvents();     ///< what has piled up; may be empty
    std::vector<EngineEvent> waitForEvents();  ///< blocks until there is something

    // Models and devices: ModelsFound, ModelChecked.
    JobId findModels();
    JobId checkModel(const std::string& idOrFolder, const std::string& device, Precision precision);
    void setModelRoots(CatalogRoots roots);

    // Labeling: PlanReady; Started … Finished. A new plan replaces one that still waits.
    JobId plan(LabelingRequest request);
    JobId label(LabelingRequest request);
    void cancel(JobId job);

    // Label sets: MergesSuggested. Names that were never embedded go through the model; nothing else does.
    JobId suggestMerges(MergeRequest request);

    // Files: PreviewReady, Imported, Exported, with TransferProgress on the way.
    JobId previewImport(ImportSource source, ImportOptions options);
    JobId importTexts(ImportSource source, ImportOptions options, ImportInto into = {});
    JobId exportResults(std::filesystem::path file, ExportTable table, ExportOptions options);

    // Project: ProjectOpened, ProjectCopied, ProjectCompacted, ProjectBackedUp, BackupsListed, ProjectSalvaged, LabelVersionsRead (at most
    // `most`, the latest first; none without a project), HistoryRead. record() and the save… calls return when the change is on disk;
    // without an open project they do nothing.
    /// A project that cannot be written to is opened for reading, and ProjectOpened says why: edits then fail, what is only remembered
    /// (view, model choice, predictions) is not saved. A backup is kept if work was done since the last one. FileMalformed: see
    /// salvageProject().
    JobId openProject(std::filesystem::path file);
    JobId copyProject(std::filesystem::path target);
    JobId compactProject();
    JobId backUpProject(BackupOccasion occasion);
    /// Of any project, open or not.
    JobId listBackups(std::filesystem::path project);
    /// Puts a backup in the project's place and opens it: ProjectOpened. What was there is kept as a backup too.
    JobId restoreBackup(std::filesystem::path project, std::filesystem::path backup);
    JobId salvageProject(std::filesystem::path damaged, std::filesystem::path target);
    JobId readLabelVersions(std::size_t most);
    /// Of the project, at most `most` entries, the latest first.
    JobId readHistory(std::size_t most);
    /// Of one text.
    JobId readRowHistory(std::uint32_t row, std::size_t most);
    /// A person's edit and its entry in the history, whose number it gives; 0 without a project.
    Result<std::uint64_t> record(const ProjectEdit& edit, const HistoryPlace& place = {});
    /// What a step of the history changed; waits for the disk.
    Result<StoredStep> readStep(std::uint64_t number);
    Result<void> saveModelChoice(const std::string& modelChoice);
    Result<void> saveViewState(const std::string& json);
    /// Predictions can be had again, so this one returns at once; a failure comes as Warning.
    void saveScores(ScoreTable scores, std::vector<std::uint32_t> blocks);
    void clearScores();

    // Cache: CacheState.
    JobId cacheStatistics();
    JobId trimCache();
    JobId clearCache();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace labelwright
