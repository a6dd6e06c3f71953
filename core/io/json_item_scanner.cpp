#include "core/io/json_item_scanner.h"

namespace labelwright {

std::size_t JsonItemScanner::scan(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (m_inString) {
            if (m_escaped) m_escaped = false;
            else if (c == '\\') m_escaped = true;
            else if (c == '"') m_inString = false;
            continue;
        }
        // A bare value ends where the array goes on; so does an item whose brackets do not match.
        if (m_depth == 0 && m_begun && (c == ',' || c == ']')) {
            m_ended = true;
            return at;
        }
        m_begun = true;
        if (c == '"') m_inString = true;
        else if (c == '{' || c == '[') ++m_depth;
        else if ((c == '}' || c == ']') && m_depth > 0 && --m_depth == 0) {
            m_ended = true;
            return at + 1;
        }
    }
    return text.size();
}

}  // namespace labelwright
