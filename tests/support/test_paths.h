#pragma once

#include <filesystem>
#include <string>

namespace labelwright::testing {

/// The repository.
std::filesystem::path sourceRoot();
std::filesystem::path fixtures();      ///< tests/fixtures
std::filesystem::path bundledModel();  ///< resources/models/labelwright-zh-mini
std::filesystem::path englishModel();  ///< all-MiniLM-L6-v2 as bootstrap.sh unpacked it; may not exist
/// Reference data beside the repository (../shared); may not exist. LABELWRIGHT_SHARED names another place.
std::filesystem::path shared();

/// An empty folder, removed with everything in it at the end of the test.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const std::filesystem::path& path() const noexcept { return m_path; }
    std::filesystem::path operator/(const std::string& name) const { return m_path / name; }

private:
    std::filesystem::path m_path;
};

std::string readFile(const std::filesystem::path& file);
void writeFile(const std::filesystem::path& file, const std::string& bytes);

}  // namespace labelwright::testing

/// First line of a test that needs the reference data.
#define SKIP_WITHOUT(path) \
    if (!std::filesystem::exists(path)) GTEST_SKIP() << "skipped: " << (path).string() << " is not here"
