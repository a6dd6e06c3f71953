#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/base/result.h"

struct zip;

namespace labelwright {

/// A zip file in memory, read member by member and never extracted to the disk. Sizes in its directory are claims: a member is refused
/// before memory is taken for it if it could not come from this file (stored: larger than the file; deflated: more than deflate can make of
/// its bytes, or 100 times the file, from 64 MiB on), and after reading if the count differs. One thread.
class ZipArchive {
public:
    /// FileMalformed for a damaged archive, for two members of one name, and for more than 100,000 members. `bytes` must live longer.
    static Result<ZipArchive> open(std::span<const std::byte> bytes, const std::filesystem::path& file);

    std::vector<std::string> names() const;
    bool contains(const std::string& name) const { return m_members.contains(name); }
    /// FileMalformed if the member is absent, encrypted, compressed other than by deflate, damaged, or not of `expectedBytes`.
    Result<std::vector<std::byte>> read(const std::string& name, std::uint64_t expectedBytes);
    /// The same for a member whose size is not known beforehand but at most `maxBytes`.
    Result<std::vector<std::byte>> readUpTo(const std::string& name, std::uint64_t maxBytes);

private:
    struct Close {
        void operator()(zip* archive) const noexcept;
    };
    ZipArchive(std::unique_ptr<zip, Close> archive, std::uint64_t fileBytes, std::filesystem::path file);
    /// Size by the directory, after all checks.
    Result<std::uint64_t> admit(const std::string& name);
    Result<std::vector<std::byte>> readAdmitted(const std::string& name, std::uint64_t bytes);

    std::unique_ptr<zip, Close> m_archive;
    std::map<std::string, std::uint64_t> m_members;
    std::uint64_t m_fileBytes;
    std::uint64_t m_storedBudget;
    std::uint64_t m_inflatedBudget;
    std::filesystem::path m_file;
};

}  // namespace labelwright
