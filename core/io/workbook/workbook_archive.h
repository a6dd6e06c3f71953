#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>

#include "core/base/result.h"

struct zip;

namespace labelwright {

/// The members of a workbook file, which is a zip archive. They are inflated block by block as they are read, and nothing is unpacked to
/// the disk, so that memory stays small whatever the archive claims. One thread.
class WorkbookArchive {
public:
    /// FileMalformed for what is no zip archive; an Excel file from before 2007 is told from other files.
    static Result<WorkbookArchive> open(const std::filesystem::path& file);

    bool contains(const std::string& member) const { return m_members.contains(member); }
    /// Bytes that have been inflated, of how many by the archive's own word.
    using Progress = std::function<void(std::uint64_t done, std::uint64_t total)>;
    /// Calls `take` for each block until it gives false. FileMalformed for a member that is damaged, encrypted, or inflates to more than
    /// 200 times its bytes (from 64 MiB on); Cancelled.
    Result<void> read(const std::string& member, const std::function<bool(std::string_view block)>& take, const std::stop_token& stop = {},
                      const Progress& progress = {}) const;
    Error malformed(const std::string& place, const std::string& what) const;

private:
    struct Close {
        void operator()(zip* archive) const noexcept;
    };
    WorkbookArchive() = default;

    std::unique_ptr<zip, Close> m_archive;
    std::map<std::string, std::uint64_t> m_members;  // name -> index
    std::filesystem::path m_file;
};

}  // namespace labelwright
