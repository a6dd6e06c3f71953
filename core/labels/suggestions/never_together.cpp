#include "core/labels/suggestions/never_together.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/labels/json_store.h"
#include "core/labels/label_list.h"

namespace labelwright {
namespace {

JsonStore storeIn(const std::filesystem::path& file) { return {file, "delete it to ask about every pair again, or correct it"}; }

bool isPair(const nlohmann::json& entry) { return entry.is_array() && entry.size() == 2 && entry[0].is_string() && entry[1].is_string(); }

auto sameAs(const NamePair& pair) {
    return [pair](const NamePair& each) { return unorderedNames(each.first, each.second) == pair; };
}

}  // namespace

NamePair unorderedNames(std::string_view left, std::string_view right) {
    NamePair pair{foldedName(left), foldedName(right)};
    if (pair.second < pair.first) std::swap(pair.first, pair.second);
    return pair;
}

Result<std::vector<NamePair>> NeverTogether::pairs() const {
    const JsonStore store = storeIn(file());
    const auto json = store.read();
    if (!json) return json.error();
    std::vector<NamePair> pairs;
    if (!*json) return pairs;
    const auto list = (*json)->find("pairs");
    if (list == (*json)->end() || !list->is_array() || !std::all_of(list->begin(), list->end(), isPair))
        return store.malformed("\"pairs\" is not a list of pairs of names");
    for (const auto& entry : *list) pairs.emplace_back(entry[0].get<std::string>(), entry[1].get<std::string>());
    return pairs;
}

Result<std::vector<NamePair>> NeverTogether::pairsToChange() const {
    auto known = pairs();
    if (known || known.error().code != ErrorCode::FileMalformed || !storeIn(file()).setAside()) return known;
    return std::vector<NamePair>();
}

Result<void> NeverTogether::add(std::string_view left, std::string_view right) const {
    auto known = pairsToChange();
    if (!known) return known.error();
    if (std::any_of(known->begin(), known->end(), sameAs(unorderedNames(left, right)))) return {};
    known->emplace_back(left, right);
    return write(*known);
}

Result<void> NeverTogether::remove(std::string_view left, std::string_view right) const {
    auto known = pairsToChange();
    if (!known) return known.error();
    if (std::erase_if(*known, sameAs(unorderedNames(left, right))) == 0) return {};
    return write(*known);
}

Result<void> NeverTogether::write(const std::vector<NamePair>& pairs) const {
    nlohmann::ordered_json json{{"labelwright", "never-together"}, {"version", 1}, {"pairs", nlohmann::ordered_json::array()}};
    for (const auto& [left, right] : pairs) json["pairs"].push_back({left, right});
    return storeIn(file()).write(json);
}

}  // namespace labelwright
