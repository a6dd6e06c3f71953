#pragma once

#include "app/cli/commands/classify_options.h"

namespace labelwright::cli {

/// What can be said of the files before anything is read or computed (see named_files.h). Gives the format of the output.
Result<ExportFormat> checkFiles(const ClassifyOptions& options);

}  // namespace labelwright::cli
