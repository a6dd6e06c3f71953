#include "core/storage/schema.h"

#include <gtest/gtest.h>

#include <array>

#include "tests/support/test_paths.h"

namespace labelwright {
namespace {

using testing::TemporaryFolder;

Result<void> createBooks(Database& database) { return database.execute("CREATE TABLE book(title TEXT)"); }
Result<void> addYear(Database& database) { return database.execute("ALTER TABLE book ADD COLUMN year INTEGER; UPDATE book SET year=1605"); }
Result<void> failHalfWay(Database& database) {
    if (auto done = database.execute("UPDATE book SET title='lost'"); !done) return done;
    return database.execute("INSERT INTO missing VALUES(1)");
}

constexpr std::array<SchemaStep, 1> oldSteps = {createBooks};
constexpr std::array<SchemaStep, 2> newSteps = {createBooks, addYear};
constexpr std::array<SchemaStep, 3> brokenSteps = {createBooks, addYear, failHalfWay};
constexpr std::uint32_t bookId = 0x424f4f4b;

class SchemaTest : public ::testing::Test {
protected:
    Database open() {
        auto database = Database::open(folder / "books.db", OpenMode::CreateIfMissing);
        EXPECT_TRUE(database.ok());
        return std::move(*database);
    }
    void makeOldFile() {
        Database database = open();
        ASSERT_TRUE(bringUpToDate(database, {bookId, oldSteps}).ok());
        ASSERT_TRUE(database.execute("INSERT INTO book VALUES('Don Quixote')").ok());
    }
    TemporaryFolder folder;
};

TEST_F(SchemaTest, anEmptyFileGetsItsTablesAndItsIdentity) {
    Database database = open();
    EXPECT_TRUE(identify(database)->empty);
    ASSERT_TRUE(bringUpToDate(database, {bookId, newSteps}).ok());
    const auto identity = identify(database);
    ASSERT_TRUE(identity.ok());
    EXPECT_EQ(identity->applicationId, bookId);
    EXPECT_EQ(identity->version, 2U);
    EXPECT_TRUE(database.execute("INSERT INTO book(title, year) VALUES('Emma', 1815)").ok());
}

TEST_F(SchemaTest, anOlderFileIsBackedUpThenMigratedWithItsContent) {
    makeOldFile();
    {
        Database database = open();
        ASSERT_TRUE(bringUpToDate(database, {bookId, newSteps}).ok());
        EXPECT_EQ(identify(database)->version, 2U);
        EXPECT_EQ(*database.text("SELECT title FROM book WHERE year=1605"), "Don Quixote");
    }
    auto backup = Database::open(folder / "books.db.v1.bak", OpenMode::ReadOnly);
    ASSERT_TRUE(backup.ok());
    EXPECT_EQ(identify(*backup)->version, 1U);
    EXPECT_EQ(identify(*backup)->applicationId, bookId);
    EXPECT_EQ(*backup->text("SELECT title FROM book"), "Don Quixote");
}

TEST_F(SchemaTest, aStepThatFailsLeavesTheFileAsItWas) {
    makeOldFile();
    for (int attempt = 0; attempt < 2; ++attempt) {
        Database database = open();
        EXPECT_FALSE(bringUpToDate(database, {bookId, brokenSteps}).ok());
        EXPECT_EQ(identify(database)->version, 1U);
        EXPECT_EQ(*database.text("SELECT title FROM book"), "Don Quixote");
        EXPECT_FALSE(database.execute("SELECT year FROM book").ok()) << "the step before it is undone too";
    }
    EXPECT_TRUE(std::filesystem::exists(folder / "books.db.v1.bak"));
    EXPECT_TRUE(std::filesystem::exists(folder / "books.db.v1.2.bak")) << "an earlier backup is never overwritten";
}

TEST_F(SchemaTest, aCurrentFileIsNotTouched) {
    makeOldFile();
    const std::string before = testing::readFile(folder / "books.db");
    {
        Database database = open();
        ASSERT_TRUE(bringUpToDate(database, {bookId, oldSteps}).ok());
    }
    EXPECT_EQ(testing::readFile(folder / "books.db"), before);
    EXPECT_FALSE(std::filesystem::exists(folder / "books.db.v1.bak"));
}

TEST_F(SchemaTest, aFileOfALaterVersionIsRefusedAndNotTouched) {
    {
        Database database = open();
        ASSERT_TRUE(bringUpToDate(database, {bookId, newSteps}).ok());
    }
    const std::string before = testing::readFile(folder / "books.db");
    {
        Database database = open();
        const auto refused = bringUpToDate(database, {bookId, oldSteps});
        ASSERT_FALSE(refused.ok());
        EXPECT_EQ(refused.error().code, ErrorCode::StorageNewer);
        EXPECT_EQ(refused.error().arguments, (std::vector<std::string>{(folder / "books.db").string(), "2", "1"}));
    }
    EXPECT_EQ(testing::readFile(folder / "books.db"), before);
}

TEST_F(SchemaTest, aDatabaseOfAnotherProgramIsRefused) {
    makeOldFile();
    {
        Database database = open();
        const auto refused = bringUpToDate(database, {bookId + 1, newSteps});
        ASSERT_FALSE(refused.ok());
        EXPECT_EQ(refused.error().code, ErrorCode::FileMalformed);
    }
    Database anonymous = std::move(*Database::open(folder / "anonymous.db", OpenMode::CreateIfMissing));
    ASSERT_TRUE(anonymous.execute("CREATE TABLE photo(path TEXT)").ok());
    const auto refused = bringUpToDate(anonymous, {bookId, newSteps});
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, ErrorCode::FileMalformed);
    EXPECT_FALSE(anonymous.execute("SELECT * FROM book").ok());
}

}  // namespace
}  // namespace labelwright
