#include "ui/labels/answer_change_view.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/common/card.h"
#include "ui/labels/answer_count_model.h"
#include "ui/labels/changed_rows_model.h"

namespace labelwright::ui {

AnswerChangeView::AnswerChangeView(AnswerPreview& preview, QWidget* parent)
    : QWidget(parent),
      m_preview(preview),
      m_counts(new AnswerCountModel(this)),
      m_changed(new ChangedRowsModel(preview, this)),
      m_table(new QTableView(this)),
      m_heading(new QLabel(this)),
      m_rows(new QListView(this)),
      m_missing(new QLabel(this)) {
    const int unit = fontMetrics().height();
    m_table->setObjectName(QStringLiteral("answerCounts"));
    m_table->setModel(m_counts);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setFocusPolicy(Qt::NoFocus);
    m_table->setShowGrid(false);
    m_table->setIconSize({unit * 5 / 9, unit * 5 / 9});
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(unit * 17 / 10);
    m_table->horizontalHeader()->setSectionResizeMode(AnswerCountModel::Name, QHeaderView::Stretch);
    m_table->setMinimumWidth(unit * 16);
    m_rows->setObjectName(QStringLiteral("changedRows"));
    m_rows->setModel(m_changed);
    m_rows->setUniformItemSizes(true);
    m_rows->setSpacing(unit / 8);
    m_rows->setTextElideMode(Qt::ElideRight);
    m_rows->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_heading->setObjectName(QStringLiteral("changedHeading"));
    QFont bold = font();
    bold.setBold(true);
    m_heading->setFont(bold);
    for (QLabel* line : {m_heading, m_missing}) {
        line->setTextFormat(Qt::PlainText);
        line->setWordWrap(true);
    }
    m_missing->setObjectName(QStringLiteral("answersMissing"));
    makeMuted(*m_missing);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(unit / 2);
    layout->addWidget(m_table, 3);
    layout->addWidget(m_heading);
    layout->addWidget(m_rows, 2);
    layout->addWidget(m_missing);
    connect(&preview, &AnswerPreview::changed, this, &AnswerChangeView::showComparison);
    connect(m_rows, &QListView::activated, this,
            [this](const QModelIndex& index) { emit rowChosen(index.data(ChangedRowsModel::datasetRowRole).toUInt()); });
    retranslate();
}

void AnswerChangeView::setTitles(const QString& now, const QString& then) { m_counts->setTitles(now, then); }

void AnswerChangeView::retranslate() {
    m_table->setAccessibleName(tr("Texts of each label, now and after"));
    m_rows->setAccessibleName(tr("Texts that change"));
    m_counts->retranslate();
    showComparison();
}

void AnswerChangeView::showComparison() {
    const auto& comparison = m_preview.comparison();
    m_counts->setComparison(m_preview.before(), m_preview.after(), comparison);
    for (int column = 1; column < AnswerCountModel::ColumnCount; ++column) m_table->resizeColumnToContents(column);
    const auto changed = comparison ? static_cast<int>(comparison->changed.size()) : 0;
    m_heading->setText(changed == 0 ? tr("No text changes its label") : tr("%n text(s) change their label", nullptr, changed));
    m_heading->setVisible(comparison != nullptr);
    m_rows->setVisible(changed > 0);
    const auto missing = comparison ? static_cast<int>(comparison->incomplete) : 0;
    m_missing->setText(tr("%n text(s) lack scores for these labels and are not counted; a run computes them.", nullptr, missing));
    m_missing->setVisible(missing > 0);
}

void AnswerChangeView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_missing != nullptr) retranslate();
}

}  // namespace labelwright::ui
