#include "ui/models/decision_table.h"

#include <algorithm>
#include <numeric>

namespace labelwright::ui {
namespace {

/// Decides the rows of one block and counts them.
class BlockDecider {
public:
    BlockDecider(const DecisionTask& task, DecisionTable& table, DecisionTallies& tallies)
        : m_task(task), m_reader(task.reader), m_table(table), m_tallies(tallies) {}

    void decideBlock(std::size_t block) {
        const std::size_t labels = m_reader.labelCount();
        const std::span<std::uint64_t> counts = std::span(m_tallies.labelCounts).subspan(block * labels, labels);
        std::fill(counts.begin(), counts.end(), 0);
        DecisionTallies::Block& tally = m_tallies.blocks[block];
        tally = {};
        const std::size_t first = block * ScoreTable::blockRows;
        const std::size_t last = std::min(first + ScoreTable::blockRows, m_task.scores.rows());
        for (std::size_t row = first; row < last; ++row) decideRow(row, counts, tally);
    }

private:
    void decideRow(std::size_t row, std::span<std::uint64_t> counts, DecisionTallies::Block& tally) {
        const bool scored = m_reader.read(m_task.scores, row);
        if (!m_reader.complete()) ++tally.incomplete;
        if (m_task.scores.truncated(row)) ++tally.truncated;
        if (!scored) {
            ++tally.unscored;
            m_table.best[row] = DecisionTable::notScored;
            m_table.confidence[row] = 0;
            m_table.margin[row] = 0;
            return;
        }
        const Decision decision = m_reader.decide(m_task.scores, m_task.selection);
        m_table.best[row] = decision.abstained ? DecisionTable::noLabel : static_cast<std::uint16_t>(decision.best);
        m_table.confidence[row] = decision.confidence;
        m_table.margin[row] = decision.margin;
        if (decision.abstained) ++tally.abstained;
        for (const std::uint32_t label : decision.labels) ++counts[label];
    }

    const DecisionTask& m_task;
    LabelReader m_reader;
    DecisionTable& m_table;
    DecisionTallies& m_tallies;
};

void sumUp(const DecisionTallies& tallies, std::size_t labels, DecisionTable& table) {
    table.labelCounts.assign(labels, 0);
    table.abstained = table.unscored = table.incomplete = table.truncated = 0;
    for (std::size_t block = 0; block < tallies.blocks.size(); ++block) {
        for (std::size_t k = 0; k < labels; ++k) table.labelCounts[k] += tallies.labelCounts[block * labels + k];
        table.abstained += tallies.blocks[block].abstained;
        table.unscored += tallies.blocks[block].unscored;
        table.incomplete += tallies.blocks[block].incomplete;
        table.truncated += tallies.blocks[block].truncated;
    }
}

}  // namespace

DecidedRows decideRows(const DecisionTask& task) {
    const std::size_t rows = task.scores.rows();
    const std::size_t labels = task.reader.labelCount();
    const std::size_t blockCount = (rows + ScoreTable::blockRows - 1) / ScoreTable::blockRows;
    const bool some = !task.blocks.empty() && task.previous.table && task.previous.tallies && task.previous.table->best.size() == rows &&
                      task.previous.tallies->labelCounts.size() == blockCount * labels;
    auto table = some ? std::make_shared<DecisionTable>(*task.previous.table) : std::make_shared<DecisionTable>();
    auto tallies = some ? std::make_shared<DecisionTallies>(*task.previous.tallies) : std::make_shared<DecisionTallies>();
    table->revision = task.revision;
    table->best.resize(rows, DecisionTable::notScored);
    table->confidence.resize(rows, 0);
    table->margin.resize(rows, 0);
    tallies->labelCounts.resize(blockCount * labels, 0);
    tallies->blocks.resize(blockCount);

    BlockDecider decider(task, *table, *tallies);
    if (some) {
        for (const std::uint32_t block : task.blocks) decider.decideBlock(block);
    } else {
        for (std::size_t block = 0; block < blockCount; ++block) decider.decideBlock(block);
    }
    sumUp(*tallies, labels, *table);
    return {std::move(table), std::move(tallies)};
}

std::shared_ptr<const DecisionTable> withLabelsMoved(const DecisionTable& table, std::span<const std::uint16_t> newIndex,
                                                     std::size_t labels) {
    auto moved = std::make_shared<DecisionTable>(table);
    ++moved->revision;
    for (std::uint16_t& best : moved->best) {
        if (best < newIndex.size()) best = newIndex[best];
    }
    moved->labelCounts.assign(labels, 0);
    for (std::size_t k = 0; k < newIndex.size() && k < table.labelCounts.size(); ++k) {
        if (newIndex[k] < labels) moved->labelCounts[newIndex[k]] += table.labelCounts[k];
    }
    return moved;
}

}  // namespace labelwright::ui
