#include <gtest/gtest.h>

#include "tests/architecture/hygiene_rules.h"
#include "tests/architecture/include_rules.h"
#include "tests/support/test_paths.h"

// The rules, applied to the sources as they are. Each rule's own tests show on made-up sources that it bites.
namespace labelwright::architecture {
namespace {

constexpr std::size_t mostLines = 400;

const Exceptions longFiles{
    {"ui/common/workbench_style.cpp", "one style: a few lines for each element that it draws"},
};
const Exceptions cjkFiles{
    {"app/cli/commands/classify_options.cpp", "a template as its users write it, the example in --help"},
    {"core/checkpoint/label_roles.cpp", "class names that Chinese NLI checkpoints carry in id2label"},
    {"core/io/column_guess.cpp", "column names that users' files carry"},
    {"core/labels/exchange/label_csv.cpp", "column names that users' files carry"},
    {"core/jobs/model_shelf.cpp", "a text of usual length, for the speed measurement at the start of a run"},
};

class Repository : public ::testing::Test {
protected:
    static void SetUpTestSuite() { s_sources = readSources(labelwright::testing::sourceRoot(), {"core", "ui", "app"}); }
    static void TearDownTestSuite() { s_sources.clear(); }
    static bool exists(std::string_view path) { return std::filesystem::is_regular_file(labelwright::testing::sourceRoot() / path); }

    static std::vector<SourceFile> s_sources;
};

std::vector<SourceFile> Repository::s_sources;

TEST_F(Repository, IsRead) {
    const auto includeCount = [](const SourceFile& source) { return lex(source.text).includes.size(); };
    std::size_t includes = 0;
    for (const SourceFile& source : s_sources) includes += includeCount(source);
    EXPECT_GT(s_sources.size(), 100U);
    EXPECT_GT(includes, s_sources.size());
}

TEST_F(Repository, IncludesPointDownward) { EXPECT_EQ(report(brokenLayers(s_sources)), ""); }

TEST_F(Repository, IncludePathsBeginAtTheRoot) { EXPECT_EQ(report(includesNotFromRoot(s_sources, exists)), ""); }

TEST_F(Repository, TestsIncludeFromTheRootToo) {
    EXPECT_EQ(report(includesNotFromRoot(readSources(labelwright::testing::sourceRoot(), {"tests"}), exists)), "");
}

TEST_F(Repository, LibrariesStayInTheirFolders) { EXPECT_EQ(report(strayLibraries(s_sources)), ""); }

TEST_F(Repository, HeadersThatOthersIncludeAreFreeOfLibtorch) { EXPECT_EQ(report(torchInPublicHeaders(s_sources)), ""); }

TEST_F(Repository, FilesAreShort) {
    EXPECT_EQ(report(tooLongFiles(s_sources, mostLines, longFiles)), "");
    EXPECT_EQ(report(staleExceptions(longFiles, tooLongFiles(s_sources, mostLines, {}))), "");
}

TEST_F(Repository, TextForPeopleIsTranslatedNotWrittenInTheSource) {
    EXPECT_EQ(report(cjkLiterals(s_sources, cjkFiles)), "");
    EXPECT_EQ(report(staleExceptions(cjkFiles, cjkLiterals(s_sources, {}))), "");
}

TEST_F(Repository, NamesTellTheJob) { EXPECT_EQ(report(emptyNames(s_sources)), ""); }

}  // namespace
}  // namespace labelwright::architecture
