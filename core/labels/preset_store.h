#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/domain/label.h"

namespace labelwright {

/// A label set as JSON, version 1: {"labelwright": "label-set", "version": 1, "name", "template", "description", "labels": [{"name",
/// "description", "english", "hypothesis", "colour": "#rrggbb", "key"}]}. Also reads doccano's and a plain array of names.
std::string labelSetToJson(const LabelSet& labels, const std::string& description);
Result<LabelPreset> labelSetFromJson(std::string_view json, const std::string& nameForErrors);

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

private:
    std::filesystem::path m_builtInFolder;
    std::filesystem::path m_userFolder;
};

}  // namespace labelwright
