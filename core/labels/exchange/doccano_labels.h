#pragma once

#include <string>

#include "core/domain/label.h"
#include "core/labels/exchange/json_fields.h"
#include "core/labels/exchange/label_draft.h"

namespace labelwright {

/// doccano's label file: [{"text", "prefix_key": null | "ctrl" | "shift" | "ctrl shift", "suffix_key": null | "0" … "9" | "a" … "z",
/// "background_color": "#rrggbb", "text_color"}]. It has no place for the rest, and none for other keys or names of more than 100
/// characters (backend/label_types/models.py). A key that stands twice is written once: doccano refuses the second.
std::string writeDoccanoLabels(const LabelSet& labels);

/// Whether an entry of a JSON list is one of doccano's labels.
bool isDoccanoLabel(const LabelJson& entry);
Result<void> readDoccanoLabel(const LabelJson& entry, LabelDraft& draft, const std::string& fileName);

/// Whether doccano has such a key. An empty one is fine.
bool isDoccanoKey(const std::string& key);
inline constexpr std::size_t longestDoccanoName = 100;  ///< code points

}  // namespace labelwright
