#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/domain/review.h"

namespace labelwright {

/// The reviews of a dataset. Blocks of rows are copied when written while shared: a copy of the table is a snapshot, cheap and safe to read
/// on another thread while the original goes on. One writer. Eight bytes a row in blocks that hold a review, nothing for the others.
class ReviewTable {
public:
    static constexpr std::size_t blockRows = 4096;

    ReviewTable() : ReviewTable(0) {}
    explicit ReviewTable(std::size_t rows);

    std::size_t rows() const noexcept { return m_rows; }
    Review at(std::size_t row) const;
    void set(std::size_t row, const Review& review);

    bool decided(std::size_t row) const noexcept { return entry(row).answer != undecided; }
    bool deferred(std::size_t row) const noexcept { return (entry(row).marks & deferredMark) != 0; }
    bool flagged(std::size_t row) const noexcept { return (entry(row).marks & flaggedMark) != 0; }
    bool noted(std::size_t row) const noexcept { return (entry(row).marks & notedMark) != 0; }
    bool empty(std::size_t row) const noexcept { return !decided(row) && entry(row).marks == 0; }

    /// Rows may give the same answer: its number among answers(), for a look-up instead of a comparison of ids. Only where decided().
    std::uint32_t answer(std::size_t row) const noexcept { return entry(row).answer - 1; }
    /// Every list of labels that was ever given.
    const std::vector<std::vector<LabelId>>& answers() const noexcept { return *m_answers; }

    std::size_t decidedRows() const noexcept { return m_decided; }
    std::size_t deferredRows() const noexcept { return m_deferred; }
    std::size_t flaggedRows() const noexcept { return m_flagged; }
    /// Rows whose decision names any of these labels, in order.
    std::vector<std::uint32_t> rowsGiven(std::span<const LabelId> labels) const;
    /// Rows that have a review, in order.
    std::vector<std::uint32_t> reviewedRows() const;

private:
    static constexpr std::uint32_t undecided = 0;  // answers count from 1
    static constexpr std::uint8_t deferredMark = 1;
    static constexpr std::uint8_t flaggedMark = 2;
    static constexpr std::uint8_t notedMark = 4;
    struct Entry {
        std::uint32_t answer = undecided;
        std::uint8_t marks = 0;
    };
    using Block = std::array<Entry, blockRows>;

    Entry entry(std::size_t row) const noexcept;
    std::uint32_t numberOf(const std::vector<LabelId>& labels);

    std::size_t m_rows = 0;
    std::size_t m_decided = 0;
    std::size_t m_deferred = 0;
    std::size_t m_flagged = 0;
    std::vector<std::shared_ptr<Block>> m_blocks;                  // null: no review in it
    std::shared_ptr<std::vector<std::vector<LabelId>>> m_answers;  // few: people give the same labels again and again
    std::shared_ptr<std::map<std::vector<LabelId>, std::uint32_t>> m_numbers;
    std::shared_ptr<std::map<std::uint32_t, std::string>> m_notes;  // by row
};

}  // namespace labelwright
