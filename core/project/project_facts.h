#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "core/base/result.h"

namespace labelwright {

/// What a project holds, in numbers: to tell two states of it apart.
struct ProjectFacts {
    std::uint32_t format = 0;  ///< version of the file format
    std::uint64_t bytes = 0;   ///< of the file, without what its log holds
    std::string texts;         ///< name of the source they came from; empty: none
    std::uint64_t rows = 0;
    std::uint64_t labels = 0;  ///< merged ones not counted
    std::uint64_t decided = 0;
    std::uint64_t deferred = 0;
    std::uint64_t flagged = 0;
    std::uint64_t notes = 0;
    std::uint64_t waiting = 0;    ///< reviews of texts that are not there any more
    std::uint64_t steps = 0;      ///< number of the last entry of the history
    std::int64_t lastStepAt = 0;  ///< seconds since 1970; 0: nothing was done
    std::string lastStep;         ///< its words

    friend bool operator==(const ProjectFacts&, const ProjectFacts&) = default;
};

class Database;
Result<ProjectFacts> readFacts(Database& database);
/// Of a file that may be open elsewhere. Any thread.
Result<ProjectFacts> projectFacts(const std::filesystem::path& file);

}  // namespace labelwright
