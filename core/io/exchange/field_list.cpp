#include "core/io/exchange/field_list.h"

#include <algorithm>

#include "core/io/json_text.h"

namespace labelwright {
void FieldList::data(std::string_view name, Element value) {
    RecordField field{std::string(name), writtenValue(value), value.is_string(), value.is_null()};
    const auto taken = [&](const std::string& column) {
        return std::any_of(m_fields.begin(), m_fields.end(), [&](const RecordField& other) { return other.column == column; });
    };
    while (taken(field.column)) field.column.insert(0, "source_");
    m_fields.push_back(std::move(field));
}

void FieldList::text(std::string_view column, std::string_view value) { m_fields.push_back({std::string(column), std::string(value)}); }

void FieldList::everyKey(const std::optional<Element>& object) {
    simdjson::dom::object keys;
    if (!object || object->get(keys) != simdjson::SUCCESS) return;
    for (const auto& [key, value] : keys) data(key, value);
}

void FieldList::decided(const std::vector<std::string>& labels) { text(humanLabelsColumn, jsonStrings(labels)); }

void FieldList::note(std::string_view note) {
    if (!note.empty()) text(humanNoteColumn, note);
}

void FieldList::predicted(const std::vector<std::string>& labels) {
    if (!labels.empty()) text(predictionColumn, labels.size() == 1 ? labels.front() : jsonStrings(labels));
}

MaybeElement member(simdjson::dom::object object, std::string_view key) {
    simdjson::dom::element value;
    if (object.at_key(key).get(value) != simdjson::SUCCESS) return std::nullopt;
    return value;
}

MaybeElement member(simdjson::dom::element element, std::string_view key) {
    simdjson::dom::object object;
    if (element.get(object) != simdjson::SUCCESS) return std::nullopt;
    return member(object, key);
}

MaybeElement member(const MaybeElement& element, std::string_view key) { return element ? member(*element, key) : std::nullopt; }

std::string_view stringOf(const MaybeElement& element) {
    std::string_view text;
    if (!element || element->get(text) != simdjson::SUCCESS) return {};
    return text;
}

bool isObject(const MaybeElement& element) { return element && element->is_object(); }
bool isArray(const MaybeElement& element) { return element && element->is_array(); }

bool isTrue(const MaybeElement& element) {
    bool value = false;
    return element && element->get(value) == simdjson::SUCCESS && value;
}

std::vector<simdjson::dom::element> itemsOf(const MaybeElement& element) {
    std::vector<simdjson::dom::element> items;
    simdjson::dom::array array;
    if (element && element->get(array) == simdjson::SUCCESS) items.assign(array.begin(), array.end());
    return items;
}

std::vector<std::string> namesOf(const MaybeElement& element) {
    std::vector<std::string> names;
    simdjson::dom::array array;
    if (!element) return names;
    if (element->get(array) != simdjson::SUCCESS) {
        if (element->is_string()) names.emplace_back(stringOf(element));
        return names;
    }
    for (const simdjson::dom::element item : array) {
        if (item.is_string()) names.emplace_back(stringOf(item));
    }
    return names;
}

std::string writtenValue(simdjson::dom::element value) {
    if (value.is_null()) return {};
    std::string_view text;
    return value.get(text) == simdjson::SUCCESS ? std::string(text) : simdjson::minify(value);
}

}  // namespace labelwright
