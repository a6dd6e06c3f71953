#include "core/project/stored_readings.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/project/project_error.h"

namespace labelwright {
namespace {

constexpr std::array<std::pair<LogitRole, std::string_view>, 4> roleNames = {{{LogitRole::Entailment, "entailment"},
                                                                              {LogitRole::Contradiction, "contradiction"},
                                                                              {LogitRole::Neutral, "neutral"},
                                                                              {LogitRole::Cosine, "cosine"}}};
constexpr std::array<std::pair<ScoreRule, std::string_view>, 2> ruleNames = {
    {{ScoreRule::Entailment, "entailment"}, {ScoreRule::Cosine, "cosine"}}};

template <typename Value, std::size_t n>
std::string_view nameOf(const std::array<std::pair<Value, std::string_view>, n>& names, Value value) {
    for (const auto& [candidate, name] : names) {
        if (candidate == value) return name;
    }
    return {};
}

template <typename Value, std::size_t n>
std::optional<Value> valueOf(const std::array<std::pair<Value, std::string_view>, n>& names, std::string_view text) {
    for (const auto& [value, name] : names) {
        if (name == text) return value;
    }
    return std::nullopt;
}

std::string joinedColumns(const std::vector<LogitRole>& columns) {
    std::string joined;
    for (const LogitRole role : columns) {
        if (!joined.empty()) joined += ',';
        joined += nameOf(roleNames, role);
    }
    return joined;
}

std::optional<std::vector<LogitRole>> splitColumns(std::string_view joined) {
    std::vector<LogitRole> columns;
    while (!joined.empty()) {
        const std::size_t comma = std::min(joined.find(','), joined.size());
        const auto role = valueOf(roleNames, joined.substr(0, comma));
        if (!role) return std::nullopt;
        columns.push_back(*role);
        joined.remove_prefix(std::min(comma + 1, joined.size()));
    }
    return columns;
}

}  // namespace

Result<StoredReadings> readReadings(Database& database) {
    auto select = database.prepare("SELECT id, model_id, model_name, rule, temperature, columns, precision FROM readings ORDER BY id");
    if (!select) return select.error();
    StoredReadings readings;
    for (;;) {
        const auto row = select->step();
        if (!row) return row.error();
        if (!*row) return readings;
        const auto rule = valueOf(ruleNames, select->text(3));
        const auto columns = splitColumns(select->text(5));
        const auto precision = precisionOfName(select->text(6));
        if (!rule || !columns || !precision) return malformedProject(database, "readings", "a way of reading the scores is unknown");
        ScoreReading& reading = readings[static_cast<std::uint8_t>(select->integer(0))];
        reading.modelId = select->text(1);
        reading.modelName = select->text(2);
        reading.rule = *rule;
        reading.temperature = static_cast<float>(select->real(4));
        reading.columns = *columns;
        reading.precision = *precision;
    }
}

Result<std::uint8_t> storeReading(Database& database, StoredReadings& known, const ScoreReading& reading) {
    for (const auto& [id, stored] : known) {
        if (stored == reading) return id;
    }
    if (known.size() >= noReading) {
        return Error{ErrorCode::StorageFailed,
                     database.file().string() + ": predictions of more than 255 models lie in it; clear the predictions and run again",
                     {database.file().string(), "more than 255 models"}};
    }
    const auto id = static_cast<std::uint8_t>(known.empty() ? 0 : known.rbegin()->first + 1);
    auto insert = database.prepare(
        "INSERT INTO readings(id, model_id, model_name, rule, temperature, columns, precision) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)");
    if (!insert) return insert.error();
    const std::string columns = joinedColumns(reading.columns);
    insert->bind(1, static_cast<std::int64_t>(id)).bind(2, std::string_view(reading.modelId)).bind(3, std::string_view(reading.modelName));
    insert->bind(4, nameOf(ruleNames, reading.rule)).bind(5, static_cast<double>(reading.temperature)).bind(6, std::string_view(columns));
    insert->bind(7, std::string_view(precisionName(reading.precision)));
    if (auto done = insert->run(); !done) return done.error();
    known.emplace(id, reading);
    return id;
}

}  // namespace labelwright
