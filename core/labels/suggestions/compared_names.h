#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/domain/label.h"
#include "core/labels/meaning/name_units.h"

namespace labelwright {

/// The names by which the labels of a set are compared, in their order: as the model knows them, without the beginning and the end that
/// all have in common (买家咨询发货, 买家咨询退款 …: what every label says tells none apart). Names are left whole in sets of fewer than
/// five, and where one would be left empty.
std::vector<std::string> comparedNames(const LabelSet& labels, AskedName asked);

/// Whether `wider` names more than `narrower`, which puts words before it: 手机 / 二手手机, reservation / car reservation.
bool isWiderName(const NameUnits& wider, const NameUnits& narrower);

}  // namespace labelwright
