#pragma once

#include <cstdint>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/base/error.h"

namespace labelwright {

/// Private to this folder. Reads fields of one JSON object and keeps the first error, so that a list of fields reads as a list. An absent
/// or null field gives the fallback.
class JsonFields {
public:
    JsonFields(const nlohmann::json& object, std::filesystem::path file);

    std::uint32_t count(const char* key, std::uint32_t fallback, std::uint32_t lowest, std::uint32_t highest);
    double real(const char* key, double fallback);
    std::string text(const char* key, std::string fallback);
    bool flag(const char* key, bool fallback);
    /// A text or a list of texts.
    std::vector<std::string> texts(const char* key);

    const std::optional<Error>& error() const noexcept { return m_error; }

private:
    const nlohmann::json* valueOf(const char* key);
    void fail(const char* key, const std::string& what);

    const nlohmann::json& m_object;
    std::filesystem::path m_file;
    std::optional<Error> m_error;
};

}  // namespace labelwright
