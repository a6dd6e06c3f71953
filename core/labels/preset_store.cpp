#include "core/labels/preset_store.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>
#include <system_error>
#include <utility>

#include "core/base/utf8.h"
#include "core/labels/exchange/label_set_json.h"
#include "core/labels/label_list.h"

namespace labelwright {
namespace {

constexpr const char* extension = ".json";

Result<LabelPreset> readPreset(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) return Error{ErrorCode::FileUnreadable, "cannot read the preset " + file.string(), {file.string(), "cannot open"}};
    std::ostringstream text;
    text << stream.rdbuf();
    auto preset = labelSetFromJson(text.str(), file.string());
    if (preset) preset->id = file.stem().string();
    return preset;
}

std::vector<LabelPreset> presetsIn(const std::filesystem::path& folder, bool builtIn, std::vector<Error>* problems) {
    std::vector<std::filesystem::path> files;
    std::error_code failed;
    for (const auto& entry : std::filesystem::directory_iterator(folder, failed)) {
        if (entry.path().extension() == extension) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    std::vector<LabelPreset> presets;
    for (const auto& file : files) {
        auto preset = readPreset(file);
        if (preset) {
            preset->builtIn = builtIn;
            presets.push_back(*std::move(preset));
        } else if (problems != nullptr) {
            problems->push_back(preset.error());
        }
    }
    return presets;
}

Error unwritable(const std::filesystem::path& file, const std::string& reason) {
    return {ErrorCode::FileUnwritable, "cannot write the preset " + file.string() + ": " + reason, {file.string(), reason}};
}

}  // namespace

PresetStore::PresetStore(std::filesystem::path builtInFolder, std::filesystem::path userFolder)
    : m_builtInFolder(std::move(builtInFolder)), m_userFolder(std::move(userFolder)) {}

std::vector<LabelPreset> PresetStore::presets(std::vector<Error>* problems) const {
    std::vector<LabelPreset> all = presetsIn(m_builtInFolder, true, problems);
    std::vector<LabelPreset> own = presetsIn(m_userFolder, false, problems);
    std::stable_sort(own.begin(), own.end(), [](const LabelPreset& a, const LabelPreset& b) { return a.labelSet.name < b.labelSet.name; });
    std::move(own.begin(), own.end(), std::back_inserter(all));
    return all;
}

Result<LabelPreset> PresetStore::find(const std::string& idOrName) const {
    const std::vector<LabelPreset> all = presets();
    for (const LabelPreset& preset : all) {
        if (preset.id == idOrName) return preset;
    }
    std::string names;
    for (const LabelPreset& preset : all) {
        if (sameName(preset.labelSet.name, idOrName)) return preset;
        names += (names.empty() ? "" : ", ") + preset.id;
    }
    return Error{ErrorCode::InvalidArgument, "no preset is called \"" + idOrName + "\"; there are: " + names, {"preset", idOrName, names}};
}

Result<LabelPreset> PresetStore::save(const LabelSet& labels, const std::string& description) const {
    LabelPreset preset;
    preset.labelSet = labels;
    preset.description = description;
    // A name saved again replaces its file.
    for (const LabelPreset& own : presetsIn(m_userFolder, false, nullptr)) {
        if (sameName(own.labelSet.name, labels.name)) preset.id = own.id;
    }
    if (preset.id.empty()) preset.id = newId();
    return write(std::move(preset));
}

Result<LabelPreset> PresetStore::write(LabelPreset preset) const {
    const auto file = m_userFolder / (preset.id + extension);
    const auto beside = m_userFolder / (preset.id + ".new");
    std::error_code failed;
    std::filesystem::create_directories(m_userFolder, failed);
    if (failed) return unwritable(file, failed.message());
    {
        std::ofstream stream(beside, std::ios::binary | std::ios::trunc);
        stream << labelSetToJson(preset.labelSet, preset.description) << '\n';
        if (!stream.flush()) return unwritable(file, "write failed");
    }
    std::filesystem::rename(beside, file, failed);
    if (failed) return unwritable(file, failed.message());
    return preset;
}

Result<LabelPreset> PresetStore::own(const std::string& id) const {
    for (LabelPreset& preset : presetsIn(m_userFolder, false, nullptr)) {
        if (preset.id == id) return std::move(preset);
    }
    return Error{
        ErrorCode::InvalidArgument, "\"" + id + "\" is not one of your own presets; duplicate it and change the copy", {"preset", id}};
}

Result<std::string> PresetStore::freeName(const std::string& name, const std::string& besideId) const {
    std::string bare(trimmed(name));
    if (bare.empty()) return Error{ErrorCode::InvalidArgument, "a preset needs a name; write one", {"preset name", "empty"}};
    for (const LabelPreset& preset : presets()) {
        const bool taken = (preset.builtIn || preset.id != besideId) && sameName(preset.labelSet.name, bare);
        if (taken)
            return Error{
                ErrorCode::InvalidArgument, "another preset is called \"" + bare + "\"; choose another name", {"preset name", bare}};
    }
    return bare;
}

Result<LabelPreset> PresetStore::duplicate(const std::string& id, const std::string& name) const {
    auto preset = find(id);
    if (!preset) return preset.error();
    auto bare = freeName(name, {});
    if (!bare) return bare.error();
    preset->id = newId();
    preset->builtIn = false;
    preset->labelSet = withNewIds(std::move(preset->labelSet));
    preset->labelSet.name = *std::move(bare);
    preset->labelSet.version = 1;
    return write(*std::move(preset));
}

Result<LabelPreset> PresetStore::rename(const std::string& id, const std::string& name) const {
    auto preset = own(id);
    if (!preset) return preset.error();
    auto bare = freeName(name, id);
    if (!bare) return bare.error();
    preset->labelSet.name = *std::move(bare);
    return write(*std::move(preset));
}

Result<LabelPreset> PresetStore::describe(const std::string& id, const std::string& description) const {
    auto preset = own(id);
    if (!preset) return preset.error();
    preset->description = trimmed(description);
    return write(*std::move(preset));
}

Result<void> PresetStore::remove(const std::string& id) const {
    const bool own = id.find('/') == std::string::npos && std::filesystem::exists(m_userFolder / (id + extension));
    if (!own)
        return Error{ErrorCode::InvalidArgument, "\"" + id + "\" is not one of your own presets; nothing was deleted", {"preset", id}};
    std::error_code failed;
    std::filesystem::remove(m_userFolder / (id + extension), failed);
    if (failed) return unwritable(m_userFolder / (id + extension), failed.message());
    return {};
}

}  // namespace labelwright
