#include "app/cli/commands/result_table.h"

#include <array>
#include <cstdio>
#include <iostream>

#include "app/cli/commands/console.h"
#include "core/domain/label_reader.h"

namespace labelwright::cli {
namespace {

constexpr std::size_t rowsPrinted = 40;

std::string twoDecimals(float value) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.2f", static_cast<double>(value));
    return text.data();
}

std::string labelsOf(const ExportTable& table, const Decision& decision) {
    std::string names;
    for (const std::uint32_t k : decision.labels) names += (names.empty() ? "" : " | ") + table.labels.labels[k].name;
    return names.empty() ? "–" : names;
}

}  // namespace

void printResults(const ExportTable& table) {
    LabelReader reader(table.labels, table.scores);
    std::vector<std::uint64_t> counts(table.labels.labels.size() + 1, 0);
    std::vector<std::vector<std::string>> lines;
    const std::size_t count = table.rows.size();
    for (std::size_t i = 0; i < count; ++i) {
        reader.read(table.scores, table.rows[i]);
        const Decision decision = reader.decide(table.scores, table.selection);
        for (const std::uint32_t k : decision.labels) ++counts[k];
        if (decision.labels.empty()) ++counts.back();
        if (count > rowsPrinted && i == rowsPrinted / 2) lines.push_back({"…", "", "", ""});
        if (count > rowsPrinted && i >= rowsPrinted / 2 && i < count - rowsPrinted / 2) continue;
        const TextRecord& record = (*table.dataset)[table.rows[i]];
        lines.push_back({std::string(record.id), std::string(record.text), labelsOf(table, decision), twoDecimals(decision.confidence)});
    }
    printTable({"id", "text", "label", "confidence"}, lines);
    std::cout << '\n';
    std::vector<std::vector<std::string>> totals;
    for (std::size_t k = 0; k < table.labels.labels.size(); ++k) totals.push_back({table.labels.labels[k].name, groupedNumber(counts[k])});
    if (counts.back() > 0) totals.push_back({"–", groupedNumber(counts.back())});
    printTable({"label", "texts"}, totals);
}

}  // namespace labelwright::cli
