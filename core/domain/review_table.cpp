#include "core/domain/review_table.h"

#include <algorithm>

namespace labelwright {
namespace {

/// For writing: a value that a snapshot may still read is copied first.
template <typename Value>
Value& own(std::shared_ptr<Value>& shared) {
    if (!shared) shared = std::make_shared<Value>();
    else if (shared.use_count() > 1) shared = std::make_shared<Value>(*shared);
    return *shared;
}

void count(std::size_t& counter, bool before, bool after) {
    if (after && !before) ++counter;
    if (before && !after) --counter;
}

}  // namespace

ReviewTable::ReviewTable(std::size_t rows)
    : m_rows(rows),
      m_blocks((rows + blockRows - 1) / blockRows),
      m_answers(std::make_shared<std::vector<std::vector<LabelId>>>()),
      m_numbers(std::make_shared<std::map<std::vector<LabelId>, std::uint32_t>>()),
      m_notes(std::make_shared<std::map<std::uint32_t, std::string>>()) {}

ReviewTable::Entry ReviewTable::entry(std::size_t row) const noexcept {
    const auto& block = m_blocks[row / blockRows];
    return block ? (*block)[row % blockRows] : Entry{};
}

Review ReviewTable::at(std::size_t row) const {
    const Entry stored = entry(row);
    Review review;
    review.decided = stored.answer != undecided;
    if (review.decided) review.labels = (*m_answers)[stored.answer - 1];
    review.deferred = (stored.marks & deferredMark) != 0;
    review.flagged = (stored.marks & flaggedMark) != 0;
    if ((stored.marks & notedMark) != 0) review.note = m_notes->at(static_cast<std::uint32_t>(row));
    return review;
}

std::uint32_t ReviewTable::numberOf(const std::vector<LabelId>& labels) {
    if (const auto known = m_numbers->find(labels); known != m_numbers->end()) return known->second;
    own(m_answers).push_back(labels);
    const auto number = static_cast<std::uint32_t>(m_answers->size());
    own(m_numbers).emplace(labels, number);
    return number;
}

void ReviewTable::set(std::size_t row, const Review& review) {
    const Entry before = entry(row);
    if (review.empty() && before.answer == undecided && before.marks == 0) return;
    Entry after;
    if (review.decided) after.answer = numberOf(review.labels);
    if (review.deferred) after.marks |= deferredMark;
    if (review.flagged) after.marks |= flaggedMark;
    if (!review.note.empty()) after.marks |= notedMark;
    own(m_blocks[row / blockRows])[row % blockRows] = after;
    if (!review.note.empty()) own(m_notes)[static_cast<std::uint32_t>(row)] = review.note;
    else if ((before.marks & notedMark) != 0) own(m_notes).erase(static_cast<std::uint32_t>(row));
    count(m_decided, before.answer != undecided, review.decided);
    count(m_deferred, (before.marks & deferredMark) != 0, review.deferred);
    count(m_flagged, (before.marks & flaggedMark) != 0, review.flagged);
}

std::vector<std::uint32_t> ReviewTable::rowsGiven(std::span<const LabelId> labels) const {
    std::vector<bool> wanted;
    for (const std::vector<LabelId>& answer : *m_answers) {
        wanted.push_back(std::any_of(answer.begin(), answer.end(),
                                     [labels](const LabelId& id) { return std::find(labels.begin(), labels.end(), id) != labels.end(); }));
    }
    std::vector<std::uint32_t> rows;
    if (std::find(wanted.begin(), wanted.end(), true) == wanted.end()) return rows;
    for (const std::uint32_t row : reviewedRows())
        if (decided(row) && wanted[answer(row)]) rows.push_back(row);
    return rows;
}

std::vector<std::uint32_t> ReviewTable::reviewedRows() const {
    std::vector<std::uint32_t> reviewed;
    for (std::size_t block = 0; block < m_blocks.size(); ++block) {
        if (!m_blocks[block]) continue;
        const std::size_t end = std::min(m_rows, (block + 1) * blockRows);
        for (std::size_t row = block * blockRows; row < end; ++row)
            if (!empty(row)) reviewed.push_back(static_cast<std::uint32_t>(row));
    }
    return reviewed;
}

}  // namespace labelwright
