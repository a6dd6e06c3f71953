#include "core/storage/journal.h"

#ifdef __linux__
#include <sys/vfs.h>
#endif

#include <algorithm>
#include <array>
#include <string>

namespace labelwright {
namespace {

/// f_type of statfs(2). FUSE stands for sshfs, but also for local ones; a rollback journal is only slower there.
constexpr std::array<std::uint64_t, 14> networkFileSystems = {
    0x6969,      // NFS
    0xff534d42,  // CIFS
    0xfe534d42,  // SMB2 and later
    0x517b,      // SMB, the old client
    0x65735546,  // FUSE
    0x01021997,  // 9p
    0x786f4256,  // VirtualBox shared folder
    0xbacbacbc,  // VMware shared folder
    0x5346414f,  // OpenAFS
    0x6b414653,  // kAFS
    0x00c36400,  // Ceph
    0x73757245,  // Coda
    0x0bd00bd0,  // Lustre
    0x01161970,  // GFS2
};

}  // namespace

Journal safeJournal(std::uint64_t fileSystemType) noexcept {
    const bool network = std::find(networkFileSystems.begin(), networkFileSystems.end(), fileSystemType) != networkFileSystems.end();
    return network ? Journal::Rollback : Journal::WriteAheadLog;
}

Journal safeJournal(const std::filesystem::path& folder) {
#ifdef __linux__
    struct statfs information {};
    const std::string name = folder.empty() ? "." : folder.string();
    if (statfs(name.c_str(), &information) != 0) return Journal::Rollback;
    // f_type is signed on some machines: only its 32 bits count.
    return safeJournal(static_cast<std::uint64_t>(static_cast<std::uint32_t>(information.f_type)));
#else
    // A share that is addressed as such; a drive letter mapped to one cannot be told apart by its name.
    return folder.string().starts_with("\\\\") ? Journal::Rollback : Journal::WriteAheadLog;
#endif
}

Result<void> prepareJournal(Database& database, Journal journal) {
    // With an exclusive lock SQLite keeps the index of the log in its own memory.
    if (journal == Journal::Rollback) return database.execute("PRAGMA locking_mode=EXCLUSIVE");
    return {};
}

Result<void> useJournal(Database& database, Journal journal) {
    if (journal == Journal::WriteAheadLog) return database.execute("PRAGMA journal_mode=WAL");
    // The lock is given back at the first statement after the change of mode.
    return database.execute("PRAGMA journal_mode=DELETE; PRAGMA locking_mode=NORMAL; SELECT count(*) FROM sqlite_master");
}

}  // namespace labelwright
