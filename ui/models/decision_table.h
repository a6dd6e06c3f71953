#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <stop_token>
#include <vector>

#include "core/domain/label_reader.h"
#include "core/domain/score_table.h"
#include "core/domain/selection.h"

namespace labelwright::ui {

/// Decisions of every row, as columns: what sorting, filtering and counting read. Immutable; made on a background thread.
struct DecisionTable {
    static constexpr std::uint16_t notScored = 0xffff;
    static constexpr std::uint16_t noLabel = 0xfffe;  ///< abstained

    std::uint64_t revision = 0;
    std::vector<std::uint16_t> best;  ///< label index; 0xffff: not scored; 0xfffe: abstained
    std::vector<float> confidence;    ///< 0 if not scored
    std::vector<float> margin;
    std::vector<std::uint64_t> labelCounts;  ///< texts given each label; one for each label of the session
    std::uint64_t abstained = 0;
    std::uint64_t unscored = 0;    ///< rows without any score for the labels
    std::uint64_t incomplete = 0;  ///< rows that lack the score of at least one label: what a run would label
    std::uint64_t truncated = 0;   ///< rows whose text was cut
};

/// What the counts of a DecisionTable are made of, block by block (ScoreTable::blockRows rows), so that some blocks can be decided anew.
struct DecisionTallies {
    std::vector<std::uint64_t> labelCounts;  ///< [blocks, K]
    struct Block {
        std::uint32_t abstained = 0;
        std::uint32_t unscored = 0;
        std::uint32_t incomplete = 0;
        std::uint32_t truncated = 0;
    };
    std::vector<Block> blocks;
};

struct DecidedRows {
    std::shared_ptr<const DecisionTable> table;
    std::shared_ptr<const DecisionTallies> tallies;
};

/// What is to be decided, as values that the GUI thread no longer touches.
struct DecisionTask {
    ScoreTable scores;   ///< a snapshot
    LabelReader reader;  ///< of the labels in these scores
    Selection selection;
    std::vector<std::uint32_t> blocks;  ///< blocks whose scores changed; empty: everything
    DecidedRows previous;               ///< of the same labels and selection; needed when only some blocks are decided
    std::uint64_t revision = 0;
};

/// Any thread. Row r is what decide(probabilities(...)) says for it.
DecidedRows decideRows(const DecisionTask& task);

/// The decisions for labels in another order or number: `newIndex[k]` is where label k went (into another, if it was merged), or notScored
/// if it is gone (its rows then wait for the next pass). `labels` is the new number of labels.
std::shared_ptr<const DecisionTable> withLabelsMoved(const DecisionTable& table, std::span<const std::uint16_t> newIndex,
                                                     std::size_t labels);

}  // namespace labelwright::ui
