#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/domain/dataset.h"
#include "core/domain/label.h"
#include "core/domain/review_table.h"
#include "core/domain/score_table.h"
#include "core/domain/selection.h"
#include "core/project/history.h"
#include "core/project/label_version.h"
#include "core/project/project_facts.h"

namespace labelwright {

/// What a project holds, as last committed.
struct ProjectContents {
    std::shared_ptr<const Dataset> dataset;  ///< null: nothing imported yet
    LabelSet labels;
    std::uint32_t highestLabelVersion = 0;  ///< a later state of the labels takes a number above it
    Selection selection;
    std::string modelChoice;  ///< "auto", a catalogue id, or a folder
    ScoreTable scores;        ///< predictions; kept here too, so that deleting the cache loses nothing
    ReviewTable reviews;
    std::uint64_t waitingReviews = 0;            ///< of texts that are not there any more; they come back with their text
    std::map<LabelId, std::string> formerNames;  ///< of every label that a version had, by its latest name
    UndoSteps undo;                              ///< what can be taken back or done again
    std::string viewState;                       ///< JSON of the window: sort, filter, current row; the core does not read it
};

/// Reviews of the present texts, and how many wait for theirs.
struct StoredReviews {
    ReviewTable reviews;
    std::uint64_t waiting = 0;
};

/// A project file (*.lwproj): SQLite, WAL, synchronous=FULL, application_id and user_version. Each save… is one transaction, on disk when
/// it returns. One thread at a time (the storage writer).
class ProjectFile {
public:
    /// Opens or creates. StorageNewer for a file of a later version; an older one is backed up (VACUUM INTO "<name>.v<N>.bak"), then
    /// migrated by numbered steps. A file that is not a project, or damaged, is FileMalformed and stays untouched. StorageHeld: another
    /// program has it open for writing.
    static Result<ProjectFile> open(const std::filesystem::path& file);
    /// As it is, also while another program has it, in a folder without write permission, or from a later version as far as it can be
    /// understood. Whatever would change it is FileUnwritable.
    static Result<ProjectFile> openForReading(const std::filesystem::path& file);
    ProjectFile(ProjectFile&&) noexcept;
    ProjectFile& operator=(ProjectFile&&) noexcept;
    ~ProjectFile();

    Result<ProjectContents> load() const;

    /// Replaces the dataset and forgets the predictions (they belonged to the old rows). Reviews go over to the same texts in the new one;
    /// those of texts that are not in it wait in the file until they are imported again.
    Result<void> saveDataset(const Dataset& dataset);
    /// A person's edit and its entry in the history, one transaction for all; gives the entry's number. Every state of the labels stays
    /// as a version under its number (LabelSet::version). What is taken back or done again comes whole as well: the states of the step
    /// (readStep()).
    Result<std::uint64_t> record(const ProjectEdit& edit, const HistoryPlace& place = {});
    /// record() of labels, with the reviews of rows that the edit moves.
    Result<void> saveLabels(const LabelSet& labels, std::span<const std::uint32_t> rows = {}, std::span<const Review> reviews = {});
    Result<void> saveReviews(std::span<const std::uint32_t> rows, std::span<const Review> reviews);
    Result<void> saveSelection(const Selection& selection);
    /// What a step changed. InvalidArgument: there is no such step.
    Result<StoredStep> readStep(std::uint64_t number) const;
    /// The latest first, `most` entries.
    Result<std::vector<HistoryEntry>> history(std::size_t most) const;
    /// What happened to one of the present texts, the latest first.
    Result<std::vector<RowChange>> rowHistory(std::uint32_t row, std::size_t most) const;
    /// States that the labels had, the latest first, `most` of them.
    Result<std::vector<LabelVersion>> labelVersions(std::size_t most) const;
    Result<void> saveModelChoice(const std::string& modelChoice);
    Result<void> saveViewState(const std::string& json);
    /// Stores the columns of `scores` in the row range of the given blocks (ScoreTable::blockRows rows each), readings and truncation
    /// included.
    Result<void> saveScores(const ScoreTable& scores, std::span<const std::uint32_t> blocks);
    Result<void> clearScores();
    Result<StoredReviews> reviews() const;

    /// As one file that is whole, in the place of whatever has that name. Also of a project that was deleted while it was open.
    Result<void> copyTo(const std::filesystem::path& target) const;
    /// Gives back the space of what is no longer there.
    Result<void> compact();
    Result<ProjectFacts> facts() const;

    bool forReadingOnly() const noexcept;
    const std::filesystem::path& path() const noexcept;

private:
    struct State;
    explicit ProjectFile(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace labelwright
