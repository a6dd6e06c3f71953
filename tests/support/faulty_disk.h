#pragma once

#include <cstdint>
#include <memory>

namespace labelwright::testing {

/// What goes wrong at a call that changes a file.
enum class DiskFault {
    Error,      ///< that one call does nothing and fails (SQLITE_IOERR); those after it work
    Full,       ///< from there on nothing can be written (SQLITE_FULL)
    Crash,      ///< the program ends in the middle of it: half of that write is in the file, and nothing of what would follow
    PowerLoss,  ///< the machine ends there: everything that was not synced is lost
    Scrambled,  ///< … or any part of it, whatever the order it was written in
};
inline constexpr DiskFault allDiskFaults[] = {DiskFault::Error, DiskFault::Full, DiskFault::Crash, DiskFault::PowerLoss,
                                              DiskFault::Scrambled};

/// While it lives, every SQLite file that this process opens goes through it: an SQLite VFS over the usual one, which is the default
/// meanwhile. It counts the calls that change named files (xWrite, xSync, xTruncate, xDelete) and lets one of them go wrong. Nothing is
/// really synced, so that thousands of rounds are quick; what a sync would have saved is known all the same. One at a time, one thread;
/// files that were opened through it must be closed before it ends.
class FaultyDisk {
public:
    FaultyDisk();
    ~FaultyDisk();
    FaultyDisk(const FaultyDisk&) = delete;
    FaultyDisk& operator=(const FaultyDisk&) = delete;

    /// Counts from now on: the `call`-th from here goes wrong, counting from 1.
    void failAt(DiskFault fault, std::uint64_t call);
    /// No fault from now on, and all that was written is as if synced. Files that were open in a crash are to be closed before.
    void repair();

    std::uint64_t calls() const noexcept;  ///< since failAt() or repair()
    bool failed() const noexcept;          ///< the fault has come

    struct State;

private:
    std::unique_ptr<State> m_state;
};

}  // namespace labelwright::testing
