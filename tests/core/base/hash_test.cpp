#include "core/base/hash.h"

#include <gtest/gtest.h>

#include "tests/support/test_paths.h"

namespace labelwright {
namespace {

TEST(Hash, EqualBytesHaveEqualHashesAndOthersDiffer) {
    EXPECT_EQ(hash128("咨询"), hash128("咨询"));
    EXPECT_NE(hash128("咨询"), hash128("投诉"));
    EXPECT_NE(hash128(""), hash128(std::string_view("\0", 1)));
}

TEST(Hash, FieldBordersCount) {
    EXPECT_NE(hashFields({"ab", "c"}), hashFields({"a", "bc"}));
    EXPECT_NE(hashFields({"ab"}), hashFields({"ab", ""}));
    const std::vector<std::string> fields{"ab", "c"};
    EXPECT_EQ(hashFields(fields), hashFields({"ab", "c"}));
}

TEST(Hash, BytesAreBigEndianSoThatTheyOrderLikeTheNumber) {
    const Hash128 small{1, 0xffffffffffffffffULL};
    const Hash128 large{2, 0};
    EXPECT_LT(small, large);
    EXPECT_LT(small.bytes(), large.bytes());
    EXPECT_EQ(Hash128::fromBytes(small.bytes()), small);
    EXPECT_EQ((Hash128{0x0123456789abcdefULL, 0xfULL}.hex()), "0123456789abcdef000000000000000f");
}

TEST(Hash, Sha256MatchesThePublishedVector) {
    // FIPS 180-2, appendix B.1
    EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Hash, Sha256OfAFileEqualsThatOfItsBytes) {
    const testing::TemporaryFolder folder;
    testing::writeFile(folder / "a", std::string(3'000'000, 'x'));
    EXPECT_EQ(*sha256OfFile(folder / "a"), sha256(std::string(3'000'000, 'x')));
    EXPECT_EQ(sha256OfFile(folder / "missing").error().code, ErrorCode::FileUnreadable);
}

}  // namespace
}  // namespace labelwright
