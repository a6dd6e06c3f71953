#include "ui/texts/empty_state.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>

#include "ui/common/card.h"
#include "ui/common/icons.h"
#include "ui/common/theme.h"
#include "ui/common/workbench_style.h"

namespace labelwright::ui {

EmptyState::EmptyState(QWidget* parent)
    : QWidget(parent),
      m_picture(new QLabel(this)),
      m_title(new QLabel(this)),
      m_advice(new QLabel(this)),
      m_sample(new QPushButton(this)),
      m_import(new QPushButton(this)),
      m_paste(new QPushButton(this)),
      m_clearFilter(new QPushButton(this)) {
    setObjectName(QStringLiteral("emptyState"));
    m_title->setObjectName(QStringLiteral("emptyTitle"));
    m_sample->setObjectName(QStringLiteral("emptySample"));
    m_import->setObjectName(QStringLiteral("emptyImport"));
    m_paste->setObjectName(QStringLiteral("emptyPaste"));
    m_clearFilter->setObjectName(QStringLiteral("emptyClearFilter"));
    m_sample->setIcon(themedIcon(QStringLiteral("sample"), IconInk::OnAccent));
    m_import->setIcon(themedIcon(QStringLiteral("import")));
    m_paste->setIcon(themedIcon(QStringLiteral("paste")));
    m_clearFilter->setIcon(themedIcon(QStringLiteral("filter"), IconInk::OnAccent));
    makePrimary(*m_sample);
    makePrimary(*m_clearFilter);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.35);
    large.setWeight(QFont::DemiBold);
    m_title->setFont(large);
    m_advice->setWordWrap(true);
    makeMuted(*m_advice);
    for (QLabel* label : {m_picture, m_title, m_advice}) label->setAlignment(Qt::AlignCenter);

    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    for (QPushButton* button : {m_sample, m_import, m_paste, m_clearFilter}) buttons->addWidget(button);
    buttons->addStretch();
    auto* advice = new QHBoxLayout;  // a column of readable width in the middle
    advice->addStretch(1);
    advice->addWidget(m_advice, 3);
    advice->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(fontMetrics().height() * 3 / 4);
    layout->addStretch(2);
    layout->addWidget(m_picture);
    layout->addWidget(m_title);
    layout->addLayout(advice);
    layout->addLayout(buttons);
    layout->addStretch(3);

    connect(m_sample, &QPushButton::clicked, this, &EmptyState::sampleWanted);
    connect(m_import, &QPushButton::clicked, this, &EmptyState::importWanted);
    connect(m_paste, &QPushButton::clicked, this, &EmptyState::pasteWanted);
    connect(m_clearFilter, &QPushButton::clicked, this, &EmptyState::clearFilterWanted);
    setReason(Reason::NoTexts);
}

void EmptyState::setReason(Reason reason, std::size_t hiddenRows) {
    m_reason = reason;
    m_hiddenRows = hiddenRows;
    const bool hidden = reason == Reason::AllHidden;
    m_clearFilter->setVisible(hidden);
    m_sample->setVisible(!hidden);
    m_import->setVisible(!hidden);
    m_paste->setVisible(!hidden);
    retranslateUi();
}

void EmptyState::retranslateUi() {
    m_sample->setText(tr("Open the &sample"));
    m_import->setText(tr("&Import a file…"));
    m_paste->setText(tr("&Paste texts"));
    m_clearFilter->setText(tr("&Clear the filter"));
    m_sample->setToolTip(tr("Two hundred customer messages, to try everything"));
    m_import->setToolTip(tr("CSV, TSV, JSON Lines or plain text (Ctrl+O)"));
    m_paste->setToolTip(tr("One text a line, or cells copied from a spreadsheet (Ctrl+Shift+V)"));
    const auto count = static_cast<int>(m_hiddenRows);
    switch (m_reason) {
        case Reason::NoTexts:
            m_title->setText(tr("No texts yet"));
            m_advice->setText(tr("Open a table of texts, or drop a file here. Everything stays on this computer."));
            break;
        case Reason::NothingInFile:
            m_title->setText(tr("The file held no texts"));
            m_advice->setText(tr("Every row was rejected or empty. Choose another file, or another column as the text."));
            break;
        case Reason::AllHidden:
            m_title->setText(tr("No text matches"));
            m_advice->setText(tr("The filter hides all %n text(s).", nullptr, count));
            break;
    }
    m_picture->setPixmap(themedIcon(m_reason == Reason::AllHidden ? QStringLiteral("filter") : QStringLiteral("text"), IconInk::Muted)
                             .pixmap(QSize(40, 40), devicePixelRatioF()));
}

void EmptyState::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) retranslateUi();
    QWidget::changeEvent(event);
}

void EmptyState::paintEvent(QPaintEvent*) { QPainter(this).fillRect(rect(), themeColours(palette()).window); }

}  // namespace labelwright::ui
