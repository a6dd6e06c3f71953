#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace labelwright {

/// A list of lines of the form `words | words | …`: words of different sides of a line exclude each other, words of one side do not.
/// Lines that begin with # are comments. Immutable.
class WordSides {
public:
    /// Words are written as phrase() writes them; lists are read one after another.
    explicit WordSides(std::initializer_list<std::string_view> lists);

    bool contains(const std::string& word) const { return m_places.contains(word); }
    /// Whether some line has the words on different sides, and none has them on one.
    bool exclude(const std::string& left, const std::string& right) const;
    /// Units of the longest word of the list.
    std::size_t longest() const noexcept { return m_longest; }

private:
    struct Place {
        std::uint32_t line = 0;
        std::uint32_t side = 0;
    };
    void readLine(std::string_view line, std::uint32_t number);

    std::unordered_map<std::string, std::vector<Place>> m_places;
    std::size_t m_longest = 0;
};

}  // namespace labelwright
