#include <gtest/gtest.h>

#include "core/labels/label_list.h"
#include "tests/ui/support/real_engine.h"
#include "ui/models/row_order.h"

namespace labelwright::ui {
namespace {

/// Five texts with known answers.
class Query : public ::testing::Test {
protected:
    Query() {
        m_facts.dataset = labelwright::testing::datasetOf(
            {"能不能开电子发票？", "Where is my Refund", "refund now 申请退款", "能不能开电子发票？", "/usr/bin a:b"});
        m_facts.labels.labels = makeLabels({"咨询", "投诉", "too late"});
        m_facts.scores = ScoreTable(5);
        ScoreReading reading;
        reading.modelId = "labelwright-zh-mini";
        reading.rule = ScoreRule::Cosine;
        reading.temperature = 0.1F;
        m_facts.scores.addReading(reading);
        const auto hashes = hypothesisHashes(m_facts.labels);
        const std::vector<std::array<float, 3>> cosines{{0.9F, 0.1F, 0.1F}, {0.3F, 0.35F, 0.3F}, {0.1F, 0.1F, 0.9F}, {0.9F, 0.1F, 0.1F}};
        for (std::size_t row = 0; row < cosines.size(); ++row)
            for (std::size_t k = 0; k < 3; ++k) m_facts.scores.set(row, hashes[k], {cosines[row][k], 0});
        m_facts.scores.setTruncated(2, true);
        m_facts.duplicates = std::make_shared<const std::vector<bool>>(duplicateRows(*m_facts.dataset));
        m_facts.reviews = ReviewTable(5);
        decideWith({});
    }

    void say(std::uint32_t row, std::vector<LabelId> labels) {
        Review review = m_facts.reviews.at(row);
        review.decided = true;
        review.labels = std::move(labels);
        m_facts.reviews.set(row, review);
    }

    void decideWith(const Selection& selection) {
        m_facts.selection = selection;
        DecisionTask task;
        task.scores = m_facts.scores;
        task.reader = LabelReader(m_facts.labels, m_facts.scores);
        task.selection = selection;
        m_facts.decisions = decideRows(task).table;
    }

    std::vector<std::uint32_t> rows(const char* query) {
        const ParsedQuery parsed = parseQuery(QString::fromUtf8(query));
        EXPECT_TRUE(parsed.problem.isEmpty()) << query << ": " << parsed.problem.toStdString();
        return *arrangedRows(m_facts, parsed.filter, {});
    }

    using Rows = std::vector<std::uint32_t>;
    RowFacts m_facts;
};

TEST_F(Query, AllConditionsMustHold) {
    EXPECT_EQ(rows(""), (Rows{0, 1, 2, 3, 4}));
    EXPECT_EQ(rows("refund"), (Rows{1, 2}));
    EXPECT_EQ(rows("refund 退款"), (Rows{2}));
    EXPECT_EQ(rows("refund -退款"), (Rows{1}));
}

TEST_F(Query, AnUpperCaseLetterMakesAWordExact) {
    EXPECT_EQ(rows("Refund"), (Rows{1}));
    EXPECT_EQ(rows("REFUND"), (Rows{}));
}

TEST_F(Query, QuotesKeepSpacesWesternOrChinese) {
    EXPECT_EQ(rows("\"is my\""), (Rows{1}));
    EXPECT_EQ(rows("“is my”"), (Rows{1}));
    EXPECT_EQ(rows("-\"is my\" refund"), (Rows{2}));
}

TEST_F(Query, StatesStandBetweenModelAndPerson) {
    const auto& labels = m_facts.labels.labels;
    EXPECT_EQ(rows("status:suggested"), (Rows{0, 1, 2, 3}));
    EXPECT_EQ(rows("status:none"), (Rows{4}));
    say(0, {labels[0].id});
    say(1, {labels[2].id});
    say(4, {});
    Review marks;
    marks.deferred = marks.flagged = true;
    marks.note = "later";
    m_facts.reviews.set(2, marks);
    EXPECT_EQ(rows("status:accepted"), (Rows{0}));
    EXPECT_EQ(rows("status:corrected"), (Rows{1, 4}));
    EXPECT_EQ(rows("status:reviewed"), (Rows{0, 1, 4}));
    EXPECT_EQ(rows("status:unreviewed"), (Rows{2, 3}));
    EXPECT_EQ(rows("-status:unreviewed"), (Rows{0, 1, 4}));
    EXPECT_EQ(rows("status:deferred"), (Rows{2}));
    EXPECT_EQ(rows("status:accepted,flagged"), (Rows{0, 2}));
    EXPECT_EQ(rows("note:yes"), (Rows{2}));
    EXPECT_FALSE(parseQuery(QStringLiteral("status:perfect")).problem.isEmpty());
    EXPECT_TRUE(parseQuery(QStringLiteral("status:acc")).problem.isEmpty()) << "still being typed";
}

TEST_F(Query, WhatPeopleGaveIsFoundByNameWhateverTheModelSays) {
    const auto& labels = m_facts.labels.labels;
    say(0, {labels[1].id});
    say(1, {labels[1].id, labels[2].id});
    say(2, {});
    say(3, {"an id of a label that was deleted"});
    EXPECT_EQ(rows("human:投诉"), (Rows{0, 1}));
    EXPECT_EQ(rows("human:\"Too Late\""), (Rows{1}));
    EXPECT_EQ(rows("human:none"), (Rows{2}));
    EXPECT_EQ(rows("human:gone"), (Rows{3}));
    EXPECT_EQ(rows("label:咨询 human:投诉"), (Rows{0}));
}

TEST_F(Query, LabelsAreFoundByName) {
    EXPECT_EQ(rows("label:咨询"), (Rows{0, 3}));
    EXPECT_EQ(rows("label：咨询"), (Rows{0, 3}));
    EXPECT_EQ(rows("label:咨询,\"too late\""), (Rows{0, 2, 3}));
    EXPECT_EQ(rows("label:\"Too Late\""), (Rows{2}));
    EXPECT_EQ(rows("label:unheard-of"), (Rows{}));
}

TEST_F(Query, TextsWithoutALabelAreFound) {
    Selection strict;
    strict.abstain = 0.6F;
    decideWith(strict);
    EXPECT_EQ(rows("label:none"), (Rows{1}));
    EXPECT_EQ(rows("label:none,咨询"), (Rows{0, 1, 3}));
}

TEST_F(Query, WithSeveralLabelsATextAnyOfThemIsFound) {
    Selection several;
    several.mode = SelectionMode::EveryAboveThreshold;
    several.threshold = 0.4F;
    decideWith(several);
    EXPECT_EQ(rows("label:投诉"), (Rows{1}));
    EXPECT_EQ(rows("label:咨询"), (Rows{0, 1, 3}));
}

TEST_F(Query, NumbersAreCompared) {
    EXPECT_EQ(rows("conf:<0.6"), (Rows{1}));
    EXPECT_EQ(rows("conf:>60%"), (Rows{0, 2, 3}));
    EXPECT_EQ(rows("conf:0.2~0.6"), (Rows{1}));
    EXPECT_EQ(rows("margin:<0.2"), (Rows{1}));
    EXPECT_EQ(rows("len:9"), (Rows{0, 3}));
    EXPECT_EQ(rows("len:>=18"), (Rows{1}));
    EXPECT_EQ(rows("len:>9 len:<18"), (Rows{2, 4}));
}

TEST_F(Query, DuplicatesTruncatedUnscoredAndModelAreFound) {
    EXPECT_EQ(rows("dup:yes"), (Rows{0, 3}));
    EXPECT_EQ(rows("dup:no"), (Rows{1, 2, 4}));
    EXPECT_EQ(rows("truncated:yes"), (Rows{2}));
    EXPECT_EQ(rows("scored:no"), (Rows{4}));
    EXPECT_EQ(rows("model:mini"), (Rows{0, 1, 2, 3}));
    EXPECT_EQ(rows("picked:x"), Rows{}) << "nobody has said which rows those are";
}

TEST_F(Query, ExpressionsBetweenSlashesAreRegularOthersAreWords) {
    EXPECT_EQ(rows("/^where|发票.$/"), (Rows{0, 1, 3}));
    EXPECT_EQ(rows("/re.und/"), (Rows{1, 2}));
    EXPECT_EQ(rows("/Re.und/"), (Rows{1}));
    EXPECT_EQ(rows("/usr/bin"), (Rows{4}));
    EXPECT_EQ(rows("a:b"), (Rows{4}));
}

TEST_F(Query, WhatIsStillBeingTypedHidesNothing) {
    for (const char* query : {"label:", "conf:", "conf:<", "-", "\"", "len:>"})
        EXPECT_EQ(rows(query).size(), query[0] == '-' ? 0U : 5U) << query;
}

TEST(QueryProblems, AreSaidInWords) {
    EXPECT_TRUE(parseQuery("/(/").problem.contains("/(/"));
    EXPECT_TRUE(parseQuery("conf:high").problem.contains("conf"));
    EXPECT_TRUE(parseQuery("dup:maybe").problem.contains("dup"));
    EXPECT_EQ(parseQuery("/(/ word").filter.conditions.size(), 1U);
}

}  // namespace
}  // namespace labelwright::ui
