#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/labels/lint/label_lint.h"

namespace labelwright {

/// A label's name as the parts of the linter look at it.
struct LintedName {
    std::string tidy;    ///< without invisible characters, white space single and only inside
    std::string folded;  ///< foldedName of that
    std::string units;   ///< separatedUnits of that
    std::size_t unitCount = 0;
};

/// What one call works on. Borrows set and context.
struct LintTask {
    const LabelSet& labels;
    const LintContext& context;
    std::vector<LintedName> names;  ///< in label order
};

std::vector<LintedName> lintedNames(const LabelSet& labels);
/// nameUnits with a separator before, between and behind them, so that "order" is part of "order status" and not of "reorder".
std::string separatedUnits(std::string_view text);

// Each adds its findings, in label order.
void lintNames(const LintTask& task, std::vector<LabelFinding>& findings);       // EmptyName, UntidyName, DuplicateName
void lintHypotheses(const LintTask& task, std::vector<LabelFinding>& findings);  // Template…, HypothesisTooLong, SameHypothesis
void lintKeys(const LintTask& task, std::vector<LabelFinding>& findings);        // DoubledKey, CommandKey
void lintPairs(const LintTask& task, std::vector<LabelFinding>& findings);       // NearSynonyms, ContainedName, Opposites
void lintCount(const LintTask& task, std::vector<LabelFinding>& findings);       // ManyLabels

}  // namespace labelwright
