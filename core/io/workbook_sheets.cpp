#include "core/io/workbook_sheets.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <chrono>
#include <string>

#include "core/io/json_text.h"
#include "core/io/row_writer.h"

namespace labelwright {
namespace {

void labelRow(const LabelSet& labels, const Label& label, const std::string& aliasOf, CellWriter& cells) {
    cells.text(label.id);
    cells.text(label.name);
    const Label* parent = label.parent.empty() ? nullptr : findLabel(labels, label.parent);
    cells.text(parent ? parent->name : std::string());
    cells.text(label.description);
    cells.text(hypothesisOf(labels, label));
    cells.plain(fmt::format("#{:06x}", label.colour));
    cells.text(label.key);
    cells.text(aliasOf);
    cells.endRow();
    for (const Label& merged : label.merged) labelRow(labels, merged, label.name, cells);
}

}  // namespace

void writeLabelSheet(const ExportTable& table, CellWriter& cells) {
    for (const char* name : {"id", "name", "parent", "definition", "hypothesis", "color", "shortcut", "alias_of"}) cells.plain(name);
    cells.endRow();
    for (const Label& label : table.labels.labels) labelRow(table.labels, label, {}, cells);
}

void writeInfoSheet(const ExportTable& table, CellWriter& cells) {
    const auto say = [&cells](const char* what, const std::string& value) {
        cells.plain(what);
        cells.text(value, NumberCells::AsTheyAre);
        cells.endRow();
    };
    cells.plain("what");
    cells.plain("value");
    cells.endRow();
    say("program", "Labelwright");
    say("date", fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::chrono::system_clock::to_time_t(std::chrono::system_clock::now()))));
    say("source", table.dataset->source().name);
    say("label_set", table.labels.name);
    say("label_set_version", std::to_string(table.labels.version));
    say("template", table.labels.hypothesisTemplate);
    say("model", modelNames(table));
    const bool several = table.selection.mode == SelectionMode::EveryAboveThreshold;
    say("labels_per_text", several ? "every label above the threshold" : "the best label");
    say("threshold", shortestNumber(table.selection.threshold, ""));
    say("texts", std::to_string(table.rows.size()));
    say("texts_decided_by_people", std::to_string(table.reviews.decidedRows()));
}

}  // namespace labelwright
