#pragma once

#include "core/base/result.h"

namespace labelwright::cli {

/// Call first of all: where standard input, output or error is closed, its number would go to the next file opened, and what is meant for
/// the terminal would be written into that file.
void occupyClosedStreams();

/// FileUnwritable if something printed on standard output did not get there (a full disk, a closed stream).
Result<void> flushStandardOutput();

}  // namespace labelwright::cli
