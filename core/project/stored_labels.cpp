#include "core/project/stored_labels.h"

#include <set>
#include <string_view>

namespace labelwright {
namespace {

Result<void> checkIds(const LabelSet& labels) {
    std::set<std::string_view> ids;
    for (const Label& label : labels.labels) {
        if (label.id.empty() || !ids.insert(label.id).second) {
            return Error{ErrorCode::InvalidArgument,
                         "the label \"" + label.name + "\" has no id of its own, so it cannot be stored",
                         {"label", "id", label.name}};
        }
    }
    return {};
}

}  // namespace

Result<void> writeLabels(Database& database, const LabelSet& labels) {
    if (auto checked = checkIds(labels); !checked) return checked;
    if (auto emptied = database.execute("DELETE FROM labels; DELETE FROM label_sets"); !emptied) return emptied;
    auto set = database.prepare("INSERT INTO label_sets(id, name, template, version) VALUES(?1, ?2, ?3, ?4)");
    if (!set) return set.error();
    const std::string_view setId = labels.id;
    set->bind(1, setId).bind(2, std::string_view(labels.name)).bind(3, std::string_view(labels.hypothesisTemplate));
    if (auto done = set->bind(4, static_cast<std::int64_t>(labels.version)).run(); !done) return done;
    auto insert = database.prepare(
        "INSERT INTO labels(label_set, id, position, name, description, hypothesis, english_name, colour, key, parent) "
        "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");
    if (!insert) return insert.error();
    std::int64_t position = 0;
    for (const Label& label : labels.labels) {
        insert->bind(1, setId).bind(2, std::string_view(label.id)).bind(3, position++).bind(4, std::string_view(label.name));
        insert->bind(5, std::string_view(label.description)).bind(6, std::string_view(label.hypothesis));
        insert->bind(7, std::string_view(label.englishName)).bind(8, static_cast<std::int64_t>(label.colour));
        if (auto done = insert->bind(9, std::string_view(label.key)).bind(10, std::string_view(label.parent)).run(); !done) return done;
    }
    return {};
}

Result<LabelSet> readLabels(Database& database) {
    LabelSet labels;
    auto set = database.prepare("SELECT id, name, template, version FROM label_sets");
    if (!set) return set.error();
    const auto found = set->step();
    if (!found) return found.error();
    if (!*found) return labels;
    labels.id = set->text(0);
    labels.name = set->text(1);
    labels.hypothesisTemplate = set->text(2);
    labels.version = static_cast<std::uint32_t>(set->integer(3));
    auto select = database.prepare(
        "SELECT id, name, description, hypothesis, english_name, colour, key, parent FROM labels WHERE label_set=?1 ORDER BY position");
    if (!select) return select.error();
    select->bind(1, std::string_view(labels.id));
    for (;;) {
        const auto row = select->step();
        if (!row) return row.error();
        if (!*row) return labels;
        Label label;
        label.id = select->text(0);
        label.name = select->text(1);
        label.description = select->text(2);
        label.hypothesis = select->text(3);
        label.englishName = select->text(4);
        label.colour = static_cast<std::uint32_t>(select->integer(5));
        label.key = select->text(6);
        label.parent = select->text(7);
        labels.labels.push_back(std::move(label));
    }
}

}  // namespace labelwright
