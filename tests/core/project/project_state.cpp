#include "tests/core/project/project_state.h"

#include <gtest/gtest.h>

#include <sstream>

#include "core/labels/exchange/label_set_json.h"
#include "core/project/selection_json.h"

namespace labelwright::testing {
namespace {

/// The labels of a set whatever its number.
std::string textOf(LabelSet labels) {
    labels.version = 0;
    return labelSetToJson(labels, "");
}

void printReviews(std::ostream& out, const ReviewTable& reviews) {
    for (const std::uint32_t row : reviews.reviewedRows()) {
        const Review review = reviews.at(row);
        out << "review " << row << ' ' << review.decided << review.deferred << review.flagged << ' ' << review.note;
        for (const LabelId& label : review.labels) out << ' ' << label;
        out << '\n';
    }
}

void printScores(std::ostream& out, const ScoreTable& scores) {
    for (std::size_t column = 0; column < scores.hypotheses().size(); ++column) {
        std::ostringstream values;
        for (std::size_t row = 0; row < scores.rows(); ++row) {
            const PairLogits logits = scores.at(row, column);
            values << logits.yes << ' ' << logits.no << ' ' << logits.neutral << ' ' << int{scores.readingIndex(row)}
                   << scores.truncated(row) << '\n';
        }
        const Hash128 hypothesis = scores.hypotheses()[column];
        const Hash128 all = hash128(values.str());
        out << "column " << hypothesis.high << ' ' << hypothesis.low << ": " << all.high << ' ' << all.low << '\n';
    }
    for (const ScoreReading& reading : scores.readings()) out << "reading " << reading.modelId << '\n';
}

}  // namespace

std::string workOf(const ProjectContents& contents) {
    std::ostringstream out;
    out << "labels " << textOf(contents.labels) << "\nselection " << selectionJson(contents.selection) << '\n';
    printReviews(out, contents.reviews);
    return out.str();
}

std::string stateOf(const ProjectFile& project) {
    const auto contents = project.load();
    const auto versions = project.labelVersions(100'000);
    const auto history = project.history(100'000);
    if (!contents || !versions || !history) {
        ADD_FAILURE() << (!contents ? contents.error() : !versions ? versions.error() : history.error()).detail;
        return "unreadable";
    }
    std::ostringstream out;
    if (contents->dataset != nullptr) {
        const Hash128 hash = contents->dataset->contentHash();
        out << contents->dataset->size() << " texts of " << contents->dataset->source().name << ' ' << hash.high << ' ' << hash.low << '\n';
    }
    out << workOf(*contents) << "version " << contents->labels.version << " of " << contents->highestLabelVersion << '\n';
    for (const LabelVersion& version : *versions) out << version.labels.version << ": " << textOf(version.labels) << '\n';
    out << contents->modelChoice << ' ' << contents->viewState << ' ' << contents->waitingReviews << " waiting\n";
    printScores(out, contents->scores);
    for (const HistoryEntry& entry : *history) {
        out << entry.number << ' ' << static_cast<int>(entry.place.act) << ' ' << entry.place.of << ' ' << entry.place.joins << ' '
            << entry.text << ' ' << entry.rows << ' ' << entry.labelsThen << '\n';
    }
    for (const UndoStep& step : contents->undo.steps) out << "step " << step.number << ' ' << step.text << '\n';
    out << contents->undo.done << " done\n";
    return out.str();
}

}  // namespace labelwright::testing
