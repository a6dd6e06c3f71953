#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/io/encoding_guess.h"
#include "core/io/text_decoder.h"
#include "tests/support/test_paths.h"

namespace labelwright {
namespace {

using namespace std::string_literals;

std::string fixture(const std::string& name) { return testing::readFile(testing::fixtures() / "import" / name); }

std::string guessed(const std::string& bytes) { return guessEncoding(bytes, Continues::No).encoding; }

/// Decoded in blocks of so many bytes.
std::string decoded(const std::string& encoding, const std::string& bytes, std::size_t blockBytes) {
    Result<TextDecoder> decoder = TextDecoder::open(encoding);
    std::string out;
    for (std::size_t at = 0; at < bytes.size(); at += blockBytes) {
        decoder->decode(std::string_view(bytes).substr(at, blockBytes), at + blockBytes < bytes.size() ? Continues::Yes : Continues::No,
                        out);
    }
    return out;
}

TEST(EncodingGuess, TrustsAByteOrderMark) {
    EXPECT_EQ(guessed(fixture("utf16le_bom.csv")), "UTF-16LE");
    EXPECT_EQ(guessed(fixture("utf16be_bom.csv")), "UTF-16BE");
    EXPECT_EQ(guessed(fixture("utf8_bom.csv")), "UTF-8");
}

TEST(EncodingGuess, TakesPlainAsciiAndUtf8AsUtf8) {
    EXPECT_EQ(guessed("id,text\n1,hello\n"), "UTF-8");
    EXPECT_EQ(guessed("1,好\n2,café\n"), "UTF-8");
    EXPECT_EQ(guessed("one\0two"s + std::string(50, 'x')), "UTF-8");
}

TEST(EncodingGuess, FindsUtf16WithoutAMark) {
    EXPECT_EQ(guessed(fixture("utf16le.csv")), "UTF-16LE");
    EXPECT_EQ(guessed("\0i\0d\0,\0t\0\n\0a\0,\0b"s), "UTF-16BE");
    EXPECT_EQ(guessed("i\0d\0\n\0a\0"s), "UTF-16LE");
}

TEST(EncodingGuess, FindsGb18030InAFileAndInOneShortLine) {
    EXPECT_EQ(guessed(fixture("gb18030.csv")), "GB18030");
    EXPECT_EQ(guessed(fixture("gb18030_short_line.txt")), "GB18030");
    EXPECT_EQ(guessed("\xc4\xe3\xba\xc3"), "GB18030");  // 你好
}

TEST(EncodingGuess, TellsBig5FromGb18030) {
    EXPECT_EQ(guessed(fixture("big5.csv")), "Big5");
    EXPECT_EQ(guessed("\xa7\x41\xa6\x6e\xa1\x41\xb7\x51\xbd\xd0\xb0\xdd"), "Big5");  // 你好，想請問
}

TEST(EncodingGuess, FallsBackToWesternText) { EXPECT_EQ(guessed(fixture("windows1252.csv")), "windows-1252"); }

TEST(EncodingGuess, KeepsUtf8WithSomeDamageButIsNotSureOfIt) {
    const EncodingGuess guess = guessEncoding(fixture("mixed_encoding.csv"), Continues::No);
    EXPECT_EQ(guess.encoding, "UTF-8");
    EXPECT_LT(guess.confidence, 0.5);
}

TEST(EncodingGuess, IsNotMisledByACharacterCutAtTheEndOfTheStart) {
    const std::string utf8 = fixture("utf8_bom.csv").substr(3);
    const std::string gb18030 = fixture("gb18030.csv");
    for (std::size_t cut = 1; cut < 8; ++cut) {
        EXPECT_EQ(guessEncoding(std::string_view(utf8).substr(0, 60 - cut), Continues::Yes).encoding, "UTF-8");
        EXPECT_EQ(guessEncoding(std::string_view(gb18030).substr(0, 60 - cut), Continues::Yes).encoding, "GB18030");
    }
}

TEST(TextDecoder, ConvertsTheSameInEveryBlockSize) {
    const std::string expected = fixture("utf8_bom.csv").substr(3);
    for (std::size_t blockBytes = 1; blockBytes < 12; ++blockBytes) {
        EXPECT_EQ(decoded("GB18030", fixture("gb18030.csv"), blockBytes), expected);
        EXPECT_EQ(decoded("UTF-16LE", fixture("utf16le.csv"), blockBytes), expected);
        EXPECT_EQ(decoded("UTF-16BE", "\xd8\x3d\xde\x00\0!"s, blockBytes), "😀!");
        EXPECT_EQ(decoded("GB18030", "\x95\x32\x82\x36!", blockBytes), "𠀀!");
    }
}

TEST(TextDecoder, MarksWhatIsIllFormedAndLosesNothingBehindIt) {
    EXPECT_EQ(decoded("GB18030", "a\xc4\nb", 100), "a\xff\nb");
    EXPECT_EQ(decoded("GB18030", "a\xff,b", 100), "a\xff,b");
    EXPECT_EQ(decoded("GB18030", "a\xc4", 100), "a\xff");
    EXPECT_EQ(decoded("UTF-16LE",
                      "a\0\0\xd8"
                      "b\0"s,
                      100),
              "a\xff"
              "b");
    EXPECT_EQ(decoded("UTF-16LE", "a\0b"s, 1), "a\xff");
}

TEST(TextDecoder, RefusesAnEncodingThatNobodyKnows) {
    for (const std::string name : {"klingon", ""}) {
        const auto decoder = TextDecoder::open(name);
        ASSERT_FALSE(decoder.ok());
        EXPECT_EQ(decoder.error().code, ErrorCode::InvalidArgument);
        EXPECT_EQ(decoder.error().arguments, (std::vector<std::string>{"encoding", name}));
    }
}

}  // namespace
}  // namespace labelwright
