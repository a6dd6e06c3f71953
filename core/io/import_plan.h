#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/io/answer_columns.h"
#include "core/io/byte_source.h"
#include "core/io/column_guess.h"
#include "core/io/json_parser.h"
#include "core/io/row_parser.h"

namespace labelwright {

/// So many rows of the start are looked at.
constexpr std::size_t guessedRows = 500;

/// How a source is to be read: what the user said, and for the rest what its start shows.
struct ImportPlan {
    ImportOptions asked;    ///< what the user said
    ImportOptions options;  ///< every option set
    double encodingConfidence = 1;
    std::vector<std::string> columns;  ///< of JSON: those that occur in the start
    std::vector<std::string> sheets;   ///< of a workbook
    JsonFraming framing = JsonFraming::Lines;
    std::optional<std::size_t> textColumn;  ///< nothing: none was wanted
    std::optional<std::size_t> idColumn;
    std::optional<AnswerColumns> answers;  ///< what people decided
    CellRows rows;                         ///< the first good rows, cells in column order
    std::vector<std::uint64_t> lines;      ///< where each of them begins

    /// Whether the first row names the columns.
    bool headerComes() const;
    /// Whether the columns are only known once every record was seen.
    bool isJson() const;
};

/// Takes each row and each rejected one; `raw` is as it stands in the source.
using OnRow = std::function<void(const ParsedRow& row, std::string_view raw)>;

/// Of a text file, read at most to its first 256 KiB and rewound. `name` gives the file name extension.
Result<ImportPlan> planImport(ByteSource& source, const std::string& name, const ImportOptions& options);

/// A parser of the whole text file, header included, for the plan's columns.
std::unique_ptr<RowParser> parserFor(const ImportPlan& plan);
/// One that finds out the columns of a JSON file.
std::unique_ptr<JsonParser> columnFinder(const ImportPlan& plan);

// Steps of planning that the formats share.
/// Names of the columns, from the first row where that is the header.
void takeHeader(ImportPlan& plan, std::size_t columns);
/// Settles which columns hold text, id and answers. `mayBeText`: one flag a column.
Result<ImportPlan> chosenColumns(ImportPlan plan, std::vector<bool> mayBeText);
/// The same by the names already settled, for columns found since.
Result<void> placeColumns(ImportPlan& plan);

}  // namespace labelwright
