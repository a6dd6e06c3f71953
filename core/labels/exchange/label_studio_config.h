#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/domain/label.h"
#include "core/domain/selection.h"

namespace labelwright {

/// A labeling configuration of Label Studio (labelstud.io/tags): <View> with a <Text name="text" value="$text"/> and <Choices name="label"
/// toName="text" choice="single|multiple">, one <Choice value hint background hotkey/> a label; a set with parents becomes a <Taxonomy> of
/// nested choices. English names are not written as `alias`: Label Studio exports the alias in the place of the value, so results would
/// come back under other names than the set's.
std::string writeLabelStudioConfig(const LabelSet& labels, SelectionMode mode);

/// Reads the one <Choices> or <Taxonomy>, else the one <Labels> (any kind), wherever it stands; <Choice> and <Label> may be wrapped in
/// other tags. An `alias` in Latin letters of a value in Chinese characters becomes the English name. Names that stand under several
/// parents get the parent's in front ("退款/其他"). FileMalformed with the line: bad XML, a document type (it could define entities that
/// expand without end), several lists, or choices that come from the data. UTF-8, whatever the XML declaration says.
Result<LabelPreset> readLabelStudioConfig(std::string_view xml, const std::string& nameForErrors);

}  // namespace labelwright
