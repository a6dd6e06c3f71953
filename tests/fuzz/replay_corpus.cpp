// Runs a fuzz target over every file of a folder, without libFuzzer: the corpus as a regression test.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

/// -1 if a file cannot be read, else how many were run.
int replay(const std::filesystem::path& folder) {
    int files = 0;
    std::error_code error;
    for (std::filesystem::recursive_directory_iterator entry(folder, error), end; entry != end; entry.increment(error)) {
        if (error) return -1;
        if (!entry->is_regular_file()) continue;
        std::ifstream stream(entry->path(), std::ios::binary);
        const std::vector<char> bytes((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
        if (stream.bad()) return -1;
        // Named before it runs, so that a crash tells which file it was.
        std::printf("%s (%zu bytes)\n", entry->path().filename().string().c_str(), bytes.size());
        std::fflush(stdout);
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
        ++files;
    }
    return error ? -1 : files;
}

}  // namespace

int main(int argumentCount, char** arguments) {
    if (argumentCount != 2) {
        std::fprintf(stderr, "usage: %s CORPUS_FOLDER\n", arguments[0]);
        return 2;
    }
    const int files = replay(arguments[1]);
    if (files <= 0) {
        std::fprintf(stderr, "no readable corpus in %s\n", arguments[1]);
        return 1;
    }
    std::printf("%d files replayed\n", files);
    return 0;
}
