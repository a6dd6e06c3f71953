#include "ui/labels/label_edits.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "tests/ui/support/test_session.h"

namespace labelwright::ui {
namespace {

using ::testing::ElementsAre;
using testing::labelSetOf;

std::vector<std::string> namesOf(const LabelSet& labels) {
    std::vector<std::string> names;
    for (const Label& label : labels.labels) names.push_back(label.name);
    return names;
}

TEST(LabelEdits, SplitsWhatIsTypedAtCommasOfBothWidths) {
    const LabelsAdded added = withAdded(labelSetOf({"咨询"}), "投诉，建议, 表扬、物流");
    EXPECT_THAT(namesOf(added.labels), ElementsAre("咨询", "投诉", "建议", "表扬", "物流"));
    EXPECT_EQ(added.count, 4U);
    EXPECT_TRUE(added.duplicates.empty());
}

TEST(LabelEdits, TakesPastedLinesWithDescriptionsAndKeepsTheirCommas) {
    const LabelsAdded added = withAdded({}, "投诉\t客户不满意\r\n价格, 优惠\n");
    ASSERT_THAT(namesOf(added.labels), ElementsAre("投诉", "价格, 优惠"));
    EXPECT_EQ(added.labels.labels[0].description, "客户不满意");
}

TEST(LabelEdits, LeavesOutNamesThatAreThereAlreadyAndNamesThem) {
    const LabelsAdded added = withAdded(labelSetOf({"Praise", "投诉"}), "praise, 投诉, 建议");
    EXPECT_THAT(namesOf(added.labels), ElementsAre("Praise", "投诉", "建议"));
    EXPECT_THAT(added.duplicates, ElementsAre("praise", "投诉"));
}

TEST(LabelEdits, GivesEveryOneOfEightLabelsItsOwnColour) {
    LabelSet labels = withAdded({}, "a,b,c,d").labels;
    labels = without(labels, labels.labels[1].id);
    labels = withAdded(labels, "e,f,g,h,i").labels;
    std::set<std::uint32_t> colours;
    for (const Label& label : labels.labels) colours.insert(label.colour);
    EXPECT_EQ(colours.size(), labels.labels.size());
}

TEST(LabelEdits, MovesALabelToTheAskedPlace) {
    const LabelSet labels = labelSetOf({"a", "b", "c", "d"});
    EXPECT_THAT(namesOf(withMoved(labels, 0, 2)), ElementsAre("b", "c", "a", "d"));
    EXPECT_THAT(namesOf(withMoved(labels, 3, 0)), ElementsAre("d", "a", "b", "c"));
    EXPECT_EQ(withMoved(labels, 0, 4), labels);
}

TEST(LabelEdits, RefusesANameThatAnotherLabelHas) {
    const LabelSet labels = labelSetOf({"Praise", "投诉"});
    const LabelId praise = labels.labels[0].id;
    EXPECT_EQ(checkName(labels, praise, " 投诉 "), NameCheck::Taken);
    EXPECT_EQ(checkName(labels, praise, "PRAISE"), NameCheck::Good);
    EXPECT_EQ(checkName(labels, praise, "  "), NameCheck::Empty);
}

TEST(LabelEdits, APresetKeepsTheIdsOfLabelsThatAreCalledTheSame) {
    const LabelSet labels = labelSetOf({"投诉", "其他"});
    LabelPreset preset;
    preset.labelSet = labelSetOf({"建议", "投诉"}, "这是{}");
    const LabelSet taken = withPreset(labels, preset);
    EXPECT_THAT(namesOf(taken), ElementsAre("建议", "投诉"));
    EXPECT_EQ(taken.labels[1].id, labels.labels[0].id);
    EXPECT_NE(taken.labels[0].id, preset.labelSet.labels[0].id);
    EXPECT_EQ(taken.hypothesisTemplate, "这是{}");
}

TEST(LabelEdits, ParentsOfAPresetFollowTheirLabels) {
    const LabelSet labels = labelSetOf({"投诉"});
    LabelPreset preset;
    preset.labelSet = labelSetOf({"投诉", "质量", "做工"});
    preset.labelSet.labels[1].parent = preset.labelSet.labels[0].id;
    preset.labelSet.labels[2].parent = preset.labelSet.labels[1].id;
    const LabelSet taken = withPreset(labels, preset);
    EXPECT_EQ(taken.labels[1].parent, labels.labels[0].id);
    EXPECT_EQ(taken.labels[2].parent, taken.labels[1].id);
}

}  // namespace
}  // namespace labelwright::ui
