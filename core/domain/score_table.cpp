#include "core/domain/score_table.h"

#include <algorithm>
#include <limits>

namespace labelwright {
namespace {

constexpr float notScored = std::numeric_limits<float>::quiet_NaN();

std::size_t blockCount(std::size_t rows) { return (rows + ScoreTable::blockRows - 1) / ScoreTable::blockRows; }

/// The block for writing: fresh if missing, copied if a snapshot shares it.
template <typename T>
T& ownBlock(std::shared_ptr<T>& block) {
    if (!block) block = std::make_shared<T>();
    else if (block.use_count() > 1) block = std::make_shared<T>(*block);
    return *block;
}

}  // namespace

ScoreTable::Block::Block() { yes.fill(notScored); }

ScoreTable::ScoreTable(std::size_t rows) : m_rows(rows), m_rowBlocks(blockCount(rows)) {}

std::size_t ScoreTable::column(Hash128 hypothesis) const noexcept {
    const auto found = m_columnOf.find(hypothesis);
    return found == m_columnOf.end() ? npos : found->second;
}

std::vector<std::size_t> ScoreTable::columns(std::span<const Hash128> hypotheses) const {
    std::vector<std::size_t> out;
    out.reserve(hypotheses.size());
    for (const Hash128& hypothesis : hypotheses) out.push_back(column(hypothesis));
    return out;
}

PairLogits ScoreTable::at(std::size_t row, std::size_t column) const noexcept {
    if (column == npos) return {};
    const auto& block = m_columns[column][row / blockRows];
    if (!block) return {};
    const std::size_t i = row % blockRows;
    return {block->yes[i], block->no.empty() ? 0.0F : block->no[i], block->neutral.empty() ? notScored : block->neutral[i]};
}

void ScoreTable::read(std::size_t row, std::span<const std::size_t> columns, std::span<PairLogits> out) const noexcept {
    for (std::size_t k = 0; k < columns.size(); ++k) out[k] = at(row, columns[k]);
}

void ScoreTable::readRows(std::size_t first, std::size_t count, std::span<const std::size_t> columns,
                          std::span<PairLogits> out) const noexcept {
    for (std::size_t k = 0; k < columns.size(); ++k) {
        for (std::size_t row = 0; row < count; ++row) out[row * columns.size() + k] = at(first + row, columns[k]);
    }
}

std::size_t ScoreTable::columnForWriting(Hash128 hypothesis) {
    const auto [entry, added] = m_columnOf.try_emplace(hypothesis, m_hypotheses.size());
    if (added) {
        m_hypotheses.push_back(hypothesis);
        m_columns.emplace_back(blockCount(m_rows));
    }
    return entry->second;
}

ScoreTable::Block& ScoreTable::blockForWriting(std::size_t row, std::size_t column) { return ownBlock(m_columns[column][row / blockRows]); }

ScoreTable::RowBlock& ScoreTable::rowBlockForWriting(std::size_t row) { return ownBlock(m_rowBlocks[row / blockRows]); }

void ScoreTable::set(std::size_t row, Hash128 hypothesis, PairLogits logits) { write(row, columnForWriting(hypothesis), logits); }

void ScoreTable::write(std::size_t row, std::size_t column, PairLogits logits) {
    Block& block = blockForWriting(row, column);
    const std::size_t i = row % blockRows;
    block.yes[i] = logits.yes;
    if (logits.no != 0 || !block.no.empty()) {
        block.no.resize(blockRows, 0.0F);
        block.no[i] = logits.no;
    }
    if (!std::isnan(logits.neutral) || !block.neutral.empty()) {
        block.neutral.resize(blockRows, notScored);
        block.neutral[i] = logits.neutral;
    }
}

void ScoreTable::set(std::span<const std::uint32_t> rows, std::span<const Hash128> hypotheses, std::span<const PairLogits> logits) {
    for (std::size_t k = 0; k < hypotheses.size(); ++k) {
        const std::size_t column = columnForWriting(hypotheses[k]);
        for (std::size_t i = 0; i < rows.size(); ++i) write(rows[i], column, logits[i * hypotheses.size() + k]);
    }
}

void ScoreTable::clear() {
    m_hypotheses.clear();
    m_columnOf.clear();
    m_columns.clear();
    m_readings.clear();
    m_rowBlocks.assign(blockCount(m_rows), nullptr);
}

const ScoreReading& ScoreTable::reading(std::size_t row) const noexcept {
    static const ScoreReading unread;
    const std::size_t index = readingIndex(row);
    return index < m_readings.size() ? m_readings[index] : unread;
}

std::uint8_t ScoreTable::readingIndex(std::size_t row) const noexcept {
    const auto& block = m_rowBlocks[row / blockRows];
    return block ? block->reading[row % blockRows] : 0;
}

std::uint8_t ScoreTable::addReading(const ScoreReading& reading) {
    const auto found = std::find(m_readings.begin(), m_readings.end(), reading);
    if (found != m_readings.end()) return static_cast<std::uint8_t>(found - m_readings.begin());
    m_readings.push_back(reading);
    return static_cast<std::uint8_t>(m_readings.size() - 1);
}

void ScoreTable::setReading(std::size_t row, std::uint8_t index) { rowBlockForWriting(row).reading[row % blockRows] = index; }

bool ScoreTable::truncated(std::size_t row) const noexcept {
    const auto& block = m_rowBlocks[row / blockRows];
    return block && block->truncated[row % blockRows];
}

void ScoreTable::setTruncated(std::size_t row, bool truncated) {
    if (truncated == this->truncated(row)) return;
    rowBlockForWriting(row).truncated[row % blockRows] = truncated;
}

std::size_t ScoreTable::memoryBytes() const noexcept {
    std::size_t bytes = m_rowBlocks.size() * sizeof(RowBlock);
    for (const auto& column : m_columns) {
        for (const auto& block : column) {
            if (block) bytes += sizeof(Block) + (block->no.size() + block->neutral.size()) * sizeof(float);
        }
    }
    return bytes;
}

}  // namespace labelwright
