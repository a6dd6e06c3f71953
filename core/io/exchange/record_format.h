#pragma once

#include <string_view>

namespace labelwright {

/// Whose shape a JSON record has. Plain: its keys are the columns.
enum class RecordFormat { Plain, LabelStudio, Doccano, Argilla, Prodigy, Spacy, Alpaca, ShareGpt };

/// Columns in which a record of another tool says what a person decided. Exports for these tools write what the tool has no place for under
/// such keys too, so that it comes back.
inline constexpr const char* humanLabelsColumn = "human_labels";      ///< JSON array of names; empty: nobody has decided
inline constexpr const char* humanDeferredColumn = "human_deferred";  ///< "true": skipped by the person
inline constexpr const char* humanFlaggedColumn = "human_flagged";    ///< "true": to be looked at
inline constexpr const char* humanNoteColumn = "human_note";
inline constexpr const char* predictionColumn = "prediction";  ///< of the model: a name, or a JSON array of several
inline constexpr const char* predictionScoreColumn = "prediction_score";
inline constexpr const char* predictionModelColumn = "prediction_model";
/// "human" or "model": whose answer a training file gives.
inline constexpr const char* labelSourceKey = "label_source";

/// By the keys of one record, a JSON object; what is no object, or nothing known, is Plain.
RecordFormat guessRecordFormat(std::string_view record);

}  // namespace labelwright
