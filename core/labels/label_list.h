#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/domain/label.h"

namespace labelwright {

/// Labels typed or pasted by a person.
struct ParsedLabels {
    std::vector<std::string> names;       ///< trimmed, in order, each once
    std::vector<std::string> duplicates;  ///< names that stood again (equal after trimming and NFKC case folding)
};

/// Splits at , ，、 ; ； and line ends when the text is one line typed at once; drops empty parts.
ParsedLabels parseLabels(std::string_view text);
/// One label a line, never split at commas (a label may contain one); TAB separates a description; lines beginning with # are comments.
/// Returns labels with ids and colours set; names that stood again are left out and added to `duplicates`.
std::vector<Label> parseLabelFile(std::string_view text, std::vector<std::string>* duplicates = nullptr);

/// Builds labels with new ids and palette colours from names.
std::vector<Label> makeLabels(const std::vector<std::string>& names);
/// The same set under new ids, also of merged labels; parents and pairs kept apart follow.
LabelSet withNewIds(LabelSet labels);
/// The set under the ids that `other` has for labels of the same name, so that sets of files without ids can be compared by id. A label
/// that both have by its id, and a name that stands twice, stay as they are.
LabelSet withIdsOf(LabelSet labels, const LabelSet& other);
/// Colour for the n-th label: eight Okabe-Ito-like hues that colour-blind people tell apart, then the same again.
std::uint32_t labelColour(std::size_t index);
/// Black or white, whichever reads better on the colour (WCAG 2 relative luminance).
std::uint32_t textColourOn(std::uint32_t colour);
/// NFKC and case folding of the trimmed name: what makes "ＡＰＰ" and "app" one.
std::string foldedName(std::string_view name);
/// Whether two names are the same to a person: equal after trimming, NFKC and case folding.
bool sameName(std::string_view a, std::string_view b);
/// The key that gives the n-th label: "1" … "9", "0", "Shift+1" … "Shift+0", then none.
std::string labelKey(std::size_t index);

}  // namespace labelwright
