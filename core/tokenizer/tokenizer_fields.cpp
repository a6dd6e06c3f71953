#include "core/tokenizer/tokenizer_fields.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <limits>
#include <system_error>
#include <utility>

#include "core/tokenizer/tokenizer_rules.h"

namespace labelwright {

using nlohmann::json;

namespace {

std::string at(const std::string& place, const char* key) { return place.empty() ? key : place + "." + key; }

}  // namespace

Error malformedFile(const std::string& file, const std::string& place, const std::string& what) {
    return {ErrorCode::FileMalformed,
            file + (place.empty() ? "" : ", " + place) + ": " + what + "; use an intact copy of the file",
            {file, place, what}};
}

Error unsupportedTokenizer(const std::string& file, const std::string& what) {
    return {ErrorCode::UnsupportedModel, file + ": " + what + " is not supported; only BERT WordPiece tokenizers are", {file, what}};
}

Result<std::string> readTokenizerFile(const std::filesystem::path& file) {
    // The largest multilingual WordPiece vocabularies are below 10 MB.
    constexpr std::uintmax_t limitBytes = 256U << 20U;
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(file, error);
    if (error) {
        const bool missing = error == std::errc::no_such_file_or_directory;
        if (missing) return Error{ErrorCode::FileNotFound, file.string() + " does not exist", {file.string()}};
        return Error{ErrorCode::FileUnreadable, file.string() + " cannot be read: " + error.message(), {file.string(), error.message()}};
    }
    if (size > limitBytes) return malformedFile(file.string(), "", std::to_string(size) + " bytes are too many for a tokenizer's file");
    std::string bytes(static_cast<std::size_t>(size), '\0');
    std::ifstream stream(file, std::ios::binary);
    if (!stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()))) {
        const std::string reason =
            errno != 0 ? std::strerror(errno) : "the file is shorter than the system says";  // NOLINT(concurrency-mt-unsafe)
        return Error{ErrorCode::FileUnreadable, file.string() + " cannot be read: " + reason, {file.string(), reason}};
    }
    return bytes;
}

Result<json> parseJsonObject(std::string_view bytes, const std::string& file) {
    try {
        json parsed = json::parse(bytes.begin(), bytes.end());
        if (!parsed.is_object()) return malformedFile(file, "", std::string("a JSON object was expected, found ") + parsed.type_name());
        return parsed;
    } catch (const json::parse_error& error) {
        return malformedFile(file, "byte " + std::to_string(error.byte), "not valid JSON");
    } catch (const json::exception& error) {
        return malformedFile(file, "", error.what());
    }
}

void TokenizerFields::fail(const std::string& place, const std::string& what) { fail(malformedFile(m_file, place, what)); }

void TokenizerFields::fail(Error error) {
    if (!m_error) m_error = std::move(error);
}

bool TokenizerFields::boolean(const json& object, const char* key, bool fallback, const std::string& place) {
    const auto field = object.find(key);
    if (field == object.end() || field->is_null()) return fallback;
    if (field->is_boolean()) return field->get<bool>();
    fail(at(place, key), std::string("true or false was expected, found ") + field->type_name());
    return fallback;
}

std::string TokenizerFields::text(const json& object, const char* key, const std::string& fallback, const std::string& place) {
    const auto field = object.find(key);
    if (field == object.end() || field->is_null()) return fallback;
    if (field->is_string()) return field->get<std::string>();
    fail(at(place, key), std::string("a string was expected, found ") + field->type_name());
    return fallback;
}

const json& TokenizerFields::object(const json& object, const char* key, const std::string& place) {
    const auto field = object.find(key);
    if (field != object.end() && field->is_object()) return *field;
    fail(at(place, key), std::string("an object was expected, found ") + (field == object.end() ? "nothing" : field->type_name()));
    return m_emptyObject;
}

const json& TokenizerFields::array(const json& object, const char* key, const std::string& place) {
    const auto field = object.find(key);
    if (field != object.end() && field->is_array()) return *field;
    fail(at(place, key), std::string("an array was expected, found ") + (field == object.end() ? "nothing" : field->type_name()));
    return m_emptyArray;
}

std::uint32_t TokenizerFields::tokenId(const json& value, const std::string& place) {
    if (!value.is_number_unsigned()) {
        fail(place, std::string("a token id was expected, found ") + (value.is_number() ? value.dump() : value.type_name()));
        return 0;
    }
    const auto id = value.get<std::uint64_t>();
    if (id >= TokenizerRules::idLimit) {
        fail(place, "the token id " + std::to_string(id) + " is too large (at most " + std::to_string(TokenizerRules::idLimit - 1) + ")");
        return 0;
    }
    return static_cast<std::uint32_t>(id);
}

std::uint32_t TokenizerFields::count(const json& object, const char* key, std::uint32_t fallback, const std::string& place) {
    const auto field = object.find(key);
    if (field == object.end() || field->is_null()) return fallback;
    if (!field->is_number_unsigned()) {
        fail(at(place, key), std::string("a count was expected, found ") + (field->is_number() ? field->dump() : field->type_name()));
        return fallback;
    }
    return static_cast<std::uint32_t>(std::min<std::uint64_t>(field->get<std::uint64_t>(), std::numeric_limits<std::uint32_t>::max()));
}

}  // namespace labelwright
