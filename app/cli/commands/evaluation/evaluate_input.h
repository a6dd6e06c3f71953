#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "app/cli/commands/evaluation/evaluate_options.h"
#include "app/cli/commands/evaluation/score_cells.h"
#include "core/evaluation/label_columns.h"

namespace labelwright::cli {

/// What `evaluate` compares: every list is [N], in the rows of INPUT.
struct EvaluateInput {
    Table table;                      ///< INPUT
    std::vector<std::string> labels;  ///< every name that occurs, by its bytes: the K labels of the lists
    bool several = false;             ///< any number of labels a row; else at most one
    LabelLists gold;                  ///< missing: no row in the gold file, or an empty cell
    LabelLists predicted;             ///< an empty cell: none
    std::optional<LabelLists> other;  ///< of --compare-with; missing: not there
    std::optional<std::vector<float>> confidence;
    std::optional<ScoreCells> scores;
    std::uint64_t goldWithoutRow = 0;   ///< rows of the gold file whose id INPUT has not
    std::uint64_t otherWithoutRow = 0;  ///< rows of the other run whose id INPUT has not
};

/// Reads and joins the files. InvalidArgument for a column that is not there, FileMalformed for what stands in the files.
Result<EvaluateInput> readEvaluateInput(const EvaluateOptions& options, const std::stop_token& stop);

}  // namespace labelwright::cli
