#include "core/storage/database.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include "core/storage/transaction.h"
#include "tests/support/child_process.h"
#include "tests/support/test_paths.h"

namespace labelwright {
namespace {

using testing::TemporaryFolder;

class DatabaseTest : public ::testing::Test {
protected:
    Database create() {
        auto database = Database::open(folder / "test.db", OpenMode::CreateIfMissing);
        EXPECT_TRUE(database.ok());
        EXPECT_TRUE(database->execute("CREATE TABLE t(id INTEGER PRIMARY KEY, name TEXT, bytes BLOB, weight REAL)").ok());
        return std::move(*database);
    }
    TemporaryFolder folder;
};

TEST_F(DatabaseTest, whatIsBoundComesBackUnchanged) {
    Database database = create();
    auto insert = database.prepare("INSERT INTO t VALUES(?1, ?2, ?3, ?4)");
    ASSERT_TRUE(insert.ok());
    const std::string name("标签\0 with a zero", 18);
    const std::array<std::byte, 3> bytes = {std::byte{0}, std::byte{255}, std::byte{7}};
    ASSERT_TRUE(insert->bind(1, std::int64_t{-5}).bind(2, std::string_view(name)).bind(3, bytes).bind(4, 0.1).run().ok());
    ASSERT_TRUE(insert->bind(1, std::int64_t{6}).bind(2, std::string_view()).bind(3, std::span<const std::byte>()).bindNull(4).run().ok());

    auto select = database.prepare("SELECT id, name, bytes, weight FROM t ORDER BY id");
    ASSERT_TRUE(select.ok());
    ASSERT_TRUE(*select->step());
    EXPECT_EQ(select->integer(0), -5);
    EXPECT_EQ(select->text(1), name);
    EXPECT_TRUE(std::ranges::equal(select->blob(2), bytes));
    EXPECT_EQ(select->real(3), 0.1);
    ASSERT_TRUE(*select->step());
    EXPECT_EQ(select->text(1), "");
    EXPECT_FALSE(select->isNull(1)) << "an empty text is not NULL";
    EXPECT_TRUE(select->blob(2).empty());
    EXPECT_FALSE(select->isNull(2));
    EXPECT_TRUE(select->isNull(3));
    EXPECT_FALSE(*select->step());
}

TEST_F(DatabaseTest, aTransactionThatIsNotCommittedLeavesNothing) {
    Database database = create();
    {
        auto transaction = Transaction::begin(database, TransactionKind::Write);
        ASSERT_TRUE(transaction.ok());
        ASSERT_TRUE(database.execute("INSERT INTO t(id) VALUES(1)").ok());
    }
    EXPECT_EQ(*database.integer("SELECT count(*) FROM t"), 0);
    auto transaction = Transaction::begin(database, TransactionKind::Write);
    ASSERT_TRUE(transaction.ok());
    ASSERT_TRUE(database.execute("INSERT INTO t(id) VALUES(1)").ok());
    ASSERT_TRUE(transaction->commit().ok());
    EXPECT_EQ(*database.integer("SELECT count(*) FROM t"), 1);
}

TEST_F(DatabaseTest, aBindToAParameterThatDoesNotExistFailsWhenRun) {
    Database database = create();
    auto insert = database.prepare("INSERT INTO t(id) VALUES(?1)");
    ASSERT_TRUE(insert.ok());
    EXPECT_FALSE(insert->bind(1, std::int64_t{1}).bind(2, std::int64_t{2}).run().ok());
    EXPECT_EQ(*database.integer("SELECT count(*) FROM t"), 0);
    EXPECT_TRUE(insert->bind(1, std::int64_t{1}).run().ok()) << "the failure does not stick";
}

TEST_F(DatabaseTest, aBrokenRuleIsAnErrorWithPathAndMessage) {
    Database database = create();
    ASSERT_TRUE(database.execute("INSERT INTO t(id) VALUES(1)").ok());
    const auto twice = database.execute("INSERT INTO t(id) VALUES(1)");
    ASSERT_FALSE(twice.ok());
    EXPECT_EQ(twice.error().code, ErrorCode::StorageFailed);
    EXPECT_EQ(twice.error().arguments[0], (folder / "test.db").string());
    EXPECT_NE(twice.error().arguments[1].find("UNIQUE"), std::string::npos);
}

TEST_F(DatabaseTest, foreignKeysAreEnforced) {
    Database database = create();
    ASSERT_TRUE(database.execute("CREATE TABLE child(t INTEGER REFERENCES t(id))").ok());
    EXPECT_FALSE(database.execute("INSERT INTO child VALUES(77)").ok());
}

TEST_F(DatabaseTest, aMissingFileIsNotCreatedUnlessAsked) {
    const auto database = Database::open(folder / "absent.db", OpenMode::ReadWrite);
    ASSERT_FALSE(database.ok());
    EXPECT_EQ(database.error().code, ErrorCode::FileNotFound);
    EXPECT_FALSE(std::filesystem::exists(folder / "absent.db"));
}

TEST_F(DatabaseTest, aFolderThatDoesNotExistIsUnwritable) {
    const auto database = Database::open(folder / "no" / "such" / "test.db", OpenMode::CreateIfMissing);
    ASSERT_FALSE(database.ok());
    EXPECT_EQ(database.error().code, ErrorCode::FileUnwritable);
    EXPECT_EQ(database.error().arguments[0], (folder / "no" / "such" / "test.db").string());
}

TEST_F(DatabaseTest, aFileThatIsNoDatabaseIsMalformed) {
    testing::writeFile(folder / "test.db", std::string(5000, 'x'));
    auto database = Database::open(folder / "test.db", OpenMode::ReadWrite);
    ASSERT_TRUE(database.ok());
    const auto read = database->integer("SELECT count(*) FROM sqlite_master");
    ASSERT_FALSE(read.ok());
    EXPECT_EQ(read.error().code, ErrorCode::FileMalformed);
}

TEST_F(DatabaseTest, theStructureCheckFindsADamagedPage) {
    {
        Database database = create();
        ASSERT_TRUE(database
                        .execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) "
                                 "INSERT INTO t SELECT i, 'name ' || i, NULL, i FROM n")
                        .ok());
        ASSERT_TRUE(database.checkStructure().ok());
    }
    std::string bytes = testing::readFile(folder / "test.db");
    bytes.replace(bytes.size() / 2, 4096, std::string(4096, '\xee'));
    testing::writeFile(folder / "test.db", bytes);
    auto database = Database::open(folder / "test.db", OpenMode::ReadWrite);
    ASSERT_TRUE(database.ok());
    const auto checked = database->checkStructure();
    ASSERT_FALSE(checked.ok());
    EXPECT_EQ(checked.error().code, ErrorCode::FileMalformed);
}

TEST_F(DatabaseTest, aReadOnlyFileIsRefusedForWriting) {
    { const Database database = create(); }
    constexpr auto readable = std::filesystem::perms(0444);
    constexpr auto enterable = std::filesystem::perms(0555);
    std::filesystem::permissions(folder / "test.db", readable);
    std::filesystem::permissions(folder.path(), enterable);
    const auto outcome = testing::runInChild([this](const testing::Report& report) {
        // The superuser may write everything; anybody else may not.
        if (geteuid() == 0 && setuid(65534) != 0) return 1;
        const auto database = Database::open(folder / "test.db", OpenMode::ReadWrite);
        if (database.ok()) return 2;
        report(static_cast<std::uint64_t>(database.error().code));
        const auto created = Database::open(folder / "new.db", OpenMode::CreateIfMissing);
        if (created.ok()) return 3;
        report(static_cast<std::uint64_t>(created.error().code));
        return 0;
    });
    std::filesystem::permissions(folder.path(), std::filesystem::perms::owner_all);
    EXPECT_EQ(outcome.exitCode, 0);
    ASSERT_EQ(outcome.reports.size(), 2U);
    for (const auto code : outcome.reports) EXPECT_EQ(static_cast<ErrorCode>(code), ErrorCode::FileUnwritable);
}

TEST_F(DatabaseTest, aSecondWriterWaitsForTheFirst) {
    Database first = create();
    Database second = std::move(*Database::open(folder / "test.db", OpenMode::ReadWrite));
    auto transaction = Transaction::begin(first, TransactionKind::Write);
    ASSERT_TRUE(transaction.ok());
    ASSERT_TRUE(second.execute("PRAGMA busy_timeout=50").ok());
    const auto blocked = Transaction::begin(second, TransactionKind::Write);
    ASSERT_FALSE(blocked.ok());
    EXPECT_EQ(blocked.error().code, ErrorCode::StorageFailed);
    EXPECT_NE(blocked.error().detail.find("another program"), std::string::npos);
    ASSERT_TRUE(transaction->commit().ok());
    EXPECT_TRUE(Transaction::begin(second, TransactionKind::Write).ok());
}

}  // namespace
}  // namespace labelwright
