#include "app/cli/commands/label_change_text.h"

namespace labelwright::cli {
namespace {

std::string quoted(const std::string& text) { return text.empty() ? "nothing" : "\"" + text + "\""; }

}  // namespace

std::string labelChangeText(const LabelChange& change) {
    using Kind = LabelChange::Kind;
    const std::string before = quoted(change.before);
    const std::string after = quoted(change.after);
    switch (change.kind) {
        case Kind::SetRenamed: return "the set is called " + after + ", it was " + before;
        case Kind::TemplateChanged: return "the template is " + after + ", it was " + before;
        case Kind::Added: return "added " + after;
        case Kind::Removed: return "removed " + before;
        case Kind::Renamed: return "renamed " + before + " to " + after;
        case Kind::AskedOtherwise: return "asked otherwise: " + after + ", it was " + before;
        case Kind::Described: return "described as " + after + ", it was " + before;
        case Kind::Recoloured: return "another colour for " + before;
        case Kind::KeyChanged: return "key " + after + ", it was " + before;
        case Kind::PutBelow: return change.after.empty() ? "put at the top: " + before : "put " + before + " below " + after;
        case Kind::Merged: return "merged " + before + " into " + after;
        case Kind::TakenOut: return "took " + after + " out of " + before;
        case Kind::KeptApart: return "kept apart: " + before + " and " + after;
        case Kind::NotKeptApart: return "no longer kept apart: " + before + " and " + after;
        case Kind::Reordered: return "another order";
    }
    return {};
}

nlohmann::ordered_json labelChangeJson(const LabelChange& change) {
    const auto orNull = [](const std::string& text) {
        return text.empty() ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(text);
    };
    return {{"kind", labelChangeName(change.kind)},
            {"id", orNull(change.id)},
            {"before", orNull(change.before)},
            {"after", orNull(change.after)}};
}

}  // namespace labelwright::cli
