#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace labelwright {

/// What could be read of one table of a damaged project.
struct SalvagedTable {
    std::string name;
    std::uint64_t rows = 0;
    std::string problem;  ///< what SQLite said where rows could not be read; empty: everything was read
};

struct SalvageReport {
    std::filesystem::path file;  ///< the new project
    std::vector<SalvagedTable> tables;
    std::uint64_t lostTexts = 0;  ///< stand in it without their words, so that what was said about the others stays with them
    std::uint64_t reviews = 0;

    bool complete() const;  ///< nothing was lost
};

/// Reads what can be read of a damaged project into a new one; the damaged file is only read, a copy of it is worked on. FileUnwritable:
/// there is a file of the new name already. FileMalformed: nothing can be read. Any thread.
Result<SalvageReport> salvageProject(const std::filesystem::path& damaged, const std::filesystem::path& target);

}  // namespace labelwright
