#include "core/checkpoint/json_fields.h"

#include "core/checkpoint/checkpoint_errors.h"

namespace labelwright {

JsonFields::JsonFields(const nlohmann::json& object, std::filesystem::path file) : m_object(object), m_file(std::move(file)) {
    if (!m_object.is_object()) m_error = fileMalformed(m_file, "line 1, column 1", "it must be an object");
}

const nlohmann::json* JsonFields::valueOf(const char* key) {
    if (m_error) return nullptr;
    const auto found = m_object.find(key);
    return found == m_object.end() || found->is_null() ? nullptr : &*found;
}

void JsonFields::fail(const char* key, const std::string& what) {
    if (!m_error) m_error = fileMalformed(m_file, key, what);
}

std::uint32_t JsonFields::count(const char* key, std::uint32_t fallback, std::uint32_t lowest, std::uint32_t highest) {
    const nlohmann::json* value = valueOf(key);
    if (value == nullptr) return fallback;
    if (!value->is_number_unsigned() || value->get<std::uint64_t>() < lowest || value->get<std::uint64_t>() > highest) {
        fail(key, "it must be a whole number from " + std::to_string(lowest) + " to " + std::to_string(highest));
        return fallback;
    }
    return value->get<std::uint32_t>();
}

double JsonFields::real(const char* key, double fallback) {
    const nlohmann::json* value = valueOf(key);
    if (value == nullptr) return fallback;
    if (!value->is_number()) {
        fail(key, "it must be a number");
        return fallback;
    }
    return value->get<double>();
}

std::string JsonFields::text(const char* key, std::string fallback) {
    const nlohmann::json* value = valueOf(key);
    if (value == nullptr) return fallback;
    if (!value->is_string()) {
        fail(key, "it must be a text");
        return fallback;
    }
    return value->get<std::string>();
}

bool JsonFields::flag(const char* key, bool fallback) {
    const nlohmann::json* value = valueOf(key);
    if (value == nullptr) return fallback;
    if (!value->is_boolean()) {
        fail(key, "it must be true or false");
        return fallback;
    }
    return value->get<bool>();
}

std::vector<std::string> JsonFields::texts(const char* key) {
    const nlohmann::json* value = valueOf(key);
    std::vector<std::string> texts;
    if (value == nullptr) return texts;
    if (value->is_string()) return {value->get<std::string>()};
    if (!value->is_array()) fail(key, "it must be a text or a list of texts");
    for (const nlohmann::json& item : *value) {
        if (item.is_string()) {
            texts.push_back(item.get<std::string>());
        } else {
            fail(key, "it must be a text or a list of texts");
        }
    }
    return texts;
}

}  // namespace labelwright
