#include "core/project/selection_json.h"

#include <nlohmann/json.hpp>

namespace labelwright {

std::string selectionJson(const Selection& selection) {
    nlohmann::json json{{"mode", selection.mode == SelectionMode::SingleBest ? "single" : "multi"},
                        {"threshold", selection.threshold},
                        {"abstain", selection.abstain},
                        {"temperature", nullptr}};
    if (selection.temperature) json["temperature"] = *selection.temperature;
    return json.dump();
}

std::optional<Selection> selectionFromJson(std::string_view text) {
    try {
        const auto json = nlohmann::json::parse(text);
        Selection selection;
        selection.mode = json.at("mode") == "single" ? SelectionMode::SingleBest : SelectionMode::EveryAboveThreshold;
        selection.threshold = json.at("threshold").get<float>();
        selection.abstain = json.at("abstain").get<float>();
        if (!json.at("temperature").is_null()) selection.temperature = json.at("temperature").get<float>();
        return selection;
    } catch (const nlohmann::json::exception&) {
        return {};
    }
}

}  // namespace labelwright
