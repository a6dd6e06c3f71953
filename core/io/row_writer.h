#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/io/cell_writer.h"
#include "core/io/result_export.h"

namespace labelwright {

/// What an export says about one row.
struct RowAnswer {
    Decision decision;
    std::span<const PairLogits> logits;    ///< one for each label, the strongest where others were merged into it
    std::span<const float> probabilities;  ///< one for each label; NaN: not scored
    const ScoreReading* reading = nullptr;
    bool truncated = false;
    Review review;
    ReviewState state = ReviewState::None;
};

/// Names of the labels that a person gave: in label order, then those that have left the set.
std::vector<std::string> humanLabels(const ExportTable& table, const Review& review);
/// Names of the labels that the model gives, in label order.
std::vector<std::string> predictedLabels(const ExportTable& table, const Decision& decision);
/// What gave the scores, as the tools ask for it: the names of the models, joined by ", "; empty: nothing is scored.
std::string modelNames(const ExportTable& table);
/// Whether an export of this table speaks of reviews.
bool speaksOfReviews(const ExportTable& table);

/// Appends an export's rows to a buffer, or to the cells it was made with, that the caller empties. Both and the table outlive it. One
/// thread.
class RowWriter {
public:
    virtual ~RowWriter() = default;
    virtual void header() {}
    /// False: nothing was written, because a format of training data has nothing to say of a text without an answer.
    virtual bool row(std::uint32_t row, const RowAnswer& answer) = 0;
    virtual void footer() {}
};

std::unique_ptr<RowWriter> tableRowWriter(const ExportTable& table, const ExportOptions& options, CellWriter& cells);
std::unique_ptr<RowWriter> jsonLinesRowWriter(const ExportTable& table, const ExportOptions& options, std::string& out);
/// The formats of other tools; see core/io/exchange/exchange_rows.h.
std::unique_ptr<RowWriter> exchangeRowWriter(const ExportTable& table, const ExportOptions& options, std::string& out);

/// Roles of the raw columns, in the checkpoint's order; by the rule where a reading does not say.
std::vector<LogitRole> rolesOf(const ScoreReading& reading);
/// NaN if the label was not scored or has no such logit.
float logitOf(const PairLogits& logits, LogitRole role) noexcept;

/// Names of the extra columns beside `taken`: a taken one gets "source_" before it, as often as needed.
std::vector<std::string> namesBeside(std::vector<std::string> taken, std::span<const std::string> extraColumns);

}  // namespace labelwright
