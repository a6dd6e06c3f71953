#pragma once

#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "core/io/row_parser.h"
#include "core/io/text_import.h"

namespace labelwright {

// What GoogleTest prints when a comparison fails.
inline void PrintTo(RejectedRow::Reason reason, std::ostream* out) { *out << rejectReasonName(reason); }

}  // namespace labelwright

namespace labelwright::testing {

/// A row or a rejected one, as a parser gave it.
struct Outcome {
    std::uint64_t line = 0;
    std::vector<std::string> cells;  ///< empty: rejected
    RejectedRow::Reason reason = RejectedRow::Reason::EmptyText;

    friend bool operator==(const Outcome&, const Outcome&) = default;
};
void PrintTo(const Outcome& outcome, std::ostream* out);

Outcome row(std::uint64_t line, std::vector<std::string> cells);
Outcome rejected(std::uint64_t line, RejectedRow::Reason reason);

/// Everything a parser finds in some UTF-8, read in blocks of so many bytes.
std::vector<Outcome> parsedInBlocks(RowParser& parser, const std::string& bytes, std::size_t blockBytes);

/// The texts of an import, in order.
std::vector<std::string> textsOf(const Dataset& dataset);
std::vector<std::string> idsOf(const Dataset& dataset);
/// Line and reason of each rejected row.
std::vector<std::pair<std::uint64_t, RejectedRow::Reason>> rejectsOf(const ImportResult& result);

/// Imports bytes as if they were a file of this name.
Result<ImportResult> importedBytes(const std::string& bytes, const std::string& fileName = "table.csv", const ImportOptions& options = {});
/// Imports tests/fixtures/import/NAME.
Result<ImportResult> importedFixture(const std::string& name, const ImportOptions& options = {});
Result<ImportPreview> previewOfFixture(const std::string& name, const ImportOptions& options = {});

}  // namespace labelwright::testing
