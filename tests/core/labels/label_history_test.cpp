#include "core/labels/label_history.h"

#include <gtest/gtest.h>

#include "core/labels/label_list.h"
#include "core/labels/suggestions/recommended_labels.h"
#include "tests/support/test_paths.h"

namespace labelwright::testing {
namespace {

LabelSet setOf(const std::vector<std::string>& names) {
    LabelSet labels;
    labels.labels = makeLabels(names);
    return labels;
}

TEST(LabelHistory, CountsRunsByNameWhateverTheSetTheMostUsedFirst) {
    const TemporaryFolder folder;
    const LabelHistory history(folder / "data");
    EXPECT_TRUE(history.labels()->empty());
    ASSERT_TRUE(history.noteUse(setOf({"退款", "APP"}), 100).ok());
    LabelSet merged = setOf({"退款", "ａｐｐ"});
    merged.labels[0].englishName = "refund";
    merged.labels[0].merged = makeLabels({"退钱", " "});
    ASSERT_TRUE(history.noteUse(merged, 200).ok());
    ASSERT_TRUE(history.noteUse(setOf({"发票", "退款"}), 300).ok());
    EXPECT_EQ(*LabelHistory(folder / "data").labels(),
              (std::vector<UsedLabel>{{"退款", "refund", 3, 300}, {"ａｐｐ", "", 2, 200}, {"发票", "", 1, 300}, {"退钱", "", 1, 200}}));
}

TEST(LabelHistory, ForgetsWhatWasNotUsedForLongest) {
    const TemporaryFolder folder;
    const LabelHistory history(folder.path());
    std::vector<std::string> names;
    for (std::size_t i = 0; i < LabelHistory::mostLabels; ++i) names.push_back("label " + std::to_string(i));
    ASSERT_TRUE(history.noteUse(setOf({"old"}), 1).ok());
    ASSERT_TRUE(history.noteUse(setOf({"old"}), 2).ok());
    ASSERT_TRUE(history.noteUse(setOf(names), 3).ok());
    const auto labels = history.labels();
    ASSERT_EQ(labels->size(), LabelHistory::mostLabels);
    for (const UsedLabel& label : *labels) EXPECT_NE(label.name, "old");
}

TEST(LabelHistory, ADamagedFileIsReportedAndKeptBesideANewOne) {
    const TemporaryFolder folder;
    const LabelHistory history(folder.path());
    for (const char* damaged : {"{", "[]", R"({"labels": 1})", R"({"labels": [{"name": 3}]})"}) {
        writeFile(history.file(), damaged);
        const auto labels = history.labels();
        ASSERT_FALSE(labels.ok()) << damaged;
        EXPECT_EQ(labels.error().code, ErrorCode::FileMalformed);
        EXPECT_NE(labels.error().detail.find("begin a new history"), std::string::npos);
        ASSERT_TRUE(history.noteUse(setOf({"a"}), 1).ok());
        EXPECT_EQ(history.labels()->size(), 1U);
        EXPECT_EQ(readFile(history.file().string() + ".damaged"), damaged);
    }
}

TEST(RecommendedLabels, AreOneForEachMeaningUnderTheNameUsedMost) {
    const std::vector<UsedLabel> used{{"投诉", "", 9, 5}, {"退钱", "", 4, 90}, {"要求退款", "", 2, 30}, {"退款", "refund", 7, 10}};
    const LabelSet set = usedLabelSet(used);
    MergeSuggestion likeliest;
    likeliest.act = SuggestedAct::MakeParent;
    likeliest.labels = {set.labels[3].id, set.labels[1].id, set.labels[2].id};
    MergeSuggestion second;
    second.labels = {set.labels[0].id, set.labels[2].id};
    EXPECT_EQ(recommendedLabels(used, std::vector{likeliest, second}),
              (std::vector<RecommendedLabel>{{{"退款", "refund", 13, 90}, {"退钱", "要求退款"}}, {{"投诉", "", 9, 5}, {}}}));
    EXPECT_TRUE(recommendedLabels({}, {}).empty());
}

}  // namespace
}  // namespace labelwright::testing
