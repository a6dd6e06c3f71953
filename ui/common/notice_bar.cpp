#include "ui/common/notice_bar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include "ui/common/icons.h"
#include "ui/common/theme.h"
#include "ui/common/workbench_style.h"

namespace labelwright::ui {

NoticeBar::NoticeBar(QWidget* parent)
    : QWidget(parent), m_picture(new QLabel(this)), m_text(new QLabel(this)), m_button(new QPushButton(this)) {
    setObjectName(QStringLiteral("noticeBar"));
    m_text->setObjectName(QStringLiteral("noticeText"));
    m_button->setObjectName(QStringLiteral("noticeButton"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    makeLink(*m_button);
    auto* layout = new QHBoxLayout(this);
    const int gap = fontMetrics().height() / 2;
    layout->setContentsMargins(gap * 3 / 2, gap / 2, gap, gap / 2);
    layout->addWidget(m_picture);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_button);
    connect(m_button, &QPushButton::clicked, this, &NoticeBar::buttonClicked);
    colourTexts();
    hide();
}

QString NoticeBar::text() const { return isHidden() ? QString() : m_text->text(); }

void NoticeBar::setNotice(const QString& text, const QString& buttonText) {
    m_text->setText(text);
    m_button->setText(buttonText);
    m_button->setVisible(!buttonText.isEmpty());
    setVisible(!text.isEmpty());
}

void NoticeBar::colourTexts() {
    m_picture->setPixmap(themedIcon(QStringLiteral("info"), IconInk::Notice).pixmap(QSize(16, 16), devicePixelRatioF()));
}

void NoticeBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) colourTexts();
    QWidget::changeEvent(event);
}

void NoticeBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), themeColours(palette()).notice);
    painter.fillRect(QRect(0, height() - 1, width(), 1), themeColours(palette()).line);
}

}  // namespace labelwright::ui
