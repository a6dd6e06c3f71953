#pragma once

#include <cstdint>
#include <string_view>

namespace labelwright {

/// Finds where an item of a JSON array ends, over as many windows as it takes: counts brackets outside of strings and reads nothing else.
/// A value.
class JsonItemScanner {
public:
    /// Goes on at the start of `text`. Gives how much of it belongs to the item; ended() tells whether that is all of it.
    std::size_t scan(std::string_view text);
    bool ended() const noexcept { return m_ended; }

private:
    std::uint64_t m_depth = 0;
    bool m_inString = false;
    bool m_escaped = false;
    bool m_begun = false;
    bool m_ended = false;
};

}  // namespace labelwright
