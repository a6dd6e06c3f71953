#include "core/labels/exchange/doccano_labels.h"

#include <set>

#include "core/labels/key_text.h"
#include "core/labels/label_list.h"

namespace labelwright {
namespace {

struct DoccanoKey {
    LabelJson prefix;
    LabelJson suffix;
};

/// Both null where doccano has no such key.
DoccanoKey doccanoKey(const std::string& key) {
    const KeyText parts = KeyText::parsed(key);
    if (parts.alt || parts.meta || parts.key.size() != 1) return {};
    char suffix = parts.key.front();
    if (suffix >= 'A' && suffix <= 'Z') suffix = static_cast<char>(suffix - 'A' + 'a');
    if (!(suffix >= 'a' && suffix <= 'z') && !(suffix >= '0' && suffix <= '9')) return {};
    DoccanoKey found{nullptr, std::string(1, suffix)};
    if (parts.ctrl) found.prefix = parts.shift ? "ctrl shift" : "ctrl";
    else if (parts.shift) found.prefix = "shift";
    return found;
}

}  // namespace

bool isDoccanoKey(const std::string& key) { return key.empty() || !doccanoKey(key).suffix.is_null(); }

bool isDoccanoLabel(const LabelJson& entry) { return entry.is_object() && entry.contains("text") && !entry.contains("name"); }

Result<void> readDoccanoLabel(const LabelJson& entry, LabelDraft& draft, const std::string& fileName) {
    JsonFields fields(entry, fileName, draft.place);
    draft.label.name = fields.text("text");
    const std::string prefix = fields.text("prefix_key");
    const std::string suffix = fields.text("suffix_key");
    draft.label.key = KeyText::parsed(prefix.empty() || suffix.empty() ? suffix : prefix + ' ' + suffix).text();
    const std::string colour = fields.text("background_color");
    if (auto state = fields.state(); !state || colour.empty()) return state;
    const auto read = colourOf(colour, fileName, draft.place);
    if (!read) return read.error();
    draft.label.colour = *read;
    return {};
}

std::string writeDoccanoLabels(const LabelSet& labels) {
    LabelJson list = LabelJson::array();
    std::set<std::string> taken;
    for (const Label& label : labels.labels) {
        DoccanoKey key = doccanoKey(label.key);
        if (!key.suffix.is_null() && !taken.insert(key.prefix.dump() + key.suffix.dump()).second) key = {};
        list.push_back({{"text", label.name},
                        {"prefix_key", key.prefix},
                        {"suffix_key", key.suffix},
                        {"background_color", colourText(label.colour)},
                        {"text_color", colourText(textColourOn(label.colour))}});
    }
    return list.dump(2, ' ', false, LabelJson::error_handler_t::replace);
}

}  // namespace labelwright
