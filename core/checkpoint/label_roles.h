#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace labelwright {

enum class LabelRole { Entailment, Contradiction, Neutral, Other };

/// By the name's beginning, whatever its case: entail… ; contra…, not_entail…, non-entail… ; neutral… ; also 蕴含, 矛盾, 中立.
LabelRole labelRole(std::string_view name);

/// Names by column from id2label (numeric order), or label2id. Empty if there are none or all are "LABEL_<number>". FileMalformed if the
/// columns are not 0 … n-1.
Result<std::vector<std::string>> labelNamesOf(const nlohmann::json& config, const std::filesystem::path& file);

}  // namespace labelwright
