#include "core/domain/dataset_join.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace labelwright {
namespace {

using ::testing::ElementsAre;

using Row = std::vector<std::string>;  // id, text, extras

std::shared_ptr<const Dataset> dataset(const std::string& name, bool ids, std::vector<std::string> extras, const std::vector<Row>& rows) {
    DatasetSource source;
    source.name = name;
    if (ids) source.idColumn = "id";
    DatasetBuilder builder(source, std::move(extras));
    for (const Row& row : rows) {
        std::vector<std::string_view> cells(row.begin() + 2, row.end());
        builder.add(row[0], row[1], cells, builder.size() + 2);
    }
    return std::move(builder).build();
}

Row rowOf(const Dataset& dataset, std::size_t row) {
    Row cells{std::string(dataset[row].id), std::string(dataset[row].text)};
    for (std::size_t column = 0; column < dataset.extraColumns().size(); ++column) cells.emplace_back(dataset.extra(row, column));
    return cells;
}

TEST(JoinedDatasets, KeepTheirRowsAndColumnsAndSayWhereEachCameFrom) {
    const auto a = dataset("a.csv", true, {"channel"}, {{"1", "x", "phone"}, {"2", "y", ""}});
    const auto b = dataset("b.csv", true, {"date", "channel"}, {{"9", "z", "May", "web"}});
    const JoinedDataset whole = joined(*a, *b);
    EXPECT_THAT(whole.dataset->extraColumns(), ElementsAre("channel", "source", "date"));
    ASSERT_EQ(whole.dataset->size(), 3U);
    EXPECT_THAT(rowOf(*whole.dataset, 0), ElementsAre("1", "x", "phone", "a.csv", ""));
    EXPECT_THAT(rowOf(*whole.dataset, 2), ElementsAre("9", "z", "web", "b.csv", "May"));
    EXPECT_THAT(whole.placeOf, ElementsAre(2U));
    EXPECT_EQ(whole.dataset->source().name, "a.csv + b.csv");

    const JoinedDataset again = joined(*whole.dataset, *dataset("c.csv", true, {}, {{"5", "w"}}));
    EXPECT_THAT(again.dataset->extraColumns(), ElementsAre("channel", "source", "date")) << "one column of sources is enough";
    EXPECT_THAT(rowOf(*again.dataset, 0), ElementsAre("1", "x", "phone", "a.csv", ""));
    EXPECT_THAT(rowOf(*again.dataset, 3), ElementsAre("5", "w", "", "c.csv", ""));
}

TEST(JoinedDatasets, TakeNoTextTwice) {
    const auto a = dataset("a", true, {}, {{"1", "same"}, {"2", "same"}, {"3", "other"}});
    const auto withIds = dataset("b", true, {}, {{"2", "same"}, {"4", "same"}, {"4", "same"}, {"3", "changed"}});
    const JoinedDataset byId = joined(*a, *withIds);
    EXPECT_EQ(byId.duplicates, 2U) << "the text of id 2, and the second of id 4";
    EXPECT_THAT(byId.placeOf, ElementsAre(1U, 3U, 3U, 4U));
    const JoinedDataset byText = joined(*a, *dataset("b", false, {}, {{"", "same"}, {"", "new"}, {"", "new"}}));
    EXPECT_THAT(byText.placeOf, ElementsAre(0U, 3U, 3U));
    EXPECT_EQ((*byText.dataset)[3].id, "4") << "a text without an id gets its number";
}

TEST(RowsAbout, AreFoundByIdThenByText) {
    const auto present = dataset("a", true, {}, {{"1", "x"}, {"2", "y"}, {"3", "x"}});
    EXPECT_THAT(rowsAbout(*present, *dataset("b", true, {}, {{"2", "rewritten"}, {"7", "x"}, {"8", "none"}})), ElementsAre(1U, 0U, noRow));
    EXPECT_THAT(rowsAbout(*present, *dataset("b", false, {}, {{"", "y"}, {"", "x"}})), ElementsAre(1U, 0U)) << "numbers are no ids";
}

TEST(PlacedAnswers, ComeInOrderEachRowOnceTheLaterCounting) {
    const auto about = [](std::uint32_t row, const char* label) { return GivenAnswer{row, true, {label}, false, false, ""}; };
    const PlacedAnswers placedAnswers = placed({about(0, "a"), about(1, "b"), about(2, "c"), about(3, "d")}, {5, noRow, 2, 5});
    EXPECT_EQ(placedAnswers.unmatched, 1U);
    ASSERT_EQ(placedAnswers.answers.size(), 2U);
    EXPECT_EQ(placedAnswers.answers[0], about(2, "c"));
    EXPECT_EQ(placedAnswers.answers[1], about(5, "d"));
}

}  // namespace
}  // namespace labelwright
