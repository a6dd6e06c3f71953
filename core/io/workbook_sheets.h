#pragma once

#include "core/io/cell_writer.h"
#include "core/io/result_export.h"

namespace labelwright {

// What a workbook says beside the texts.

/// id, name, parent, definition, hypothesis, color, shortcut, alias_of: a row for each label and each that was merged into one.
void writeLabelSheet(const ExportTable& table, CellWriter& cells);
/// What the answers came from: source, label set and version, model, template, rule, threshold, numbers of texts, date.
void writeInfoSheet(const ExportTable& table, CellWriter& cells);

}  // namespace labelwright
