#include "core/labels/given_answers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/labels/label_list.h"
#include "core/labels/merging.h"

namespace labelwright {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

GivenAnswer decided(std::uint32_t row, std::vector<std::string> labels) { return {row, true, std::move(labels), false, false, ""}; }

class GivenAnswers : public ::testing::Test {
protected:
    GivenAnswers() {
        labels.labels = makeLabels({"Quality", "delivery time", "Price"});
        for (const Label& label : labels.labels) ids.push_back(label.id);
    }

    LabelSet labels;
    std::vector<LabelId> ids;
    ReviewTable reviews{5};
};

TEST_F(GivenAnswers, BecomeReviewsAndNewLabels) {
    const std::vector<GivenAnswer> answers{decided(0, {"quality"}), decided(2, {"Service", "Price", "service"}), decided(4, {})};
    const TakenAnswers taken = takenAnswers(labels, reviews, answers, DecidedBefore::Stays);
    EXPECT_EQ(taken.newLabels, 1U);
    EXPECT_EQ(taken.labels.labels.back().name, "Service");
    EXPECT_NE(taken.labels.labels.back().colour, taken.labels.labels[2].colour);
    EXPECT_THAT(taken.rows, ElementsAre(0U, 2U, 4U));
    EXPECT_EQ(taken.decided, 3U);
    EXPECT_THAT(taken.reviews[0].labels, ElementsAre(ids[0]));
    EXPECT_THAT(taken.reviews[1].labels, ElementsAre(taken.labels.labels.back().id, ids[2]));
    EXPECT_TRUE(taken.reviews[2].decided);
    EXPECT_THAT(taken.reviews[2].labels, IsEmpty());
}

TEST_F(GivenAnswers, LeaveDecisionsMadeHereAloneUnlessTheyAreWhatWasWanted) {
    reviews.set(0, {true, {ids[1]}, false, false, "mine"});
    const std::vector<GivenAnswer> answers{{0, true, {"Quality"}, false, true, "theirs"}};
    const TakenAnswers kept = takenAnswers(labels, reviews, answers, DecidedBefore::Stays);
    EXPECT_EQ(kept.kept, 1U);
    EXPECT_EQ(kept.decided, 0U);
    ASSERT_EQ(kept.reviews.size(), 1U);
    EXPECT_THAT(kept.reviews[0].labels, ElementsAre(ids[1]));
    EXPECT_TRUE(kept.reviews[0].flagged) << "marks add up";
    EXPECT_EQ(kept.reviews[0].note, "mine");
    const TakenAnswers replaced = takenAnswers(labels, reviews, answers, DecidedBefore::GivesWay);
    EXPECT_THAT(replaced.reviews[0].labels, ElementsAre(ids[0]));
}

TEST_F(GivenAnswers, SayNothingAboutWhatIsSoAlready) {
    reviews.set(0, {true, {ids[0]}, false, false, ""});
    const std::vector<GivenAnswer> answers{decided(0, {"Quality"})};
    const TakenAnswers taken = takenAnswers(labels, reviews, answers, DecidedBefore::GivesWay);
    EXPECT_THAT(taken.rows, IsEmpty());
    EXPECT_EQ(taken.labels, labels);
}

TEST_F(GivenAnswers, FindLabelsUnderFormerAndUnderscoredNames) {
    const auto merged = mergeLabels(labels, ids[2], ids[0]);
    ASSERT_TRUE(merged.ok());
    const std::vector<GivenAnswer> answers{decided(0, {"price"}), decided(1, {"delivery_time"})};
    const TakenAnswers taken = takenAnswers(*merged, reviews, answers, DecidedBefore::Stays);
    EXPECT_EQ(taken.newLabels, 0U);
    EXPECT_THAT(taken.reviews[0].labels, ElementsAre(ids[2])) << "what was said stays said, under the label it was merged into";
    EXPECT_THAT(taken.reviews[1].labels, ElementsAre(ids[1]));
}

}  // namespace
}  // namespace labelwright
