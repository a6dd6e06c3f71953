#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "core/domain/dataset.h"
#include "core/domain/given_answer.h"

namespace labelwright {

/// What becomes of imported texts.
enum class ImportWay {
    Replace,     ///< they take the place of the present ones
    Append,      ///< they go behind them, but for those that are there already
    LabelsOnly,  ///< none does: only what the source says that people decided goes to the same texts
};

/// No row.
constexpr std::uint32_t noRow = 0xffffffffU;

/// Present texts, then added ones.
struct JoinedDataset {
    std::shared_ptr<const Dataset> dataset;
    std::vector<std::uint32_t> placeOf;  ///< [rows of the added]: where each is now, a duplicate where its twin was
    std::uint64_t duplicates = 0;
};

/// An added text is a duplicate if a text before it is equal and, where both sources have ids, has its id. Columns of one name become one.
/// A column "source" tells where each text came from, by the name of its file. Any thread; both stay as they are.
JoinedDataset joined(const Dataset& present, const Dataset& added);

/// The row of `present` that each row of `other` is about: the one with its id where both have ids, else the first with its text. noRow:
/// none. [rows of other]
std::vector<std::uint32_t> rowsAbout(const Dataset& present, const Dataset& other);

/// The answers under the rows that theirs became; those without one are left out and counted. Where two come to one row the later counts.
struct PlacedAnswers {
    std::vector<GivenAnswer> answers;  ///< by ascending row
    std::uint64_t unmatched = 0;
};
PlacedAnswers placed(std::vector<GivenAnswer> answers, const std::vector<std::uint32_t>& rows);

}  // namespace labelwright
