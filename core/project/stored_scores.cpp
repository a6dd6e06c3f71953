#include "core/project/stored_scores.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <optional>
#include <string>
#include <vector>

#include "core/project/project_error.h"
#include "core/project/stored_readings.h"

namespace labelwright {
namespace {

static_assert(std::endian::native == std::endian::little, "numbers are stored little-endian, as they lie in memory");

/// Rows of a block: first and count.
struct BlockRows {
    std::size_t begin;
    std::size_t count;

    BlockRows(std::size_t block, std::size_t rows)
        : begin(block * ScoreTable::blockRows), count(begin < rows ? std::min(ScoreTable::blockRows, rows - begin) : 0) {}
};

/// One column of one block as three lists of numbers.
struct ColumnBlock {
    std::vector<float> yes;
    std::vector<float> no;
    std::vector<float> neutral;
    bool anyScored = false;
    bool anyNo = false;
    bool anyNeutral = false;

    ColumnBlock(const ScoreTable& scores, std::size_t column, BlockRows rows) : yes(rows.count), no(rows.count), neutral(rows.count) {
        for (std::size_t i = 0; i < rows.count; ++i) {
            const PairLogits logits = scores.at(rows.begin + i, column);
            yes[i] = logits.yes;
            no[i] = logits.no;
            neutral[i] = logits.neutral;
            anyScored = anyScored || logits.scored();
            anyNo = anyNo || logits.no != 0;
            anyNeutral = anyNeutral || !std::isnan(logits.neutral);
        }
    }
};

Result<void> writeColumns(Database& database, const ScoreTable& scores, std::uint32_t block, BlockRows rows) {
    auto insert = database.prepare("INSERT OR REPLACE INTO score_blocks(block, hypothesis, yes, no, neutral) VALUES(?1, ?2, ?3, ?4, ?5)");
    if (!insert) return insert.error();
    for (std::size_t column = 0; column < scores.hypotheses().size(); ++column) {
        const ColumnBlock values(scores, column, rows);
        if (!values.anyScored) continue;
        const auto hypothesis = scores.hypotheses()[column].bytes();
        insert->bind(1, std::int64_t{block}).bind(2, hypothesis).bind(3, std::as_bytes(std::span(values.yes)));
        if (values.anyNo) insert->bind(4, std::as_bytes(std::span(values.no)));
        else insert->bindNull(4);
        if (values.anyNeutral) insert->bind(5, std::as_bytes(std::span(values.neutral)));
        else insert->bindNull(5);
        if (auto done = insert->run(); !done) return done;
    }
    return {};
}

/// Ids in the file of the table's readings, in the table's order.
Result<std::vector<std::uint8_t>> storeReadings(Database& database, const ScoreTable& scores) {
    auto known = readReadings(database);
    if (!known) return known.error();
    std::vector<std::uint8_t> ids;
    for (const ScoreReading& reading : scores.readings()) {
        const auto id = storeReading(database, *known, reading);
        if (!id) return id.error();
        ids.push_back(*id);
    }
    return ids;
}

Result<void> writeRows(Database& database, const ScoreTable& scores, std::uint32_t block, BlockRows rows,
                       const std::vector<std::uint8_t>& ids) {
    auto insert = database.prepare("INSERT OR REPLACE INTO score_rows(block, reading, truncated) VALUES(?1, ?2, ?3)");
    if (!insert) return insert.error();
    std::vector<std::uint8_t> readings(rows.count, noReading);
    std::vector<std::uint8_t> truncated(rows.count, 0);
    for (std::size_t i = 0; i < rows.count; ++i) {
        truncated[i] = scores.truncated(rows.begin + i) ? 1 : 0;
        if (!ids.empty()) readings[i] = ids[static_cast<std::size_t>(&scores.reading(rows.begin + i) - scores.readings().data())];
    }
    insert->bind(1, std::int64_t{block}).bind(2, std::as_bytes(std::span(readings)));
    return insert->bind(3, std::as_bytes(std::span(truncated))).run();
}

/// The numbers of a stored blob; nothing if it does not hold exactly that many.
std::optional<std::vector<float>> numbersOf(std::span<const std::byte> blob, std::size_t count) {
    if (blob.size() != count * sizeof(float)) return std::nullopt;
    std::vector<float> numbers(count);
    if (count > 0) std::memcpy(numbers.data(), blob.data(), blob.size());
    return numbers;
}

Error malformedBlock(const Database& database, std::int64_t block) {
    return malformedProject(database, "predictions, block " + std::to_string(block), "they do not fit the texts");
}

Result<void> readColumns(Database& database, ScoreTable& scores) {
    auto select = database.prepare("SELECT block, hypothesis, yes, no, neutral FROM score_blocks ORDER BY block, rowid");
    if (!select) return select.error();
    for (;;) {
        const auto found = select->step();
        if (!found) return found.error();
        if (!*found) return {};
        const std::int64_t block = select->integer(0);
        const BlockRows rows(static_cast<std::size_t>(block), scores.rows());
        const auto hypothesis = select->blob(1);
        const auto yes = numbersOf(select->blob(2), rows.count);
        const auto no = select->isNull(3) ? std::vector<float>(rows.count, 0.0F) : numbersOf(select->blob(3), rows.count);
        const auto neutral =
            select->isNull(4) ? std::vector<float>(rows.count, PairLogits().neutral) : numbersOf(select->blob(4), rows.count);
        if (rows.count == 0 || hypothesis.size() != 16 || !yes || !no || !neutral) return malformedBlock(database, block);
        const Hash128 hash = Hash128::fromBytes(hypothesis.first<16>());
        for (std::size_t i = 0; i < rows.count; ++i) {
            const PairLogits logits{(*yes)[i], (*no)[i], (*neutral)[i]};
            if (logits.scored()) scores.set(rows.begin + i, hash, logits);
        }
    }
}

Result<void> readRows(Database& database, ScoreTable& scores) {
    const auto readings = readReadings(database);
    if (!readings) return readings.error();
    std::vector<std::optional<std::uint8_t>> indexOf(256);
    for (const auto& [id, reading] : *readings) indexOf[id] = scores.addReading(reading);
    auto select = database.prepare("SELECT block, reading, truncated FROM score_rows ORDER BY block");
    if (!select) return select.error();
    for (;;) {
        const auto found = select->step();
        if (!found) return found.error();
        if (!*found) return {};
        const std::int64_t block = select->integer(0);
        const BlockRows rows(static_cast<std::size_t>(block), scores.rows());
        const auto reading = select->blob(1);
        const auto truncated = select->blob(2);
        if (rows.count == 0 || reading.size() != rows.count || truncated.size() != rows.count) return malformedBlock(database, block);
        for (std::size_t i = 0; i < rows.count; ++i) {
            const auto id = std::to_integer<std::uint8_t>(reading[i]);
            if (id != noReading && !indexOf[id]) return malformedBlock(database, block);
            // Index 0 is what every row has from the beginning; not setting it saves memory.
            if (id != noReading && *indexOf[id] != 0) scores.setReading(rows.begin + i, *indexOf[id]);
            if (truncated[i] != std::byte{0}) scores.setTruncated(rows.begin + i, true);
        }
    }
}

}  // namespace

Result<void> writeScoreBlocks(Database& database, const ScoreTable& scores, std::span<const std::uint32_t> blocks) {
    const auto ids = storeReadings(database, scores);
    if (!ids) return ids.error();
    for (const std::uint32_t block : blocks) {
        const BlockRows rows(block, scores.rows());
        if (rows.count == 0) {
            return Error{ErrorCode::InvalidArgument,
                         "the block " + std::to_string(block) + " lies behind the last text",
                         {"block", std::to_string(block)}};
        }
        if (auto written = writeColumns(database, scores, block, rows); !written) return written;
        if (auto written = writeRows(database, scores, block, rows, *ids); !written) return written;
    }
    return {};
}

Result<ScoreTable> readScores(Database& database, std::size_t rows) {
    ScoreTable scores(rows);
    if (auto read = readColumns(database, scores); !read) return read.error();
    if (auto read = readRows(database, scores); !read) return read.error();
    return scores;
}

Result<void> deleteScores(Database& database) {
    return database.execute("DELETE FROM score_blocks; DELETE FROM score_rows; DELETE FROM readings");
}

}  // namespace labelwright
