#include "app/cli/commands/label_recommendation.h"

#include <algorithm>

#include "app/cli/commands/utc_time.h"
#include "app/shared/composition.h"

namespace labelwright::cli {
namespace {

using Json = nlohmann::ordered_json;

}  // namespace

Result<std::vector<UsedLabel>> usedLabels(const Places& places) {
    auto used = LabelHistory(places.data).labels();
    if (!used) return used;
    return withPresetLabels(*std::move(used), makePresetStore(places).presets());
}

std::string recommendationText(const std::vector<RecommendedLabel>& labels, std::size_t most) {
    if (labels.empty()) return "no labels were used on this machine yet\n";
    std::string text;
    for (std::size_t i = 0; i < std::min(most, labels.size()); ++i) {
        const RecommendedLabel& each = labels[i];
        text += each.label.name + "  (" + std::to_string(each.label.uses) + (each.label.uses == 1 ? " run" : " runs");
        for (std::size_t other = 0; other < each.alike.size(); ++other) text += (other == 0 ? "; also " : ", ") + each.alike[other];
        text += ")\n";
    }
    if (labels.size() > most) text += std::to_string(labels.size() - most) + " more; see --most\n";
    return text;
}

Json recommendationJson(const std::vector<RecommendedLabel>& labels) {
    const auto orNull = [](const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); };
    Json all = Json::array();
    for (const RecommendedLabel& each : labels) {
        all.push_back({{"name", each.label.name},
                       {"english", orNull(each.label.englishName)},
                       {"alike", each.alike},
                       {"uses", each.label.uses},
                       {"lastUsed", orNull(utcTime(each.label.lastUsed))}});
    }
    return all;
}

}  // namespace labelwright::cli
