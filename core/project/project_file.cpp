#include "core/project/project_file.h"

#include <algorithm>
#include <utility>

#include "core/base/log.h"
#include "core/project/project_schema.h"
#include "core/project/stored_dataset.h"
#include "core/project/stored_labels.h"
#include "core/project/stored_reviews.h"
#include "core/project/stored_scores.h"
#include "core/project/stored_settings.h"
#include "core/storage/journal.h"
#include "core/storage/transaction.h"

namespace labelwright {

struct ProjectFile::State {
    State(std::filesystem::path path, Database opened) : file(std::move(path)), database(std::move(opened)) {}

    std::filesystem::path file;
    Database database;

    /// Runs `write` in one transaction; on disk when it returns without an error, undone otherwise.
    template <typename Write>
    Result<void> commit(Write write) {
        auto transaction = Transaction::begin(database, TransactionKind::Write);
        if (!transaction) return transaction.error();
        if (Result<void> written = write(database); !written) return written;
        return transaction->commit();
    }
};

namespace {

/// The log of a program that ended without closing the file, or that still has it open.
bool hasLog(const std::filesystem::path& file) {
    std::error_code absent;
    const auto bytes = std::filesystem::file_size(file.string() + "-wal", absent);
    return !absent && bytes > 0;
}

Result<Database> openDatabase(const std::filesystem::path& file) {
    const bool afterCrash = hasLog(file);
    auto database = Database::open(file, OpenMode::CreateIfMissing);
    if (!database) return database.error();
    // Until it is known to be a whole project of ours, closing must not write to it.
    database->setLogOnClose(LogOnClose::LeaveAsItIs);
    const Journal journal = safeJournal(file.has_parent_path() ? file.parent_path() : ".");
    if (auto prepared = prepareJournal(*database, journal); !prepared) return prepared.error();
    if (auto set = database->execute("PRAGMA page_size=8192; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536"); !set) return set.error();
    if (afterCrash) {
        if (auto whole = database->checkStructure(); !whole) return whole.error();
    }
    if (auto current = bringUpToDate(*database, projectSchema()); !current) return current.error();
    if (auto used = useJournal(*database, journal); !used) return used.error();
    if (auto set = database->execute("PRAGMA journal_size_limit=67108864"); !set) return set.error();
    database->setLogOnClose(LogOnClose::CheckpointAndRemove);
    return database;
}

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

}  // namespace

ProjectFile::ProjectFile(std::unique_ptr<State> state) : m_state(std::move(state)) {}
ProjectFile::ProjectFile(ProjectFile&&) noexcept = default;
ProjectFile& ProjectFile::operator=(ProjectFile&&) noexcept = default;
ProjectFile::~ProjectFile() = default;

Result<ProjectFile> ProjectFile::open(const std::filesystem::path& file) {
    auto database = openDatabase(file);
    if (!database) return database.error();
    return ProjectFile(std::make_unique<State>(file, std::move(*database)));
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
    return contents;
}

Result<void> ProjectFile::saveDataset(const Dataset& dataset) {
    auto saved = m_state->commit([&dataset](Database& database) -> Result<void> {
        if (auto forgotten = deleteScores(database); !forgotten) return forgotten;
        if (auto kept = setReviewsAside(database); !kept) return kept;
        if (auto written = writeDataset(database, dataset); !written) return written;
        return bringReviewsBack(database, dataset);
    });
    if (!saved) return saved;
    // The log has grown by the whole dataset. The texts are committed, so a log that stays long is no failure of saving them.
    if (auto shrunk = m_state->database.execute("PRAGMA wal_checkpoint(TRUNCATE)"); !shrunk)
        log::warning("project: " + shrunk.error().detail);
    return {};
}

Result<void> ProjectFile::saveLabels(const LabelSet& labels) { return saveLabels(labels, {}, {}); }

Result<void> ProjectFile::saveLabels(const LabelSet& labels, std::span<const std::uint32_t> rows, std::span<const Review> reviews) {
    return m_state->commit([&labels, rows, reviews](Database& database) -> Result<void> {
        if (auto present = checkRows(database, rows); !present) return present;
        if (auto written = writeLabels(database, labels); !written) return written;
        return writeReviews(database, rows, reviews);
    });
}

Result<std::vector<LabelVersion>> ProjectFile::labelVersions(std::size_t most) const {
    const auto transaction = Transaction::begin(m_state->database, TransactionKind::Read);
    if (!transaction) return transaction.error();
    return readLabelVersions(m_state->database, most);
}

Result<void> ProjectFile::saveSelection(const Selection& selection) {
    return m_state->commit([&selection](Database& database) { return writeSelection(database, selection); });
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

Result<void> ProjectFile::saveReviews(std::span<const std::uint32_t> rows, std::span<const Review> reviews) {
    return m_state->commit([rows, reviews](Database& database) -> Result<void> {
        if (auto present = checkRows(database, rows); !present) return present;
        return writeReviews(database, rows, reviews);
    });
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

const std::filesystem::path& ProjectFile::path() const noexcept { return m_state->file; }

}  // namespace labelwright
