#include "core/checkpoint/json_file.h"

#include <algorithm>

#include "core/checkpoint/checkpoint_errors.h"
#include "core/checkpoint/mapped_file.h"

namespace labelwright {
namespace {

constexpr std::size_t maxBytes = 64U << 20U;
constexpr int maxDepth = 64;

struct TooDeep {};

std::string placeOf(std::string_view text, std::size_t byte) {
    const std::string_view before = text.substr(0, std::min(byte > 0 ? byte - 1 : 0, text.size()));
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const std::size_t lastBreak = before.rfind('\n');
    const std::size_t column = before.size() - (lastBreak == std::string_view::npos ? 0 : lastBreak + 1) + 1;
    return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

}  // namespace

Result<nlohmann::json> readJsonFile(const std::filesystem::path& file) {
    Result<std::shared_ptr<const MappedFile>> mapped = MappedFile::open(file);
    if (!mapped) return mapped.error();
    const std::span<const std::byte> bytes = (*mapped)->bytes();
    if (bytes.size() > maxBytes) return fileMalformed(file, "", "it is larger than 64 MiB");
    const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    try {
        nlohmann::json json = nlohmann::json::parse(text.begin(), text.end(), [](int depth, auto /*event*/, const auto& /*value*/) {
            if (depth > maxDepth) throw TooDeep();
            return true;
        });
        if (!json.is_structured()) return fileMalformed(file, "line 1, column 1", "it is neither an object nor a list");
        return json;
    } catch (const nlohmann::json::parse_error& error) {
        return fileMalformed(file, placeOf(text, error.byte), "it is not JSON");
    } catch (const nlohmann::json::exception& error) {
        return fileMalformed(file, "", error.what());
    } catch (const TooDeep&) {
        return fileMalformed(file, "", "it is nested too deeply");
    }
}

Result<std::optional<nlohmann::json>> readOptionalJsonFile(const std::filesystem::path& file) {
    Result<nlohmann::json> json = readJsonFile(file);
    if (json) return std::optional(*std::move(json));
    if (json.error().code == ErrorCode::FileNotFound) return std::optional<nlohmann::json>();
    return json.error();
}

}  // namespace labelwright
