#include <set>
#include <unordered_map>

#include "core/labels/key_text.h"
#include "core/labels/label_list.h"
#include "core/labels/lint/lint_parts.h"

namespace labelwright {
namespace {

/// Equal for keys that are the same to a keyboard.
std::string comparable(const std::string& key) {
    std::string text = KeyText::parsed(key).text();
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

std::string keyOf(const LabelSet& labels, std::size_t index) {
    const std::string& own = labels.labels[index].key;
    return own.empty() ? labelKey(index) : own;
}

/// What to write as the key of the label: nothing if the key of its position is free, else another digit or a letter that is.
std::string freeKey(std::size_t index, const std::set<std::string>& taken) {
    const auto isFree = [&](const std::string& key) { return !key.empty() && !taken.contains(comparable(key)); };
    if (isFree(labelKey(index))) return {};
    for (std::size_t position = 0; !labelKey(position).empty(); ++position)
        if (isFree(labelKey(position))) return labelKey(position);
    for (char letter = 'A'; letter <= 'Z'; ++letter)
        if (isFree(std::string(1, letter))) return std::string(1, letter);
    return {};
}

}  // namespace

void lintKeys(const LintTask& task, std::vector<LabelFinding>& findings) {
    const LabelSet& labels = task.labels;
    std::set<std::string> commands;
    for (const std::string& key : task.context.commandKeys) commands.insert(comparable(key));
    std::set<std::string> taken = commands;
    std::vector<std::string> keys;
    for (std::size_t i = 0; i < labels.labels.size(); ++i) taken.insert(keys.emplace_back(comparable(keyOf(labels, i))));

    const auto report = [&](LabelFindingKind kind, std::vector<LabelId> concerned, std::size_t changed) {
        const LabelRepair repair{LabelRepair::Kind::SetKey, labels.labels[changed].id, {}, freeKey(changed, taken)};
        findings.push_back({kind, LabelFindingWeight::Warning, std::move(concerned), {keyOf(labels, changed)}, {repair}});
    };
    std::unordered_map<std::string_view, std::size_t> users;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (keys[i].empty()) continue;
        if (commands.contains(keys[i])) {
            report(LabelFindingKind::CommandKey, {labels.labels[i].id}, i);
            continue;
        }
        const auto [first, added] = users.try_emplace(keys[i], i);
        if (added) continue;
        // A key by position cannot be changed without being chosen, so the chosen one gives way.
        const std::size_t changed = labels.labels[i].key.empty() ? first->second : i;
        report(LabelFindingKind::DoubledKey, {labels.labels[first->second].id, labels.labels[i].id}, changed);
    }
}

}  // namespace labelwright
