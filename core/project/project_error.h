#pragma once

#include <string>

#include "core/base/error.h"
#include "core/storage/database.h"

namespace labelwright {

/// What SQLite reads without complaint but does not fit together: "<file>: <place>: <what>".
inline Error malformedProject(const Database& database, const std::string& place, const std::string& what) {
    const std::string file = database.file().string();
    return {ErrorCode::FileMalformed, file + ": " + place + ": " + what + "; restore the project from a copy", {file, place, what}};
}

}  // namespace labelwright
