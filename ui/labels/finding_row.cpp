#include "ui/labels/finding_row.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>
#include <utility>

#include "ui/common/flow_layout.h"
#include "ui/common/icons.h"
#include "ui/common/rounded.h"
#include "ui/common/theme.h"
#include "ui/common/workbench_style.h"
#include "ui/labels/finding_words.h"
#include "ui/labels/label_linter.h"

namespace labelwright::ui {
namespace {

QIcon iconOf(LabelFindingWeight weight) {
    switch (weight) {
        case LabelFindingWeight::Error: return themedIcon(QStringLiteral("error"), IconInk::Bad);
        case LabelFindingWeight::Warning: return themedIcon(QStringLiteral("warning"), IconInk::Notice);
        case LabelFindingWeight::Note: break;
    }
    return themedIcon(QStringLiteral("info"), IconInk::Muted);
}

/// Said to screen readers, which see no icon.
QString weightText(LabelFindingWeight weight) {
    switch (weight) {
        case LabelFindingWeight::Error: return FindingRow::tr("Error");
        case LabelFindingWeight::Warning: return FindingRow::tr("Warning");
        case LabelFindingWeight::Note: break;
    }
    return FindingRow::tr("Note");
}

}  // namespace

FindingText::FindingText(LabelFindingWeight weight, const QString& words, QWidget* parent) : QAbstractButton(parent) {
    setObjectName(QStringLiteral("findingText"));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setAccessibleName(FindingRow::tr("%1: %2").arg(weightText(weight), words));
    const int unit = fontMetrics().height();
    auto* icon = new QLabel;
    icon->setPixmap(iconOf(weight).pixmap(QSize(unit, unit) * 9 / 10, devicePixelRatioF()));
    auto* text = new QLabel(words);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    QSizePolicy wrapped(QSizePolicy::Ignored, QSizePolicy::Preferred);
    wrapped.setHeightForWidth(true);
    text->setSizePolicy(wrapped);
    for (QLabel* label : {icon, text}) label->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(unit / 4, unit / 8, unit / 4, unit / 8);
    layout->setSpacing(unit / 3);
    layout->addWidget(icon, 0, Qt::AlignTop);
    layout->addWidget(text, 1);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void FindingText::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const ThemeColours& colours = themeColours(palette());
    if (hasFocus()) drawRounded(painter, rect(), Qt::transparent, colours.accent, 4);
    else if (underMouse()) drawRounded(painter, rect(), colours.accentSoft, Qt::transparent, 4);
}

void FindingText::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) click();
    else QAbstractButton::keyPressEvent(event);
}

FindingRow::FindingRow(LabelLinter& linter, LabelFinding finding, QWidget* parent) : QWidget(parent), m_finding(std::move(finding)) {
    const int unit = fontMetrics().height();
    auto* text = new FindingText(m_finding.weight, wordsOf(linter.labels(), m_finding));
    connect(text, &QAbstractButton::clicked, this, [this] {
        const std::size_t count = m_finding.labels.size();
        emit labelWanted(count == 0 ? QString() : QString::fromStdString(m_finding.labels[m_next++ % count]));
    });
    auto* head = new QHBoxLayout;
    head->setSpacing(0);
    head->addWidget(text, 1);
    if (m_finding.weight == LabelFindingWeight::Note) {
        auto* dismiss = new QToolButton;
        dismiss->setObjectName(QStringLiteral("findingDismiss"));
        dismiss->setAutoRaise(true);
        dismiss->setIcon(themedIcon(QStringLiteral("close"), IconInk::Muted));
        dismiss->setIconSize(QSize(unit, unit) * 3 / 4);
        dismiss->setToolTip(tr("Do not show this note for these labels again"));
        dismiss->setAccessibleName(dismiss->toolTip());
        connect(dismiss, &QAbstractButton::clicked, this, [this, &linter] { linter.dismiss(m_finding); });
        head->addWidget(dismiss, 0, Qt::AlignTop);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    if (m_finding.repairs.empty()) return;
    auto* repairs = new FlowLayout;
    repairs->setContentsMargins(unit * 4 / 3, 0, 0, 0);
    repairs->setSpacing(unit / 4);
    addRepairs(linter, *repairs);
    layout->addLayout(repairs);
}

void FindingRow::addRepairs(LabelLinter& linter, QLayout& layout) {
    const int widest = fontMetrics().height() * 15;
    for (const LabelRepair& repair : m_finding.repairs) {
        const QString words = wordsOf(linter.labels(), repair);
        const QString shown = fontMetrics().elidedText(words, Qt::ElideMiddle, widest);
        auto* button = new QPushButton(QString(shown).replace(QLatin1Char('&'), QLatin1String("&&")));
        button->setObjectName(QStringLiteral("findingRepair"));
        button->setAccessibleName(words);
        if (shown != words) button->setToolTip(words);
        makeLink(*button);
        connect(button, &QAbstractButton::clicked, this, [&linter, repair, words] { linter.repair(repair, words); });
        layout.addWidget(button);
    }
}

FindingRows::FindingRows(LabelLinter& linter, std::size_t most, QWidget* parent) : QWidget(parent), m_linter(linter), m_most(most) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(fontMetrics().height() / 4);
    connect(&linter, &LabelLinter::changed, this, &FindingRows::refill);
    refill();
}

void FindingRows::refill() {
    for (FindingRow* row : std::exchange(m_rows, {})) {
        row->hide();
        row->deleteLater();  // it may be one of its buttons that asked
    }
    for (const LabelFinding& finding : m_linter.findings()) {
        if (static_cast<std::size_t>(m_rows.size()) == m_most) break;
        m_rows << new FindingRow(m_linter, finding, this);
        connect(m_rows.back(), &FindingRow::labelWanted, this, &FindingRows::labelWanted);
        layout()->addWidget(m_rows.back());
        m_rows.back()->show();
    }
}

void FindingRows::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) refill();
}

}  // namespace labelwright::ui
