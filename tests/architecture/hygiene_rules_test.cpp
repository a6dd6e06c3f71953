#include "tests/architecture/hygiene_rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace labelwright::architecture {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

SourceFile linesOf(const std::string& path, std::size_t lines) {
    std::string text;
    for (std::size_t i = 0; i < lines; ++i) text += "int a;\n";
    return {path, text};
}

std::string names(const std::string& path, const std::string& text) { return report(emptyNames({{path, text}})); }

TEST(FileLength, IsLimited) {
    const std::vector<SourceFile> sources{linesOf("core/a.cpp", 10), linesOf("core/b.cpp", 11)};
    EXPECT_EQ(report(tooLongFiles(sources, 10, {})), "core/b.cpp:11: 11 lines; a file of one job has at most 10\n");
    EXPECT_THAT(tooLongFiles(sources, 10, {{"core/b.cpp", "a table"}}), IsEmpty());
}

TEST(CjkLiterals, AreReportedWithTheirLine) {
    EXPECT_EQ(report(cjkLiterals({{"ui/a.cpp", "\n\nsetText(\"投诉\");\n"}}, {})),
              "ui/a.cpp:3: \"投诉\" belongs in translations/ or resources/\n");
    EXPECT_THAT(report(cjkLiterals({{"ui/a.cpp", "auto s = R\"(かな)\";"}}, {})), HasSubstr("ui/a.cpp:1:"));
    EXPECT_THAT(report(cjkLiterals({{"ui/a.cpp", "auto s = U'中';"}}, {})), HasSubstr("ui/a.cpp:1:"));
}

TEST(CjkLiterals, AreAllowedInCommentsAndExceptions) {
    EXPECT_THAT(cjkLiterals({{"ui/a.cpp", "// 投诉\n/* 建议 */ auto s = \"naïve … 😀\";\n"}}, {}), IsEmpty());
    EXPECT_THAT(cjkLiterals({{"ui/a.cpp", "auto s = \"投诉\";\n"}}, {{"ui/a.cpp", "a name read from files"}}), IsEmpty());
}

TEST(Names, ThatTellNoJobAreReported) {
    EXPECT_EQ(names("core/a.h", "\nclass ModelManager final : public Base {};\n"), "core/a.h:2: the name ModelManager tells no job\n");
    EXPECT_THAT(names("core/a.h", "struct CsvHelper;"), HasSubstr("CsvHelper"));
    EXPECT_THAT(names("core/a.h", "enum class StringUtils { A };"), HasSubstr("StringUtils"));
    EXPECT_THAT(names("core/a.h", "namespace labelwright {\nnamespace utils {\n"), HasSubstr("a.h:2: the name utils"));
    EXPECT_THAT(names("core/text_utils.cpp", ""), HasSubstr("core/text_utils.cpp:1: the file's name tells no job"));
    EXPECT_THAT(names("ui/helpers.h", ""), HasSubstr("ui/helpers.h:1:"));
}

TEST(Names, ThatTellTheJobAreNot) {
    EXPECT_THAT(names("ui/model_manager/model_page.h",
                      "class QNetworkAccessManager;\nclass ManagerView;\n// class OldManager\nenum class Management {};"),
                IsEmpty());
}

TEST(Exceptions, ThatAreNoLongerNeededAreReported) {
    const Exceptions exceptions{{"core/a.cpp", "a table"}, {"core/gone.cpp", "was long"}};
    EXPECT_EQ(report(staleExceptions(exceptions, {{"core/a.cpp", 500, "too long"}})),
              "core/gone.cpp:1: is listed as an exception (was long) but needs none\n");
}

}  // namespace
}  // namespace labelwright::architecture
