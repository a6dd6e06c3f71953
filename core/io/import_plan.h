#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/io/byte_source.h"
#include "core/io/column_guess.h"
#include "core/io/row_parser.h"

namespace labelwright {

/// How a source is to be read: what the user said, and for the rest what its start shows.
struct ImportPlan {
    ImportOptions options;  ///< every option set
    double encodingConfidence = 1;
    std::vector<std::string> columns;       ///< of JSON Lines: those that occur in the start
    std::optional<std::size_t> textColumn;  ///< nothing: none was wanted
    std::optional<std::size_t> idColumn;
    CellRows rows;                     ///< the first good rows, cells in column order
    std::vector<std::uint64_t> lines;  ///< where each of them begins
};

/// Reads at most the first 256 KiB and rewinds. `name` gives the file name extension.
Result<ImportPlan> planImport(ByteSource& source, const std::string& name, const ImportOptions& options);

/// A parser of the whole source, header included, for the plan's columns.
std::unique_ptr<RowParser> parserFor(const ImportPlan& plan);

/// The place of the text (or id) column by its name; arguments of the error: "textColumn" or "idColumn", the name.
Result<std::size_t> columnNamed(const std::vector<std::string>& columns, const std::string& name, const char* option);

}  // namespace labelwright
