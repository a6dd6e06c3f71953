#pragma once

#include <cstdint>
#include <filesystem>

#include "core/base/result.h"
#include "core/storage/database.h"

namespace labelwright {

/// How SQLite keeps a file whole while it is written.
enum class Journal {
    WriteAheadLog,  ///< readers and the writer do not wait for each other; needs memory shared by all programs that have the file open
    Rollback,       ///< works wherever file locks do; readers wait for the writer
};

/// The journal that is safe in a folder: a rollback journal on network file systems (NFS, SMB, sshfs, folders of a virtual machine's host),
/// because there two computers cannot share memory.
Journal safeJournal(const std::filesystem::path& folder);
/// The same from what statfs(2) says (f_type).
Journal safeJournal(std::uint64_t fileSystemType) noexcept;

/// Before the first statement of a connection: makes a file readable whose last user kept a write-ahead log, even where no memory can be
/// shared.
Result<void> prepareJournal(Database& database, Journal journal);
/// Puts the file into this mode. Only for files known to be ours: it writes to them. Not within a transaction.
Result<void> useJournal(Database& database, Journal journal);

}  // namespace labelwright
