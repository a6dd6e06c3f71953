#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/checkpoint/model_catalog.h"
#include "core/domain/dataset_join.h"
#include "core/io/result_export.h"
#include "core/io/text_import.h"
#include "core/jobs/job_event.h"
#include "core/labels/suggestions/merge_suggestion.h"
#include "core/project/project_backups.h"
#include "core/project/project_file.h"
#include "core/project/project_salvage.h"
#include "core/storage/score_cache.h"

namespace labelwright {

struct PlanReady {
    JobId job = 0;
    LabelingPlan plan;
};

struct PreviewReady {
    JobId job = 0;
    ImportPreview preview;
};

/// Bytes read of an import, rows written of an export.
struct TransferProgress {
    JobId job = 0;
    std::uint64_t done = 0;
    std::uint64_t total = 0;
};

/// Where imported texts go.
struct ImportInto {
    ImportWay way = ImportWay::Replace;
    std::shared_ptr<const Dataset> present{};  ///< for Append and LabelsOnly: the texts that are there
};

/// The dataset is read and, if a project is open, stored in it. What the source says that people decided is not stored yet: it is for the
/// receiver to record as an edit.
struct Imported {
    JobId job = 0;
    ImportResult result;    ///< `dataset`: all texts there are now; `answers` are about its rows
    StoredReviews reviews;  ///< those that came over from the texts before, and how many wait; not for LabelsOnly, which changes no text
    ImportWay way = ImportWay::Replace;
    std::uint64_t added = 0;       ///< texts
    std::uint64_t duplicates = 0;  ///< texts that were there already
    std::uint64_t unmatched = 0;   ///< answers about texts that are not there
};

struct Exported {
    JobId job = 0;
    std::filesystem::path file;
    ExportedRows rows;
};

struct ProjectOpened {
    JobId job = 0;
    std::filesystem::path file;
    ProjectContents contents;
    std::optional<Error> readOnly;  ///< why nothing can be saved to it
};

/// The open project was saved as one file elsewhere.
struct ProjectCopied {
    JobId job = 0;
    std::filesystem::path file;
};

struct CompactedBytes {
    std::uint64_t before = 0;
    std::uint64_t after = 0;
};
struct ProjectCompacted {
    JobId job = 0;
    CompactedBytes bytes;
};

/// `file`: none where nothing was done since the last backup.
struct ProjectBackedUp {
    JobId job = 0;
    std::optional<std::filesystem::path> file;
};

/// Backups of a project, the latest first, and what it holds itself; none: it cannot be read.
struct BackupsListed {
    JobId job = 0;
    std::optional<ProjectFacts> present;
    std::vector<ProjectBackup> backups;
};

/// What could be read of a damaged project is in a new one.
struct ProjectSalvaged {
    JobId job = 0;
    SalvageReport report;
};

/// States that the project's labels had, the latest first.
struct LabelVersionsRead {
    JobId job = 0;
    std::vector<LabelVersion> versions;
};

/// What was done in the project, the latest first.
struct HistoryRead {
    JobId job = 0;
    std::vector<HistoryEntry> entries;
};

/// What happened to one text, the latest first.
struct RowHistoryRead {
    JobId job = 0;
    std::vector<RowChange> changes;
};

/// Labels that mean the same, or why none do.
struct MergesSuggested {
    JobId job = 0;
    MergeSuggestions result;
};

struct ModelsFound {
    JobId job = 0;
    std::vector<ModelEntry> models;
    std::vector<Device> devices;
};

/// A model was loaded on trial: every weight checked, two texts scored.
struct ModelChecked {
    JobId job = 0;
    std::string modelId;
    ModelUse use;
    double loadSeconds = 0;
};

struct CacheState {
    JobId job = 0;
    ScoreCacheStatistics statistics;
    std::uint64_t removed = 0;  ///< entries removed by the request, if it was one to trim or clear
};

/// Something the user should see although no job failed: the cache was damaged and rebuilt, a save did not work.
struct Warning {
    Error error;
};

/// Jobs other than labeling end in their own event or in Failed / Cancelled (job_event.h).
using EngineEvent =
    std::variant<Started, RecordsScored, Progress, Finished, Failed, Cancelled, PlanReady, PreviewReady, TransferProgress, Imported,
                 Exported, ProjectOpened, ProjectCopied, ProjectCompacted, ProjectBackedUp, BackupsListed, ProjectSalvaged,
                 LabelVersionsRead, HistoryRead, RowHistoryRead, MergesSuggested, ModelsFound, ModelChecked, CacheState, Warning>;

}  // namespace labelwright
