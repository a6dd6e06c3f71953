#pragma once

#include <QIcon>
#include <QString>

namespace labelwright::ui {

/// resources/icons/<name>.svg drawn in the palette's text colour (normal, disabled, selected) at any pixel ratio; follows the colour scheme.
QIcon themedIcon(const QString& name);

}  // namespace labelwright::ui
