#include "ui/texts/progress_line.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>

#include "ui/common/amount_text.h"
#include "ui/common/card.h"
#include "ui/common/icons.h"
#include "ui/common/theme.h"

namespace labelwright::ui {

ProgressLine::ProgressLine(QWidget* parent)
    : QWidget(parent),
      m_count(new QLabel(this)),
      m_bar(new QProgressBar(this)),
      m_details(new QLabel(this)),
      m_cancel(new QPushButton(this)) {
    setObjectName(QStringLiteral("progressLine"));
    m_count->setObjectName(QStringLiteral("progressCount"));
    m_bar->setObjectName(QStringLiteral("progressBar"));
    m_details->setObjectName(QStringLiteral("progressDetails"));
    m_cancel->setObjectName(QStringLiteral("cancelButton"));
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(std::max(5, fontMetrics().height() / 3));
    m_cancel->setIcon(themedIcon(QStringLiteral("cancel")));
    makeMuted(*m_details);
    auto* layout = new QHBoxLayout(this);
    const int gap = fontMetrics().height() / 2;
    layout->setContentsMargins(gap * 3 / 2, gap, gap * 3 / 2, gap);
    layout->setSpacing(gap * 3 / 2);
    layout->addWidget(m_count);
    layout->addWidget(m_bar, 1);
    layout->addWidget(m_details);
    layout->addWidget(m_cancel);
    connect(m_cancel, &QPushButton::clicked, this, &ProgressLine::cancelWanted);
    begin();
}

void ProgressLine::begin() {
    m_stage = Stage::Loading;
    m_progress.reset();
    m_bar->setRange(0, 0);
    m_cancel->setEnabled(true);
    retranslateUi();
}

void ProgressLine::show(const Progress& progress) {
    if (m_stage == Stage::Loading) m_stage = Stage::Running;
    m_progress = progress;
    m_bar->setRange(0, 1000);
    m_bar->setValue(progress.totalTexts == 0 ? 0 : static_cast<int>(progress.doneTexts * 1000 / progress.totalTexts));
    retranslateUi();
}

void ProgressLine::showCancelling() {
    m_stage = Stage::Cancelling;
    m_cancel->setEnabled(false);
    retranslateUi();
}

void ProgressLine::retranslateUi() {
    m_cancel->setText(tr("Cancel"));
    m_cancel->setToolTip(tr("Stop after the batch under way; what is done stays (Ctrl+.)"));
    m_bar->setAccessibleName(tr("Progress of the run"));
    const QLocale locale;
    if (m_progress) {
        m_count->setText(
            tr("%1 / %2").arg(locale.toString(qulonglong(m_progress->doneTexts)), locale.toString(qulonglong(m_progress->totalTexts))));
    } else {
        m_count->setText(tr("Loading the model…"));
    }
    if (m_stage == Stage::Cancelling) {
        m_details->setText(tr("Stopping…"));
    } else if (!m_progress) {
        m_details->clear();
    } else {
        const double rate = m_progress->textsPerSecond;
        const quint64 percent = m_progress->pairs == 0 ? 0 : m_progress->pairsFromCache * 100 / m_progress->pairs;
        m_details->setText(tr("%1 texts/s · %2 left · %3 % from cache")
                               .arg(locale.toString(rate, 'f', rate < 10 ? 1 : 0), durationText(m_progress->secondsLeft))
                               .arg(percent));
    }
}

void ProgressLine::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslateUi();
    QWidget::changeEvent(event);
}

void ProgressLine::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), themeColours(palette()).panel);
    painter.fillRect(QRect(0, 0, width(), 1), themeColours(palette()).line);
}

}  // namespace labelwright::ui
