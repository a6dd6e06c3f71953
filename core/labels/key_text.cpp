#include "core/labels/key_text.h"

#include "core/base/utf8.h"

namespace labelwright {
namespace {

std::string small(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

}  // namespace

KeyText KeyText::parsed(std::string_view text) {
    KeyText parts;
    text = trimmed(text);
    while (true) {
        const std::size_t end = text.find_first_of("+ ", 1);
        const std::string word = small(text.substr(0, end));
        bool* modifier = word == "ctrl"                        ? &parts.ctrl
                         : word == "shift"                     ? &parts.shift
                         : word == "alt"                       ? &parts.alt
                         : word == "meta" || word == "command" ? &parts.meta
                                                               : nullptr;
        if (modifier == nullptr || end == std::string_view::npos) break;
        *modifier = true;
        text = trimmed(text.substr(end + 1));
    }
    parts.key = text;
    return parts;
}

std::string KeyText::text() const {
    if (key.empty()) return {};
    return std::string(ctrl ? "Ctrl+" : "") + (shift ? "Shift+" : "") + (alt ? "Alt+" : "") + (meta ? "Meta+" : "") + key;
}

}  // namespace labelwright
