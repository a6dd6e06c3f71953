#pragma once

#include <string_view>

namespace labelwright {

/// Calls `use(line)` for every line of a word list that is neither empty nor a comment.
template <typename Use>
void forEachLine(std::string_view list, Use use) {
    while (!list.empty()) {
        const std::size_t end = list.find('\n');
        const std::string_view line = list.substr(0, end);
        list.remove_prefix(end == std::string_view::npos ? list.size() : end + 1);
        if (!line.empty() && line.front() != '#') use(line);
    }
}

/// Calls `use(word)` for everything between spaces.
template <typename Use>
void forEachWord(std::string_view line, Use use) {
    while (!line.empty()) {
        const std::size_t end = line.find(' ');
        if (const std::string_view word = line.substr(0, end); !word.empty()) use(word);
        line.remove_prefix(end == std::string_view::npos ? line.size() : end + 1);
    }
}

}  // namespace labelwright
