#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"

namespace labelwright {

using NamePair = std::pair<std::string, std::string>;

/// The pair that stands for both orders of two names and all ways to write them that a person takes for one (foldedName).
NamePair unorderedNames(std::string_view left, std::string_view right);

/// "Never ask again": pairs of names that are not to be suggested together, whatever the label set, kept on this machine in one JSON file
/// of a folder: {"labelwright": "never-together", "version": 1, "pairs": [["a", "b"]]}. Any one thread; small, so it may be the GUI's.
class NeverTogether {
public:
    explicit NeverTogether(std::filesystem::path folder) : m_folder(std::move(folder)) {}

    /// None where there is no file yet. FileMalformed, FileUnreadable: what is wrong with it and what to do.
    Result<std::vector<NamePair>> pairs() const;
    /// Adds the pair, once. A damaged file is kept beside as *.damaged, and a new one begun. Written beside and renamed.
    Result<void> add(std::string_view left, std::string_view right) const;
    /// Takes the pair out again (undo).
    Result<void> remove(std::string_view left, std::string_view right) const;

    std::filesystem::path file() const { return m_folder / "never_together.json"; }

private:
    Result<void> write(const std::vector<NamePair>& pairs) const;
    Result<std::vector<NamePair>> pairsToChange() const;

    std::filesystem::path m_folder;
};

}  // namespace labelwright
