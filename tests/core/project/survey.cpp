#include "tests/core/project/survey.h"

#include <array>
#include <vector>

namespace labelwright::testing {
namespace {

constexpr std::uint32_t present = 6;  // whatever came later is not part of the story
constexpr std::size_t rows = 30;

std::shared_ptr<const Dataset> texts(std::size_t count) {
    DatasetBuilder builder({"survey.csv", "/home/ana/survey.csv", "text", "id", "csv", "UTF-8"}, {"channel", "date"});
    static const char* const patterns[] = {"请问什么时候发货", "等了一个星期还没收到", "师傅上门很准时", "Where is my order?",
                                           "包装破了，要求退款"};
    for (std::size_t row = 0; row < count; ++row) {
        const std::string date = "2026-05-" + std::to_string(row % 28 + 1);
        const std::array<std::string_view, 2> extras = {row % 2 == 0 ? "app" : "", date};
        builder.add("s" + std::to_string(row + 1), std::string(patterns[row % 5]) + " " + std::to_string(row + 1), extras, row + 2);
    }
    return std::move(builder).build();
}

Label label(const char* id, const char* name, const char* english) {
    Label made;
    made.id = id;
    made.name = name;
    made.englishName = english;
    made.description = std::string("about ") + english;
    made.colour = 0x0072B2;
    return made;
}

Review given(std::vector<LabelId> labels) {
    Review review;
    review.decided = true;
    review.labels = std::move(labels);
    return review;
}

/// Of five rows, the last of which belongs to a text that the second import no longer has.
const std::vector<std::uint32_t> reviewedRows{1, 3, 4, 9, 30};
std::vector<Review> firstReviews() {
    Review flagged;
    flagged.flagged = true;
    flagged.note = "看不懂";
    Review deferred;
    deferred.deferred = true;
    return {given({"complain"}), flagged, deferred, given({"refund", "ask"}), given({"praise"})};
}

Result<void> takeBack(ProjectFile& project, std::uint64_t number) {
    const auto step = project.readStep(number);
    if (!step) return step.error();
    const auto undone = project.record(step->before, {HistoryAct::Undone, number});
    return undone ? Result<void>() : undone.error();
}

}  // namespace

std::shared_ptr<const Dataset> surveyTexts() { return texts(rows); }

LabelSet surveyLabels(std::uint32_t version) {
    LabelSet labels;
    labels.id = "survey";
    labels.name = "售后";
    labels.hypothesisTemplate = "这是{}";
    labels.version = 1;
    labels.labels = {label("ask", "咨询", "question"), label("complain", "投诉", "complaint"), label("praise", "表扬", "praise"),
                     label("refund", "退款", "refund")};
    if (version >= 2) {
        labels.version = 3;
        labels.labels[1].name = "不满";
        labels.labels[1].merged.push_back(labels.labels[3]);
        labels.labels.pop_back();
    }
    if (version >= 5) {
        labels.version = 4;
        labels.keptApart = {{"ask", "praise"}};
    }
    return labels;
}

Selection surveySelection() { return {SelectionMode::EveryAboveThreshold, 0.375F, 0.125F, {}}; }

ScoreTable surveyScores(std::uint32_t version) {
    const LabelSet labels = surveyLabels(version);
    ScoreTable scores(rows);
    scores.addReading({"labelwright-zh-mini",
                       "Labelwright mini",
                       ScoreRule::Cosine,
                       0.0625F,
                       {LogitRole::Cosine},
                       version >= 3 ? Precision::Fp32 : Precision::Auto});
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t column = 0; column < 3; ++column)
            scores.set(row, hypothesisHash(labels, labels.labels[column]), {static_cast<float>(row * 4 + column) / 128});
        scores.setTruncated(row, row == 7);
    }
    return scores;
}

ReviewTable surveyReviews(std::uint32_t version) {
    ReviewTable reviews(rows);
    if (version < 4) return reviews;
    for (std::size_t i = 0; i < reviewedRows.size(); ++i)
        if (reviewedRows[i] < rows) reviews.set(reviewedRows[i], firstReviews()[i]);
    if (version >= 6) reviews.set(2, given({"praise"}));
    return reviews;
}

Result<void> writeSurvey(const std::filesystem::path& file) {
    auto project = ProjectFile::open(file);
    if (!project) return project.error();
    if (auto saved = project->saveDataset(*texts(rows + 1)); !saved) return saved;
    LabelSet labels = surveyLabels(1);
    if (auto saved = project->saveLabels(labels); !saved) return saved;
    labels.version = 2;
    labels.labels[1].name = "不满";
    if (auto saved = project->saveLabels(labels); !saved) return saved;
    if (auto saved = project->saveLabels(surveyLabels(2)); !saved) return saved;
    if (auto saved = project->saveReviews(reviewedRows, firstReviews()); !saved) return saved;
    if (auto saved = project->saveDataset(*surveyTexts()); !saved) return saved;
    if (auto saved = project->saveLabels(surveyLabels(5)); !saved) return saved;
    if (auto saved = project->saveSelection(surveySelection()); !saved) return saved;
    if (auto saved = project->saveModelChoice("labelwright-zh-mini"); !saved) return saved;
    if (auto saved = project->saveViewState("{\"row\":3}"); !saved) return saved;
    const std::vector<std::uint32_t> blocks{0};
    if (auto saved = project->saveScores(surveyScores(present), blocks); !saved) return saved;
    if (auto accepted = project->record({"Accept", {}, {}, {2}, {given({"praise"})}}); !accepted) return accepted.error();
    const auto another = project->record({"Accept another", {}, {}, {12}, {given({"praise"})}});
    return another ? takeBack(*project, *another) : another.error();
}

}  // namespace labelwright::testing
