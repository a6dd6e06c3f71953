#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "tests/architecture/source_file.h"

namespace labelwright::architecture {

/// Includes point downward: each file includes only its own layer and those that layers() allows.
std::vector<Violation> brokenLayers(const std::vector<SourceFile>& sources);

/// `#include "..."` names a file of the repository by its path from the root; everything else is included with <...>.
std::vector<Violation> includesNotFromRoot(const std::vector<SourceFile>& sources, const std::function<bool(std::string_view)>& exists);

/// Libraries stay in their folders: Qt in ui/ and app/gui, libtorch in core/torch_backend, SQLite in core/storage, QCustomPlot in the .cpp
/// files of ui/charts; core/inference includes nothing that does I/O or starts a thread.
std::vector<Violation> strayLibraries(const std::vector<SourceFile>& sources);

/// Headers of core/torch_backend that others include pull in no libtorch header, not even through other headers: libtorch breaks on Qt's
/// `slots` macro.
std::vector<Violation> torchInPublicHeaders(const std::vector<SourceFile>& sources);

}  // namespace labelwright::architecture
