#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace labelwright::ui {

/// A strip that says one thing worth knowing, with at most one button for it. Hidden while there is nothing to say.
class NoticeBar : public QWidget {
    Q_OBJECT

public:
    explicit NoticeBar(QWidget* parent = nullptr);

    /// An empty text hides the strip; an empty button text, the button.
    void setNotice(const QString& text, const QString& buttonText = {});
    QString text() const;

signals:
    void buttonClicked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void colourTexts();

    QLabel* m_picture;
    QLabel* m_text;
    QPushButton* m_button;
};

}  // namespace labelwright::ui
