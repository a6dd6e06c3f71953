#include <vector>

#include "core/base/utf8.h"
#include "core/labels/exchange/label_draft.h"
#include "core/labels/exchange/label_studio_config.h"
#include "core/labels/key_text.h"

namespace labelwright {
namespace {

constexpr std::size_t deepest = 90;  // choices in choices; the reader takes a hundred tags

/// A value between double quotes. Characters that XML 1.0 has no way to write become a space.
std::string escaped(std::string_view text) {
    std::string out;
    const std::string valid = toValidUtf8(text);
    for (std::size_t at = 0; at < valid.size(); ++at) {
        const char c = valid[at];
        if (c == '&') out += "&amp;";
        else if (c == '<') out += "&lt;";
        else if (c == '>') out += "&gt;";
        else if (c == '"') out += "&quot;";
        else if (c == '\n') out += "&#10;";  // as it stands it would be read as a space
        else if (c == '\r') out += "&#13;";
        else if (c == '\t') out += "&#9;";
        else if (static_cast<unsigned char>(c) < 0x20) out += ' ';
        else if (valid.compare(at, 3, "\xef\xbf\xbe") == 0 || valid.compare(at, 3, "\xef\xbf\xbf") == 0) {  // U+FFFE, U+FFFF
            out += ' ';
            at += 2;
        } else out += c;
    }
    return out;
}

std::string hotkeyOf(const std::string& key) {
    const KeyText parts = KeyText::parsed(key);
    if (parts.key.empty()) return {};
    return std::string(parts.ctrl ? "ctrl+" : "") + (parts.shift ? "shift+" : "") + (parts.alt ? "alt+" : "") +
           (parts.meta ? "command+" : "") + parts.key;
}

/// <Choice …/> of the labels under `parent`, those below them inside.
class Choices {
public:
    explicit Choices(const LabelSet& labels) : m_labels(labels) {
        m_children.resize(labels.labels.size() + 1);
        for (std::size_t i = 0; i < labels.labels.size(); ++i) {
            const Label& label = labels.labels[i];
            const Label* parent = label.parent.empty() ? nullptr : findLabel(labels, label.parent);
            const bool inside = parent != nullptr && parent != &label;
            m_children[inside ? static_cast<std::size_t>(parent - labels.labels.data()) : labels.labels.size()].push_back(i);
            m_nested = m_nested || inside;
        }
        m_written.resize(labels.labels.size());
    }

    bool nested() const noexcept { return m_nested; }

    std::string all() {
        std::string out;
        for (const std::size_t child : m_children.back()) write(child, 2, out);
        // What has no top, a ring of parents, or lies too deep is written all the same.
        for (std::size_t i = 0; i < m_written.size(); ++i) write(i, 2, out);
        return out;
    }

private:
    void write(std::size_t index, std::size_t depth, std::string& out) {
        if (m_written[index]) return;
        m_written[index] = true;
        const Label& label = m_labels.labels[index];
        const std::string indent(2 * depth, ' ');
        out += indent + "<Choice value=\"" + escaped(label.name) + '"';
        if (!label.description.empty()) out += " hint=\"" + escaped(label.description) + '"';
        out += std::string(m_nested ? " color=\"" : " background=\"") + colourText(label.colour) + '"';
        if (const std::string hotkey = hotkeyOf(label.key); !hotkey.empty()) out += " hotkey=\"" + escaped(hotkey) + '"';
        if (m_children[index].empty() || depth == deepest) {
            out += "/>\n";
            return;
        }
        out += ">\n";
        for (const std::size_t child : m_children[index]) write(child, depth + 1, out);
        out += indent + "</Choice>\n";
    }

    const LabelSet& m_labels;
    std::vector<std::vector<std::size_t>> m_children;  // by parent; the last entry: the top level
    std::vector<bool> m_written;
    bool m_nested = false;
};

}  // namespace

std::string writeLabelStudioConfig(const LabelSet& labels, SelectionMode mode) {
    Choices choices(labels);
    const std::string tag = choices.nested() ? "Taxonomy" : "Choices";
    const bool single = mode == SelectionMode::SingleBest;
    std::string out = "<View>\n  <Text name=\"text\" value=\"$text\"/>\n  <" + tag + " name=\"label\" toName=\"text\"";
    // A taxonomy has no `choice`; by default it takes any number.
    if (!choices.nested()) out += single ? " choice=\"single\"" : " choice=\"multiple\"";
    else if (single) out += " maxUsages=\"1\"";
    out += ">\n" + choices.all() + "  </" + tag + ">\n</View>\n";
    return out;
}

}  // namespace labelwright
