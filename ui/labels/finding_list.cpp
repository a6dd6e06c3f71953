#include "ui/labels/finding_list.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <limits>

#include "ui/common/card.h"
#include "ui/labels/finding_row.h"
#include "ui/labels/label_linter.h"

namespace labelwright::ui {

FindingList::FindingList(LabelLinter& linter, QWidget* parent)
    : QDialog(parent), m_linter(linter), m_nothing(new QLabel), m_dismissed(new QPushButton) {
    setObjectName(QStringLiteral("findingList"));
    const int unit = fontMetrics().height();
    resize(unit * 32, unit * 26);
    m_nothing->setObjectName(QStringLiteral("findingNothing"));
    makeMuted(*m_nothing);
    m_dismissed->setObjectName(QStringLiteral("findingDismissed"));
    m_dismissed->setAutoDefault(false);
    auto* rows = new FindingRows(linter, std::numeric_limits<std::size_t>::max());
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, unit / 2, 0);
    column->addWidget(rows);
    column->addWidget(m_nothing);
    column->addStretch();
    auto* area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(content);
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    m_buttons->addButton(m_dismissed, QDialogButtonBox::ActionRole);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(area, 1);
    layout->addWidget(m_buttons);
    connect(rows, &FindingRows::labelWanted, this, &FindingList::labelWanted);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_dismissed, &QAbstractButton::clicked, &linter, &LabelLinter::showDismissed);
    connect(&linter, &LabelLinter::changed, this, &FindingList::showState);
    showState();
}

void FindingList::showState() {
    setWindowTitle(tr("What may be wrong with the labels"));
    m_nothing->setText(tr("Nothing found."));
    m_nothing->setVisible(m_linter.findings().empty());
    m_dismissed->setText(tr("&Show %n dismissed note(s) again", nullptr, static_cast<int>(m_linter.dismissedCount())));
    m_dismissed->setVisible(m_linter.dismissedCount() > 0);
}

void FindingList::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_buttons != nullptr) showState();
}

}  // namespace labelwright::ui
