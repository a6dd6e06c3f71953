#include "core/project/stored_history.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>

#include "core/base/clock.h"
#include "core/base/user_name.h"
#include "core/project/project_error.h"
#include "core/project/review_changes.h"
#include "core/project/selection_json.h"
#include "core/project/stored_labels.h"
#include "core/storage/statement.h"

namespace labelwright {
namespace {

constexpr std::string_view insertEntry =
    "INSERT INTO history(act, of_step, joins, made_at, who, text, row_count, labels_before, labels_after, selection_before, "
    "selection_after, review_values, review_rows) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)";

/// The columns that readEntry() reads, from 0.
constexpr const char* entryColumns = "SELECT number, act, of_step, joins, made_at, who, text, row_count, labels_after";

Result<HistoryEntry> readEntry(const Database& database, const Statement& row) {
    HistoryEntry entry;
    entry.number = static_cast<std::uint64_t>(row.integer(0));
    if (row.integer(1) < 0 || row.integer(1) > static_cast<int>(HistoryAct::Imported))
        return malformedProject(database, "history " + std::to_string(entry.number), "it is of an unknown kind");
    entry.place.act = static_cast<HistoryAct>(row.integer(1));
    entry.place.of = static_cast<std::uint64_t>(row.integer(2));
    entry.place.joins = static_cast<std::uint64_t>(row.integer(3));
    entry.madeAt = row.integer(4);
    entry.who = row.text(5);
    entry.text = row.text(6);
    entry.rows = static_cast<std::uint64_t>(row.integer(7));
    entry.labelsThen = row.isNull(8) ? 0 : static_cast<std::uint32_t>(row.integer(8));
    return entry;
}

void bindVersion(Statement& insert, int parameter, const std::optional<LabelSet>& labels) {
    if (labels) insert.bind(parameter, static_cast<std::int64_t>(labels->version));
    else insert.bindNull(parameter);
}

/// The last import; 0: none.
Result<std::int64_t> lastImport(Database& database) {
    return database.integer("SELECT coalesce(max(number), 0) FROM history WHERE act=" +
                            std::to_string(static_cast<int>(HistoryAct::Imported)));
}

/// One entry alone.
struct OneEntry {
    StoredStep step;
    std::int64_t joins = 0;
};

Result<OneEntry> readOne(Database& database, std::int64_t number) {
    auto select = database.prepare(
        "SELECT text, joins, labels_before, labels_after, selection_before, selection_after, review_values, review_rows FROM history "
        "WHERE number=?1 AND act=0");
    if (!select) return select.error();
    const auto found = select->bind(1, number).step();
    if (!found) return found.error();
    const std::string place = "history " + std::to_string(number);
    if (!*found) return Error{ErrorCode::InvalidArgument, "there is no step " + std::to_string(number), {"step", std::to_string(number)}};
    OneEntry entry;
    StoredStep& step = entry.step;
    step.before.text = step.after.text = select->text(0);
    entry.joins = select->integer(1);
    for (const auto& [column, edit] : {std::pair(2, &step.before), std::pair(3, &step.after)}) {
        if (select->isNull(column)) continue;
        auto labels = readLabelsOfVersion(database, static_cast<std::uint32_t>(select->integer(column)));
        if (!labels) return labels.error();
        edit->labels = *std::move(labels);
    }
    for (const auto& [column, edit] : {std::pair(4, &step.before), std::pair(5, &step.after)}) {
        if (select->isNull(column)) continue;
        edit->selection = selectionFromJson(select->text(column));
        if (!edit->selection) return malformedProject(database, place, "its selection cannot be read");
    }
    if (select->isNull(6)) return entry;
    if (auto unpacked = unpack(select->text(6), select->blob(7), step); !unpacked)
        return malformedProject(database, place, "its reviews cannot be read");
    return entry;
}

}  // namespace

Result<std::uint64_t> writeHistory(Database& database, const HistoryPlace& place, const StoredStep& step) {
    auto insert = database.prepare(insertEntry);
    if (!insert) return insert.error();
    const std::string who = userName();
    insert->bind(1, static_cast<std::int64_t>(place.act)).bind(2, static_cast<std::int64_t>(place.of));
    insert->bind(3, static_cast<std::int64_t>(place.joins)).bind(4, unixSeconds()).bind(5, std::string_view(who));
    insert->bind(6, std::string_view(step.after.text)).bind(7, static_cast<std::int64_t>(step.after.rows.size()));
    bindVersion(*insert, 9, step.after.labels);
    std::string selectionBefore;
    std::string selectionAfter;
    PackedChanges changes;
    for (const int parameter : {8, 10, 11, 12, 13}) insert->bindNull(parameter);
    if (place.act == HistoryAct::Done) {
        bindVersion(*insert, 8, step.before.labels);
        if (step.before.selection && step.after.selection) {
            selectionBefore = selectionJson(*step.before.selection);
            selectionAfter = selectionJson(*step.after.selection);
            insert->bind(10, std::string_view(selectionBefore)).bind(11, std::string_view(selectionAfter));
        }
        if (!step.after.rows.empty()) {
            changes = packed(step);
            insert->bind(12, std::string_view(changes.values)).bind(13, std::span<const std::byte>(changes.rows));
        }
    }
    if (auto done = insert->run(); !done) return done.error();
    const auto number = database.integer("SELECT last_insert_rowid()");
    if (!number) return number.error();
    return static_cast<std::uint64_t>(*number);
}

Result<std::uint64_t> writeImport(Database& database, const std::string& name, std::uint64_t rows) {
    StoredStep step;
    step.after.text = name;
    auto number = writeHistory(database, {HistoryAct::Imported}, step);
    if (!number) return number;
    auto count = database.prepare("UPDATE history SET row_count=?1 WHERE number=?2");
    if (!count) return count.error();
    if (auto done = count->bind(1, static_cast<std::int64_t>(rows)).bind(2, static_cast<std::int64_t>(*number)).run(); !done)
        return done.error();
    return number;
}

Result<StoredStep> readStep(Database& database, std::uint64_t number) {
    auto last = readOne(database, static_cast<std::int64_t>(number));
    if (!last) return last.error();
    StoredStep step = std::move(last->step);
    // Entries that make one step with the one before are about the selection alone.
    for (std::int64_t earlier = last->joins; earlier != 0;) {
        auto entry = readOne(database, earlier);
        if (!entry) return entry.error();
        step.before.selection = entry->step.before.selection;
        earlier = entry->joins;
    }
    return step;
}

Result<UndoSteps> readUndoSteps(Database& database, std::size_t most) {
    const auto import = lastImport(database);
    if (!import) return import.error();
    auto select = database.prepare("SELECT number, act, of_step, joins, text FROM history WHERE number>?1 ORDER BY number");
    if (!select) return select.error();
    select->bind(1, *import);
    UndoSteps steps;
    for (;;) {
        const auto found = select->step();
        if (!found) return found.error();
        if (!*found) break;
        const auto number = static_cast<std::uint64_t>(select->integer(0));
        switch (static_cast<HistoryAct>(select->integer(1))) {
            case HistoryAct::Done:
                steps.steps.resize(steps.done);  // what was taken back cannot be done again after something new
                if (select->integer(3) != 0 && steps.done > 0) {
                    steps.steps.back().number = number;
                } else {
                    steps.steps.push_back({number, std::string(select->text(4))});
                    ++steps.done;
                }
                break;
            case HistoryAct::Undone:
                if (steps.done > 0) --steps.done;
                break;
            case HistoryAct::Redone:
                if (steps.done < steps.steps.size()) ++steps.done;
                break;
            case HistoryAct::Imported: break;
        }
    }
    if (steps.done > most) {
        steps.steps.erase(steps.steps.begin(), steps.steps.begin() + static_cast<std::ptrdiff_t>(steps.done - most));
        steps.done = most;
    }
    return steps;
}

Result<std::vector<HistoryEntry>> readHistory(Database& database, std::size_t most) {
    auto select = database.prepare(std::string(entryColumns) + " FROM history ORDER BY number DESC LIMIT ?1");
    if (!select) return select.error();
    select->bind(1, static_cast<std::int64_t>(most));
    std::vector<HistoryEntry> entries;
    for (;;) {
        const auto found = select->step();
        if (!found) return found.error();
        if (!*found) return entries;
        auto entry = readEntry(database, *select);
        if (!entry) return entry.error();
        entries.push_back(*std::move(entry));
    }
}

Result<std::vector<RowChange>> readRowHistory(Database& database, std::uint32_t row, std::size_t most) {
    const auto import = lastImport(database);
    if (!import) return import.error();
    auto select = database.prepare(std::string(entryColumns) + ", review_values, review_rows FROM history WHERE number>?1 ORDER BY number");
    if (!select) return select.error();
    select->bind(1, *import);
    std::vector<RowChange> changes;
    std::map<std::uint64_t, std::pair<Review, Review>> steps;  // before and after, of those about the row
    for (;;) {
        const auto found = select->step();
        if (!found) return found.error();
        if (!*found) break;
        auto entry = readEntry(database, *select);
        if (!entry) return entry.error();
        if (entry->place.act == HistoryAct::Done) {
            if (select->isNull(9)) continue;
            auto change = changeOf(select->text(9), select->blob(10), row);
            if (!change) return malformedProject(database, "history " + std::to_string(entry->number), "its reviews cannot be read");
            if (!*change) continue;
            steps.emplace(entry->number, **change);
            changes.push_back({*std::move(entry), (*change)->second});
        } else if (const auto step = steps.find(entry->place.of); step != steps.end()) {
            const bool undone = entry->place.act == HistoryAct::Undone;
            changes.push_back({*std::move(entry), undone ? step->second.first : step->second.second});
        }
    }
    std::reverse(changes.begin(), changes.end());
    if (changes.size() > most) changes.resize(most);
    return changes;
}

}  // namespace labelwright
