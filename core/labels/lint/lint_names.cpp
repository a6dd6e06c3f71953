#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <unordered_map>

#include "core/labels/label_list.h"
#include "core/labels/lint/lint_parts.h"
#include "core/labels/meaning/name_units.h"

namespace labelwright {
namespace {

constexpr char separator = '\x1f';

/// Takes up no room and carries no meaning; a joiner (U+200D) holds emoji together and stays.
bool isInvisible(UChar32 c) { return u_charType(c) == U_CONTROL_CHAR || c == 0x200B || c == 0x2060 || c == 0xFEFF || c == 0x00AD; }

std::string tidied(std::string_view name) {
    std::string tidy;
    bool space = false;
    const auto length = static_cast<std::int64_t>(name.size());
    for (std::int64_t at = 0; at < length;) {
        const std::int64_t begin = at;
        UChar32 c = 0;
        U8_NEXT(reinterpret_cast<const std::uint8_t*>(name.data()), at, length, c);
        if (c >= 0 && u_isUWhiteSpace(c)) {
            space = true;
            continue;
        }
        if (c < 0 || isInvisible(c)) continue;
        if (space && !tidy.empty()) tidy += ' ';
        space = false;
        tidy += name.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(at - begin));
    }
    return tidy;
}

}  // namespace

std::string separatedUnits(std::string_view text) {
    std::string separated(1, separator);
    for (const std::string& unit : nameUnits(text)) (separated += unit) += separator;
    return separated;
}

std::vector<LintedName> lintedNames(const LabelSet& labels) {
    std::vector<LintedName> names;
    names.reserve(labels.labels.size());
    for (const Label& label : labels.labels) {
        LintedName name;
        name.tidy = tidied(label.name);
        name.folded = foldedName(name.tidy);
        name.units = separatedUnits(name.tidy);
        name.unitCount = static_cast<std::size_t>(std::count(name.units.begin(), name.units.end(), separator)) - 1;
        names.push_back(std::move(name));
    }
    return names;
}

void lintNames(const LintTask& task, std::vector<LabelFinding>& findings) {
    std::unordered_map<std::string_view, std::size_t> known;
    for (std::size_t i = 0; i < task.names.size(); ++i) {
        const Label& label = task.labels.labels[i];
        const LintedName& name = task.names[i];
        if (name.folded.empty()) {
            const LabelRepair remove{LabelRepair::Kind::Remove, label.id, {}, {}};
            findings.push_back({LabelFindingKind::EmptyName, LabelFindingWeight::Error, {label.id}, {}, {remove}});
            continue;
        }
        if (name.tidy != label.name) {
            const LabelRepair trim{LabelRepair::Kind::Trim, label.id, {}, name.tidy};
            findings.push_back({LabelFindingKind::UntidyName, LabelFindingWeight::Warning, {label.id}, {name.tidy}, {trim}});
        }
        const auto [first, added] = known.try_emplace(name.folded, i);
        if (added) continue;
        const LabelId& before = task.labels.labels[first->second].id;
        const LabelRepair merge{LabelRepair::Kind::Merge, before, label.id, {}};
        const LabelRepair remove{LabelRepair::Kind::Remove, label.id, {}, {}};
        findings.push_back({LabelFindingKind::DuplicateName, LabelFindingWeight::Error, {before, label.id}, {}, {merge, remove}});
    }
}

}  // namespace labelwright
