#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "core/base/result.h"

namespace labelwright {

using LabelJson = nlohmann::ordered_json;

/// Reads texts of one JSON object and remembers the first that is something else.
class JsonFields {
public:
    JsonFields(const LabelJson& object, const std::string& fileName, std::string place)
        : m_object(object), m_fileName(fileName), m_place(std::move(place)) {}

    /// Empty where there is none, or null.
    std::string text(const char* key);
    Result<void> state() const;

private:
    const LabelJson& m_object;
    const std::string& m_fileName;
    std::string m_place;
    std::string m_wrongKey;
};

}  // namespace labelwright
