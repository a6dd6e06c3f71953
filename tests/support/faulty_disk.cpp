#include "tests/support/faulty_disk.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace labelwright::testing {
namespace {

constexpr const char* vfsName = "labelwright-faulty-disk";

/// What stood in a place of a file before it was changed.
struct Change {
    std::string file;
    sqlite3_int64 offset = 0;
    std::string before;            ///< of the bytes that were there
    sqlite3_int64 sizeBefore = 0;  ///< of the file
};

}  // namespace

struct FaultyDisk::State {
    sqlite3_vfs vfs{};
    sqlite3_vfs* real = nullptr;
    DiskFault fault = DiskFault::Error;
    std::uint64_t faultAt = 0;  ///< 0: never
    std::uint64_t calls = 0;
    bool failed = false;
    bool dead = false;             ///< crashed: nothing reaches a file any more
    std::vector<Change> unsynced;  ///< in order

    /// Whether this call works; the code that it fails with otherwise.
    int next(int failure, bool writes);
    void losePower();
};

namespace {

/// What SQLite holds of an open file, with the real one behind it in the same memory.
struct FaultyFile {
    sqlite3_file base;
    FaultyDisk::State* disk;
    std::string* name;  ///< null: a temporary file, which nobody opens again
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

FaultyFile& faulty(sqlite3_file* file) { return *reinterpret_cast<FaultyFile*>(file); }
sqlite3_file* realOf(sqlite3_file* file) { return faulty(file).real(); }

void note(FaultyFile& file, sqlite3_int64 offset, sqlite3_int64 length) {
    sqlite3_int64 size = 0;
    file.real()->pMethods->xFileSize(file.real(), &size);
    Change change{*file.name, offset, {}, size};
    change.before.resize(static_cast<std::size_t>(std::clamp(size - offset, sqlite3_int64{0}, length)));
    if (!change.before.empty())
        file.real()->pMethods->xRead(file.real(), change.before.data(), static_cast<int>(change.before.size()), offset);
    file.disk->unsynced.push_back(std::move(change));
}

int closeFile(sqlite3_file* file) {
    delete faulty(file).name;
    return realOf(file)->pMethods->xClose(realOf(file));
}

int readFile(sqlite3_file* file, void* bytes, int length, sqlite3_int64 offset) {
    return realOf(file)->pMethods->xRead(realOf(file), bytes, length, offset);
}

int writeFile(sqlite3_file* file, const void* bytes, int length, sqlite3_int64 offset) {
    FaultyFile& f = faulty(file);
    if (f.name == nullptr) return f.real()->pMethods->xWrite(f.real(), bytes, length, offset);
    const bool wasDead = f.disk->dead;
    const int code = f.disk->next(SQLITE_IOERR_WRITE, true);
    if (code != SQLITE_OK) {
        const bool torn = !wasDead && f.disk->dead && f.disk->fault == DiskFault::Crash;
        if (torn) f.real()->pMethods->xWrite(f.real(), bytes, length / 2, offset);
        return code;
    }
    note(f, offset, length);
    return f.real()->pMethods->xWrite(f.real(), bytes, length, offset);
}

int truncateFile(sqlite3_file* file, sqlite3_int64 size) {
    FaultyFile& f = faulty(file);
    if (f.name == nullptr) return f.real()->pMethods->xTruncate(f.real(), size);
    if (const int code = f.disk->next(SQLITE_IOERR_TRUNCATE, false); code != SQLITE_OK) return code;
    note(f, size, 1 << 30);
    return f.real()->pMethods->xTruncate(f.real(), size);
}

int syncFile(sqlite3_file* file, int /*flags*/) {
    FaultyFile& f = faulty(file);
    if (f.name == nullptr) return SQLITE_OK;
    if (const int code = f.disk->next(SQLITE_IOERR_FSYNC, false); code != SQLITE_OK) return code;
    std::erase_if(f.disk->unsynced, [&f](const Change& change) { return change.file == *f.name; });
    return SQLITE_OK;
}

int fileSize(sqlite3_file* file, sqlite3_int64* size) { return realOf(file)->pMethods->xFileSize(realOf(file), size); }
int lock(sqlite3_file* file, int level) { return realOf(file)->pMethods->xLock(realOf(file), level); }
int unlock(sqlite3_file* file, int level) { return realOf(file)->pMethods->xUnlock(realOf(file), level); }
int checkReservedLock(sqlite3_file* file, int* held) { return realOf(file)->pMethods->xCheckReservedLock(realOf(file), held); }
int fileControl(sqlite3_file* file, int what, void* argument) { return realOf(file)->pMethods->xFileControl(realOf(file), what, argument); }
int sectorSize(sqlite3_file* file) { return realOf(file)->pMethods->xSectorSize(realOf(file)); }
int deviceCharacteristics(sqlite3_file* file) { return realOf(file)->pMethods->xDeviceCharacteristics(realOf(file)); }
int shmMap(sqlite3_file* file, int page, int size, int extend, void volatile** memory) {
    return realOf(file)->pMethods->xShmMap(realOf(file), page, size, extend, memory);
}
int shmLock(sqlite3_file* file, int offset, int count, int flags) {
    return realOf(file)->pMethods->xShmLock(realOf(file), offset, count, flags);
}
void shmBarrier(sqlite3_file* file) { realOf(file)->pMethods->xShmBarrier(realOf(file)); }
int shmUnmap(sqlite3_file* file, int remove) {
    return realOf(file)->pMethods->xShmUnmap(realOf(file), faulty(file).disk->dead ? 0 : remove);
}

const sqlite3_io_methods methods{
    2,        closeFile,         readFile,    writeFile,  truncateFile,          syncFile, fileSize, lock,
    unlock,   checkReservedLock, fileControl, sectorSize, deviceCharacteristics, shmMap,   shmLock,  shmBarrier,
    shmUnmap, nullptr,           nullptr};

FaultyDisk::State& diskOf(sqlite3_vfs* vfs) { return *static_cast<FaultyDisk::State*>(vfs->pAppData); }

int openFile(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* flagsOut) {
    FaultyDisk::State& disk = diskOf(vfs);
    file->pMethods = nullptr;
    if (disk.dead && name != nullptr && access(name, F_OK) != 0) return SQLITE_CANTOPEN;
    FaultyFile& f = faulty(file);
    const int code = disk.real->xOpen(disk.real, name, f.real(), flags, flagsOut);
    if (f.real()->pMethods == nullptr) return code;
    f.disk = &disk;
    f.name = name == nullptr ? nullptr : new std::string(name);
    file->pMethods = &methods;
    return code;
}

int deleteFile(sqlite3_vfs* vfs, const char* name, int syncFolder) {
    FaultyDisk::State& disk = diskOf(vfs);
    if (const int code = disk.next(SQLITE_IOERR_DELETE, false); code != SQLITE_OK) return code;
    std::erase_if(disk.unsynced, [name](const Change& change) { return change.file == name; });
    return disk.real->xDelete(disk.real, name, syncFolder);
}

int accessFile(sqlite3_vfs* vfs, const char* name, int flags, int* found) {
    return diskOf(vfs).real->xAccess(diskOf(vfs).real, name, flags, found);
}
int fullPathname(sqlite3_vfs* vfs, const char* name, int size, char* out) {
    return diskOf(vfs).real->xFullPathname(diskOf(vfs).real, name, size, out);
}
int randomness(sqlite3_vfs* vfs, int size, char* out) { return diskOf(vfs).real->xRandomness(diskOf(vfs).real, size, out); }
int sleepFor(sqlite3_vfs* vfs, int microseconds) { return diskOf(vfs).real->xSleep(diskOf(vfs).real, microseconds); }
int currentTime(sqlite3_vfs* vfs, double* days) { return diskOf(vfs).real->xCurrentTime(diskOf(vfs).real, days); }
int lastError(sqlite3_vfs* vfs, int size, char* out) { return diskOf(vfs).real->xGetLastError(diskOf(vfs).real, size, out); }
int currentTimeInt64(sqlite3_vfs* vfs, sqlite3_int64* time) { return diskOf(vfs).real->xCurrentTimeInt64(diskOf(vfs).real, time); }

}  // namespace

int FaultyDisk::State::next(int failure, bool writes) {
    if (dead) return failure;
    ++calls;
    if (failed) return fault == DiskFault::Full && writes ? SQLITE_FULL : SQLITE_OK;
    if (faultAt == 0 || calls < faultAt) return SQLITE_OK;
    if (fault == DiskFault::Full && !writes) return SQLITE_OK;  // the next write meets it
    failed = true;
    if (fault == DiskFault::Error) return failure;
    if (fault == DiskFault::Full) return SQLITE_FULL;
    dead = true;
    if (fault != DiskFault::Crash) losePower();
    return failure;
}

/// Undoes what was not synced, the latest first.
void FaultyDisk::State::losePower() {
    std::mt19937 random(static_cast<std::uint32_t>(faultAt));
    for (auto change = unsynced.rbegin(); change != unsynced.rend(); ++change) {
        if (fault == DiskFault::Scrambled && random() % 2 == 0) continue;
        const int descriptor = ::open(change->file.c_str(), O_RDWR | O_CLOEXEC);
        if (descriptor < 0) continue;
        const bool restored =
            pwrite(descriptor, change->before.data(), change->before.size(), change->offset) == static_cast<ssize_t>(change->before.size());
        // Where parts survive in any order, the file may be as long as it ever was.
        const bool shortened = fault == DiskFault::Scrambled || ftruncate(descriptor, change->sizeBefore) == 0;
        ::close(descriptor);
        if (!restored || !shortened) std::abort();
    }
    unsynced.clear();
}

FaultyDisk::FaultyDisk() : m_state(std::make_unique<State>()) {
    State& state = *m_state;
    state.real = sqlite3_vfs_find(nullptr);
    state.vfs.iVersion = 2;
    state.vfs.szOsFile = static_cast<int>(sizeof(FaultyFile)) + state.real->szOsFile;
    state.vfs.mxPathname = state.real->mxPathname;
    state.vfs.zName = vfsName;
    state.vfs.pAppData = &state;
    state.vfs.xOpen = openFile;
    state.vfs.xDelete = deleteFile;
    state.vfs.xAccess = accessFile;
    state.vfs.xFullPathname = fullPathname;
    state.vfs.xRandomness = randomness;
    state.vfs.xSleep = sleepFor;
    state.vfs.xCurrentTime = currentTime;
    state.vfs.xGetLastError = lastError;
    state.vfs.xCurrentTimeInt64 = currentTimeInt64;
    sqlite3_vfs_register(&state.vfs, 1);
}

FaultyDisk::~FaultyDisk() {
    sqlite3_vfs_unregister(&m_state->vfs);
    sqlite3_vfs_register(m_state->real, 1);
}

void FaultyDisk::failAt(DiskFault fault, std::uint64_t call) {
    m_state->fault = fault;
    m_state->faultAt = call;
    m_state->calls = 0;
    m_state->failed = false;
    m_state->dead = false;
}

void FaultyDisk::repair() {
    m_state->faultAt = 0;
    m_state->calls = 0;
    m_state->failed = false;
    m_state->dead = false;
    m_state->unsynced.clear();
}

std::uint64_t FaultyDisk::calls() const noexcept { return m_state->calls; }
bool FaultyDisk::failed() const noexcept { return m_state->failed; }

}  // namespace labelwright::testing
