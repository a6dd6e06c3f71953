#include <gtest/gtest.h>

#include <cstdlib>
#include <numeric>
#include <random>

#include "core/storage/database.h"
#include "tests/core/project/project_samples.h"
#include "tests/support/child_process.h"
#include "tests/support/test_paths.h"

namespace labelwright {
namespace {

using namespace testing;

constexpr std::size_t rows = ScoreTable::blockRows + 300;
constexpr std::uint64_t stepsPerDataset = 16;
constexpr std::uint64_t firstStep = stepsPerDataset;  // texts

/// What a step saves: every 16th other texts, the others labels, predictions, selection and a bulk act in turn.
enum class Kind { Texts, Labels, Scores, Selection, Reviews };

Kind kindOf(std::uint64_t step) {
    if (step % stepsPerDataset == 0) return Kind::Texts;
    switch (step % 4) {
        case 0: return Kind::Labels;
        case 1: return Kind::Scores;
        case 2: return Kind::Reviews;
        default: return Kind::Selection;
    }
}

/// The last step of a kind up to `step`, 0 if there was none.
std::uint64_t lastOf(Kind kind, std::uint64_t step) {
    while (step >= firstStep && kindOf(step) != kind) --step;
    return step >= firstStep ? step : 0;
}

LabelSet labelsOf(std::uint64_t step) {
    LabelSet labels = sampleLabels();
    labels.version = static_cast<std::uint32_t>(step);
    Label label;
    label.id = newId();
    label.name = "step " + std::to_string(step);
    labels.labels.push_back(label);
    return labels;
}

Review bulkReview(std::uint64_t step) { return {true, {sampleLabels().labels[step % 3].id}, false, false, std::to_string(step)}; }

Result<void> save(ProjectFile& project, std::uint64_t step) {
    switch (kindOf(step)) {
        case Kind::Texts: return project.saveDataset(*sampleDataset(rows, std::to_string(step)));
        case Kind::Labels: return project.saveLabels(labelsOf(step));
        case Kind::Selection: return project.saveSelection({SelectionMode::EveryAboveThreshold, static_cast<float>(step), 0, std::nullopt});
        case Kind::Reviews: {
            std::vector<std::uint32_t> all(rows);
            std::iota(all.begin(), all.end(), 0U);
            return project.saveReviews(all, std::vector<Review>(rows, bulkReview(step)));
        }
        case Kind::Scores: break;
    }
    ScoreTable scores(rows);
    scores.addReading(cosineReading());
    for (std::size_t row = 0; row < rows; ++row) scores.set(row, hash128("h"), {static_cast<float>(step)});
    return project.saveScores(scores, std::vector<std::uint32_t>{0, 1});
}

/// Whether the project is exactly what it was after that step.
bool isAfter(const ProjectContents& contents, std::uint64_t step) {
    const std::uint64_t texts = lastOf(Kind::Texts, step);
    const std::uint64_t labels = lastOf(Kind::Labels, step);
    const std::uint64_t selection = lastOf(Kind::Selection, step);
    const std::uint64_t scores = lastOf(Kind::Scores, step);
    if (contents.dataset == nullptr || (*contents.dataset)[rows - 1].id != std::to_string(texts) + "-" + std::to_string(rows - 1))
        return false;
    if (contents.labels.version != labels) return false;
    if (labels != 0 && (contents.labels.labels.size() != 4 || contents.labels.labels[3].name != "step " + std::to_string(labels)))
        return false;
    if (contents.selection.threshold != (selection == 0 ? Selection().threshold : static_cast<float>(selection))) return false;
    const std::uint64_t reviews = lastOf(Kind::Reviews, step);
    const Review said = reviews < texts ? Review() : bulkReview(reviews);  // of the texts before they wait
    for (const std::size_t row : {std::size_t{0}, rows / 2, rows - 1})
        if (contents.reviews.at(row) != said) return false;
    if (scores < texts) return contents.scores.hypotheses().empty();
    const auto column = contents.scores.column(hash128("h"));
    for (const std::size_t row : {std::size_t{0}, ScoreTable::blockRows, rows - 1}) {
        if (contents.scores.at(row, column).yes != static_cast<float>(scores)) return false;
    }
    return contents.scores.reading(rows - 1) == cosineReading();
}

/// LABELWRIGHT_KILLS: more of them than there is time for in every run.
int rounds() {
    const char* asked = std::getenv("LABELWRIGHT_KILLS");
    return asked == nullptr ? 50 : std::max(1, std::atoi(asked));
}

TEST(ProjectKill, killsAtRandomMomentsLoseNothingThatWasSaved) {
    const TemporaryFolder folder;
    const auto file = folder / "survey.lwproj";
    const auto tenSteps = durationOf([other = folder / "undisturbed.lwproj"](const Report&) {
        auto project = ProjectFile::open(other);
        for (std::uint64_t step = firstStep; project.ok() && step < firstStep + 10; ++step)
            if (!save(*project, step)) return 2;
        return 0;
    });
    std::mt19937 random(4711);
    std::uint64_t reached = 0;
    int unreported = 0;
    for (int round = 0; round < rounds(); ++round) {
        const std::uint64_t begin = reached == 0 ? firstStep : reached + 1;
        const auto outcome = ChildProcess([&file, begin](const Report& report) {
                                 auto project = ProjectFile::open(file);
                                 if (!project) return 1;
                                 report(begin - 1);
                                 for (std::uint64_t step = begin;; ++step) {
                                     if (!save(*project, step).ok()) return 2;
                                     report(step);
                                 }
                             }).killAfter(std::chrono::milliseconds(std::uniform_int_distribution<long>(1, tenSteps.count())(random)));
        ASSERT_TRUE(outcome.killed) << "it ended by itself with " << outcome.exitCode;
        ASSERT_FALSE(outcome.reports.empty());
        const std::uint64_t reported = outcome.reports.back();

        auto project = ProjectFile::open(file);
        ASSERT_TRUE(project.ok()) << project.error().detail;
        const auto contents = project->load();
        ASSERT_TRUE(contents.ok()) << contents.error().detail;
        if (reported < firstStep && contents->dataset == nullptr) continue;
        // The step that was under way is there as a whole or not at all.
        const bool nextToo = isAfter(*contents, reported + 1);
        ASSERT_TRUE(nextToo || isAfter(*contents, reported)) << "round " << round << ", step " << reported;
        unreported += nextToo ? 1 : 0;
        reached = nextToo ? reported + 1 : reported;
    }
    EXPECT_GT(reached, firstStep + 20) << "the child hardly got to save anything";
    auto database = Database::open(file, OpenMode::ReadWrite);
    EXPECT_EQ(*database->text("PRAGMA integrity_check"), "ok");
    std::printf("%d kills, %llu steps saved, %d of them committed but not yet reported\n", rounds(),
                static_cast<unsigned long long>(reached - firstStep), unreported);
    RecordProperty("steps", static_cast<int>(reached - firstStep));
    RecordProperty("committed but not yet reported", unreported);
}

}  // namespace
}  // namespace labelwright
