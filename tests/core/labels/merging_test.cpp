#include "core/labels/merging.h"

#include <gtest/gtest.h>

#include "core/labels/label_list.h"

namespace labelwright {
namespace {

LabelSet setOf(const std::vector<std::string>& names) {
    LabelSet labels;
    labels.labels = makeLabels(names);
    for (std::size_t k = 0; k < names.size(); ++k) labels.labels[k].id = names[k];
    return labels;
}

std::vector<std::string> namesOf(const LabelSet& labels) {
    std::vector<std::string> names;
    for (const Label& label : labels.labels) names.push_back(label.name);
    return names;
}

using Names = std::vector<std::string>;

TEST(Merging, KeepsTheLabelWholeInsideTheOtherAndAsksBoth) {
    const LabelSet before = setOf({"a", "b", "c"});
    const auto after = mergeLabels(before, "a", "c");
    ASSERT_TRUE(after.ok());
    EXPECT_EQ(namesOf(*after), (Names{"b", "c"}));
    ASSERT_EQ(after->labels[1].merged.size(), 1U);
    EXPECT_EQ(after->labels[1].merged[0], before.labels[0]);
    EXPECT_EQ(hypothesesOf(*after), (Names{"b", "c", "a"}));
    EXPECT_EQ(labelOfHypotheses(*after), (std::vector<std::uint32_t>{0, 1, 1}));
    EXPECT_EQ(findLabel(*after, "a"), &after->labels[1]);
}

TEST(Merging, IsUndoneAlsoOfALabelInsideAMergedOne) {
    LabelSet labels = *mergeLabels(setOf({"a", "b", "c"}), "a", "b");
    labels = *mergeLabels(labels, "b", "c");
    EXPECT_EQ(namesOf(labels), (Names{"c"}));
    const auto aOut = unmergeLabel(labels, "a");
    ASSERT_TRUE(aOut.ok());
    EXPECT_EQ(namesOf(*aOut), (Names{"c", "a"}));
    const auto bOut = unmergeLabel(labels, "b");
    ASSERT_TRUE(bOut.ok());
    EXPECT_EQ(namesOf(*bOut), (Names{"c", "b"}));
    EXPECT_EQ(bOut->labels[1].merged.size(), 1U) << "what was merged into it stays in it";
}

TEST(Merging, AsksTheSameSentencesBeforeAndAfter) {
    const LabelSet before = setOf({"a", "b", "c", "d"});
    const LabelSet after = *mergeLabels(*mergeLabels(before, "b", "a"), "c", "a");
    auto sentences = hypothesesOf(after);
    std::sort(sentences.begin(), sentences.end());
    EXPECT_EQ(sentences, hypothesesOf(before));
}

TEST(Merging, RefusesWhatCannotBe) {
    const LabelSet labels = setOf({"a", "b"});
    EXPECT_FALSE(mergeLabels(labels, "a", "a").ok());
    EXPECT_FALSE(mergeLabels(labels, "a", "x").ok());
    EXPECT_FALSE(mergeLabels(labels, "x", "a").ok());
    EXPECT_FALSE(unmergeLabel(labels, "a").ok());
}

TEST(Parents, CannotStandBelowTheirOwnChildren) {
    LabelSet labels = *withParent(setOf({"a", "b", "c"}), "b", "a");
    labels = *withParent(labels, "c", "b");
    EXPECT_EQ(labels.labels[2].parent, "b");
    EXPECT_FALSE(withParent(labels, "a", "c").ok());
    EXPECT_FALSE(withParent(labels, "a", "a").ok());
    EXPECT_TRUE(withParent(labels, "b", "").ok());
}

TEST(Parents, FollowAMerge) {
    LabelSet labels = *withParent(setOf({"a", "b", "c"}), "b", "a");
    labels = *mergeLabels(labels, "a", "c");
    EXPECT_EQ(findLabel(labels, labels.labels[0].parent)->name, "c");
    labels = *withParent(setOf({"a", "b"}), "b", "a");
    labels = *mergeLabels(labels, "a", "b");
    EXPECT_TRUE(labels.labels[0].parent.empty()) << "not below itself";
    labels = *withParent(*withParent(*withParent(setOf({"top", "a", "b", "c"}), "a", "top"), "b", "a"), "c", "b");
    labels = *mergeLabels(labels, "a", "c");
    EXPECT_EQ(findLabel(labels, "c")->parent, "top") << "nor below what stands below it";
}

}  // namespace
}  // namespace labelwright
