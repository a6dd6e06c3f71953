#include "core/base/utf8.h"

#include <gtest/gtest.h>

namespace labelwright {
namespace {

TEST(Utf8, AcceptsWellFormedTextAndRefusesTheRest) {
    EXPECT_TRUE(isValidUtf8(""));
    EXPECT_TRUE(isValidUtf8("naïve 咨询 👍🏽"));
    EXPECT_FALSE(isValidUtf8("\xc3"));              // cut
    EXPECT_FALSE(isValidUtf8("\xc0\x80"));          // overlong
    EXPECT_FALSE(isValidUtf8("\xed\xa0\x80"));      // surrogate
    EXPECT_FALSE(isValidUtf8("\xf4\x90\x80\x80"));  // beyond U+10FFFF
}

TEST(Utf8, ReplacesIllFormedBytesAndKeepsTheRest) {
    EXPECT_EQ(toValidUtf8("a\xff咨"), "a\xef\xbf\xbd咨");
    EXPECT_TRUE(isValidUtf8(toValidUtf8("\xe5\x92 x \xf0\x9f")));
}

TEST(Utf8, CountsAndCutsAtCodePoints) {
    EXPECT_EQ(codePointCount("a咨👍"), 3U);
    EXPECT_EQ(firstCodePoints("a咨👍", 2), "a咨");
    EXPECT_EQ(firstCodePoints("a咨", 5), "a咨");
    EXPECT_EQ(firstCodePoints("a咨", 0), "");
}

TEST(Utf8, FindsChineseJapaneseAndKoreanCharacters) {
    EXPECT_TRUE(containsCjk("iPhone 坏了"));
    EXPECT_TRUE(containsCjk("𠮷"));
    EXPECT_TRUE(containsCjk("カ"));
    EXPECT_TRUE(containsCjk("각"));
    EXPECT_FALSE(containsCjk("naïve café — ¥100 “quoted” 👍"));
    EXPECT_FALSE(containsCjk(""));
}

TEST(Utf8, TrimsUnicodeWhiteSpaceAtBothEndsOnly) {
    EXPECT_EQ(trimmed("\u3000 咨 询\t\u00a0"), "咨 询");
    EXPECT_EQ(trimmed(" \n "), "");
}

}  // namespace
}  // namespace labelwright
