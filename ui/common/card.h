#pragma once

#include <QFrame>

namespace labelwright::ui {

/// A boxed group inside a panel, with room for a layout.
class Card : public QFrame {
    Q_OBJECT

public:
    enum class Tone {
        Plain,
        Notice,  ///< something to look at
    };
    explicit Card(Tone tone = Tone::Plain, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Tone m_tone;
};

/// Writes a widget's text in the secondary colour and keeps it so when the colour scheme changes.
void makeMuted(QWidget& widget);

}  // namespace labelwright::ui
