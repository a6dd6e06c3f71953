#include "ui/main_window/error_strip.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <algorithm>

#include "ui/common/card.h"
#include "ui/common/error_text.h"
#include "ui/common/icons.h"
#include "ui/common/theme.h"
#include "ui/common/workbench_style.h"

namespace labelwright::ui {
namespace {

constexpr std::size_t mostWaiting = 20;

}  // namespace

ErrorStrip::ErrorStrip(QWidget* parent)
    : QWidget(parent),
      m_icon(new QLabel(this)),
      m_text(new QLabel(this)),
      m_detail(new QLabel(this)),
      m_details(new QPushButton(this)),
      m_copy(new QPushButton(this)),
      m_close(new QToolButton(this)) {
    setObjectName(QStringLiteral("errorStrip"));
    m_text->setObjectName(QStringLiteral("errorText"));
    m_close->setObjectName(QStringLiteral("errorClose"));
    for (QLabel* label : {m_text, m_detail}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    }
    makeMuted(*m_detail);
    makeLink(*m_details);
    makeLink(*m_copy);
    m_details->setCheckable(true);
    m_close->setAutoRaise(true);
    m_close->setIcon(themedIcon(QStringLiteral("close")));
    auto* layout = new QGridLayout(this);
    const int gap = fontMetrics().height() / 2;
    layout->setContentsMargins(gap * 3 / 2, gap, gap, gap);
    layout->setHorizontalSpacing(gap);
    layout->setColumnStretch(1, 1);
    layout->addWidget(m_icon, 0, 0, Qt::AlignTop);
    layout->addWidget(m_text, 0, 1);
    layout->addWidget(m_details, 0, 2, Qt::AlignTop);
    layout->addWidget(m_copy, 0, 3, Qt::AlignTop);
    layout->addWidget(m_close, 0, 4, Qt::AlignTop);
    layout->addWidget(m_detail, 1, 1, 1, 4);
    connect(m_details, &QPushButton::toggled, m_detail, &QLabel::setVisible);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QApplication::clipboard()->setText(m_text->text() + QLatin1Char('\n') + m_detail->text()); });
    connect(m_close, &QToolButton::clicked, this, &ErrorStrip::dismiss);
    clear();
}

void ErrorStrip::show(const Error& error) {
    if (std::find(m_errors.begin(), m_errors.end(), error) != m_errors.end()) return;
    m_errors.push_back(error);
    if (m_errors.size() > mostWaiting) m_errors.pop_front();
    retranslateUi();
}

void ErrorStrip::clear() {
    m_errors.clear();
    retranslateUi();
}

void ErrorStrip::dismiss() {
    m_errors.pop_front();
    retranslateUi();
}

void ErrorStrip::retranslateUi() {
    setVisible(!m_errors.empty());
    if (m_errors.empty()) return;
    const Error& error = m_errors.front();
    const auto waiting = static_cast<int>(m_errors.size()) - 1;
    m_icon->setPixmap(themedIcon(QStringLiteral("warning"), IconInk::Notice).pixmap(QSize(18, 18), devicePixelRatioF()));
    m_text->setText(waiting == 0 ? errorText(error) : errorText(error) + QLatin1Char(' ') + tr("(%n more)", nullptr, waiting));
    m_detail->setText(QStringLiteral("%1: %2").arg(QLatin1String(errorCodeName(error.code)), QString::fromStdString(error.detail)));
    m_detail->setVisible(m_details->isChecked());
    m_details->setText(tr("Details"));
    m_copy->setText(tr("Copy"));
    m_copy->setToolTip(tr("Copy message and details, for a report"));
    m_close->setToolTip(tr("Close this message"));
    m_close->setAccessibleName(tr("Close this message"));
}

void ErrorStrip::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) retranslateUi();
    QWidget::changeEvent(event);
}

void ErrorStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), themeColours(palette()).notice);
    painter.fillRect(QRect(0, 0, fontMetrics().height() / 5, height()), themeColours(palette()).bad);
    painter.fillRect(QRect(0, height() - 1, width(), 1), themeColours(palette()).line);
}

}  // namespace labelwright::ui
