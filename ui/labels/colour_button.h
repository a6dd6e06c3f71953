#pragma once

#include <QMenu>
#include <QPushButton>
#include <cstdint>
#include <functional>

namespace labelwright::ui {

/// A square of a label's colour, for menus and buttons.
QIcon colourIcon(std::uint32_t colour, const QWidget& onto);

/// The palette's colours by name and one of the user's own; `choose` is called with 0xRRGGBB. The menu's entries are made anew each time.
void fillColourMenu(QMenu& menu, std::uint32_t current, QWidget& dialogParent, const std::function<void(std::uint32_t)>& choose);

/// A button that shows a colour and offers the others.
class ColourButton : public QPushButton {
    Q_OBJECT

public:
    explicit ColourButton(std::uint32_t colour, QWidget* parent = nullptr);

    std::uint32_t colour() const noexcept { return m_colour; }
    void setColour(std::uint32_t colour);

protected:
    void changeEvent(QEvent* event) override;

private:
    std::uint32_t m_colour;
};

}  // namespace labelwright::ui
