#include "ui/common/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include "ui/common/theme.h"

static void registerIconResources() { Q_INIT_RESOURCE(icons); }  // must not stand in a namespace

namespace labelwright::ui {
namespace {

QByteArray svgOf(const QString& name) {
    registerIconResources();
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("no icon %s", qPrintable(name));
        return {};
    }
    return file.readAll();
}

/// Qt's SVG renderer paints currentColor black, so the colour is put into the drawing first.
class ThemedIconEngine : public QIconEngine {
public:
    ThemedIconEngine(QString name, IconInk ink) : m_name(std::move(name)), m_svg(svgOf(m_name)), m_ink(ink) {}

    QIconEngine* clone() const override { return new ThemedIconEngine(*this); }
    QString key() const override { return QStringLiteral("labelwright-themed"); }
    bool isNull() override { return m_svg.isEmpty(); }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        QByteArray svg = m_svg;
        svg.replace("currentColor", ink(mode).name().toLatin1());
        QSvgRenderer(svg).render(painter, centredSquare(rect));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override { return scaledPixmap(size, mode, state, 1); }

    /// `size` is in device pixels; QIcon sets the ratio of what comes back.
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal) override {
        const QString cacheKey = QStringLiteral("icon:%1:%2x%3:%4").arg(m_name).arg(size.width()).arg(size.height()).arg(ink(mode).rgba());
        QPixmap pixmap;
        if (QPixmapCache::find(cacheKey, &pixmap)) return pixmap;
        pixmap = QPixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect({0, 0}, size), mode, state);
        painter.end();
        QPixmapCache::insert(cacheKey, pixmap);
        return pixmap;
    }

private:
    static QRectF centredSquare(const QRect& rect) {
        const int side = std::min(rect.width(), rect.height());
        return {rect.x() + (rect.width() - side) / 2.0, rect.y() + (rect.height() - side) / 2.0, qreal(side), qreal(side)};
    }

    QColor ink(QIcon::Mode mode) const {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled) return palette.color(QPalette::Disabled, QPalette::ButtonText);
        const ThemeColours& colours = themeColours(palette);
        switch (m_ink) {
            case IconInk::Text: break;
            case IconInk::Muted: return colours.mutedText;
            case IconInk::OnAccent: return colours.accentText;
            case IconInk::Notice: return colours.noticeText;
            case IconInk::Bad: return colours.bad;
        }
        return mode == QIcon::Selected ? palette.color(QPalette::HighlightedText) : colours.text;
    }

    QString m_name;
    QByteArray m_svg;
    IconInk m_ink;
};

}  // namespace

QIcon themedIcon(const QString& name, IconInk ink) { return QIcon(new ThemedIconEngine(name, ink)); }

}  // namespace labelwright::ui
