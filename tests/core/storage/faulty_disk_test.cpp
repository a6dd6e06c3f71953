// That the failing disk of the tests fails: what it lets through would otherwise prove nothing.
#include "tests/support/faulty_disk.h"

#include <gtest/gtest.h>

#include <optional>

#include "core/storage/database.h"
#include "tests/support/test_paths.h"

namespace labelwright::testing {
namespace {

class FaultyDiskTest : public ::testing::Test {
protected:
    void SetUp() override { ASSERT_TRUE(open()->execute("PRAGMA journal_mode=WAL; CREATE TABLE t(x)").ok()); }
    std::optional<Database> open() const {
        auto database = Database::open(m_file, OpenMode::CreateIfMissing);
        EXPECT_TRUE(database.ok());
        return std::move(*database);
    }
    std::int64_t rows() const { return *open()->integer("SELECT count(*) FROM t"); }
    /// Inserts a row; then the disk fails at the next call.
    Result<void> insertThenFail(DiskFault fault, const std::string& synchronous) {
        FaultyDisk disk;
        auto database = open();
        EXPECT_TRUE(database->execute("PRAGMA synchronous=" + synchronous).ok());
        EXPECT_TRUE(database->execute("INSERT INTO t VALUES(1)").ok());
        disk.failAt(fault, 1);
        auto second = database->execute("INSERT INTO t VALUES(2)");
        EXPECT_TRUE(disk.failed());
        return second;
    }
    TemporaryFolder m_folder;
    std::filesystem::path m_file = m_folder / "test.db";
};

TEST_F(FaultyDiskTest, APowerCutTakesWhatWasNotSynced) {
    EXPECT_FALSE(insertThenFail(DiskFault::PowerLoss, "OFF").ok());
    EXPECT_EQ(rows(), 0) << "both rows were written without a sync";
}

TEST_F(FaultyDiskTest, APowerCutLeavesWhatWasSynced) {
    EXPECT_FALSE(insertThenFail(DiskFault::PowerLoss, "FULL").ok());
    EXPECT_EQ(rows(), 1);
}

TEST_F(FaultyDiskTest, ACrashLeavesWhatWasWrittenBefore) {
    EXPECT_FALSE(insertThenFail(DiskFault::Crash, "OFF").ok());
    EXPECT_EQ(rows(), 1);
}

TEST_F(FaultyDiskTest, AnErrorPassesAndAFullDiskStaysFull) {
    for (const DiskFault fault : {DiskFault::Error, DiskFault::Full}) {
        FaultyDisk disk;
        auto database = open();
        ASSERT_TRUE(database->execute("DELETE FROM t").ok());
        disk.failAt(fault, 1);
        const auto failed = database->execute("INSERT INTO t VALUES(1)");
        ASSERT_FALSE(failed.ok());
        EXPECT_EQ(failed.error().code, fault == DiskFault::Full ? ErrorCode::FileUnwritable : ErrorCode::StorageFailed);
        EXPECT_EQ(database->execute("INSERT INTO t VALUES(2)").ok(), fault == DiskFault::Error);
        disk.repair();
        EXPECT_TRUE(database->execute("INSERT INTO t VALUES(3)").ok());
        EXPECT_EQ(*database->integer("SELECT count(*) FROM t"), fault == DiskFault::Error ? 2 : 1);
    }
}

TEST_F(FaultyDiskTest, CountsTheCallsThatChangeFiles) {
    FaultyDisk disk;
    auto database = open();
    disk.repair();
    ASSERT_TRUE(database->execute("SELECT * FROM t").ok());
    EXPECT_EQ(disk.calls(), 0U);
    ASSERT_TRUE(database->execute("INSERT INTO t VALUES(1)").ok());
    EXPECT_GT(disk.calls(), 1U);
    EXPECT_FALSE(disk.failed());
}

}  // namespace
}  // namespace labelwright::testing
