#include "app/cli/commands/named_files.h"

#include <system_error>

#include "core/io/atomic_file.h"
#include "core/storage/score_cache.h"

namespace labelwright::cli {
namespace {

bool isSame(const std::filesystem::path& a, const std::filesystem::path& b) {
    std::error_code failed;
    if (std::filesystem::equivalent(a, b, failed)) return true;
    const auto whereA = std::filesystem::weakly_canonical(a, failed);
    if (failed) return false;
    return whereA == std::filesystem::weakly_canonical(b, failed) && !failed;
}

}  // namespace

Result<void> checkDistinct(const std::vector<NamedFile>& files) {
    for (std::size_t i = 0; i < files.size(); ++i) {
        for (std::size_t other = 0; other < i; ++other) {
            if (!isSame(files[i].file, files[other].file)) continue;
            return Error{ErrorCode::InvalidArgument,
                         files[i].option + " and " + files[other].option + " are the same file, " + files[i].file.string() +
                             ": name another one, so that nothing is lost",
                         {files[i].option, files[i].file.string()}};
        }
    }
    return {};
}

Result<void> checkWritable(const NamedFile& named) {
    std::error_code ignored;
    const auto status = std::filesystem::status(named.file, ignored);
    // Opening a pipe or a device already does something.
    if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status) && !std::filesystem::is_directory(status)) return {};
    const auto folder = named.file.parent_path();
    if (!folder.empty() && !std::filesystem::exists(folder, ignored)) {
        return Error{ErrorCode::FileUnwritable,
                     named.option + ": the folder " + folder.string() + " does not exist; make it first",
                     {named.file.string(), "no such folder"}};
    }
    const auto begun = AtomicFile::create(named.file);
    if (begun) return {};
    Error error = begun.error();
    error.detail.insert(0, named.option + ": ");
    return error;
}

Result<void> checkCache(const std::filesystem::path& file) {
    if (!ScoreCache::isOfAnotherKind(file)) return {};
    return Error{ErrorCode::InvalidArgument,
                 "--cache: " + file.string() + " is not a score cache; name a file that is one or that is not there yet",
                 {"cache", file.string()}};
}

Result<void> writeWhole(const std::filesystem::path& file, std::string content) {
    auto out = AtomicFile::create(file);
    if (!out) return out.error();
    if (auto written = out->drain(content, 0); !written) return written;
    return out->commit();
}

}  // namespace labelwright::cli
