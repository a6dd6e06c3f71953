#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/domain/label.h"

namespace labelwright {

/// A label that texts were labeled with on this machine, whatever the set and the project.
struct UsedLabel {
    std::string name;           ///< as it was written last
    std::string englishName;    ///< … ; may be empty
    std::uint64_t uses = 0;     ///< runs that asked it
    std::int64_t lastUsed = 0;  ///< seconds since 1970 (UTC)

    friend bool operator==(const UsedLabel&, const UsedLabel&) = default;
};

/// Every label ever used on this machine, by name (foldedName), in one JSON file of a folder: {"labelwright": "label-history", "version":
/// 1, "labels": [{"name", "english", "uses", "last_used"}]}. Names only, no texts; the file may be deleted. Of two programs that note uses
/// at the same moment, one may be lost. Any one thread.
class LabelHistory {
public:
    static constexpr std::size_t mostLabels = 2000;  ///< those not used for longest are forgotten

    explicit LabelHistory(std::filesystem::path folder) : m_folder(std::move(folder)) {}

    /// The most used first; of equally many uses, the latest. None where there is no file yet. FileMalformed, FileUnreadable.
    Result<std::vector<UsedLabel>> labels() const;
    /// A run with these labels begins; merged ones count as well. A damaged file is kept beside as *.damaged, and a new one begun.
    Result<void> noteUse(const LabelSet& labels, std::int64_t now) const;

    std::filesystem::path file() const { return m_folder / "label_history.json"; }

private:
    Result<std::vector<UsedLabel>> labelsToChange() const;

    std::filesystem::path m_folder;
};

}  // namespace labelwright
