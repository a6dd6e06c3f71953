#pragma once

#include <QIcon>
#include <QString>

namespace labelwright::ui {

/// What an icon stands on, which decides its colour.
enum class IconInk {
    Text,      ///< the text colour
    Muted,     ///< secondary
    OnAccent,  ///< on the main action's button
    Notice,    ///< something to look at
    Bad,       ///< an error
};

/// resources/icons/<name>.svg drawn in the palette's text colour (normal, disabled, selected) at any pixel ratio; follows the colour
/// scheme.
QIcon themedIcon(const QString& name, IconInk ink = IconInk::Text);

}  // namespace labelwright::ui
