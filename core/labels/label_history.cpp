#include "core/labels/label_history.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "core/base/utf8.h"
#include "core/labels/json_store.h"
#include "core/labels/label_list.h"

namespace labelwright {
namespace {

JsonStore storeIn(const std::filesystem::path& file) { return {file, "delete it to begin a new history, or correct it"}; }

std::optional<UsedLabel> usedLabel(const nlohmann::json& entry) {
    if (!entry.is_object()) return std::nullopt;
    const auto name = entry.find("name");
    const auto uses = entry.find("uses");
    const auto lastUsed = entry.find("last_used");
    if (name == entry.end() || !name->is_string() || uses == entry.end() || !uses->is_number_unsigned() || lastUsed == entry.end() ||
        !lastUsed->is_number_integer())
        return std::nullopt;
    UsedLabel label{name->get<std::string>(), {}, uses->get<std::uint64_t>(), lastUsed->get<std::int64_t>()};
    if (const auto english = entry.find("english"); english != entry.end() && english->is_string())
        label.englishName = english->get<std::string>();
    return label;
}

void countUses(const std::vector<Label>& labels, std::int64_t now, std::map<std::string, UsedLabel>& used) {
    for (const Label& label : labels) {
        if (!trimmed(label.name).empty()) {
            UsedLabel& known = used[foldedName(label.name)];
            known.name = trimmed(label.name);
            if (!label.englishName.empty()) known.englishName = label.englishName;
            ++known.uses;
            known.lastUsed = now;
        }
        countUses(label.merged, now, used);
    }
}

void sortByUse(std::vector<UsedLabel>& labels) {
    std::sort(labels.begin(), labels.end(), [](const UsedLabel& a, const UsedLabel& b) {
        return std::tie(b.uses, b.lastUsed, a.name) < std::tie(a.uses, a.lastUsed, b.name);
    });
}

}  // namespace

Result<std::vector<UsedLabel>> LabelHistory::labels() const {
    const JsonStore store = storeIn(file());
    const auto json = store.read();
    if (!json) return json.error();
    std::vector<UsedLabel> labels;
    if (!*json) return labels;
    const auto list = (*json)->find("labels");
    if (list == (*json)->end() || !list->is_array()) return store.malformed("\"labels\" is not a list");
    for (const auto& entry : *list) {
        auto label = usedLabel(entry);
        if (!label) return store.malformed("\"labels\" holds something that is no used label");
        labels.push_back(*std::move(label));
    }
    sortByUse(labels);
    return labels;
}

Result<std::vector<UsedLabel>> LabelHistory::labelsToChange() const {
    auto known = labels();
    if (known || known.error().code != ErrorCode::FileMalformed || !storeIn(file()).setAside()) return known;
    return std::vector<UsedLabel>();
}

Result<void> LabelHistory::noteUse(const LabelSet& labels, std::int64_t now) const {
    const auto known = labelsToChange();
    if (!known) return known.error();
    std::map<std::string, UsedLabel> used;
    for (const UsedLabel& label : *known) used.emplace(foldedName(label.name), label);
    countUses(labels.labels, now, used);
    std::vector<UsedLabel> kept;
    for (auto& [folded, label] : used) kept.push_back(std::move(label));
    if (kept.size() > mostLabels) {
        std::stable_sort(kept.begin(), kept.end(), [](const UsedLabel& a, const UsedLabel& b) { return a.lastUsed > b.lastUsed; });
        kept.resize(mostLabels);
    }
    sortByUse(kept);
    nlohmann::ordered_json json{{"labelwright", "label-history"}, {"version", 1}, {"labels", nlohmann::ordered_json::array()}};
    for (const UsedLabel& label : kept) {
        nlohmann::ordered_json entry{{"name", label.name}};
        if (!label.englishName.empty()) entry["english"] = label.englishName;
        entry["uses"] = label.uses;
        entry["last_used"] = label.lastUsed;
        json["labels"].push_back(std::move(entry));
    }
    return storeIn(file()).write(json);
}

}  // namespace labelwright
