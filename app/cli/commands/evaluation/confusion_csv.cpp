#include "app/cli/commands/evaluation/confusion_csv.h"

#include "core/io/csv_writer.h"

namespace labelwright::cli {

std::string confusionCsv(const ConfusionMatrix& matrix, const std::vector<std::string>& labels) {
    constexpr const char* none = "(none)";
    std::string text = "\xEF\xBB\xBF";
    CsvWriter csv(text, FormulaGuard::On);
    csv.plain("gold");
    for (const std::string& label : labels) csv.text(label, NumberCells::AsTheyAre);
    csv.plain(none);
    csv.endRow();
    const auto numberOf = [&](std::size_t place) { return place < labels.size() ? static_cast<std::uint32_t>(place) : noLabel; };
    for (std::size_t gold = 0; gold <= labels.size(); ++gold) {
        if (gold < labels.size()) csv.text(labels[gold], NumberCells::AsTheyAre);
        else csv.plain(none);
        for (std::size_t predicted = 0; predicted <= labels.size(); ++predicted)
            csv.plain(std::to_string(matrix.at(numberOf(gold), numberOf(predicted))));
        csv.endRow();
    }
    return text;
}

}  // namespace labelwright::cli
