#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/domain/given_answer.h"
#include "core/io/text_import.h"

namespace labelwright {

/// The columns of a source that say what people decided.
struct AnswerColumns {
    std::size_t labels = 0;
    char separator = '|';  ///< between the labels of a cell; '\0': one label
    std::optional<std::size_t> deferred, flagged, note;
    std::optional<std::size_t> review;  ///< of our own tables: tells an empty decision from none
    std::optional<std::size_t> source;  ///< only where it says "human"

    /// Whether the import uses the column up.
    bool uses(std::size_t column) const noexcept;
};

/// By options.labelColumn; where that is unset, the columns of our own exports and of recordFields(), and a label beside `label_source`.
std::optional<AnswerColumns> answerColumns(const std::vector<std::string>& columns, const ImportOptions& options);

/// What a row says, without its number; nothing: nobody has said anything.
std::optional<GivenAnswer> answerIn(const AnswerColumns& columns, std::span<const std::string_view> cells);

}  // namespace labelwright
