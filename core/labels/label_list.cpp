#include "core/labels/label_list.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "core/base/utf8.h"

namespace labelwright {
namespace {

/// Okabe and Ito's palette for colour-blind readers, a little darker where white text must read on it.
constexpr std::array<std::uint32_t, 8> palette{0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0xB8860B, 0x5B6EE1, 0x56B4E9, 0x7F7F7F};
constexpr std::string_view separators[] = {",", "，", "、", ";", "；", "\n", "\r"};

/// Merged labels too, each after the one it is inside.
template <typename Labels, typename Visit>
void forEachLabel(Labels& labels, const Visit& visit) {
    for (auto& label : labels) {
        visit(label);
        forEachLabel(label.merged, visit);
    }
}

/// The pairs under new ids; those of unknown labels are dropped.
std::vector<LabelPair> withoutStray(std::vector<LabelPair> pairs, const std::map<LabelId, LabelId>& renewed) {
    std::erase_if(pairs, [&](const LabelPair& pair) { return !renewed.contains(pair.left) || !renewed.contains(pair.right); });
    for (LabelPair& pair : pairs) pair = {renewed.at(pair.left), renewed.at(pair.right)};
    return pairs;
}

/// The set with other ids, of parents and pairs kept apart too; `renewed` has one for each label.
LabelSet underIds(LabelSet labels, const std::map<LabelId, LabelId>& renewed) {
    forEachLabel(labels.labels, [&renewed](Label& label) {
        label.id = renewed.at(label.id);
        const auto parent = renewed.find(label.parent);
        label.parent = parent == renewed.end() ? LabelId() : parent->second;
    });
    labels.keptApart = withoutStray(std::move(labels.keptApart), renewed);
    return labels;
}

/// By folded name, of the labels whose name no other has.
std::map<std::string, LabelId> idsOfLoneNames(const std::vector<Label>& labels) {
    std::map<std::string, LabelId> ids;
    std::set<std::string> shared;
    forEachLabel(labels, [&](const Label& label) {
        const std::string name = foldedName(label.name);
        if (!ids.emplace(name, label.id).second) shared.insert(name);
    });
    for (const std::string& name : shared) ids.erase(name);
    return ids;
}

/// Length of the separator at `offset`, 0 if there is none.
std::size_t separatorAt(std::string_view text, std::size_t offset) {
    for (const std::string_view separator : separators) {
        if (text.substr(offset).starts_with(separator)) return separator.size();
    }
    return 0;
}

void addName(ParsedLabels& parsed, std::vector<std::string>& known, std::string_view part) {
    const std::string_view name = trimmed(part);
    if (name.empty()) return;
    const std::string key = foldedName(name);
    if (std::find(known.begin(), known.end(), key) != known.end()) {
        parsed.duplicates.emplace_back(name);
        return;
    }
    known.push_back(key);
    parsed.names.emplace_back(name);
}

/// WCAG 2 relative luminance of one 8-bit channel.
double linear(std::uint32_t channel) {
    const double c = static_cast<double>(channel & 0xffU) / 255;
    return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

}  // namespace

std::string foldedName(std::string_view name) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* normalizer = icu::Normalizer2::getNFKCCasefoldInstance(status);
    if (U_FAILURE(status)) return std::string(name);
    const std::string_view bare = trimmed(name);
    const icu::UnicodeString text = icu::UnicodeString::fromUTF8({bare.data(), static_cast<std::int32_t>(bare.size())});
    std::string out;
    normalizer->normalize(text, status).toUTF8String(out);
    return U_FAILURE(status) ? std::string(bare) : out;
}

ParsedLabels parseLabels(std::string_view text) {
    ParsedLabels parsed;
    std::vector<std::string> known;
    std::size_t begin = 0;
    for (std::size_t offset = 0; offset < text.size();) {
        const std::size_t length = separatorAt(text, offset);
        if (length == 0) {
            ++offset;
            continue;
        }
        addName(parsed, known, text.substr(begin, offset - begin));
        offset += length;
        begin = offset;
    }
    addName(parsed, known, text.substr(begin));
    return parsed;
}

std::vector<Label> parseLabelFile(std::string_view text, std::vector<std::string>* duplicates) {
    if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
    ParsedLabels parsed;
    std::vector<std::string> known;
    std::vector<std::string> descriptions;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = text.substr(begin, end - begin);
        begin = end + 1;
        if (trimmed(line).starts_with('#')) continue;
        const std::size_t tab = std::min(line.find('\t'), line.size());
        const std::size_t before = parsed.names.size();
        addName(parsed, known, line.substr(0, tab));
        if (parsed.names.size() > before) descriptions.emplace_back(tab < line.size() ? trimmed(line.substr(tab + 1)) : std::string_view());
    }
    std::vector<Label> labels = makeLabels(parsed.names);
    for (std::size_t i = 0; i < labels.size(); ++i) labels[i].description = descriptions[i];
    if (duplicates != nullptr) duplicates->insert(duplicates->end(), parsed.duplicates.begin(), parsed.duplicates.end());
    return labels;
}

std::vector<Label> makeLabels(const std::vector<std::string>& names) {
    std::vector<Label> labels;
    labels.reserve(names.size());
    for (const std::string& name : names) {
        Label label;
        label.id = newId();
        label.name = name;
        label.colour = labelColour(labels.size());
        labels.push_back(std::move(label));
    }
    return labels;
}

LabelSet withNewIds(LabelSet labels) {
    std::map<LabelId, LabelId> renewed;
    forEachLabel(labels.labels, [&renewed](const Label& label) { renewed.emplace(label.id, newId()); });
    labels.id = newId();
    return underIds(std::move(labels), renewed);
}

LabelSet withIdsOf(LabelSet labels, const LabelSet& other) {
    std::map<LabelId, LabelId> renewed;
    forEachLabel(labels.labels, [&renewed](const Label& label) { renewed.emplace(label.id, label.id); });
    const std::map<std::string, LabelId> theirs = idsOfLoneNames(other.labels);
    for (const auto& [name, id] : idsOfLoneNames(labels.labels)) {
        const auto same = theirs.find(name);
        if (same == theirs.end() || renewed.contains(same->second) || findLabel(other, id) != nullptr) continue;
        renewed[id] = same->second;
    }
    return underIds(std::move(labels), renewed);
}

std::uint32_t labelColour(std::size_t index) { return palette[index % palette.size()]; }

std::uint32_t textColourOn(std::uint32_t colour) {
    const double luminance = 0.2126 * linear(colour >> 16U) + 0.7152 * linear(colour >> 8U) + 0.0722 * linear(colour);
    const double onWhite = 1.05 / (luminance + 0.05);
    const double onBlack = (luminance + 0.05) / 0.05;
    return onWhite >= onBlack ? 0xFFFFFF : 0x000000;
}

bool sameName(std::string_view a, std::string_view b) { return foldedName(a) == foldedName(b); }

std::string labelKey(std::size_t index) {
    if (index >= 20) return {};
    const std::string digit = std::to_string((index + 1) % 10);
    return index < 10 ? digit : "Shift+" + digit;
}

}  // namespace labelwright
