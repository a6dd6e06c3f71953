#include "tests/support/test_paths.h"

#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace labelwright::testing {

std::filesystem::path sourceRoot() { return LABELWRIGHT_SOURCE_DIR; }
std::filesystem::path fixtures() { return sourceRoot() / "tests" / "fixtures"; }
std::filesystem::path bundledModel() { return sourceRoot() / "resources" / "models" / "labelwright-zh-mini"; }
std::filesystem::path englishModel() { return std::filesystem::path(LABELWRIGHT_DEPS_DIR) / "models" / "all-MiniLM-L6-v2"; }

std::filesystem::path shared() {
    if (const char* place = std::getenv("LABELWRIGHT_SHARED")) return place;
    return sourceRoot().parent_path() / "shared";
}

TemporaryFolder::TemporaryFolder() {
    static std::atomic<unsigned> counter{0};
    m_path = std::filesystem::temp_directory_path() / ("labelwright-test-" + std::to_string(getpid()) + "-" + std::to_string(counter++));
    std::filesystem::create_directories(m_path);
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

std::string readFile(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) throw std::runtime_error("cannot read " + file.string());
    std::ostringstream bytes;
    bytes << stream.rdbuf();
    return bytes.str();
}

void writeFile(const std::filesystem::path& file, const std::string& bytes) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream stream(file, std::ios::binary);
    stream << bytes;
    if (!stream.flush()) throw std::runtime_error("cannot write " + file.string());
}

}  // namespace labelwright::testing
