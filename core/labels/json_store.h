#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "core/base/result.h"

namespace labelwright {

/// A small JSON file that this machine keeps, read and written whole. Any one thread; small, so it may be the GUI's.
class JsonStore {
public:
    /// `onDamage`: what a person may do about a file that cannot be understood, "delete it to begin anew".
    JsonStore(std::filesystem::path file, std::string onDamage) : m_file(std::move(file)), m_onDamage(std::move(onDamage)) {}

    const std::filesystem::path& file() const noexcept { return m_file; }
    /// Nothing where there is no file yet. FileMalformed: it is no JSON object. FileUnreadable.
    Result<std::optional<nlohmann::json>> read() const;
    /// Written beside and renamed; its folder is made. FileUnwritable.
    Result<void> write(const nlohmann::ordered_json& json) const;
    /// Keeps a damaged file beside as *.damaged, so that a new one can be begun. False: it could not be moved.
    bool setAside() const;
    Error malformed(const std::string& what) const;

private:
    std::filesystem::path m_file;
    std::string m_onDamage;
};

}  // namespace labelwright
