#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/architecture/source_file.h"

namespace labelwright::architecture {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> includeNames(std::string_view text) {
    std::vector<std::string> names;
    for (const Include& include : lex(text).includes) names.push_back(std::to_string(include.line) + " " + include.name);
    return names;
}

std::vector<std::string> literals(std::string_view text) {
    std::vector<std::string> contents;
    for (const Literal& literal : lex(text).literals) contents.push_back(std::to_string(literal.line) + " " + literal.content);
    return contents;
}

TEST(Lexer, FindsIncludesWithTheirLines) {
    EXPECT_THAT(includeNames("#pragma once\n#include <vector>\n  #  include \"core/a.h\" // why\n"), ElementsAre("2 vector", "3 core/a.h"));
}

TEST(Lexer, PassesOverIncludesInCommentsAndLiterals) {
    EXPECT_THAT(includeNames("// #include <a>\n/* \n#include <b>\n*/ const char* s = \"\\\n#include <c>\";\nauto r = R\"(\n#include "
                             "<d>\n)\";\n#include <e>\n"),
                ElementsAre("9 e"));
}

TEST(Lexer, FindsLiteralsOfEveryKind) {
    EXPECT_THAT(literals("f(\"a\", u8\"b\\\"c\", 'd');\nR\"x(e)\" f)x\"; // \"no\"\n/* \"no\" */ L\"g\""),
                ElementsAre("1 a", "1 b\\\"c", "1 d", "2 e)\" f", "3 g"));
}

TEST(Lexer, TellsDigitSeparatorsFromCharacters) {
    EXPECT_THAT(literals("int n = 1'000'000; char c = 'x'; int h = 0xFF'FF;"), ElementsAre("1 x"));
}

TEST(Lexer, TakesNoIncludedNameForALiteral) { EXPECT_THAT(literals("#include \"core/base/result.h\"\n"), ElementsAre()); }

TEST(Lexer, KeepsLineEndsWhenItBlanks) { EXPECT_EQ(lex("a /* b\nc */ d\n\"e\\\nf\" g\n").code, "a     \n     d\n\"  \n \" g\n"); }

TEST(Lexer, EndsAtTheEndOfATextThatIsCutShort) {
    EXPECT_THAT(literals("\"open"), ElementsAre("1 open"));
    EXPECT_THAT(literals("R\"(open"), ElementsAre("1 open"));
    EXPECT_THAT(literals("/* open"), ElementsAre());
}

TEST(LineCount, CountsALastLineWithoutLineEnd) {
    EXPECT_EQ(lineCount(""), 0U);
    EXPECT_EQ(lineCount("a\n"), 1U);
    EXPECT_EQ(lineCount("a\nb"), 2U);
}

}  // namespace
}  // namespace labelwright::architecture
