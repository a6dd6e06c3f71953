#pragma once

#include <string>
#include <vector>

#include "core/domain/label.h"
#include "core/labels/meaning/name_units.h"

namespace labelwright {

/// The names by which the labels of a set are compared, in their order: as the model knows them, without the beginning and the end that
/// all have in common (买家咨询发货, 买家咨询退款 …: what every label says tells none apart). Names are left whole in sets of fewer than
/// five, and where one would be left empty.
std::vector<std::string> comparedNames(const LabelSet& labels, AskedName asked);

/// The units of each name without the longest beginning that it shares with at least four others; a name of which
/// nothing else would be left keeps all. What is compared letter by letter: in a set of a hundred questions 咨询商品 makes none alike.
std::vector<NameUnits> distinctiveUnits(const std::vector<std::string>& names);

/// Whether `wider` names more than `narrower`, which puts words before it: 手机 / 二手手机, reservation / car reservation.
bool isWiderName(const NameUnits& wider, const NameUnits& narrower);

}  // namespace labelwright
