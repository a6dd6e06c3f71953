#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <unordered_map>
#include <vector>

#include "core/base/hash.h"
#include "core/domain/pair_logits.h"

namespace labelwright {

/// Raw outputs of one dataset, one column for each hypothesis ever scored, in blocks of rows that are copied when written while shared.
/// A copy is a snapshot: cheap (pointers), safe to read on another thread while the original goes on. One writer.
/// 4 bytes a pair for a bi-encoder, 12 for a cross-encoder, nothing for blocks without scores.
class ScoreTable {
public:
    static constexpr std::size_t blockRows = 4096;

    explicit ScoreTable(std::size_t rows = 0);

    std::size_t rows() const noexcept { return m_rows; }
    /// Where the column of a hypothesis (hypothesisHash) stands; npos if it was never scored.
    static constexpr std::size_t npos = static_cast<std::size_t>(-1);
    std::size_t column(Hash128 hypothesis) const noexcept;
    std::vector<std::size_t> columns(std::span<const Hash128> hypotheses) const;
    std::span<const Hash128> hypotheses() const noexcept { return m_hypotheses; }

    /// Logits of one row for some columns (npos gives "not scored").
    void read(std::size_t row, std::span<const std::size_t> columns, std::span<PairLogits> out) const noexcept;
    /// The same of `count` rows in a row of one block: [count, columns.size()], row-major. Many rows are read sooner so than one by one.
    void readRows(std::size_t first, std::size_t count, std::span<const std::size_t> columns, std::span<PairLogits> out) const noexcept;
    PairLogits at(std::size_t row, std::size_t column) const noexcept;

    /// Adds the column if it is new.
    void set(std::size_t row, Hash128 hypothesis, PairLogits logits);
    /// `logits` is [rows.size(), hypotheses.size()], row-major.
    void set(std::span<const std::uint32_t> rows, std::span<const Hash128> hypotheses, std::span<const PairLogits> logits);
    /// Forgets every score (another model was chosen).
    void clear();

    /// Which reading applies to a row (index into readings()); rows are read with reading 0 until said otherwise.
    const ScoreReading& reading(std::size_t row) const noexcept;
    std::uint8_t readingIndex(std::size_t row) const noexcept;
    std::span<const ScoreReading> readings() const noexcept { return m_readings; }
    std::uint8_t addReading(const ScoreReading& reading);  ///< index of an equal one, or of the new one
    void setReading(std::size_t row, std::uint8_t index);
    bool truncated(std::size_t row) const noexcept;
    void setTruncated(std::size_t row, bool truncated);

    std::size_t memoryBytes() const noexcept;

private:
    struct Block {
        std::array<float, blockRows> yes;
        std::vector<float> no;       // empty: all 0
        std::vector<float> neutral;  // empty: all NaN
        Block();
    };
    struct RowBlock {
        std::array<std::uint8_t, blockRows> reading{};
        std::array<bool, blockRows> truncated{};
    };
    void write(std::size_t row, std::size_t column, PairLogits logits);
    std::size_t columnForWriting(Hash128 hypothesis);
    Block& blockForWriting(std::size_t row, std::size_t column);
    RowBlock& rowBlockForWriting(std::size_t row);

    std::size_t m_rows = 0;
    std::vector<Hash128> m_hypotheses;
    std::unordered_map<Hash128, std::size_t> m_columnOf;
    std::vector<std::vector<std::shared_ptr<Block>>> m_columns;  // [column][block]
    std::vector<std::shared_ptr<RowBlock>> m_rowBlocks;
    std::vector<ScoreReading> m_readings;
};

}  // namespace labelwright
