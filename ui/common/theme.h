#pragma once

#include <QColor>
#include <QPalette>

class QApplication;

namespace labelwright::ui {

enum class ColourScheme { System, Light, Dark };

/// The colours of the interface, by meaning. Widgets ask for them when they paint, so a switch needs no restart.
struct ThemeColours {
    QColor window;  ///< behind the table
    QColor panel;   ///< side panels, tool bar
    QColor card;    ///< boxed groups inside a panel
    QColor line;    ///< hairlines and frames
    QColor text;
    QColor mutedText;   ///< secondary words and figures
    QColor accent;      ///< the one main action, bars, focus
    QColor accentText;  ///< on accent
    QColor accentSoft;  ///< selected row, current label
    QColor track;       ///< empty part of a bar
    QColor notice;      ///< background of something to look at
    QColor noticeText;
    QColor good;  ///< "local only"
    QColor bad;   ///< errors
};

/// Sets Fusion, palette and style sheet for the whole application; `System` follows the desktop's light or dark setting.
void applyColourScheme(QApplication& application, ColourScheme scheme);
/// The colours that belong to a widget's palette.
const ThemeColours& themeColours(const QPalette& palette);
bool isDark(const QPalette& palette);

}  // namespace labelwright::ui
