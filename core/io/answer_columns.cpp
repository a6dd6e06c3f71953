#include "core/io/answer_columns.h"

#include <algorithm>

#include "core/domain/review.h"
#include "core/io/exchange/record_format.h"
#include "core/io/label_cell.h"

namespace labelwright {
namespace {

bool isTrue(std::string_view cell) { return cell == "true" || cell == "TRUE" || cell == "True" || cell == "1"; }

/// A decision of our own tables may be that no label fits, which leaves the cell empty.
bool saysDecided(std::string_view review) {
    return review == reviewStateName(ReviewState::Accepted) || review == reviewStateName(ReviewState::Corrected);
}

}  // namespace

bool AnswerColumns::uses(std::size_t column) const noexcept {
    return column == labels || column == deferred || column == flagged || column == note || column == review || column == source;
}

std::optional<AnswerColumns> answerColumns(const std::vector<std::string>& columns, const ImportOptions& options) {
    const auto named = [&](const std::string& name) -> std::optional<std::size_t> {
        const auto found = std::find(columns.begin(), columns.end(), name);
        if (found == columns.end()) return std::nullopt;
        return static_cast<std::size_t>(found - columns.begin());
    };
    if (options.labelColumn && options.labelColumn->empty()) return std::nullopt;

    AnswerColumns answers;
    answers.separator = options.labelSeparator.value_or('|');
    std::optional<std::size_t> labels;
    if (options.labelColumn) labels = named(*options.labelColumn);
    else labels = named(humanLabelsColumn);
    if (!labels && !options.labelColumn) labels = named("human_label");
    if (!labels && !options.labelColumn) {
        answers.source = named(labelSourceKey);
        if (answers.source) labels = named("labels");
        if (answers.source && !labels) labels = named("label");
    }
    if (!labels) return std::nullopt;
    answers.labels = *labels;
    const bool ours = columns[*labels] == humanLabelsColumn || columns[*labels] == "human_label";
    if (!ours) return answers;
    answers.review = named("review");
    answers.deferred = answers.review ? named("deferred") : named(humanDeferredColumn);
    answers.note = answers.review ? named("note") : named(humanNoteColumn);
    answers.flagged = answers.review ? named("flagged") : named(humanFlaggedColumn);
    return answers;
}

std::optional<GivenAnswer> answerIn(const AnswerColumns& columns, std::span<const std::string_view> cells) {
    const auto cell = [&](const std::optional<std::size_t>& column) {
        return column && *column < cells.size() ? cells[*column] : std::string_view();
    };
    if (columns.source && cell(columns.source) != "human") return std::nullopt;
    GivenAnswer answer;
    const std::string_view labels = cell(columns.labels);
    answer.labels = labelsInCell(labels, columns.separator);
    answer.decided = !labels.empty() || saysDecided(cell(columns.review));
    answer.deferred = isTrue(cell(columns.deferred));
    answer.flagged = isTrue(cell(columns.flagged));
    answer.note = cell(columns.note);
    if (!answer.decided && !answer.deferred && !answer.flagged && answer.note.empty()) return std::nullopt;
    return answer;
}

}  // namespace labelwright
