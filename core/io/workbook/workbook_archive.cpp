#include "core/io/workbook/workbook_archive.h"

#include <zip.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <vector>

namespace labelwright {
namespace {

constexpr std::size_t blockBytes = std::size_t{256} << 10U;
constexpr std::uint64_t inflationAlwaysAllowed = std::uint64_t{64} << 20U;
constexpr std::uint64_t maxInflation = 200;
constexpr std::uint64_t maxMembers = 10'000;
constexpr std::array<unsigned char, 8> compoundFile{0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1};

struct CloseMember {
    void operator()(zip_file_t* member) const noexcept { zip_fclose(member); }
};

/// Excel wrote such files before 2007, and still writes them around a workbook with a password.
bool isCompoundFile(const std::filesystem::path& file) {
    std::array<char, compoundFile.size()> start{};
    std::ifstream(file, std::ios::binary).read(start.data(), start.size());
    return std::equal(start.begin(), start.end(), compoundFile.begin(),
                      [](char a, unsigned char b) { return static_cast<unsigned char>(a) == b; });
}

}  // namespace

void WorkbookArchive::Close::operator()(zip* archive) const noexcept { zip_discard(archive); }

Error WorkbookArchive::malformed(const std::string& place, const std::string& what) const {
    const std::string where = place.empty() ? "" : " (" + place + ")";
    return {ErrorCode::FileMalformed, m_file.string() + where + " " + what, {m_file.string(), place, what}};
}

Result<WorkbookArchive> WorkbookArchive::open(const std::filesystem::path& file) {
    WorkbookArchive archive;
    archive.m_file = file;
    if (isCompoundFile(file)) {
        return archive.malformed("byte 0", "is an old Excel file (.xls) or has a password; save it as .xlsx without a password");
    }
    int code = 0;
    archive.m_archive.reset(zip_open(file.c_str(), ZIP_RDONLY, &code));
    if (!archive.m_archive) {
        zip_error_t error;
        zip_error_init_with_code(&error, code);
        const std::string reason = zip_error_strerror(&error);
        zip_error_fini(&error);
        return archive.malformed("", "is not an Excel workbook: " + reason + "; open it in Excel and save it again");
    }
    const zip_int64_t count = zip_get_num_entries(archive.m_archive.get(), 0);
    if (count < 0 || static_cast<std::uint64_t>(count) > maxMembers) return archive.malformed("", "has too many parts for a workbook");
    for (std::uint64_t index = 0; index < static_cast<std::uint64_t>(count); ++index) {
        const char* name = zip_get_name(archive.m_archive.get(), index, ZIP_FL_ENC_RAW);
        if (name == nullptr || !archive.m_members.emplace(name, index).second)
            return archive.malformed("part " + std::to_string(index), "has no name or the name of another part; save the workbook again");
    }
    return archive;
}

Result<void> WorkbookArchive::read(const std::string& member, const std::function<bool(std::string_view block)>& take,
                                   const std::stop_token& stop, const Progress& progress) const {
    const auto found = m_members.find(member);
    if (found == m_members.end()) return malformed(member, "is missing; open the workbook in Excel and save it again");
    zip_stat_t status;
    zip_stat_init(&status);
    constexpr zip_uint64_t needed = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_ENCRYPTION_METHOD;
    if (zip_stat_index(m_archive.get(), found->second, 0, &status) != 0 || (status.valid & needed) != needed)
        return malformed(member, "does not say how large it is; open the workbook in Excel and save it again");
    if (status.encryption_method != ZIP_EM_NONE) return malformed(member, "is encrypted; save the workbook without a password");
    const std::unique_ptr<zip_file_t, CloseMember> opened(zip_fopen_index(m_archive.get(), found->second, 0));
    if (!opened) return malformed(member, std::string("cannot be read: ") + zip_strerror(m_archive.get()));

    const std::uint64_t allowed = std::max(inflationAlwaysAllowed, std::uint64_t{status.comp_size} * maxInflation);
    std::vector<char> block(blockBytes);
    for (std::uint64_t done = 0;;) {
        if (stop.stop_requested()) return Error{ErrorCode::Cancelled, "the import was cancelled", {}};
        const zip_int64_t count = zip_fread(opened.get(), block.data(), block.size());
        if (count < 0) return malformed(member, std::string("is damaged: ") + zip_file_strerror(opened.get()));
        if (count == 0) return {};
        done += static_cast<std::uint64_t>(count);
        if (done > allowed) return malformed(member, "inflates to more than 200 times its size; it was made to fill the memory");
        if (!take(std::string_view(block.data(), static_cast<std::size_t>(count)))) return {};
        if (progress) progress(done, status.size);
    }
}

}  // namespace labelwright
