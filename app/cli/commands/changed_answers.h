#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "core/domain/dataset.h"
#include "core/labels/answer_comparison.h"

namespace labelwright::cli {

/// What the texts of a project are labeled with before and after; nothing of it is owned but the comparison.
struct ChangedAnswers {
    AnswerComparison comparison;
    const LabelSet* before = nullptr;
    const LabelSet* after = nullptr;
    const Dataset* texts = nullptr;
};

/// How many texts change, then from which label to which, the most frequent first, `most` of them.
std::string changedAnswersText(const ChangedAnswers& answers, std::size_t most);
/// {"compared", "incomplete", "changed", "labelsBefore", "labelsAfter", "textsBefore", "textsAfter", "matrix", "texts"}: names and counts
/// with "no label" last as null; `texts` are those that change, rows from 1.
nlohmann::ordered_json changedAnswersJson(const ChangedAnswers& answers);
/// A row for each label before and a column for each label after, "(none)" last, with a byte order mark, which Excel needs for Chinese.
std::string matrixCsv(const ChangedAnswers& answers);

}  // namespace labelwright::cli
