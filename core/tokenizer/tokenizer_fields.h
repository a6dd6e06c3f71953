#pragma once

#include <cstdint>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace labelwright {

Error malformedFile(const std::string& file, const std::string& place, const std::string& what);
/// `what` names the part that is not supported, as the file calls it.
Error unsupportedTokenizer(const std::string& file, const std::string& what);

/// The whole file; refuses more than a tokenizer can need.
Result<std::string> readTokenizerFile(const std::filesystem::path& file);
/// Parsed JSON, an object at the top.
Result<nlohmann::json> parseJsonObject(std::string_view bytes, const std::string& file);

/// Reads fields of JSON objects and remembers the first thing that is wrong, so that a reader asks once at the end of a section.
/// After a failure every answer is the fallback.
class TokenizerFields {
public:
    explicit TokenizerFields(std::string file) : m_file(std::move(file)) {}

    const std::string& file() const noexcept { return m_file; }
    const std::optional<Error>& error() const noexcept { return m_error; }
    void fail(const std::string& place, const std::string& what);
    void fail(Error error);

    /// A missing or null field gives the fallback; another type is a failure. `place` is the path of the object, for messages.
    bool boolean(const nlohmann::json& object, const char* key, bool fallback, const std::string& place);
    std::string text(const nlohmann::json& object, const char* key, const std::string& fallback, const std::string& place);
    /// The same for a field that must be there; an empty object or array of a failure belongs to this reader.
    const nlohmann::json& object(const nlohmann::json& object, const char* key, const std::string& place);
    const nlohmann::json& array(const nlohmann::json& object, const char* key, const std::string& place);
    /// A token id: a whole number below TokenizerRules::idLimit.
    std::uint32_t tokenId(const nlohmann::json& value, const std::string& place);
    /// A count of any size; what does not fit is the largest that does.
    std::uint32_t count(const nlohmann::json& object, const char* key, std::uint32_t fallback, const std::string& place);

private:
    std::string m_file;
    std::optional<Error> m_error;
    const nlohmann::json m_emptyObject = nlohmann::json::object();
    const nlohmann::json m_emptyArray = nlohmann::json::array();
};

}  // namespace labelwright
