#include "core/checkpoint/zip_archive.h"

#include <zip.h>

#include <algorithm>

#include "core/checkpoint/checkpoint_errors.h"

namespace labelwright {
namespace {

constexpr std::uint64_t maxMembers = 100'000;
constexpr std::uint64_t inflationAlwaysAllowed = 64U << 20U;
constexpr std::uint64_t maxInflation = 100;
constexpr std::uint64_t deflateBest = 1032;  // bytes that deflate can make of one

struct CloseMember {
    void operator()(zip_file_t* member) const noexcept { zip_fclose(member); }
};

}  // namespace

void ZipArchive::Close::operator()(zip* archive) const noexcept { zip_discard(archive); }

ZipArchive::ZipArchive(std::unique_ptr<zip, Close> archive, std::uint64_t fileBytes, std::filesystem::path file)
    : m_archive(std::move(archive)),
      m_fileBytes(fileBytes),
      m_storedBudget(fileBytes),
      m_inflatedBudget(std::max(inflationAlwaysAllowed, fileBytes * maxInflation)),
      m_file(std::move(file)) {}

Result<ZipArchive> ZipArchive::open(std::span<const std::byte> bytes, const std::filesystem::path& file) {
    zip_error_t error;
    zip_error_init(&error);
    const auto reason = [&] {
        std::string text = zip_error_strerror(&error);
        zip_error_fini(&error);
        return "the zip archive is damaged: " + text;
    };
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source == nullptr) return fileMalformed(file, "", reason());
    zip* opened = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (opened == nullptr) {
        zip_source_free(source);
        return fileMalformed(file, "", reason());
    }
    zip_error_fini(&error);
    ZipArchive archive(std::unique_ptr<zip, Close>(opened), bytes.size(), file);

    const zip_int64_t count = zip_get_num_entries(opened, 0);
    if (count < 0 || static_cast<std::uint64_t>(count) > maxMembers) return fileMalformed(file, "", "the zip archive has too many members");
    for (std::uint64_t i = 0; i < static_cast<std::uint64_t>(count); ++i) {
        const char* name = zip_get_name(opened, i, ZIP_FL_ENC_RAW);
        if (name == nullptr) return fileMalformed(file, "", "a member of the zip archive has no name");
        if (!archive.m_members.emplace(name, i).second) {
            return fileMalformed(file, name, "two members of the zip archive have this name");
        }
    }
    return archive;
}

std::vector<std::string> ZipArchive::names() const {
    std::vector<std::string> names;
    for (const auto& [name, index] : m_members) names.push_back(name);
    return names;
}

Result<std::uint64_t> ZipArchive::admit(const std::string& name) {
    const auto member = m_members.find(name);
    if (member == m_members.end()) return fileMalformed(m_file, name, "this member of the zip archive is missing");
    zip_stat_t status;
    zip_stat_init(&status);
    constexpr zip_uint64_t needed = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD;
    if (zip_stat_index(m_archive.get(), member->second, 0, &status) != 0 || (status.valid & needed) != needed) {
        return fileMalformed(m_file, name, "the zip archive does not say how large it is");
    }
    if (status.encryption_method != ZIP_EM_NONE) return fileMalformed(m_file, name, "it is encrypted");
    if (status.comp_method != ZIP_CM_STORE && status.comp_method != ZIP_CM_DEFLATE) {
        return fileMalformed(m_file, name, "it is compressed by a method other than deflate");
    }
    const std::uint64_t possible = status.comp_size > m_fileBytes ? 0 : status.comp_size * deflateBest;
    if (status.size > possible) return fileMalformed(m_file, name, "it claims to be far larger than the file it is in");
    std::uint64_t& budget = status.comp_method == ZIP_CM_STORE ? m_storedBudget : m_inflatedBudget;
    if (status.size > budget) return fileMalformed(m_file, name, "it claims to be far larger than the file it is in");
    budget -= status.size;
    return std::uint64_t{status.size};
}

Result<std::vector<std::byte>> ZipArchive::readAdmitted(const std::string& name, std::uint64_t bytes) {
    const std::unique_ptr<zip_file_t, CloseMember> member(zip_fopen_index(m_archive.get(), m_members.at(name), 0));
    if (!member) return fileMalformed(m_file, name, std::string("it cannot be read: ") + zip_strerror(m_archive.get()));
    std::vector<std::byte> content(bytes);
    std::uint64_t count = 0;
    while (count < bytes) {
        const zip_int64_t got = zip_fread(member.get(), content.data() + count, bytes - count);
        if (got <= 0) return fileMalformed(m_file, name, "it is damaged or shorter than the zip archive says");
        count += static_cast<std::uint64_t>(got);
    }
    std::byte more{};
    if (zip_fread(member.get(), &more, 1) != 0) return fileMalformed(m_file, name, "it is damaged or longer than the zip archive says");
    return content;
}

Result<std::vector<std::byte>> ZipArchive::read(const std::string& name, std::uint64_t expectedBytes) {
    Result<std::uint64_t> bytes = admit(name);
    if (!bytes) return bytes.error();
    if (*bytes != expectedBytes) {
        return fileMalformed(m_file, name,
                             "it has " + std::to_string(*bytes) + " bytes, but data.pkl speaks of " + std::to_string(expectedBytes));
    }
    return readAdmitted(name, *bytes);
}

Result<std::vector<std::byte>> ZipArchive::readUpTo(const std::string& name, std::uint64_t maxBytes) {
    Result<std::uint64_t> bytes = admit(name);
    if (!bytes) return bytes.error();
    if (*bytes > maxBytes) return fileMalformed(m_file, name, "it is larger than " + std::to_string(maxBytes) + " bytes");
    return readAdmitted(name, *bytes);
}

}  // namespace labelwright
