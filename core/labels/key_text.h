#pragma once

#include <string>
#include <string_view>

namespace labelwright {

/// A keyboard key as label sets write it, "Ctrl+Shift+a" (what QKeySequence reads), taken apart for programs that write it otherwise.
struct KeyText {
    bool ctrl = false;
    bool shift = false;
    bool alt = false;
    bool meta = false;
    std::string key;  ///< "a", "1", "F5"; empty: no key at all

    /// Modifiers of any case, separated by + or a space, then the key.
    static KeyText parsed(std::string_view text);
    std::string text() const;
};

}  // namespace labelwright
