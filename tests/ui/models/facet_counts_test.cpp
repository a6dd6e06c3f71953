#include "ui/models/facet_counts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "tests/ui/support/test_session.h"
#include "ui/models/query_text.h"
#include "ui/models/row_order.h"

namespace labelwright::ui {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// Six texts in two columns with few values and one with many, labeled and partly reviewed.
class Facets : public ::testing::Test {
protected:
    Facets() {
        DatasetSource source;
        source.name = "t.csv";
        DatasetBuilder builder(source, {"channel", "order date", "label"});
        const std::vector<std::vector<std::string_view>> cells{{"web", "2026-01-05", "x"}, {"web", "2026-02-01", "x"}, {"phone", "", "x"},
                                                               {"web", "2026-03-09", "x"}, {"phone", "7", "x"},        {"", "12", "x"}};
        for (std::size_t row = 0; row < cells.size(); ++row)
            builder.add("id" + std::to_string(row), "text " + std::to_string(row), cells[row], row + 2);
        facts.dataset = std::move(builder).build();
        facts.labels = testing::labelSetOf({"A", "B b"});
        const float none = std::nanf("");
        facts.scores =
            testing::scoresOf(facts.labels, {{0.9F, 0.1F}, {0.9F, 0.1F}, {0.3F, 0.7F}, {0.2F, 0.8F}, {0.55F, 0.45F}, {none, none}});
        facts.reviews = ReviewTable(6);
        facts.reviews.set(0, {true, {facts.labels.labels[0].id}, false, true, ""});
        facts.reviews.set(1, {true, {facts.labels.labels[1].id}, false, false, ""});
        DecisionTask task;
        task.scores = facts.scores;
        task.reader = LabelReader(facts.labels, facts.scores);
        facts.decisions = decideRows(task).table;
        listed = listedColumns(*facts.dataset);
    }

    RowFilter filterOf(const char* query) const {
        const ParsedQuery parsed = parseQuery(QString::fromUtf8(query), columns());
        EXPECT_TRUE(parsed.problem.isEmpty()) << parsed.problem.toStdString();
        return parsed.filter;
    }
    std::span<const std::string> columns() const { return facts.dataset->extraColumns(); }
    FacetCounts counts(const char* query) const { return *countFacets(facts, filterOf(query), listed); }
    std::vector<std::uint32_t> rows(const char* query) const { return *arrangedRows(facts, filterOf(query), {}); }

    RowFacts facts;
    std::vector<ListedColumn> listed;
};

TEST_F(Facets, ColumnsAreFoundByWhatStandsBehindTheirName) {
    using Rows = std::vector<std::uint32_t>;
    EXPECT_EQ(rows("channel:WE"), Rows{});
    EXPECT_EQ(rows("channel:we"), (Rows{0, 1, 3}));
    EXPECT_EQ(rows("channel:we,phone"), (Rows{0, 1, 2, 3, 4}));
    EXPECT_EQ(rows("Channel:=web"), (Rows{0, 1, 3})) << "names of columns do not mind their case";
    EXPECT_EQ(rows("channel:=web,NULL"), (Rows{0, 1, 3, 5}));
    EXPECT_EQ(rows("channel:<>web"), (Rows{2, 4, 5}));
    EXPECT_EQ(rows("-channel:<>web"), (Rows{0, 1, 3}));
    EXPECT_EQ(rows("channel:NULL"), (Rows{5}));
    EXPECT_EQ(rows("\"order date\":>=2026-02"), (Rows{1, 3, 4}))
        << "dates in the order of their characters, which is also that of other cells";
    EXPECT_EQ(rows("\"order date\":2026-01..2026-02"), (Rows{0}));
    EXPECT_EQ(rows("\"order date\":<10"), (Rows{4})) << "numbers as numbers";
    EXPECT_EQ(rows("\"order date\":7..12"), (Rows{4, 5}));
    EXPECT_EQ(rows("id:=id3"), (Rows{3}));
    EXPECT_EQ(rows("label:A"), (Rows{0, 1, 4})) << "the label, not the column of that name";
    EXPECT_THAT(rows("\"label\":=x"), SizeIs(6));
    EXPECT_THAT(rows("nothing:web"), IsEmpty()) << "a word like any other";
    EXPECT_TRUE(parseQuery(QStringLiteral("channel:<"), columns()).problem.isEmpty()) << "still being typed";
}

TEST_F(Facets, ListColumnsWithFewValues) {
    ASSERT_THAT(listed, SizeIs(2)) << "one value says nothing";
    EXPECT_THAT(listed[0].values, ElementsAre("web", "phone", ""));
    EXPECT_EQ(listed[1].column, 1U);
}

TEST_F(Facets, CountWithoutAQuery) {
    const FacetCounts all = counts("");
    EXPECT_EQ(all.texts, 6U);
    EXPECT_THAT(all.labels, ElementsAre(3U, 2U, 0U));
    EXPECT_THAT(all.stateCounts, ElementsAre(1U, 3U, 1U, 1U, 0U, 1U));
    EXPECT_EQ(std::accumulate(all.confidence.begin(), all.confidence.end(), std::uint64_t{0}), 5U);
    EXPECT_THAT(all.columns[0], ElementsAre(3U, 2U, 1U));
}

TEST_F(Facets, ReactToOneAnotherButNotToTheirOwnChoice) {
    const FacetCounts web = counts("channel:=web");
    EXPECT_EQ(web.texts, 3U);
    EXPECT_THAT(web.labels, ElementsAre(2U, 1U, 0U));
    EXPECT_THAT(web.columns[0], ElementsAre(3U, 2U, 1U)) << "what another choice would show";
    const FacetCounts both = counts("channel:=web label:\"B b\"");
    EXPECT_EQ(both.texts, 1U);
    EXPECT_THAT(both.labels, ElementsAre(2U, 1U, 0U));
    EXPECT_THAT(both.columns[0], ElementsAre(1U, 1U, 0U));
    const FacetCounts words = counts("\"text 2\" conf:<0.5");
    EXPECT_EQ(words.texts, 0U);
    EXPECT_EQ(std::accumulate(words.confidence.begin(), words.confidence.end(), std::uint64_t{0}), 1U) << "not its own choice";
    EXPECT_THAT(words.labels, ElementsAre(0U, 0U, 0U));
}

TEST_F(Facets, CountsAreWhatTheQueryWithThatChoiceShows) {
    for (const char* query : {"", "channel:=web", "status:suggested,flagged", "conf:0.5~0.85 label:A", "-channel:=phone text"}) {
        SCOPED_TRACE(query);
        const FacetCounts facetCounts = counts(query);
        for (std::size_t label = 0; label < 2; ++label) {
            const QString chosen = withFacetChoice(QString::fromUtf8(query), columns(), Facet::Labels,
                                                   {QString::fromStdString(facts.labels.labels[label].name)});
            EXPECT_EQ(facetCounts.labels[label], rows(chosen.toUtf8()).size()) << chosen.toStdString();
        }
        for (std::size_t state = 0; state < FacetCounts::states.size(); ++state) {
            const QString chosen =
                withFacetChoice(QString::fromUtf8(query), columns(), Facet::States, {QLatin1String(FacetCounts::states[state])});
            EXPECT_EQ(facetCounts.stateCounts[state], rows(chosen.toUtf8()).size()) << chosen.toStdString();
        }
        for (std::size_t value = 0; value < listed[0].values.size(); ++value) {
            const QString chosen =
                withFacetChoice(QString::fromUtf8(query), columns(), Facet::Column, {QString::fromStdString(listed[0].values[value])}, 0);
            EXPECT_EQ(facetCounts.columns[0][value], rows(chosen.toUtf8()).size()) << chosen.toStdString();
        }
    }
}

TEST_F(Facets, EditTheQueryAndLeaveTheRestAsItWasTyped) {
    const QString query = QStringLiteral("“精确 词”  label:A -refund conf:<0.6");
    const QString other = withFacetChoice(query, columns(), Facet::Labels, {QStringLiteral("B b"), QStringLiteral("none")});
    EXPECT_EQ(other, QStringLiteral("“精确 词” -refund conf:<0.6 label:\"B b\",none"));
    EXPECT_THAT(facetChoice(parseQuery(other).filter, Facet::Labels), ElementsAre(QStringLiteral("B b"), QStringLiteral("none")));
    EXPECT_EQ(withFacetChoice(other, columns(), Facet::Labels, {}), QStringLiteral("“精确 词” -refund conf:<0.6"));
    EXPECT_EQ(withConfidence(query, columns(), 0.25, 1), QStringLiteral("“精确 词” label:A -refund conf:>=0.25"));
    EXPECT_EQ(withConfidence(query, columns(), 0, 1), QStringLiteral("“精确 词” label:A -refund"));
    const QString cells = withFacetChoice({}, columns(), Facet::Column, {QString(), QStringLiteral("web")}, 0);
    EXPECT_EQ(cells, QStringLiteral("\"channel\":=NULL,web"));
    EXPECT_THAT(facetChoice(parseQuery(cells, columns()).filter, Facet::Column, 0), ElementsAre(QString(), QStringLiteral("web")));
    const auto upper = [](const QString& name) { return name.toUpper(); };
    EXPECT_EQ(withLabelNames(QStringLiteral("-label:a,b x human:\"c d\""), columns(), upper), QStringLiteral("-label:A,B x human:\"C D\""));
}

TEST_F(Facets, StopWhenTheyAreToldTo) {
    std::stop_source stop;
    stop.request_stop();
    EXPECT_FALSE(countFacets(facts, {}, listed, stop.get_token()));
    EXPECT_THAT(listedColumns(*facts.dataset, stop.get_token()), IsEmpty());
}

}  // namespace
}  // namespace labelwright::ui
