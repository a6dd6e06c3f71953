#include "core/domain/label.h"

#include <gtest/gtest.h>

namespace labelwright {
namespace {

LabelSet twoLabels() {
    LabelSet labels;
    labels.hypothesisTemplate = "这是{}";
    labels.labels.resize(2);
    labels.labels[0].id = "1";
    labels.labels[0].name = "咨询";
    labels.labels[0].englishName = "question";
    labels.labels[1].id = "2";
    labels.labels[1].name = "投诉";
    labels.labels[1].hypothesis = "顾客在投诉。";
    return labels;
}

TEST(Hypothesis, IsTheTemplateWithTheNameOrTheLabelsOwnSentence) {
    EXPECT_EQ(hypothesesOf(twoLabels()), (std::vector<std::string>{"这是咨询", "顾客在投诉。"}));
}

TEST(Hypothesis, ForAModelWithoutChineseTakesTheEnglishNameAndLeavesAChineseTemplateOut) {
    LabelSet labels = twoLabels();
    EXPECT_EQ(hypothesisOf(labels, labels.labels[0], AskedName::English), "question");
    labels.hypothesisTemplate = "This is about {}.";
    EXPECT_EQ(hypothesisOf(labels, labels.labels[0], AskedName::English), "This is about question.");
}

TEST(Hypothesis, OfALabelsOwnWithAPlaceForTheNameIsATemplateForThatLabelAlone) {
    LabelSet labels = twoLabels();
    labels.labels[0].hypothesis = "顾客想要{}，只是{}";
    EXPECT_EQ(hypothesesOf(labels), (std::vector<std::string>{"顾客想要咨询，只是咨询", "顾客在投诉。"}));
    EXPECT_EQ(hypothesisOf(labels, labels.labels[0], AskedName::English), "question");
    labels.labels[0].hypothesis = "The customer has a {}.";
    EXPECT_EQ(hypothesisOf(labels, labels.labels[0], AskedName::English), "The customer has a question.");
    labels.labels[0].name = "{}";
    EXPECT_EQ(hypothesisOf(labels, labels.labels[0]), "The customer has a {}.");

    LabelSet same = twoLabels();
    same.labels[0].hypothesis = "这是{}";
    EXPECT_EQ(hypothesisHash(same, same.labels[0]), hypothesisHash(twoLabels(), twoLabels().labels[0]));
}

TEST(Hypothesis, IdentityFollowsWhatIsAskedNotTheLabelsId) {
    LabelSet labels = twoLabels();
    const Hash128 before = hypothesisHash(labels, labels.labels[0]);
    labels.labels[0].id = "another";
    labels.labels[0].description = "changed";
    EXPECT_EQ(hypothesisHash(labels, labels.labels[0]), before);
    labels.labels[0].name = "提问";
    EXPECT_NE(hypothesisHash(labels, labels.labels[0]), before);
    labels.labels[0].name = "咨询";
    EXPECT_EQ(hypothesisHash(labels, labels.labels[0]), before);
    labels.labels[0].englishName = "inquiry";
    EXPECT_NE(hypothesisHash(labels, labels.labels[0]), before);
}

TEST(LabelSet, IsRefusedWithoutLabelsWithDoubledNamesOrABadTemplate) {
    EXPECT_TRUE(checkLabelSet(twoLabels()).ok());
    LabelSet empty = twoLabels();
    empty.labels.clear();
    EXPECT_EQ(checkLabelSet(empty).error().code, ErrorCode::InvalidArgument);
    LabelSet doubled = twoLabels();
    doubled.labels[1].name = "咨询";
    EXPECT_NE(checkLabelSet(doubled).error().detail.find("咨询"), std::string::npos);
    LabelSet nameless = twoLabels();
    nameless.labels[0].name = "　";
    EXPECT_EQ(checkLabelSet(nameless).error().code, ErrorCode::InvalidArgument);
    for (const char* bad : {"", "这是", "{}{}", "{label}"}) EXPECT_EQ(checkTemplate(bad).error().code, ErrorCode::InvalidTemplate) << bad;
}

TEST(LabelSet, IdsDiffer) { EXPECT_NE(newId(), newId()); }

}  // namespace
}  // namespace labelwright
