#include "core/project/project_file.h"

#include <sys/stat.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "core/base/log.h"
#include "core/project/project_connection.h"
#include "core/project/project_facts.h"
#include "core/project/stored_dataset.h"
#include "core/project/stored_history.h"
#include "core/project/stored_labels.h"
#include "core/project/stored_reviews.h"
#include "core/project/stored_scores.h"
#include "core/project/stored_settings.h"
#include "core/storage/copy_database.h"
#include "core/storage/sqlite_error.h"
#include "core/storage/transaction.h"

namespace labelwright {

namespace {

/// Which file a name stands for; all 0: none.
using FilePlace = std::pair<std::uint64_t, std::uint64_t>;
FilePlace placeOf(const std::filesystem::path& file) {
    struct stat found {};
    if (stat(file.c_str(), &found) != 0) return {};
    return {found.st_dev, found.st_ino};
}

}  // namespace

struct ProjectFile::State {
    State(std::filesystem::path path, ProjectConnection opened)
        : file(std::move(path)), claim(std::move(opened.claim)), database(std::move(opened.database)), place(placeOf(file)) {}

    std::filesystem::path file;
    std::optional<FileClaim> claim;  // none: for reading only
    Database database;
    FilePlace place;

    /// Runs `write` in one transaction; on disk when it returns without an error, undone otherwise.
    template <typename Write>
    Result<void> commit(Write write) {
        if (!claim) return unwritableDatabase(file, "it was opened for reading only; save a copy to work on");
        // SQLite would write on, into a file that nobody finds any more.
        if (placeOf(file) != place) {
            return Error{ErrorCode::FileNotFound,
                         file.string() + " was moved, replaced or deleted while it was open; save a copy to keep what is here",
                         {file.string()}};
        }
        auto transaction = Transaction::begin(database, TransactionKind::Write);
        if (!transaction) return transaction.error();
        if (Result<void> written = write(database); !written) return written;
        return transaction->commit();
    }
};

namespace {

constexpr std::size_t mostUndoSteps = 200;

/// That there are such texts.
Result<void> checkRows(Database& database, std::span<const std::uint32_t> rows) {
    if (rows.empty()) return {};
    const auto stored = storedRowCount(database);
    if (!stored) return stored.error();
    const std::uint32_t last = *std::max_element(rows.begin(), rows.end());
    if (last < *stored) return {};
    const std::string text = std::to_string(last + 1);
    return Error{ErrorCode::InvalidArgument, "there is no text " + text + " to be reviewed", {"row", text}};
}

/// What the edit is about, as it is now.
Result<ProjectEdit> readBefore(Database& database, const ProjectEdit& edit) {
    ProjectEdit before;
    before.text = edit.text;
    if (edit.labels) {
        auto labels = readLabels(database);
        if (!labels) return labels.error();
        before.labels = *std::move(labels);
    }
    if (edit.selection) {
        const auto selection = readSelection(database);
        if (!selection) return selection.error();
        before.selection = *selection;
    }
    before.rows = edit.rows;
    auto reviews = readReviewsOf(database, edit.rows);
    if (!reviews) return reviews.error();
    before.reviews = *std::move(reviews);
    return before;
}

}  // namespace

ProjectFile::ProjectFile(std::unique_ptr<State> state) : m_state(std::move(state)) {}
ProjectFile::ProjectFile(ProjectFile&&) noexcept = default;
ProjectFile& ProjectFile::operator=(ProjectFile&&) noexcept = default;
ProjectFile::~ProjectFile() = default;

Result<ProjectFile> ProjectFile::open(const std::filesystem::path& file) {
    auto connection = connectForWriting(file);
    if (!connection) return connection.error();
    return ProjectFile(std::make_unique<State>(file, *std::move(connection)));
}

Result<ProjectFile> ProjectFile::openForReading(const std::filesystem::path& file) {
    auto connection = connectForReading(file);
    if (!connection) return connection.error();
    return ProjectFile(std::make_unique<State>(file, *std::move(connection)));
}

Result<ProjectContents> ProjectFile::load() const {
    Database& database = m_state->database;
    const auto transaction = Transaction::begin(database, TransactionKind::Read);
    if (!transaction) return transaction.error();
    ProjectContents contents;
    auto dataset = readDataset(database);
    if (!dataset) return dataset.error();
    contents.dataset = std::move(*dataset);
    auto labels = readLabels(database);
    if (!labels) return labels.error();
    contents.labels = std::move(*labels);
    const auto highest = highestLabelVersion(database);
    if (!highest) return highest.error();
    contents.highestLabelVersion = *highest;
    const auto selection = readSelection(database);
    if (!selection) return selection.error();
    contents.selection = *selection;
    auto modelChoice = readSetting(database, setting::modelChoice, "auto");
    if (!modelChoice) return modelChoice.error();
    contents.modelChoice = std::move(*modelChoice);
    auto viewState = readSetting(database, setting::viewState, "");
    if (!viewState) return viewState.error();
    contents.viewState = std::move(*viewState);
    auto scores = readScores(database, contents.dataset ? contents.dataset->size() : 0);
    if (!scores) return scores.error();
    contents.scores = std::move(*scores);
    auto reviews = readReviews(database, contents.dataset ? contents.dataset->size() : 0);
    if (!reviews) return reviews.error();
    contents.reviews = std::move(*reviews);
    const auto waiting = waitingReviews(database);
    if (!waiting) return waiting.error();
    contents.waitingReviews = *waiting;
    auto names = formerLabelNames(database);
    if (!names) return names.error();
    contents.formerNames = std::move(*names);
    auto undo = readUndoSteps(database, mostUndoSteps);
    if (!undo) return undo.error();
    contents.undo = std::move(*undo);
    return contents;
}

Result<void> ProjectFile::saveDataset(const Dataset& dataset) {
    auto saved = m_state->commit([&dataset](Database& database) -> Result<void> {
        if (auto forgotten = deleteScores(database); !forgotten) return forgotten;
        if (auto kept = setReviewsAside(database); !kept) return kept;
        if (auto written = writeDataset(database, dataset); !written) return written;
        if (auto back = bringReviewsBack(database, dataset); !back) return back;
        const auto logged = writeImport(database, dataset.source().name, dataset.size());
        return logged ? Result<void>() : logged.error();
    });
    if (!saved) return saved;
    // The log has grown by the whole dataset. The texts are committed, so a log that stays long is no failure of saving them.
    if (auto shrunk = m_state->database.execute("PRAGMA wal_checkpoint(TRUNCATE)"); !shrunk)
        log::warning("project: " + shrunk.error().detail);
    return {};
}

Result<std::uint64_t> ProjectFile::record(const ProjectEdit& edit, const HistoryPlace& place) {
    std::uint64_t number = 0;
    auto saved = m_state->commit([&](Database& database) -> Result<void> {
        if (auto present = checkRows(database, edit.rows); !present) return present;
        StoredStep step;
        step.after = edit;
        if (place.act == HistoryAct::Done) {
            auto before = readBefore(database, edit);
            if (!before) return before.error();
            step.before = *std::move(before);
        }
        if (edit.labels) {
            if (auto written = writeLabels(database, *edit.labels); !written) return written;
        }
        if (edit.selection) {
            if (auto written = writeSelection(database, *edit.selection); !written) return written;
        }
        if (auto written = writeReviews(database, edit.rows, edit.reviews); !written) return written;
        const auto logged = writeHistory(database, place, step);
        if (!logged) return logged.error();
        number = *logged;
        return {};
    });
    if (!saved) return saved.error();
    return number;
}

Result<void> ProjectFile::saveLabels(const LabelSet& labels, std::span<const std::uint32_t> rows, std::span<const Review> reviews) {
    const auto number = record({"Labels", labels, {}, {rows.begin(), rows.end()}, {reviews.begin(), reviews.end()}});
    return number ? Result<void>() : number.error();
}

Result<void> ProjectFile::saveReviews(std::span<const std::uint32_t> rows, std::span<const Review> reviews) {
    const auto number = record({"Review", {}, {}, {rows.begin(), rows.end()}, {reviews.begin(), reviews.end()}});
    return number ? Result<void>() : number.error();
}

Result<void> ProjectFile::saveSelection(const Selection& selection) {
    const auto number = record({"Selection", {}, selection, {}, {}});
    return number ? Result<void>() : number.error();
}

Result<StoredStep> ProjectFile::readStep(std::uint64_t number) const {
    const auto transaction = Transaction::begin(m_state->database, TransactionKind::Read);
    if (!transaction) return transaction.error();
    return labelwright::readStep(m_state->database, number);
}

Result<std::vector<HistoryEntry>> ProjectFile::history(std::size_t most) const {
    const auto transaction = Transaction::begin(m_state->database, TransactionKind::Read);
    if (!transaction) return transaction.error();
    return readHistory(m_state->database, most);
}

Result<std::vector<RowChange>> ProjectFile::rowHistory(std::uint32_t row, std::size_t most) const {
    const auto transaction = Transaction::begin(m_state->database, TransactionKind::Read);
    if (!transaction) return transaction.error();
    return readRowHistory(m_state->database, row, most);
}

Result<std::vector<LabelVersion>> ProjectFile::labelVersions(std::size_t most) const {
    const auto transaction = Transaction::begin(m_state->database, TransactionKind::Read);
    if (!transaction) return transaction.error();
    return readLabelVersions(m_state->database, most);
}

Result<void> ProjectFile::saveModelChoice(const std::string& modelChoice) {
    return m_state->commit([&modelChoice](Database& database) { return writeSetting(database, setting::modelChoice, modelChoice); });
}

Result<void> ProjectFile::saveViewState(const std::string& json) {
    return m_state->commit([&json](Database& database) { return writeSetting(database, setting::viewState, json); });
}

Result<void> ProjectFile::saveScores(const ScoreTable& scores, std::span<const std::uint32_t> blocks) {
    return m_state->commit([&scores, blocks](Database& database) -> Result<void> {
        const auto rows = storedRowCount(database);
        if (!rows) return rows.error();
        // Predictions that were on their way while other texts were imported.
        if (*rows != scores.rows()) {
            return Error{ErrorCode::InvalidArgument,
                         "the predictions are for " + std::to_string(scores.rows()) + " texts, the project holds " + std::to_string(*rows),
                         {"scores", std::to_string(scores.rows()), std::to_string(*rows)}};
        }
        return writeScoreBlocks(database, scores, blocks);
    });
}

Result<void> ProjectFile::clearScores() {
    return m_state->commit([](Database& database) { return deleteScores(database); });
}

Result<StoredReviews> ProjectFile::reviews() const {
    Database& database = m_state->database;
    const auto transaction = Transaction::begin(database, TransactionKind::Read);
    if (!transaction) return transaction.error();
    const auto rows = storedRowCount(database);
    if (!rows) return rows.error();
    auto reviews = readReviews(database, *rows);
    if (!reviews) return reviews.error();
    const auto waiting = waitingReviews(database);
    if (!waiting) return waiting.error();
    return StoredReviews{*std::move(reviews), *waiting};
}

Result<void> ProjectFile::copyTo(const std::filesystem::path& target) const {
    std::error_code unknown;
    if (std::filesystem::equivalent(m_state->file, target, unknown)) {
        return Error{
            ErrorCode::InvalidArgument, "a project cannot be copied onto itself; choose another name", {"target", target.string()}};
    }
    return copyDatabase(m_state->database, target);
}

Result<void> ProjectFile::compact() {
    if (!m_state->claim) return m_state->commit([](Database&) { return Result<void>(); });
    return m_state->database.execute("VACUUM; PRAGMA wal_checkpoint(TRUNCATE)");
}

Result<ProjectFacts> ProjectFile::facts() const { return readFacts(m_state->database); }

bool ProjectFile::forReadingOnly() const noexcept { return !m_state->claim; }
const std::filesystem::path& ProjectFile::path() const noexcept { return m_state->file; }

}  // namespace labelwright
