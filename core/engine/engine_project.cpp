#include "core/engine/engine_state.h"
#include "core/storage/journal.h"

namespace labelwright {
namespace {

/// For these reasons a project that cannot be written to is read: another program has it, a later version wrote it, its place is read-only.
bool canStillBeRead(const Error& error) {
    return error.code == ErrorCode::StorageHeld || error.code == ErrorCode::StorageNewer || error.code == ErrorCode::FileUnwritable;
}

}  // namespace

void Engine::State::openProject(JobId job, const std::filesystem::path& file) {
    std::optional<Error> readOnly;
    auto opened = ProjectFile::open(file);
    std::error_code absent;
    if (!opened && canStillBeRead(opened.error()) && std::filesystem::exists(file, absent)) {
        readOnly = opened.error();
        opened = ProjectFile::openForReading(file);
    }
    auto contents = opened ? opened->load() : Result<ProjectContents>(opened.error());
    if (!contents) {
        fail(job, contents.error());
        return;
    }
    project.emplace(*std::move(opened));
    const bool writable = !readOnly;
    put(ProjectOpened{job, file, *std::move(contents), std::move(readOnly)});
    if (!writable) return;
    if (safeJournal(std::filesystem::absolute(file).parent_path()) == Journal::Rollback) {
        keepBackup(BackupOccasion::Opening);
        return;
    }
    // Beside the writer, so that no edit waits for the copy of a large project.
    backups.post([this, file] {
        const auto reader = ProjectFile::openForReading(file);
        if (!reader) return;  // already closed again, and gone
        if (auto kept = backUp(*reader, BackupOccasion::Opening); !kept) warn(kept.error());
    });
}

void Engine::State::keepBackup(BackupOccasion occasion) {
    if (!project || project->forReadingOnly()) return;
    if (auto kept = backUp(*project, occasion); !kept) warn(kept.error());
}

JobId Engine::openProject(std::filesystem::path file) {
    const JobId job = m_state->newJob();
    m_state->storageWriter.post([state = m_state.get(), job, file = std::move(file)] {
        // The one that is open stays so if the other cannot be opened; the same one is let go first.
        std::error_code unknown;
        if (state->project && std::filesystem::equivalent(state->project->path(), file, unknown)) state->project.reset();
        state->openProject(job, file);
    });
    return job;
}

JobId Engine::copyProject(std::filesystem::path target) {
    const JobId job = m_state->newJob();
    m_state->storageWriter.post([state = m_state.get(), job, target = std::move(target)] {
        const auto copied = state->project ? state->project->copyTo(target) : Result<void>();
        if (copied) state->put(ProjectCopied{job, target});
        else state->fail(job, copied.error());
    });
    return job;
}

JobId Engine::compactProject() {
    return m_state->readLater<ProjectCompacted>([](ProjectFile& project) -> Result<CompactedBytes> {
        const auto before = project.facts();
        if (!before) return before.error();
        if (auto compacted = project.compact(); !compacted) return compacted.error();
        const auto after = project.facts();
        if (!after) return after.error();
        return CompactedBytes{before->bytes, after->bytes};
    });
}

JobId Engine::backUpProject(BackupOccasion occasion) {
    return m_state->readLater<ProjectBackedUp>(
        [occasion](ProjectFile& project) -> Result<std::optional<std::filesystem::path>> { return backUp(project, occasion); });
}

JobId Engine::listBackups(std::filesystem::path project) {
    const JobId job = m_state->newJob();
    m_state->io.post([state = m_state.get(), job, project = std::move(project)] {
        auto backups = projectBackups(project);
        if (!backups) {
            state->fail(job, backups.error());
            return;
        }
        auto present = projectFacts(project);
        state->put(BackupsListed{job, present ? std::optional(*std::move(present)) : std::nullopt, *std::move(backups)});
    });
    return job;
}

JobId Engine::restoreBackup(std::filesystem::path project, std::filesystem::path backup) {
    const JobId job = m_state->newJob();
    m_state->storageWriter.post([state = m_state.get(), job, project = std::move(project), backup = std::move(backup)] {
        state->project.reset();
        const auto restored = labelwright::restoreBackup(project, backup);
        if (!restored) state->fail(job, restored.error());
        // Also after a failure: the window goes on with what is there.
        state->openProject(restored ? job : state->newJob(), project);
    });
    return job;
}

JobId Engine::salvageProject(std::filesystem::path damaged, std::filesystem::path target) {
    const JobId job = m_state->newJob();
    m_state->io.post([state = m_state.get(), job, damaged = std::move(damaged), target = std::move(target)] {
        auto report = labelwright::salvageProject(damaged, target);
        if (report) state->put(ProjectSalvaged{job, *std::move(report)});
        else state->fail(job, report.error());
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
    return m_state->saveNow(
        [&modelChoice](ProjectFile& project) { return project.forReadingOnly() ? Result<void>() : project.saveModelChoice(modelChoice); });
}

Result<void> Engine::saveViewState(const std::string& json) {
    return m_state->saveNow(
        [&json](ProjectFile& project) { return project.forReadingOnly() ? Result<void>() : project.saveViewState(json); });
}

void Engine::saveScores(ScoreTable scores, std::vector<std::uint32_t> blocks) {
    m_state->storageWriter.post([state = m_state.get(), scores = std::move(scores), blocks = std::move(blocks)] {
        if (state->project && !state->project->forReadingOnly()) state->warn(state->project->saveScores(scores, blocks));
    });
}

void Engine::clearScores() {
    m_state->storageWriter.post([state = m_state.get()] {
        if (state->project && !state->project->forReadingOnly()) state->warn(state->project->clearScores());
    });
}

}  // namespace labelwright
