#include "core/domain/review_table.h"

#include <gtest/gtest.h>

#include <random>

namespace labelwright {
namespace {

Review given(std::vector<LabelId> labels) {
    Review review;
    review.decided = true;
    review.labels = std::move(labels);
    return review;
}

LabelSet threeLabels() {
    LabelSet labels;
    for (const char* id : {"a", "b", "c"}) {
        Label label;
        label.id = id;
        label.name = id;
        labels.labels.push_back(label);
    }
    return labels;
}

TEST(ReviewTable, GivesBackWhatWasSetWhateverTheOrder) {
    constexpr std::size_t rows = 3 * ReviewTable::blockRows - 5;
    ReviewTable table(rows);
    std::map<std::size_t, Review> expected;
    std::mt19937 random(7);
    const std::vector<std::vector<LabelId>> answers{{}, {"a"}, {"b"}, {"a", "b"}, {"b", "a"}};
    for (int step = 0; step < 20000; ++step) {
        const std::size_t row = random() % rows;
        Review review;
        review.decided = random() % 2 == 0;
        if (review.decided) review.labels = answers[random() % answers.size()];
        review.deferred = random() % 3 == 0;
        review.flagged = random() % 5 == 0;
        if (random() % 4 == 0) review.note = "note " + std::to_string(step);
        table.set(row, review);
        expected[row] = review;
    }
    std::size_t decided = 0;
    std::size_t deferred = 0;
    std::size_t flagged = 0;
    std::vector<std::uint32_t> reviewed;
    for (std::size_t row = 0; row < rows; ++row) {
        const Review review = expected.contains(row) ? expected[row] : Review();
        ASSERT_EQ(table.at(row), review) << row;
        ASSERT_EQ(table.empty(row), review.empty());
        if (review.decided) {
            ASSERT_EQ(table.answers()[table.answer(row)], review.labels);
        }
        decided += review.decided ? 1 : 0;
        deferred += review.deferred ? 1 : 0;
        flagged += review.flagged ? 1 : 0;
        if (!review.empty()) reviewed.push_back(static_cast<std::uint32_t>(row));
    }
    EXPECT_EQ(table.decidedRows(), decided);
    EXPECT_EQ(table.deferredRows(), deferred);
    EXPECT_EQ(table.flaggedRows(), flagged);
    EXPECT_EQ(table.reviewedRows(), reviewed);
}

TEST(ReviewTable, ASnapshotDoesNotSeeLaterWrites) {
    ReviewTable table(10);
    Review noted = given({"a"});
    noted.note = "before";
    table.set(3, noted);
    const ReviewTable snapshot = table;
    Review later = given({"c"});
    later.note = "after";
    table.set(3, later);
    table.set(4, given({"d"}));
    EXPECT_EQ(snapshot.at(3), noted);
    EXPECT_TRUE(snapshot.empty(4));
    EXPECT_EQ(snapshot.answers().size(), 1U);
    EXPECT_EQ(snapshot.decidedRows(), 1U);
    EXPECT_EQ(table.at(3), later);
}

TEST(Review, StandsBetweenModelAndPerson) {
    const LabelSet labels = threeLabels();
    EXPECT_EQ(reviewState({}, labels, false, {}), ReviewState::None);
    EXPECT_EQ(reviewState({}, labels, true, {1}), ReviewState::Suggested);
    EXPECT_EQ(reviewState(given({"b"}), labels, true, {1}), ReviewState::Accepted);
    EXPECT_EQ(reviewState(given({"c", "a"}), labels, true, {0, 2}), ReviewState::Accepted);
    EXPECT_EQ(reviewState(given({}), labels, true, {}), ReviewState::Accepted);
    EXPECT_EQ(reviewState(given({}), labels, true, {1}), ReviewState::Corrected);
    EXPECT_EQ(reviewState(given({"b"}), labels, true, {0}), ReviewState::Corrected);
    EXPECT_EQ(reviewState(given({"b"}), labels, false, {}), ReviewState::Corrected);
    Review marks;
    marks.deferred = marks.flagged = true;
    EXPECT_EQ(reviewState(marks, labels, true, {0}), ReviewState::Suggested);
}

TEST(Review, FollowsAMergeAndKnowsALabelThatIsGone) {
    LabelSet labels = threeLabels();
    labels.labels[0].merged.push_back(labels.labels[2]);
    labels.labels.pop_back();
    const Review review = given({"c", "a", "gone"});
    EXPECT_EQ(reviewedLabels(review, labels), std::vector<std::uint32_t>{0});
    EXPECT_EQ(lostLabels(review, labels), std::vector<LabelId>{"gone"});
    EXPECT_EQ(reviewState(given({"c"}), labels, true, {0}), ReviewState::Accepted);
    EXPECT_EQ(reviewState(given({"a", "gone"}), labels, true, {0}), ReviewState::Corrected);
}

}  // namespace
}  // namespace labelwright
