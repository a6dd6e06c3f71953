#include "core/project/stored_labels.h"

#include <optional>
#include <set>
#include <span>
#include <string_view>

#include "core/base/clock.h"
#include "core/project/project_error.h"
#include "core/storage/statement.h"

namespace labelwright {
namespace {

/// Name of the setting that holds the number of the labels in use.
constexpr std::string_view versionSetting = "label version";

Result<void> checkIds(std::span<const Label> labels, std::set<std::string_view>& ids) {
    for (const Label& label : labels) {
        if (label.id.empty() || !ids.insert(label.id).second) {
            return Error{ErrorCode::InvalidArgument,
                         "the label \"" + label.name + "\" has no id of its own, so it cannot be stored",
                         {"label", "id", label.name}};
        }
        if (auto checked = checkIds(label.merged, ids); !checked) return checked;
    }
    return {};
}

/// Each label before those merged into it; `position` counts on.
Result<void> insertLabels(Statement& insert, std::span<const Label> labels, const LabelId& mergedInto, std::int64_t& position) {
    for (const Label& label : labels) {
        insert.bind(2, std::string_view(label.id)).bind(3, position++).bind(4, std::string_view(label.name));
        insert.bind(5, std::string_view(label.description)).bind(6, std::string_view(label.hypothesis));
        insert.bind(7, std::string_view(label.englishName)).bind(8, static_cast<std::int64_t>(label.colour));
        insert.bind(9, std::string_view(label.key)).bind(10, std::string_view(label.parent)).bind(11, std::string_view(mergedInto));
        if (auto done = insert.run(); !done) return done;
        if (auto done = insertLabels(insert, label.merged, label.id, position); !done) return done;
    }
    return {};
}

Label labelOf(const Statement& row) {
    Label label;
    label.id = row.text(0);
    label.name = row.text(1);
    label.description = row.text(2);
    label.hypothesis = row.text(3);
    label.englishName = row.text(4);
    label.colour = static_cast<std::uint32_t>(row.integer(5));
    label.key = row.text(6);
    label.parent = row.text(7);
    return label;
}

Label* findIn(std::span<Label> labels, std::string_view id) {
    for (Label& label : labels) {
        if (label.id == id) return &label;
        if (Label* inner = findIn(label.merged, id)) return inner;
    }
    return nullptr;
}

Result<std::vector<LabelPair>> readPairsApart(Database& database, std::int64_t number) {
    auto select = database.prepare("SELECT left_label, right_label FROM version_pairs_apart WHERE version=?1 ORDER BY position");
    if (!select) return select.error();
    select->bind(1, number);
    std::vector<LabelPair> pairs;
    for (;;) {
        const auto row = select->step();
        if (!row) return row.error();
        if (!*row) return pairs;
        pairs.push_back({LabelId(select->text(0)), LabelId(select->text(1))});
    }
}

Result<void> insertPairsApart(Database& database, const LabelSet& labels) {
    auto insert = database.prepare("INSERT INTO version_pairs_apart(version, position, left_label, right_label) VALUES(?1, ?2, ?3, ?4)");
    if (!insert) return insert.error();
    insert->bind(1, static_cast<std::int64_t>(labels.version));
    for (std::size_t i = 0; i < labels.keptApart.size(); ++i) {
        insert->bind(2, static_cast<std::int64_t>(i)).bind(3, std::string_view(labels.keptApart[i].left));
        if (auto done = insert->bind(4, std::string_view(labels.keptApart[i].right)).run(); !done) return done;
    }
    return {};
}

Result<std::optional<LabelVersion>> readVersion(Database& database, std::int64_t number) {
    auto set = database.prepare("SELECT label_set, name, template, made_at FROM label_versions WHERE number=?1");
    if (!set) return set.error();
    const auto found = set->bind(1, number).step();
    if (!found) return found.error();
    if (!*found) return std::optional<LabelVersion>();
    LabelVersion version;
    LabelSet& labels = version.labels;
    labels.id = set->text(0);
    labels.name = set->text(1);
    labels.hypothesisTemplate = set->text(2);
    labels.version = static_cast<std::uint32_t>(number);
    version.madeAt = set->integer(3);
    auto apart = readPairsApart(database, number);
    if (!apart) return apart.error();
    labels.keptApart = *std::move(apart);
    auto select = database.prepare(
        "SELECT id, name, description, hypothesis, english_name, colour, key, parent, merged_into FROM version_labels WHERE version=?1 "
        "ORDER BY position");
    if (!select) return select.error();
    select->bind(1, number);
    for (;;) {
        const auto row = select->step();
        if (!row) return row.error();
        if (!*row) return std::optional(std::move(version));
        Label label = labelOf(*select);
        const std::string mergedInto(select->text(8));
        Label* into = mergedInto.empty() ? nullptr : findIn(labels.labels, mergedInto);
        if (!mergedInto.empty() && into == nullptr)
            return malformedProject(database, "label " + label.id, "it is merged into a label that does not stand before it");
        (into == nullptr ? labels.labels : into->merged).push_back(std::move(label));
    }
}

Result<void> insertVersion(Database& database, const LabelSet& labels) {
    const auto number = static_cast<std::int64_t>(labels.version);
    auto remove = database.prepare("DELETE FROM label_versions WHERE number=?1");
    if (!remove) return remove.error();
    if (auto done = remove->bind(1, number).run(); !done) return done;
    auto set = database.prepare("INSERT INTO label_versions(number, label_set, name, template, made_at) VALUES(?1, ?2, ?3, ?4, ?5)");
    if (!set) return set.error();
    set->bind(1, number).bind(2, std::string_view(labels.id)).bind(3, std::string_view(labels.name));
    if (auto done = set->bind(4, std::string_view(labels.hypothesisTemplate)).bind(5, unixSeconds()).run(); !done) return done;
    auto insert = database.prepare(
        "INSERT INTO version_labels(version, id, position, name, description, hypothesis, english_name, colour, key, parent, merged_into) "
        "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)");
    if (!insert) return insert.error();
    insert->bind(1, number);
    std::int64_t position = 0;
    if (auto done = insertLabels(*insert, labels.labels, {}, position); !done) return done;
    return insertPairsApart(database, labels);
}

/// 0: none.
Result<std::int64_t> versionInUse(Database& database) {
    auto select = database.prepare("SELECT value FROM settings WHERE name=?1");
    if (!select) return select.error();
    const auto found = select->bind(1, versionSetting).step();
    if (!found) return found.error();
    return *found ? select->integer(0) : std::int64_t{0};
}

}  // namespace

Result<void> writeLabels(Database& database, const LabelSet& labels) {
    std::set<std::string_view> ids;
    if (auto checked = checkIds(labels.labels, ids); !checked) return checked;
    const auto number = static_cast<std::int64_t>(labels.version);
    const auto kept = readVersion(database, number);
    if (!kept) return kept.error();
    if (number != 0 && (!*kept || (*kept)->labels != labels)) {
        if (auto done = insertVersion(database, labels); !done) return done;
    }
    auto use = database.prepare("INSERT INTO settings(name, value) VALUES(?1, ?2) ON CONFLICT(name) DO UPDATE SET value=excluded.value");
    if (!use) return use.error();
    return use->bind(1, versionSetting).bind(2, number).run();
}

Result<LabelSet> readLabelsOfVersion(Database& database, std::uint32_t number) {
    if (number == 0) {
        LabelSet none;
        none.version = 0;
        return none;
    }
    auto version = readVersion(database, number);
    if (!version) return version.error();
    if (!*version) return malformedProject(database, "label version " + std::to_string(number), "its labels are missing");
    return std::move((*version)->labels);
}

Result<LabelSet> readLabels(Database& database) {
    const auto number = versionInUse(database);
    if (!number) return number.error();
    return readLabelsOfVersion(database, static_cast<std::uint32_t>(*number));
}

Result<std::vector<LabelVersion>> readLabelVersions(Database& database, std::size_t most) {
    std::vector<std::int64_t> numbers;
    auto select = database.prepare("SELECT number FROM label_versions ORDER BY number DESC LIMIT ?1");
    if (!select) return select.error();
    select->bind(1, static_cast<std::int64_t>(most));
    for (;;) {
        const auto row = select->step();
        if (!row) return row.error();
        if (!*row) break;
        numbers.push_back(select->integer(0));
    }
    std::vector<LabelVersion> versions;
    for (const std::int64_t number : numbers) {
        auto version = readVersion(database, number);
        if (!version) return version.error();
        if (*version) versions.push_back(*std::move(*version));
    }
    return versions;
}

Result<std::map<LabelId, std::string>> formerLabelNames(Database& database) {
    std::map<LabelId, std::string> names;
    auto select = database.prepare("SELECT id, name, max(version) FROM version_labels GROUP BY id");
    if (!select) return select.error();
    for (;;) {
        const auto row = select->step();
        if (!row) return row.error();
        if (!*row) return names;
        names.emplace(select->text(0), select->text(1));
    }
}

Result<std::uint32_t> highestLabelVersion(Database& database) {
    auto select = database.prepare("SELECT coalesce(max(number), 0) FROM label_versions");
    if (!select) return select.error();
    if (const auto row = select->step(); !row) return row.error();
    return static_cast<std::uint32_t>(select->integer(0));
}

}  // namespace labelwright
