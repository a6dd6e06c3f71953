#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/domain/label.h"

namespace labelwright {

/// Labels as a table, one a row: name, english, description, colour, key, parent (a name), template, id. A label's `template` is its own
/// hypothesis, else the set's template unless that is {}. RFC 4180 with CRLF; a ' goes before cells that a spreadsheet would run as a
/// formula, and is taken away again.
std::string writeLabelCsv(const LabelSet& labels);

/// Whether the first line of a text is the header of such a table: two columns or more, one of them the name.
bool isLabelCsv(std::string_view text);

/// Reads a table with any delimiter; columns are found by their names, also those that other tools and people use ("label", "标签",
/// "hotkey", "definition"); others are skipped, and so is an id that is
/// not one of ours (32 hexadecimal digits). Where every row has a template, the one that most of them share becomes the set's, if it holds
/// {} once. UTF-8.
Result<LabelPreset> readLabelCsv(std::string_view text, const std::string& nameForErrors);

}  // namespace labelwright
