#include "core/domain/label.h"

#include <random>
#include <set>

#include "core/base/utf8.h"

namespace labelwright {
namespace {

constexpr std::string_view placeholder = "{}";

}  // namespace

std::string hypothesisOf(const LabelSet& labels, const Label& label, AskedName asked) {
    if (!label.hypothesis.empty()) return label.hypothesis;
    const bool english = asked == AskedName::English && !label.englishName.empty();
    if (english && containsCjk(labels.hypothesisTemplate)) return label.englishName;
    std::string sentence = labels.hypothesisTemplate;
    const std::size_t at = sentence.find(placeholder);
    if (at != std::string::npos) sentence.replace(at, placeholder.size(), english ? label.englishName : label.name);
    return sentence;
}

std::vector<std::string> hypothesesOf(const LabelSet& labels, AskedName asked) {
    std::vector<std::string> sentences;
    sentences.reserve(labels.labels.size());
    for (const Label& label : labels.labels) sentences.push_back(hypothesisOf(labels, label, asked));
    return sentences;
}

Hash128 hypothesisHash(const LabelSet& labels, const Label& label) {
    return hashFields({hypothesisOf(labels, label), hypothesisOf(labels, label, AskedName::English)});
}

std::vector<Hash128> hypothesisHashes(const LabelSet& labels) {
    std::vector<Hash128> hashes;
    hashes.reserve(labels.labels.size());
    for (const Label& label : labels.labels) hashes.push_back(hypothesisHash(labels, label));
    return hashes;
}

Result<void> checkTemplate(std::string_view hypothesisTemplate) {
    const std::size_t first = hypothesisTemplate.find(placeholder);
    const bool exactlyOne = first != std::string_view::npos && hypothesisTemplate.find(placeholder, first + 1) == std::string_view::npos;
    if (exactlyOne) return {};
    return Error{ErrorCode::InvalidTemplate,
                 "the template \"" + std::string(hypothesisTemplate) + "\" must contain {} exactly once; the label's name goes there",
                 {std::string(hypothesisTemplate)}};
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
