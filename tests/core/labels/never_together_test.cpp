#include "core/labels/suggestions/never_together.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/test_paths.h"

namespace labelwright {
namespace {

class NeverTogetherTest : public ::testing::Test {
protected:
    testing::TemporaryFolder folder;
    NeverTogether store{folder / "data"};
};

TEST_F(NeverTogetherTest, IsEmptyBeforeAnybodySaidSo) {
    ASSERT_TRUE(store.pairs().ok());
    EXPECT_TRUE(store.pairs()->empty());
    EXPECT_FALSE(std::filesystem::exists(store.file()));
}

TEST_F(NeverTogetherTest, KeepsEachPairOnceAndAcrossRestarts) {
    ASSERT_TRUE(store.add("退款", "退货").ok());
    ASSERT_TRUE(store.add(" 退货", "退款").ok());
    ASSERT_TRUE(store.add("APP", "Site").ok());
    ASSERT_TRUE(store.add("site", "ａｐｐ").ok());
    EXPECT_EQ(*NeverTogether(folder / "data").pairs(), (std::vector<NamePair>{{"退款", "退货"}, {"APP", "Site"}}));
    ASSERT_TRUE(store.remove("退货", "退款").ok());
    EXPECT_EQ(*store.pairs(), (std::vector<NamePair>{{"APP", "Site"}}));
}

TEST_F(NeverTogetherTest, ADamagedFileIsNamedAndKeptBeside) {
    std::filesystem::create_directories(folder / "data");
    std::ofstream(store.file()) << "{\"pairs\": [[1]]}";
    const auto damaged = store.pairs();
    ASSERT_FALSE(damaged.ok());
    EXPECT_EQ(damaged.error().code, ErrorCode::FileMalformed);
    EXPECT_THAT(damaged.error().detail, ::testing::HasSubstr(store.file().string()));
    ASSERT_TRUE(store.add("a", "b").ok());
    EXPECT_EQ(*store.pairs(), (std::vector<NamePair>{{"a", "b"}}));
    EXPECT_TRUE(std::filesystem::exists(store.file().string() + ".damaged"));
}

TEST_F(NeverTogetherTest, AFolderThatCannotBeMadeIsAnError) {
    std::ofstream(folder / "file") << "x";
    const auto failed = NeverTogether(folder / "file" / "data").add("a", "b");
    ASSERT_FALSE(failed.ok());
    EXPECT_EQ(failed.error().code, ErrorCode::FileUnwritable);
}

}  // namespace
}  // namespace labelwright
