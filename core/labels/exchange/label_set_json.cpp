#include "core/labels/exchange/label_set_json.h"

#include <algorithm>

#include "core/labels/exchange/doccano_labels.h"
#include "core/labels/exchange/json_fields.h"
#include "core/labels/exchange/label_draft.h"
#include "core/labels/kept_apart.h"
#include "core/labels/label_list.h"

namespace labelwright {
namespace {

constexpr int formatVersion = 1;
constexpr std::size_t deepestMerge = 64;

LabelJson toJson(const LabelSet& labels, const Label& label) {
    LabelJson entry;
    const auto add = [&entry](const char* key, const std::string& text) {
        if (!text.empty()) entry[key] = text;
    };
    add("id", label.id);
    entry["name"] = label.name;
    add("description", label.description);
    add("english", label.englishName);
    add("hypothesis", label.hypothesis);
    entry["colour"] = colourText(label.colour);
    add("key", label.key);
    add("parent", findLabel(labels, label.parent) == nullptr ? std::string() : label.parent);
    for (const Label& merged : label.merged) entry["merged"].push_back(toJson(labels, merged));
    return entry;
}

Result<void> readLabel(const LabelJson& entry, LabelDraft& draft, const std::string& fileName, std::size_t depth);

Result<void> readMerged(const LabelJson& entry, LabelDraft& draft, const std::string& fileName, std::size_t depth) {
    const auto list = entry.find("merged");
    if (list == entry.end() || list->is_null()) return {};
    if (!list->is_array()) return malformedLabelFile(fileName, draft.place, "\"merged\" is not a list of labels; write it as [ … ]");
    if (depth == deepestMerge)
        return malformedLabelFile(fileName, draft.place, "labels are merged more than " + std::to_string(deepestMerge) + " deep");
    for (const LabelJson& inner : *list) {
        LabelDraft& merged = addDraft(draft.merged, draft.place + ", merged " + std::to_string(draft.merged.size() + 1));
        if (auto read = readLabel(inner, merged, fileName, depth + 1); !read) return read;
    }
    return {};
}

/// One entry of "labels": an object of ours or of doccano's, or just a name.
Result<void> readLabel(const LabelJson& entry, LabelDraft& draft, const std::string& fileName, std::size_t depth) {
    if (entry.is_string()) {
        draft.label.name = entry.get<std::string>();
        return {};
    }
    if (!entry.is_object())
        return malformedLabelFile(fileName, draft.place, "is neither a name in quotes nor an object with \"name\"; correct it");
    if (isDoccanoLabel(entry)) return readDoccanoLabel(entry, draft, fileName);
    JsonFields fields(entry, fileName, draft.place);
    draft.label.id = fields.text("id");
    draft.label.name = fields.text("name");
    draft.label.description = fields.text("description");
    draft.label.englishName = fields.text("english");
    draft.label.hypothesis = fields.text("hypothesis");
    draft.label.key = fields.text("key");
    draft.parent = fields.text("parent");
    if (auto read = readMerged(entry, draft, fileName, depth); !read) return read;
    const std::string colour = fields.text("colour");
    if (auto state = fields.state(); !state || colour.empty()) return state;
    const auto read = colourOf(colour, fileName, draft.place);
    if (!read) return read.error();
    draft.label.colour = *read;
    return {};
}

Result<void> readHead(const LabelJson& json, LabelPreset& preset, const std::string& fileName) {
    const auto version = json.find("version");
    if (version != json.end() && version->is_number_integer() && version->get<std::int64_t>() > formatVersion)
        return malformedLabelFile(fileName, "", "written by a later version of this program; open it with that one");
    if (const auto revision = json.find("revision"); revision != json.end() && revision->is_number_unsigned())
        preset.labelSet.version = static_cast<std::uint32_t>(std::min<std::uint64_t>(revision->get<std::uint64_t>(), 0xffffffffU));
    JsonFields fields(json, fileName, "");
    preset.labelSet.id = fields.text("id");
    preset.labelSet.name = fields.text("name");
    preset.description = fields.text("description");
    if (std::string hypothesisTemplate = fields.text("template"); !hypothesisTemplate.empty())
        preset.labelSet.hypothesisTemplate = std::move(hypothesisTemplate);
    return fields.state();
}

/// Id of the label that is meant by its id or its name; empty: none is.
LabelId meantLabel(const LabelSet& labels, const std::string& idOrName) {
    if (findLabel(labels, idOrName) != nullptr) return idOrName;
    for (const Label& label : labels.labels)
        if (sameName(label.name, idOrName)) return label.id;
    return {};
}

/// "kept_apart": pairs of ids or names.
Result<void> readPairsApart(const LabelJson& json, LabelSet& labels, const std::string& fileName) {
    const auto list = json.find("kept_apart");
    if (list == json.end() || list->is_null()) return {};
    const auto isPair = [](const LabelJson& entry) {
        return entry.is_array() && entry.size() == 2 && entry[0].is_string() && entry[1].is_string();
    };
    if (!list->is_array() || !std::all_of(list->begin(), list->end(), isPair))
        return malformedLabelFile(fileName, "kept_apart", "is not a list of pairs; write it as [[\"one\", \"two\"], … ]");
    for (const LabelJson& entry : *list) {
        LabelPair pair;
        for (const auto& [text, id] :
             {std::pair(entry[0].get<std::string>(), &pair.left), std::pair(entry[1].get<std::string>(), &pair.right)}) {
            *id = meantLabel(labels, text);
            if (id->empty())
                return malformedLabelFile(fileName, "kept_apart", "\"" + text + "\" is no label of this file; correct or remove it");
        }
        if (pair.left == pair.right) return malformedLabelFile(fileName, "kept_apart", "a label stands beside itself; name two labels");
        labels.keptApart.push_back(std::move(pair));
    }
    return {};
}

Result<LabelJson> parsedJson(std::string_view text, const std::string& fileName) {
    try {
        return LabelJson::parse(text);
    } catch (const LabelJson::parse_error& failure) {
        const auto before = text.substr(0, std::min(failure.byte, text.size()));
        std::string what = failure.what();  // "[json.exception.parse_error.101] parse error at line 1, column 2: …"
        if (const std::size_t colon = what.find(": "); colon != std::string::npos) what.erase(0, colon + 2);
        return malformedLabelFile(fileName, "line " + std::to_string(1 + std::count(before.begin(), before.end(), '\n')),
                                  "is not JSON: " + what);
    } catch (const LabelJson::exception& failure) {
        return malformedLabelFile(fileName, "", std::string("is not JSON that can be read: ") + failure.what());
    }
}

}  // namespace

std::string labelSetToJson(const LabelSet& labels, const std::string& description) {
    LabelJson list = LabelJson::array();
    for (const Label& label : labels.labels) list.push_back(toJson(labels, label));
    LabelJson json{{"labelwright", "label-set"}, {"version", formatVersion}};
    if (!labels.id.empty()) json["id"] = labels.id;
    json["revision"] = labels.version;
    json["name"] = labels.name;
    json["description"] = description;
    json["template"] = labels.hypothesisTemplate;
    json["labels"] = std::move(list);
    for (const LabelPair& pair : withoutStrayPairs(labels).keptApart) json["kept_apart"].push_back({pair.left, pair.right});
    return json.dump(2, ' ', false, LabelJson::error_handler_t::replace);
}

Result<LabelPreset> labelSetFromJson(std::string_view text, const std::string& nameForErrors) {
    const auto json = parsedJson(text, nameForErrors);
    if (!json) return json.error();
    LabelPreset preset;
    if (json->is_object()) {
        if (auto head = readHead(*json, preset, nameForErrors); !head) return head.error();
    }
    const bool listed = json->is_object() && json->contains("labels");
    const LabelJson& list = listed ? json->at("labels") : *json;
    if (!list.is_array())
        return malformedLabelFile(nameForErrors, "", "there is no list of labels; write them as \"labels\": [\"one\", \"two\"]");
    std::vector<LabelDraft> drafts;
    drafts.reserve(list.size());
    for (const LabelJson& entry : list) {
        LabelDraft& draft = addDraft(drafts, "label " + std::to_string(drafts.size() + 1));
        if (auto read = readLabel(entry, draft, nameForErrors, 0); !read) return read.error();
    }
    auto labels = labelsOf(std::move(drafts), nameForErrors);
    if (!labels) return labels.error();
    preset.labelSet.labels = *std::move(labels);
    if (listed) {
        if (auto read = readPairsApart(*json, preset.labelSet, nameForErrors); !read) return read.error();
    }
    if (preset.labelSet.id.empty()) preset.labelSet.id = newId();
    if (auto valid = checkTemplate(preset.labelSet.hypothesisTemplate); !valid)
        return malformedLabelFile(nameForErrors, "template", valid.error().detail);
    return preset;
}

}  // namespace labelwright
