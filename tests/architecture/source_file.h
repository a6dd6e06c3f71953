#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace labelwright::architecture {

/// A C++ source as text. `path` is relative to the repository root, with forward slashes.
struct SourceFile {
    std::string path;
    std::string text;
};

enum class IncludeStyle { Quoted, Angled };

struct Include {
    std::size_t line = 0;  ///< from 1
    IncludeStyle style = IncludeStyle::Quoted;
    std::string name;
};

struct Literal {
    std::size_t line = 0;  ///< where it begins, from 1
    std::string content;
};

/// A rule that a line breaks; line 1 where the file as a whole breaks it.
struct Violation {
    std::string file;
    std::size_t line = 0;
    std::string message;
};

/// What the rules need to know of C++: comments and literals told apart, raw strings and digit separators included.
struct LexedSource {
    std::string code;  ///< the text with comments and the contents of literals blanked; line ends stay where they are
    std::vector<Literal> literals;
    std::vector<Include> includes;
};

LexedSource lex(std::string_view text);
std::size_t lineCount(std::string_view text);
/// "core/io" of "core/io/text_import.h".
std::string folderOf(std::string_view path);

/// Every .h, .cpp, .cu and .cuh below the named folders of the repository, sorted by path.
std::vector<SourceFile> readSources(const std::filesystem::path& root, const std::vector<std::string>& folders);

/// "file:line: message", one a line.
std::string report(const std::vector<Violation>& violations);

}  // namespace labelwright::architecture
