#include "core/storage/copy_database.h"

#include <string>

#include "core/base/move_into_place.h"

namespace labelwright {

Result<void> copyDatabase(Database& database, const std::filesystem::path& target) {
    const std::filesystem::path temporary = nameBeside(target);
    const std::string name = temporary.string();
    const auto copied = [&]() -> Result<void> {
        auto statement = database.prepare("VACUUM INTO ?1");
        if (!statement) return statement.error();
        if (auto done = statement->bind(1, std::string_view(name)).run(); !done) return done;
        return moveIntoPlace(temporary, target);
    }();
    std::error_code ignored;
    if (!copied) std::filesystem::remove(temporary, ignored);
    return copied;
}

}  // namespace labelwright
