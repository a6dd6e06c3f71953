#pragma once

#include <optional>
#include <string>

#include "core/base/result.h"
#include "core/io/result_export.h"

namespace CLI {
class App;
}

namespace labelwright::cli {

/// --format with the names of the formats of results; unset: the file's extension says it.
void addExportFormat(CLI::App& command, std::optional<ExportFormat>& format);
/// InvalidArgument if neither the option nor the extension says one.
Result<ExportFormat> exportFormatOf(const std::optional<ExportFormat>& format, const std::string& output);

/// A warning on standard error if a format for training had nothing to say of some texts, and a note on a second file.
void printLeftOut(const ExportedRows& rows);

}  // namespace labelwright::cli
