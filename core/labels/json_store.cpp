#include "core/labels/json_store.h"

#include <fstream>
#include <sstream>
#include <system_error>

#include "core/io/atomic_file.h"

namespace labelwright {

Error JsonStore::malformed(const std::string& what) const {
    return {ErrorCode::FileMalformed, m_file.string() + ": " + what + "; " + m_onDamage, {m_file.string(), "", what}};
}

Result<std::optional<nlohmann::json>> JsonStore::read() const {
    std::error_code failed;
    if (!std::filesystem::exists(m_file, failed) && !failed) return std::optional<nlohmann::json>();
    std::ifstream stream(m_file, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    if (!stream || failed)
        return Error{
            ErrorCode::FileUnreadable, "cannot read " + m_file.string() + "; check its permissions", {m_file.string(), "cannot open"}};
    auto json = nlohmann::json::parse(text.str(), nullptr, false);
    if (!json.is_object()) return malformed("is not JSON of this program");
    return std::optional(std::move(json));
}

Result<void> JsonStore::write(const nlohmann::ordered_json& json) const {
    std::error_code failed;
    const std::filesystem::path folder = m_file.parent_path();
    std::filesystem::create_directories(folder, failed);
    if (failed)
        return Error{ErrorCode::FileUnwritable,
                     "cannot make the folder " + folder.string() + ": " + failed.message(),
                     {folder.string(), failed.message()}};
    auto target = AtomicFile::create(m_file);
    if (!target) return target.error();
    std::string text = json.dump(1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n';
    if (auto done = target->drain(text, 0); !done) return done;
    return target->commit();
}

bool JsonStore::setAside() const {
    std::error_code failed;
    std::filesystem::rename(m_file, m_file.string() + ".damaged", failed);
    return !failed;
}

}  // namespace labelwright
