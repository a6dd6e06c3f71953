#include "core/domain/score_table.h"

#include <gtest/gtest.h>

namespace labelwright {
namespace {

const Hash128 first = hash128("咨询");
const Hash128 second = hash128("投诉");

TEST(ScoreTable, GivesBackWhatWasSetAndNothingElse) {
    ScoreTable table(10'000);
    table.set(9'999, first, {1, 2, 3});
    const std::size_t column = table.column(first);
    EXPECT_FLOAT_EQ(table.at(9'999, column).yes, 1);
    EXPECT_FLOAT_EQ(table.at(9'999, column).no, 2);
    EXPECT_FLOAT_EQ(table.at(9'999, column).neutral, 3);
    EXPECT_FALSE(table.at(0, column).scored());
    EXPECT_FALSE(table.at(9'998, column).scored());
    EXPECT_EQ(table.column(second), ScoreTable::npos);
    EXPECT_FALSE(table.at(0, ScoreTable::npos).scored());
}

TEST(ScoreTable, ASnapshotDoesNotSeeLaterWrites) {
    ScoreTable table(5'000);
    table.set(1, first, {1});
    table.setTruncated(1, true);
    const ScoreTable snapshot = table;
    table.set(1, first, {2});
    table.set(1, second, {3});
    table.setTruncated(1, false);
    EXPECT_FLOAT_EQ(snapshot.at(1, snapshot.column(first)).yes, 1);
    EXPECT_EQ(snapshot.column(second), ScoreTable::npos);
    EXPECT_TRUE(snapshot.truncated(1));
    EXPECT_FLOAT_EQ(table.at(1, table.column(first)).yes, 2);
    EXPECT_FALSE(table.truncated(1));
}

TEST(ScoreTable, ReadsColumnsInTheOrderAsked) {
    ScoreTable table(3);
    const std::vector<std::uint32_t> rows{2, 0};
    const std::vector<Hash128> hypotheses{first, second};
    const std::vector<PairLogits> logits{{1}, {2}, {3}, {4}};
    table.set(rows, hypotheses, logits);
    const std::vector<Hash128> asked{second, hash128("neither"), first};
    std::vector<PairLogits> out(3);
    table.read(2, table.columns(asked), out);
    EXPECT_FLOAT_EQ(out[0].yes, 2);
    EXPECT_FALSE(out[1].scored());
    EXPECT_FLOAT_EQ(out[2].yes, 1);
}

TEST(ScoreTable, KeepsTheReadingOfEachRow) {
    ScoreTable table(2);
    ScoreReading chinese;
    chinese.modelId = "zh";
    ScoreReading english;
    english.modelId = "en";
    table.setReading(0, table.addReading(chinese));
    table.setReading(1, table.addReading(english));
    EXPECT_EQ(table.addReading(chinese), 0);
    EXPECT_EQ(table.reading(0).modelId, "zh");
    EXPECT_EQ(table.reading(1).modelId, "en");
}

TEST(ScoreTable, TakesFourBytesAPairWhereOnlyCosinesAreStored) {
    ScoreTable table(ScoreTable::blockRows);
    const std::size_t empty = table.memoryBytes();
    for (std::size_t row = 0; row < ScoreTable::blockRows; ++row) table.set(row, first, {0.5F});
    EXPECT_LT(table.memoryBytes() - empty, ScoreTable::blockRows * 4 + 256);
}

}  // namespace
}  // namespace labelwright
