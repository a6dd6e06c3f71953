#include "app/cli/commands/changed_answers.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "core/io/csv_writer.h"

namespace labelwright::cli {
namespace {

using Json = nlohmann::ordered_json;

/// Null: no label.
const Label* labelAt(const LabelSet& labels, std::size_t place) { return place < labels.labels.size() ? &labels.labels[place] : nullptr; }

std::string nameAt(const LabelSet& labels, std::size_t place) {
    const Label* label = labelAt(labels, place);
    return label == nullptr ? "no label" : "\"" + label->name + "\"";
}

Json jsonNameAt(const LabelSet& labels, std::size_t place) {
    const Label* label = labelAt(labels, place);
    return label == nullptr ? Json(nullptr) : Json(label->name);
}

Json namesOf(const LabelSet& labels) {
    Json names = Json::array();
    for (std::size_t place = 0; place <= labels.labels.size(); ++place) names.push_back(jsonNameAt(labels, place));
    return names;
}

}  // namespace

std::string changedAnswersText(const ChangedAnswers& answers, std::size_t most) {
    const AnswerComparison& comparison = answers.comparison;
    std::string text = std::to_string(comparison.changed.size()) + " of " + std::to_string(comparison.compared) + " texts get other labels";
    if (comparison.incomplete > 0) text += "; " + std::to_string(comparison.incomplete) + " have no scores for both and are left out";
    text += '\n';
    std::map<std::pair<std::uint16_t, std::uint16_t>, std::uint64_t> counts;
    for (const ChangedAnswer& changed : comparison.changed) ++counts[{changed.before, changed.after}];
    std::vector<std::pair<std::pair<std::uint16_t, std::uint16_t>, std::uint64_t>> moves(counts.begin(), counts.end());
    std::stable_sort(moves.begin(), moves.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    for (std::size_t i = 0; i < std::min(most, moves.size()); ++i) {
        const auto& [labels, count] = moves[i];
        text += "  " + std::to_string(count) + "  " + nameAt(*answers.before, labels.first) + " -> " +
                nameAt(*answers.after, labels.second) + '\n';
    }
    if (moves.size() > most) text += std::to_string(moves.size() - most) + " more; see --most\n";
    return text;
}

Json changedAnswersJson(const ChangedAnswers& answers) {
    const AnswerComparison& comparison = answers.comparison;
    Json matrix = Json::array();
    for (std::size_t before = 0; before <= comparison.labelsBefore; ++before) {
        Json row = Json::array();
        for (std::size_t after = 0; after <= comparison.labelsAfter; ++after) row.push_back(comparison.at(before, after));
        matrix.push_back(std::move(row));
    }
    Json texts = Json::array();
    for (const ChangedAnswer& changed : comparison.changed) {
        const TextRecord& text = (*answers.texts)[changed.row];
        texts.push_back({{"row", changed.row + 1},
                         {"id", text.id},
                         {"text", text.text},
                         {"before", jsonNameAt(*answers.before, changed.before)},
                         {"after", jsonNameAt(*answers.after, changed.after)}});
    }
    return {{"compared", comparison.compared},
            {"incomplete", comparison.incomplete},
            {"changed", comparison.changed.size()},
            {"labelsBefore", namesOf(*answers.before)},
            {"labelsAfter", namesOf(*answers.after)},
            {"textsBefore", comparison.before},
            {"textsAfter", comparison.after},
            {"matrix", std::move(matrix)},
            {"texts", std::move(texts)}};
}

std::string matrixCsv(const ChangedAnswers& answers) {
    std::string text = "\xEF\xBB\xBF";
    CsvWriter csv(text, FormulaGuard::On);
    const auto cell = [&csv](const Label* label) {
        if (label == nullptr) csv.plain("(none)");
        else csv.text(label->name, NumberCells::AsTheyAre);
    };
    csv.plain("before");
    for (std::size_t after = 0; after <= answers.comparison.labelsAfter; ++after) cell(labelAt(*answers.after, after));
    csv.endRow();
    for (std::size_t before = 0; before <= answers.comparison.labelsBefore; ++before) {
        cell(labelAt(*answers.before, before));
        for (std::size_t after = 0; after <= answers.comparison.labelsAfter; ++after)
            csv.plain(std::to_string(answers.comparison.at(before, after)));
        csv.endRow();
    }
    return text;
}

}  // namespace labelwright::cli
