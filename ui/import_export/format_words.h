#pragma once

#include <QString>

#include "core/io/result_export.h"
#include "core/io/text_import.h"

namespace labelwright::ui {

/// The name of a format in a menu.
QString importFormatText(TextFormat format);
QString exportFormatText(ExportFormat format);
/// What the file dialog offers for it: "Excel workbook (*.xlsx)".
QString exportFileFilter(ExportFormat format);
/// What a format is for, in a sentence.
QString exportFormatHint(ExportFormat format);

}  // namespace labelwright::ui
