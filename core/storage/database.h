#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "core/base/result.h"
#include "core/storage/statement.h"

struct sqlite3;

namespace labelwright {

enum class OpenMode {
    ReadOnly,
    Unchanging,       ///< for reading, and nobody writes to it meanwhile: the only way on read-only media
    ReadWrite,        ///< the file must exist and be writable
    CreateIfMissing,  ///< its folder must exist
};

/// Whether closing the last connection copies the write-ahead log into the file (and removes the log).
enum class LogOnClose { CheckpointAndRemove, LeaveAsItIs };

/// One connection to an SQLite file, used by one thread at a time. Waits up to five seconds for the locks of others. Set for files that may
/// come from anywhere: defensive, schema not trusted, cell sizes checked, no memory map; foreign keys are enforced. Errors: FileMalformed
/// (no database, or damaged), FileUnwritable, StorageFailed.
class Database {
public:
    /// Does not read the file yet: whether it is a database shows at the first statement.
    static Result<Database> open(const std::filesystem::path& file, OpenMode mode);

    /// Runs one or more statements and ignores their rows.
    Result<void> execute(const std::string& sql);
    Result<Statement> prepare(std::string_view sql);
    /// First column of the first row; 0 or "" if there is none.
    Result<std::int64_t> integer(std::string_view sql);
    Result<std::string> text(std::string_view sql);

    /// Rows changed by the last INSERT, UPDATE or DELETE.
    std::uint64_t changedRows() const noexcept;
    /// False between BEGIN and COMMIT or ROLLBACK.
    bool autocommit() const noexcept;
    void setLogOnClose(LogOnClose action) noexcept;
    /// Reads every page; FileMalformed with SQLite's first finding if the structure is damaged.
    Result<void> checkStructure();

    const std::filesystem::path& file() const noexcept { return m_file; }

private:
    struct Closer {
        void operator()(sqlite3* connection) const noexcept;
    };
    Database(sqlite3* connection, std::filesystem::path file) : m_connection(connection), m_file(std::move(file)) {}

    std::unique_ptr<sqlite3, Closer> m_connection;
    std::filesystem::path m_file;
};

}  // namespace labelwright
