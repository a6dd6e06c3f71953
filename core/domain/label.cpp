#include "core/domain/label.h"

#include <algorithm>
#include <random>
#include <set>

#include "core/base/utf8.h"

namespace labelwright {
namespace {

constexpr std::string_view placeholder = "{}";

/// Calls visit(label, index of the label it counts for) in the order of the sentences.
template <typename Visit>
void visitAsked(const LabelSet& labels, Visit visit) {
    const auto withMerged = [&visit](const auto& self, const Label& label, std::uint32_t index) -> void {
        visit(label, index);
        for (const Label& merged : label.merged) self(self, merged, index);
    };
    for (std::uint32_t k = 0; k < labels.labels.size(); ++k) withMerged(withMerged, labels.labels[k], k);
}

bool holds(const Label& label, const LabelId& id) {
    return label.id == id || std::any_of(label.merged.begin(), label.merged.end(), [&id](const Label& inner) { return holds(inner, id); });
}

}  // namespace

std::string hypothesisOf(const LabelSet& labels, const Label& label, AskedName asked) {
    std::string sentence = label.hypothesis.empty() ? labels.hypothesisTemplate : label.hypothesis;
    if (sentence.find(placeholder) == std::string::npos) return sentence;
    const bool english = asked == AskedName::English && !label.englishName.empty();
    if (english && containsCjk(sentence)) return label.englishName;
    const std::string& name = english ? label.englishName : label.name;
    for (std::size_t at = sentence.find(placeholder); at != std::string::npos; at = sentence.find(placeholder, at + name.size()))
        sentence.replace(at, placeholder.size(), name);
    return sentence;
}

std::vector<std::string> hypothesesOf(const LabelSet& labels, AskedName asked) {
    std::vector<std::string> sentences;
    sentences.reserve(labels.labels.size());
    visitAsked(labels, [&](const Label& label, std::uint32_t) { sentences.push_back(hypothesisOf(labels, label, asked)); });
    return sentences;
}

Hash128 hypothesisHash(const LabelSet& labels, const Label& label) {
    return hashFields({hypothesisOf(labels, label), hypothesisOf(labels, label, AskedName::English)});
}

std::vector<Hash128> hypothesisHashes(const LabelSet& labels) {
    std::vector<Hash128> hashes;
    hashes.reserve(labels.labels.size());
    visitAsked(labels, [&](const Label& label, std::uint32_t) { hashes.push_back(hypothesisHash(labels, label)); });
    return hashes;
}

std::vector<std::uint32_t> labelOfHypotheses(const LabelSet& labels) {
    std::vector<std::uint32_t> indices;
    indices.reserve(labels.labels.size());
    visitAsked(labels, [&](const Label&, std::uint32_t index) { indices.push_back(index); });
    return indices;
}

const Label* findLabel(const LabelSet& labels, const LabelId& id) {
    const auto found = std::find_if(labels.labels.begin(), labels.labels.end(), [&id](const Label& label) { return holds(label, id); });
    return found == labels.labels.end() ? nullptr : &*found;
}

Result<void> checkTemplate(std::string_view hypothesisTemplate) {
    const std::size_t first = hypothesisTemplate.find(placeholder);
    const bool exactlyOne = first != std::string_view::npos && hypothesisTemplate.find(placeholder, first + 1) == std::string_view::npos;
    if (exactlyOne) return {};
    return Error{ErrorCode::InvalidTemplate,
                 "the template \"" + std::string(hypothesisTemplate) + "\" must contain {} exactly once; the label's name goes there",
                 {std::string(hypothesisTemplate)}};
}

std::vector<LabelId> idsWithin(const Label& label) {
    std::vector<LabelId> ids{label.id};
    for (const Label& merged : label.merged) {
        const std::vector<LabelId> inner = idsWithin(merged);
        ids.insert(ids.end(), inner.begin(), inner.end());
    }
    return ids;
}

Result<void> checkLabelSet(const LabelSet& labels) {
    if (auto valid = checkTemplate(labels.hypothesisTemplate); !valid) return valid;
    if (labels.labels.empty()) return Error{ErrorCode::InvalidArgument, "there are no labels: add at least one", {"labels", "none"}};
    std::set<std::string_view> names;
    for (const Label& label : labels.labels) {
        if (trimmed(label.name).empty()) return Error{ErrorCode::InvalidArgument, "a label has no name", {"label", "empty"}};
        if (!names.insert(label.name).second) {
            return Error{
                ErrorCode::InvalidArgument, "the label \"" + label.name + "\" stands twice in the set", {"label", "doubled", label.name}};
        }
    }
    return {};
}

std::string newId() {
    std::random_device device;
    const auto word = [&device] { return (std::uint64_t{device()} << 32U) | device(); };
    return Hash128{word(), word()}.hex();
}

}  // namespace labelwright
