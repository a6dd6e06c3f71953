#include "core/labels/suggestions/compared_names.h"

#include <algorithm>
#include <span>

#include "core/base/utf8.h"

namespace labelwright {
namespace {

constexpr std::size_t fewLabels = 5;

std::string joined(std::span<const std::string> units) {
    std::string text;
    for (const std::string& unit : units) {
        if (!text.empty() && !containsCjk(unit)) text += ' ';
        text += unit;
    }
    return text;
}

}  // namespace

std::vector<std::string> comparedNames(const LabelSet& labels, AskedName asked) {
    std::vector<std::string> names;
    std::vector<NameUnits> units;
    for (const Label& label : labels.labels) {
        names.push_back(asked == AskedName::English && !label.englishName.empty() ? label.englishName : label.name);
        units.push_back(nameUnits(names.back()));
    }
    if (names.size() < fewLabels) return names;
    std::size_t prefix = units.front().size();
    std::size_t suffix = units.front().size();
    for (const NameUnits& each : units) {
        const NameDifference difference = differenceOf(units.front(), each);
        if (&each == &units.front()) continue;
        prefix = std::min(prefix, difference.prefix);
        suffix = std::min(suffix, difference.suffix);
    }
    const bool whole = prefix + suffix == 0 ||
                       std::any_of(units.begin(), units.end(), [&](const NameUnits& each) { return each.size() <= prefix + suffix; });
    if (whole) return names;
    for (std::size_t i = 0; i < names.size(); ++i)
        names[i] = joined(std::span(units[i]).subspan(prefix, units[i].size() - prefix - suffix));
    return names;
}

std::vector<NameUnits> distinctiveUnits(const std::vector<std::string>& names) {
    std::vector<NameUnits> all;
    for (const std::string& name : names) all.push_back(nameUnits(name));
    std::vector<NameUnits> distinctive;
    for (const NameUnits& units : all) {
        std::size_t shared = 0;
        for (std::size_t length = 1; length < units.size(); ++length) {
            const auto others = std::count_if(all.begin(), all.end(), [&](const NameUnits& other) {
                return &other != &units && other.size() >= length &&
                       std::equal(units.begin(), units.begin() + static_cast<std::ptrdiff_t>(length), other.begin());
            });
            if (static_cast<std::size_t>(others) + 1 < fewLabels) break;
            shared = length;
        }
        distinctive.emplace_back(units.begin() + static_cast<std::ptrdiff_t>(shared), units.end());
    }
    return distinctive;
}

bool isWiderName(const NameUnits& wider, const NameUnits& narrower) {
    if (wider.empty() || narrower.size() <= wider.size()) return false;
    const bool singleCharacter = wider.size() == 1 && containsCjk(wider.front());
    return !singleCharacter && std::equal(wider.rbegin(), wider.rend(), narrower.rbegin());
}

}  // namespace labelwright
