#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/domain/label.h"

namespace labelwright {

/// Built-in presets (a folder of JSON files, read-only) and the user's own (another folder, one file each). Any one thread.
class PresetStore {
public:
    PresetStore(std::filesystem::path builtInFolder, std::filesystem::path userFolder);

    /// Built-in first, then the user's by name. A file that cannot be read is skipped and listed in `problems`.
    std::vector<LabelPreset> presets(std::vector<Error>* problems = nullptr) const;
    /// By id, or by name if no id matches.
    Result<LabelPreset> find(const std::string& idOrName) const;
    /// Writes or replaces one of the user's presets; built-in ones are never changed. Written beside and renamed.
    Result<LabelPreset> save(const LabelSet& labels, const std::string& description) const;
    Result<void> remove(const std::string& id) const;

    /// A copy of any preset, the user's own, under a name that no other has; its labels get new ids.
    Result<LabelPreset> duplicate(const std::string& id, const std::string& name) const;
    /// Own presets only; the id stays. A name that another preset has is refused.
    Result<LabelPreset> rename(const std::string& id, const std::string& name) const;
    Result<LabelPreset> describe(const std::string& id, const std::string& description) const;

private:
    Result<LabelPreset> own(const std::string& id) const;
    Result<std::string> freeName(const std::string& name, const std::string& besideId) const;
    Result<LabelPreset> write(LabelPreset preset) const;

    std::filesystem::path m_builtInFolder;
    std::filesystem::path m_userFolder;
};

}  // namespace labelwright
