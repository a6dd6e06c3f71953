#include "ui/labels/colour_button.h"

#include <QColorDialog>
#include <QCoreApplication>
#include <QEvent>
#include <QPainter>
#include <array>

#include "core/labels/label_list.h"
#include "ui/common/label_ink.h"
#include "ui/common/rounded.h"

namespace labelwright::ui {
namespace {

constexpr std::size_t paletteSize = 8;

struct LabelColours {
    Q_DECLARE_TR_FUNCTIONS(LabelColours)

public:
    /// A name said by its hue, so that no two entries of the menu differ by colour alone.
    static QString name(std::uint32_t colour) {
        float hue = 0;
        float saturation = 0;
        float lightness = 0;
        labelFill(colour).getHslF(&hue, &saturation, &lightness);
        if (saturation < 0.15F) return tr("Grey");
        const std::array<std::pair<float, QString>, 9> hues{{{12, tr("Red")},
                                                             {34, tr("Orange")},
                                                             {50, tr("Ochre")},
                                                             {70, tr("Yellow")},
                                                             {172, tr("Green")},
                                                             {204, tr("Light blue")},
                                                             {228, tr("Blue")},
                                                             {290, tr("Violet")},
                                                             {345, tr("Pink")}}};
        for (const auto& [upTo, word] : hues)
            if (hue * 360 < upTo) return word;
        return tr("Red");
    }
};

}  // namespace

QIcon colourIcon(std::uint32_t colour, const QWidget& onto) {
    const int side = onto.fontMetrics().height() * 5 / 6;
    QPixmap pixmap(QSize(side, side) * onto.devicePixelRatioF());
    pixmap.setDevicePixelRatio(onto.devicePixelRatioF());
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    drawRounded(painter, QRect(0, 0, side, side), labelFill(colour), Qt::transparent, 3);
    return {pixmap};
}

void fillColourMenu(QMenu& menu, std::uint32_t current, QWidget& dialogParent, const std::function<void(std::uint32_t)>& choose) {
    menu.clear();
    for (std::size_t i = 0; i < paletteSize; ++i) {
        const std::uint32_t colour = labelColour(i);
        QAction* action = menu.addAction(colourIcon(colour, dialogParent), LabelColours::name(colour));
        action->setCheckable(true);
        action->setChecked(colour == current);
        QObject::connect(action, &QAction::triggered, &menu, [choose, colour] { choose(colour); });
    }
    menu.addSeparator();
    QAction* other = menu.addAction(LabelColours::tr("Other…"));
    QObject::connect(other, &QAction::triggered, &dialogParent, [&dialogParent, current, choose] {
        auto* dialog = new QColorDialog(labelFill(current), &dialogParent);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        QObject::connect(dialog, &QColorDialog::colorSelected, &dialogParent,
                         [choose](const QColor& colour) { choose(colour.rgb() & 0xffffffU); });
        dialog->open();
    });
}

ColourButton::ColourButton(std::uint32_t colour, QWidget* parent) : QPushButton(parent), m_colour(colour) {
    auto* menu = new QMenu(this);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillColourMenu(*menu, m_colour, *this, [this](auto c) { setColour(c); }); });
    setMenu(menu);
    setColour(colour);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void ColourButton::setColour(std::uint32_t colour) {
    m_colour = colour;
    setIcon(colourIcon(colour, *this));
    setText(LabelColours::name(colour));
}

void ColourButton::changeEvent(QEvent* event) {
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) setColour(m_colour);
}

}  // namespace labelwright::ui
