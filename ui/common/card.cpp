#include "ui/common/card.h"

#include <QEvent>
#include <QPainter>

#include "ui/common/rounded.h"
#include "ui/common/theme.h"

namespace labelwright::ui {
namespace {

/// Keeps a widget's text colour in step with the colour scheme.
class MutedInk : public QObject {
public:
    explicit MutedInk(QWidget& widget) : QObject(&widget), m_widget(widget) {
        widget.installEventFilter(this);
        apply();
    }

    bool eventFilter(QObject*, QEvent* event) override {
        if (event->type() == QEvent::PaletteChange) apply();
        return false;
    }

private:
    void apply() {
        QPalette palette = m_widget.palette();
        const QColor ink = themeColours(palette).mutedText;
        if (palette.color(QPalette::Active, QPalette::WindowText) == ink) return;
        palette.setColor(QPalette::Active, QPalette::WindowText, ink);
        palette.setColor(QPalette::Inactive, QPalette::WindowText, ink);
        m_widget.setPalette(palette);
    }

    QWidget& m_widget;
};

}  // namespace

Card::Card(Tone tone, QWidget* parent) : QFrame(parent), m_tone(tone) {}

void Card::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const ThemeColours& colours = themeColours(palette());
    if (m_tone == Tone::Notice) drawRounded(painter, rect(), colours.notice, Qt::transparent, cornerRadius + 2);
    else drawRounded(painter, rect(), colours.card, colours.line, cornerRadius + 2);
}

void makeMuted(QWidget& widget) { new MutedInk(widget); }  // owned by the widget

}  // namespace labelwright::ui
