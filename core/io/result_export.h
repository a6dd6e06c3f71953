#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <stop_token>
#include <vector>

#include "core/base/result.h"
#include "core/domain/dataset.h"
#include "core/domain/label.h"
#include "core/domain/review_table.h"
#include "core/domain/score_table.h"
#include "core/domain/selection.h"

namespace labelwright {

/// The formats of results, each described in the user guide; file_formats.h has their names.
enum class ExportFormat {
    Csv,
    Tsv,
    Workbook,
    JsonLines,
    LabelStudio,
    Doccano,
    Argilla,
    Prodigy,
    Spacy,
    HuggingFace,
    FastText,
    Alpaca,
    ShareGpt,
};
enum class ExportedScores { None, Probabilities, Logits };
enum class ByteOrderMark { Write, Omit };
enum class FormulaGuard { On, Off };

/// What is on the screen: exactly these rows in this order.
struct ExportTable {
    std::shared_ptr<const Dataset> dataset;
    std::vector<std::uint32_t> rows;
    LabelSet labels;
    ScoreTable scores;  ///< a snapshot
    Selection selection;
    ReviewTable reviews{};                         ///< without any review, nothing is said about reviews
    std::map<LabelId, std::string> formerNames{};  ///< of labels that reviews may name although they have left the set
};

struct ExportOptions {
    ExportFormat format = ExportFormat::Csv;
    ExportedScores scores = ExportedScores::None;
    ByteOrderMark byteOrderMark = ByteOrderMark::Write;  ///< CSV, TSV; Excel shows Chinese only with it
    FormulaGuard formulaGuard = FormulaGuard::On;        ///< CSV, TSV: ' before text cells that begin with = + - @ TAB CR
    bool extraColumns = true;                            ///< the source's other columns after ours
    /// Of Alpaca and ShareGPT; {labels} stands for the names.
    std::string instruction = "Classify the text. Answer with one of these labels: {labels}";
};

/// What an export came to.
struct ExportedRows {
    std::size_t written = 0;
    std::size_t unanswered = 0;       ///< left out by a format of training data, because neither a person nor the model has said anything
    std::filesystem::path companion;  ///< a second file that the other tool wants; empty: none
};

/// CSV: id, text, label (several joined by |), confidence, truncated[, score columns: "score__<label>" for probabilities; for logits one
/// for each column of the checkpoint, "entailment__<label>" and so on], extra columns; RFC 4180, CRLF. What is not scored is an empty cell.
/// Where people have said something: human_label (joined by | likewise), review ("none", "suggested", "accepted", "corrected"), deferred,
/// flagged, note, before the extra columns.
/// JSONL: the same keys, `label` (string or null) or in EveryAboveThreshold `labels` (array), `scores` = {label: p} or {label: [logits in
/// the checkpoint's column order; a bi-encoder's cosine]}, null where not scored, human_labels (array; null where nobody has decided),
/// review, deferred, flagged, note, extra columns. Extra columns go under their names unless a name is taken (then "source_<name>"); their
/// cells are text, but numbers among them and among the ids are not guarded. Numbers round-trip (shortest form), decimal point always a
/// dot. Writes beside the target and renames: no half file is ever seen. Any thread.
/// A workbook has the columns of the CSV on a sheet "texts", and the labels on another. The formats of other tools: the tool's own shape; a
/// person's decisions and the model's predictions apart where it has both; for training formats one answer a text. What the tool needs
/// beside it is written as "<stem>.<…>". InvalidArgument: more rows or longer texts than a workbook holds.
Result<ExportedRows> exportResults(const std::filesystem::path& file, const ExportTable& table, const ExportOptions& options,
                                   const std::stop_token& stop = {},
                                   const std::function<void(std::size_t done, std::size_t total)>& progress = {});

}  // namespace labelwright
