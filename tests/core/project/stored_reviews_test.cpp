#include <gtest/gtest.h>

#include "core/project/project_file.h"
#include "tests/core/project/project_samples.h"
#include "tests/support/test_paths.h"

namespace labelwright {
namespace {

using namespace testing;

Review given(std::vector<LabelId> labels, std::string note = {}) {
    Review review;
    review.decided = true;
    review.labels = std::move(labels);
    review.note = std::move(note);
    return review;
}

std::shared_ptr<const Dataset> dataset(const std::vector<std::pair<std::string, std::string>>& rows) {
    DatasetBuilder builder({"file", "", "text", "id", "csv", "UTF-8"});
    for (const auto& [id, text] : rows) builder.add(id, text, {}, 1);
    return std::move(builder).build();
}

class StoredReviews : public ::testing::Test {
protected:
    ProjectFile open() {
        auto project = ProjectFile::open(m_folder / "survey.lwproj");
        EXPECT_TRUE(project.ok()) << project.error().detail;
        return std::move(*project);
    }
    void import(const std::vector<std::pair<std::string, std::string>>& rows) { ASSERT_TRUE(open().saveDataset(*dataset(rows)).ok()); }
    void save(std::uint32_t row, const Review& review) { ASSERT_TRUE(open().saveReviews(std::span(&row, 1), std::span(&review, 1)).ok()); }
    ProjectContents loaded() { return *open().load(); }

    TemporaryFolder m_folder;
};

TEST_F(StoredReviews, ComeBackAsTheyWereGivenAndChanged) {
    import({{"1", "one"}, {"2", "two"}, { "3", "three" }});
    Review all = given({"a", "b"}, "a note\nof two lines");
    all.deferred = all.flagged = true;
    save(0, given({}));
    save(1, all);
    save(2, given({"c"}));
    save(2, Review());
    const ProjectContents contents = loaded();
    EXPECT_EQ(contents.reviews.at(0), given({}));
    EXPECT_EQ(contents.reviews.at(1), all);
    EXPECT_TRUE(contents.reviews.empty(2));
    EXPECT_EQ(contents.waitingReviews, 0U);
}

TEST_F(StoredReviews, OfAnotherFileWaitUntilTheirTextsAreBack) {
    import({{"1", "one"}, {"2", "two"}, { "3", "three" }});
    save(0, given({"a"}));
    save(2, given({"c"}, "mine"));
    import({{"7", "seven"}, { "8", "three" }});
    EXPECT_EQ(loaded().reviews.at(1), given({"c"}, "mine"));
    EXPECT_TRUE(loaded().reviews.empty(0));
    EXPECT_EQ(loaded().waitingReviews, 1U);
    import({{ "9", "nine" }});
    EXPECT_EQ(loaded().waitingReviews, 2U);
    import({{"3", "three"}, { "1", "one" }});
    EXPECT_EQ(loaded().reviews.at(0), given({"c"}, "mine"));
    EXPECT_EQ(loaded().reviews.at(1), given({"a"}));
    EXPECT_EQ(loaded().waitingReviews, 0U);
}

TEST_F(StoredReviews, OfEqualTextsGoToTheOneOfTheSameId) {
    import({{"x", "same"}, {"y", "same"}, { "z", "same" }});
    save(0, given({"of x"}));
    save(1, given({"of y"}));
    import({{"z", "same"}, {"y", "same"}, { "new", "same" }});
    EXPECT_EQ(loaded().reviews.at(0), given({"of x"}));  // nobody had said anything about z, and x is gone
    EXPECT_EQ(loaded().reviews.at(1), given({"of y"}));
    EXPECT_TRUE(loaded().reviews.empty(2));
}

TEST_F(StoredReviews, OfATextThatIsNotThereAreRefusedAsAWhole) {
    import({{ "1", "one" }});
    const std::vector<std::uint32_t> rows{0, 1};
    const std::vector<Review> reviews{given({"a"}), given({"b"})};
    const auto saved = open().saveReviews(rows, reviews);
    ASSERT_FALSE(saved.ok());
    EXPECT_EQ(saved.error().code, ErrorCode::InvalidArgument);
    EXPECT_TRUE(loaded().reviews.empty(0));
}

TEST_F(StoredReviews, AndTheLabelsThatMovedThemAreOneTransaction) {
    import({{"1", "one"}, { "2", "two" }});
    LabelSet before = sampleLabels();
    before.version = 1;
    ASSERT_TRUE(open().saveLabels(before).ok());
    LabelSet after = before;
    after.labels.pop_back();
    after.version = 2;
    const std::vector<std::uint32_t> rows{0};
    const std::vector<Review> unstorable{given({"two\nlines"})};
    EXPECT_FALSE(open().saveLabels(after, rows, unstorable).ok());
    EXPECT_EQ(loaded().labels, before);
    const std::vector<Review> good{given({before.labels.front().id})};
    ASSERT_TRUE(open().saveLabels(after, rows, good).ok());
    EXPECT_EQ(loaded().labels, after);
    EXPECT_EQ(loaded().reviews.at(0), good.front());
    EXPECT_EQ(loaded().formerNames.at(before.labels.back().id), before.labels.back().name);
}

}  // namespace
}  // namespace labelwright
