#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/domain/label.h"

namespace labelwright {

/// A label set as JSON, version 1: {"labelwright": "label-set", "version": 1, "id", "revision", "name", "description", "template",
/// "labels": [{"id", "name", "description", "english", "hypothesis", "colour": "#rrggbb", "key", "parent": id, "merged": labels}],
/// "kept_apart": [[id, id]]}. What is empty is left out, and so is a parent that is not in the set; `revision` is LabelSet::version.
std::string labelSetToJson(const LabelSet& labels, const std::string& description);

/// Reads it back. Written by hand, `id` may be left out, `parent` may be a name, and a label may be just its name; an array of such
/// labels is enough. Labels of doccano's label file are read as well (doccano_labels.h). UTF-8.
Result<LabelPreset> labelSetFromJson(std::string_view json, const std::string& nameForErrors);

}  // namespace labelwright
