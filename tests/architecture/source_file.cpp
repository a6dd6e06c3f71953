#include "tests/architecture/source_file.h"

#include <algorithm>

#include "tests/support/test_paths.h"

namespace labelwright::architecture {

std::size_t lineCount(std::string_view text) {
    const auto ends = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
    return text.empty() || text.back() == '\n' ? ends : ends + 1;
}

std::string folderOf(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string() : std::string(path.substr(0, slash));
}

std::vector<SourceFile> readSources(const std::filesystem::path& root, const std::vector<std::string>& folders) {
    std::vector<SourceFile> sources;
    for (const std::string& folder : folders) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder)) {
            const std::string extension = entry.path().extension().string();
            if (!entry.is_regular_file() || (extension != ".h" && extension != ".cpp" && extension != ".cu" && extension != ".cuh"))
                continue;
            sources.push_back({entry.path().lexically_relative(root).generic_string(), testing::readFile(entry.path())});
        }
    }
    std::sort(sources.begin(), sources.end(), [](const SourceFile& left, const SourceFile& right) { return left.path < right.path; });
    return sources;
}

std::string report(const std::vector<Violation>& violations) {
    std::string text;
    for (const Violation& violation : violations) {
        text += violation.file + ":" + std::to_string(violation.line) + ": " + violation.message + "\n";
    }
    return text;
}

}  // namespace labelwright::architecture
