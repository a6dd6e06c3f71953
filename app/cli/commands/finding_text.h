#pragma once

#include <string>

#include "core/labels/lint/label_lint.h"

namespace labelwright::cli {

/// What a finding says and what its best repair would do, in English.
std::string findingText(const LabelSet& labels, const LabelFinding& finding);
std::string repairText(const LabelSet& labels, const LabelRepair& repair);

/// The label's name in quotes; its id where it is not in the set.
std::string quotedName(const LabelSet& labels, const LabelId& id);

}  // namespace labelwright::cli
