#include "ui/labels/lint_strip.h"

#include <QPushButton>
#include <QVBoxLayout>

#include "ui/common/workbench_style.h"
#include "ui/labels/finding_list.h"
#include "ui/labels/finding_row.h"
#include "ui/labels/label_linter.h"

namespace labelwright::ui {
namespace {

constexpr std::size_t mostShown = 3;

}  // namespace

LintStrip::LintStrip(LabelLinter& linter, QWidget* parent)
    : Card(Tone::Plain, parent), m_linter(linter), m_rows(new FindingRows(linter, mostShown)), m_more(new QPushButton) {
    setObjectName(QStringLiteral("lintStrip"));
    m_more->setObjectName(QStringLiteral("lintMore"));
    makeLink(*m_more);
    const int gap = fontMetrics().height() / 4;
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(gap, gap, gap, gap);
    layout->setSpacing(gap);
    layout->addWidget(m_rows);
    layout->addWidget(m_more, 0, Qt::AlignLeft);
    connect(m_rows, &FindingRows::labelWanted, this, &LintStrip::labelWanted);
    connect(m_more, &QAbstractButton::clicked, this, &LintStrip::openList);
    connect(&linter, &LabelLinter::changed, this, &LintStrip::showState);
    showState();
}

void LintStrip::showState() {
    const std::size_t count = m_linter.findings().size();
    setVisible(count > 0);
    setAccessibleName(tr("What may be wrong with the labels"));
    m_more->setVisible(count > mostShown);
    m_more->setText(tr("%n more…", nullptr, static_cast<int>(count - std::min(count, mostShown))));
}

void LintStrip::openList() {
    auto* list = new FindingList(m_linter, window());
    list->setAttribute(Qt::WA_DeleteOnClose);
    connect(list, &FindingList::labelWanted, this, &LintStrip::labelWanted);
    list->open();
}

void LintStrip::changeEvent(QEvent* event) {
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) showState();
}

}  // namespace labelwright::ui
