#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "core/base/utf8.h"
#include "core/labels/label_list.h"
#include "core/labels/preset_store.h"

namespace labelwright {
namespace {

using Json = nlohmann::ordered_json;

constexpr int formatVersion = 1;
constexpr std::size_t largestFile = std::size_t{16} << 20U;

std::string colourText(std::uint32_t colour) {
    std::array<char, 8> text{};
    std::snprintf(text.data(), text.size(), "#%06x", static_cast<unsigned>(colour & 0xffffffU));
    return text.data();
}

std::uint32_t colourOf(const std::string& text, std::uint32_t otherwise) {
    if (text.size() != 7 || text.front() != '#') return otherwise;
    char* end = nullptr;
    const unsigned long value = std::strtoul(text.c_str() + 1, &end, 16);
    return *end == '\0' ? static_cast<std::uint32_t>(value) : otherwise;
}

std::string textOf(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Error malformed(const std::string& name, const std::string& what) {
    return {ErrorCode::FileMalformed, name + ": " + what, {name, "", what}};
}

/// One entry of "labels": an object, or just a name. doccano calls the name "text" and the colour "background_color".
Result<Label> labelOf(const Json& entry, std::size_t index, const std::string& name) {
    Label label;
    label.id = newId();
    label.colour = labelColour(index);
    if (entry.is_string()) {
        label.name = trimmed(entry.get<std::string>());
    } else if (entry.is_object()) {
        label.name = trimmed(entry.contains("name") ? textOf(entry, "name") : textOf(entry, "text"));
        label.description = textOf(entry, "description");
        label.hypothesis = textOf(entry, "hypothesis");
        label.englishName = textOf(entry, "english");
        label.key = entry.contains("key") ? textOf(entry, "key") : textOf(entry, "suffix_key");
        label.colour = colourOf(entry.contains("colour") ? textOf(entry, "colour") : textOf(entry, "background_color"), label.colour);
    }
    if (label.name.empty()) return malformed(name, "label " + std::to_string(index + 1) + " has no name");
    return label;
}

}  // namespace

std::string labelSetToJson(const LabelSet& labels, const std::string& description) {
    Json list = Json::array();
    for (const Label& label : labels.labels) {
        Json entry{{"name", label.name}};
        if (!label.description.empty()) entry["description"] = label.description;
        if (!label.englishName.empty()) entry["english"] = label.englishName;
        if (!label.hypothesis.empty()) entry["hypothesis"] = label.hypothesis;
        entry["colour"] = colourText(label.colour);
        if (!label.key.empty()) entry["key"] = label.key;
        list.push_back(std::move(entry));
    }
    const Json json{{"labelwright", "label-set"},
                    {"version", formatVersion},
                    {"name", labels.name},
                    {"description", description},
                    {"template", labels.hypothesisTemplate},
                    {"labels", std::move(list)}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

Result<LabelPreset> labelSetFromJson(std::string_view text, const std::string& nameForErrors) {
    if (text.size() > largestFile) return malformed(nameForErrors, "larger than 16 MiB");
    Json json;
    try {
        json = Json::parse(text);
    } catch (const Json::exception& failure) {
        return malformed(nameForErrors, std::string("not JSON: ") + failure.what());
    }
    const Json* list = json.is_array() ? &json : nullptr;
    if (json.is_object()) {
        if (json.contains("version") && json["version"].is_number_integer() && json["version"].get<int>() > formatVersion) {
            return malformed(nameForErrors, "written by a later version of this program");
        }
        if (json.contains("labels")) list = &json["labels"];
    }
    if (list == nullptr || !list->is_array()) return malformed(nameForErrors, "there is no list of labels");

    LabelPreset preset;
    preset.labelSet.id = newId();
    if (json.is_object()) {
        preset.labelSet.name = textOf(json, "name");
        preset.description = textOf(json, "description");
        if (const std::string hypothesisTemplate = textOf(json, "template"); !hypothesisTemplate.empty())
            preset.labelSet.hypothesisTemplate = hypothesisTemplate;
    }
    for (std::size_t i = 0; i < list->size(); ++i) {
        auto label = labelOf((*list)[i], i, nameForErrors);
        if (!label) return label.error();
        const bool doubled = std::any_of(preset.labelSet.labels.begin(), preset.labelSet.labels.end(),
                                         [&](const Label& other) { return sameName(other.name, label->name); });
        if (doubled) return malformed(nameForErrors, "the label \"" + label->name + "\" stands twice");
        preset.labelSet.labels.push_back(*std::move(label));
    }
    if (auto valid = checkLabelSet(preset.labelSet); !valid) return malformed(nameForErrors, valid.error().detail);
    return preset;
}

}  // namespace labelwright
