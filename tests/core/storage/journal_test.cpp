#include "core/storage/journal.h"

#include <gtest/gtest.h>

#include "tests/support/test_paths.h"

namespace labelwright {
namespace {

using testing::TemporaryFolder;

TEST(Journal, networkFileSystemsGetARollbackJournal) {
    for (const std::uint64_t type : {0x6969ULL, 0xff534d42ULL, 0xfe534d42ULL, 0x517bULL, 0x65735546ULL, 0x01021997ULL}) {
        EXPECT_EQ(safeJournal(type), Journal::Rollback) << std::hex << type;
    }
}

TEST(Journal, localFileSystemsGetAWriteAheadLog) {
    constexpr std::uint64_t ext4 = 0xef53;
    constexpr std::uint64_t btrfs = 0x9123683e;
    constexpr std::uint64_t xfs = 0x58465342;
    constexpr std::uint64_t tmpfs = 0x01021994;
    for (const std::uint64_t type : {ext4, btrfs, xfs, tmpfs}) EXPECT_EQ(safeJournal(type), Journal::WriteAheadLog) << std::hex << type;
}

TEST(Journal, aFolderThatCannotBeAskedGetsTheJournalThatWorksEverywhere) {
    const TemporaryFolder folder;
    EXPECT_EQ(safeJournal(folder / "absent"), Journal::Rollback);
}

TEST(Journal, aFileWithALogBecomesOneWithoutAndLocksAreGivenBack) {
    const TemporaryFolder folder;
    const auto file = folder / "test.db";
    {
        auto database = Database::open(file, OpenMode::CreateIfMissing);
        ASSERT_TRUE(useJournal(*database, Journal::WriteAheadLog).ok());
        EXPECT_EQ(*database->text("PRAGMA journal_mode"), "wal");
        ASSERT_TRUE(database->execute("CREATE TABLE t(x); INSERT INTO t VALUES(7)").ok());
    }
    auto database = Database::open(file, OpenMode::ReadWrite);
    ASSERT_TRUE(prepareJournal(*database, Journal::Rollback).ok());
    EXPECT_EQ(*database->integer("SELECT x FROM t"), 7);
    EXPECT_FALSE(std::filesystem::exists(file.string() + "-shm")) << "no shared memory is used";
    ASSERT_TRUE(useJournal(*database, Journal::Rollback).ok());
    EXPECT_EQ(*database->text("PRAGMA journal_mode"), "delete");

    auto other = Database::open(file, OpenMode::ReadWrite);
    EXPECT_TRUE(other->execute("INSERT INTO t VALUES(8)").ok()) << "the exclusive lock is gone";
    EXPECT_EQ(*database->integer("SELECT count(*) FROM t"), 2);
    EXPECT_EQ(*other->text("PRAGMA journal_mode"), "delete");
}

}  // namespace
}  // namespace labelwright
