#pragma once

#include <string>
#include <string_view>

#include "core/domain/selection.h"
#include "core/storage/database.h"

namespace labelwright {

/// Small values by name. Writing happens within the caller's write transaction.
Result<void> writeSetting(Database& database, std::string_view name, std::string_view text);
Result<std::string> readSetting(Database& database, std::string_view name, std::string_view ifAbsent);

Result<void> writeSelection(Database& database, const Selection& selection);
/// The default selection where nothing was stored.
Result<Selection> readSelection(Database& database);

namespace setting {
constexpr std::string_view modelChoice = "model choice";
constexpr std::string_view viewState = "view state";
}  // namespace setting

}  // namespace labelwright
