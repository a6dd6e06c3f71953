#pragma once

#include <string>

#include "core/base/error.h"

namespace labelwright::cli {

constexpr int exitUsage = 2;        ///< wrong arguments, labels or template
constexpr int exitInput = 3;        ///< the input cannot be read
constexpr int exitModel = 4;        ///< the model is unknown, incomplete or refused
constexpr int exitDevice = 5;       ///< device, precision or memory
constexpr int exitOutput = 6;       ///< the output or a store cannot be written
constexpr int exitInternal = 70;    ///< a defect of the program
constexpr int exitCancelled = 130;  ///< interrupted

int exitCodeOf(ErrorCode code) noexcept;
/// The table of exit codes for --help.
std::string exitCodeHelp();
std::string version();

/// For what only reads a model: a file of it that cannot be read makes the model unusable, not the input.
Error modelError(Error error);

/// "error: <detail>" on standard error; gives the exit code.
int reportError(const Error& error);

}  // namespace labelwright::cli
