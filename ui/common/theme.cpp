#include "ui/common/theme.h"

#include <QApplication>

#include "ui/common/system_scheme.h"
#include "ui/common/workbench_style.h"

namespace labelwright::ui {
namespace {

const ThemeColours light{
    .window = QColor(0xf6f7f9),
    .panel = QColor(0xffffff),
    .card = QColor(0xfafbfc),
    .line = QColor(0xe1e4ea),
    .text = QColor(0x1d2330),
    .mutedText = QColor(0x5f6979),
    .accent = QColor(0x2f6fed),
    .accentText = QColor(0xffffff),
    .accentSoft = QColor(0xe8effd),
    .track = QColor(0xe1e4ea),
    .notice = QColor(0xfef3e2),
    .noticeText = QColor(0x8f3d06),
    .good = QColor(0x15803d),
    .bad = QColor(0xb42318),
};

const ThemeColours dark{
    .window = QColor(0x17191e),
    .panel = QColor(0x1f2228),
    .card = QColor(0x22262d),
    .line = QColor(0x353a44),
    .text = QColor(0xe6e8ec),
    .mutedText = QColor(0x98a1b0),
    .accent = QColor(0x7aa5ff),
    .accentText = QColor(0x10141c),
    .accentSoft = QColor(0x2a3756),
    .track = QColor(0x353a44),
    .notice = QColor(0x3a2e1b),
    .noticeText = QColor(0xf0b35a),
    .good = QColor(0x5ccb86),
    .bad = QColor(0xff8a80),
};

QColor mixed(const QColor& a, const QColor& b, double share) {
    const auto part = [share](int x, int y) { return static_cast<int>(x + (y - x) * share); };
    return {part(a.red(), b.red()), part(a.green(), b.green()), part(a.blue(), b.blue())};
}

QPalette paletteOf(const ThemeColours& colours) {
    QPalette palette;
    palette.setColor(QPalette::Window, colours.panel);
    palette.setColor(QPalette::WindowText, colours.text);
    palette.setColor(QPalette::Base, colours.panel);
    palette.setColor(QPalette::AlternateBase, colours.card);
    palette.setColor(QPalette::Text, colours.text);
    palette.setColor(QPalette::Button, colours.panel);
    palette.setColor(QPalette::ButtonText, colours.text);
    palette.setColor(QPalette::BrightText, colours.bad);
    palette.setColor(QPalette::PlaceholderText, colours.mutedText);
    palette.setColor(QPalette::Highlight, mixed(colours.accentSoft, colours.accent, 0.16));
    palette.setColor(QPalette::HighlightedText, colours.text);
    palette.setColor(QPalette::Link, colours.accent);
    palette.setColor(QPalette::LinkVisited, colours.accent);
    palette.setColor(QPalette::ToolTipBase, colours.card);
    palette.setColor(QPalette::ToolTipText, colours.text);
    palette.setColor(QPalette::Light, mixed(colours.panel, colours.line, 0.3));
    palette.setColor(QPalette::Midlight, mixed(colours.panel, colours.line, 0.6));
    palette.setColor(QPalette::Mid, colours.line);
    palette.setColor(QPalette::Dark, mixed(colours.line, colours.mutedText, 0.4));
    palette.setColor(QPalette::Shadow, colours.mutedText);
    const QColor faint = mixed(colours.mutedText, colours.panel, 0.4);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::PlaceholderText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, faint);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, colours.line);
    return palette;
}

}  // namespace

void applyColourScheme(QApplication& application, ColourScheme scheme) {
    if (qobject_cast<WorkbenchStyle*>(application.style()) == nullptr) application.setStyle(new WorkbenchStyle);
    const bool wantDark = scheme == ColourScheme::Dark || (scheme == ColourScheme::System && SystemScheme::of(application).isDark());
    SystemScheme::of(application).follow(scheme == ColourScheme::System);
    application.setPalette(paletteOf(wantDark ? dark : light));
}

bool isDark(const QPalette& palette) { return palette.color(QPalette::Window).lightness() < 128; }

const ThemeColours& themeColours(const QPalette& palette) { return isDark(palette) ? dark : light; }

}  // namespace labelwright::ui
