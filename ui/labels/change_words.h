#pragma once

#include <QString>
#include <QStringList>

#include "core/labels/label_set_diff.h"

namespace labelwright::ui {

/// What a change did, in a sentence: "“物流” was merged into “售后”".
QString wordsOf(const LabelChange& change);
/// A line for all of them: the first ones in words, then how many more there are. Empty changes: "no change".
QString summaryOf(const std::vector<LabelChange>& changes);

}  // namespace labelwright::ui
