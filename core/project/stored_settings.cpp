#include "core/project/stored_settings.h"

#include <optional>

#include "core/project/project_error.h"

namespace labelwright {
namespace {

constexpr std::string_view upsert = "INSERT OR REPLACE INTO settings(name, value) VALUES(?1, ?2)";
constexpr std::string_view modeName = "selection mode";
constexpr std::string_view thresholdName = "selection threshold";
constexpr std::string_view abstainName = "selection abstain";
constexpr std::string_view temperatureName = "selection temperature";
constexpr std::string_view singleBest = "single best";
constexpr std::string_view everyAboveThreshold = "every above threshold";

Result<void> writeNumber(Database& database, std::string_view name, std::optional<float> number) {
    auto statement = database.prepare(upsert);
    if (!statement) return statement.error();
    statement->bind(1, name);
    if (number) statement->bind(2, static_cast<double>(*number));
    else statement->bindNull(2);
    return statement->run();
}

Result<std::optional<float>> readNumber(Database& database, std::string_view name) {
    auto statement = database.prepare("SELECT value FROM settings WHERE name=?1");
    if (!statement) return statement.error();
    const auto row = statement->bind(1, name).step();
    if (!row) return row.error();
    if (!*row || statement->isNull(0)) return std::optional<float>();
    return std::optional(static_cast<float>(statement->real(0)));
}

}  // namespace

Result<void> writeSetting(Database& database, std::string_view name, std::string_view text) {
    auto statement = database.prepare(upsert);
    if (!statement) return statement.error();
    return statement->bind(1, name).bind(2, text).run();
}

Result<std::string> readSetting(Database& database, std::string_view name, std::string_view ifAbsent) {
    auto statement = database.prepare("SELECT value FROM settings WHERE name=?1");
    if (!statement) return statement.error();
    const auto row = statement->bind(1, name).step();
    if (!row) return row.error();
    return std::string(*row ? statement->text(0) : ifAbsent);
}

Result<void> writeSelection(Database& database, const Selection& selection) {
    const auto mode = selection.mode == SelectionMode::SingleBest ? singleBest : everyAboveThreshold;
    if (auto written = writeSetting(database, modeName, mode); !written) return written;
    if (auto written = writeNumber(database, thresholdName, selection.threshold); !written) return written;
    if (auto written = writeNumber(database, abstainName, selection.abstain); !written) return written;
    return writeNumber(database, temperatureName, selection.temperature);
}

Result<Selection> readSelection(Database& database) {
    Selection selection;
    const auto mode = readSetting(database, modeName, singleBest);
    if (!mode) return mode.error();
    if (*mode != singleBest && *mode != everyAboveThreshold)
        return malformedProject(database, std::string(modeName), "\"" + *mode + "\" is unknown");
    selection.mode = *mode == singleBest ? SelectionMode::SingleBest : SelectionMode::EveryAboveThreshold;
    const auto threshold = readNumber(database, thresholdName);
    if (!threshold) return threshold.error();
    selection.threshold = threshold->value_or(selection.threshold);
    const auto abstain = readNumber(database, abstainName);
    if (!abstain) return abstain.error();
    selection.abstain = abstain->value_or(selection.abstain);
    const auto temperature = readNumber(database, temperatureName);
    if (!temperature) return temperature.error();
    selection.temperature = *temperature;
    return selection;
}

}  // namespace labelwright
