#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/domain/label.h"

namespace labelwright {

/// A label as a file states it, before ids and parents are settled.
struct LabelDraft {
    Label label;                     ///< an empty id is filled in; colour: the palette's unless the file has one
    std::string parent;              ///< id or name of another label of the file; empty: none
    std::string place;               ///< where it stands: "line 3", "label 2"
    std::vector<LabelDraft> merged;  ///< Label::merged
};

/// A draft at the end of the list, with its palette colour.
LabelDraft& addDraft(std::vector<LabelDraft>& drafts, std::string place);

/// Settles names (trimmed, each once; those of merged labels need not differ), ids and parents. FileMalformed names the places and what to
/// do.
Result<std::vector<Label>> labelsOf(std::vector<LabelDraft> drafts, const std::string& fileName);

/// FileMalformed: "<file>, <place>: <what>".
Error malformedLabelFile(const std::string& fileName, const std::string& place, const std::string& what);

/// "#rrggbb".
std::string colourText(std::uint32_t colour);
/// "#rrggbb", "#rgb" or a basic CSS name; an error says that it is none of them.
Result<std::uint32_t> colourOf(std::string_view text, const std::string& fileName, const std::string& place);

}  // namespace labelwright
