#pragma once

#include <optional>
#include <string>

#include "core/io/text_import.h"

namespace labelwright::cli {

/// How a file of texts is read: rows without text stay, so that input and output rows correspond; the rest is found by looking.
ImportOptions inputOptions(const std::optional<std::string>& textColumn);

/// The error of a file that could not be read, with the option that asked for a column it does not have.
Error inputError(Error error, const std::string& input);

enum class Ids { Kept, Unused };

/// Says on standard error which rows have no output row (at most ten of them), and where ids could not be taken from the file.
void printImportWarnings(const ImportResult& imported, Ids ids);

}  // namespace labelwright::cli
