#include "ui/charts/chart_panel.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMimeData>
#include <QPushButton>
#include <QSaveFile>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>
#include <cmath>

#include "core/io/csv_writer.h"
#include "ui/common/card.h"
#include "ui/common/icons.h"

namespace labelwright::ui {
namespace {

QString cellText(double value, int decimals) { return std::isnan(value) ? QStringLiteral("–") : QLocale().toString(value, 'f', decimals); }

QString categoryText(const ChartData& chart, std::size_t row) {
    return chart.categories.empty() ? cellText(chart.positions[row], chart.decimals) : chart.categories[row];
}

}  // namespace

QByteArray chartCsv(const ChartData& chart) {
    std::string text = "\xEF\xBB\xBF";
    CsvWriter csv(text, FormulaGuard::On);
    const auto number = [](double value) { return std::isnan(value) ? std::string() : QString::number(value, 'g', 9).toStdString(); };
    csv.text(chart.categoryTitle.toStdString());
    for (const ChartData::Series& series : chart.series) csv.text(series.name.toStdString());
    csv.endRow();
    for (std::size_t row = 0; row < chart.rows(); ++row) {
        if (chart.categories.empty()) csv.plain(number(chart.positions[row]));
        else csv.text(chart.categories[row].toStdString());
        for (const ChartData::Series& series : chart.series) csv.plain(number(series.values[row]));
        csv.endRow();
    }
    return QByteArray::fromStdString(text);
}

ChartPanel::ChartPanel(QWidget* parent)
    : QWidget(parent),
      m_asTable(new QPushButton(this)),
      m_pages(new QStackedWidget(this)),
      m_canvas(new ChartCanvas),
      m_table(new QTableWidget),
      m_note(new QLabel(this)),
      m_buttons(new QHBoxLayout),
      m_copy(new QPushButton(themedIcon(QStringLiteral("copy")), QString(), this)),
      m_save(new QPushButton(themedIcon(QStringLiteral("export")), QString(), this)),
      m_numbers(new QPushButton(themedIcon(QStringLiteral("export")), QString(), this)) {
    m_asTable->setObjectName(QStringLiteral("chartAsTable"));
    m_canvas->setObjectName(QStringLiteral("chartCanvas"));
    m_table->setObjectName(QStringLiteral("chartTable"));
    m_copy->setObjectName(QStringLiteral("chartCopy"));
    m_save->setObjectName(QStringLiteral("chartSave"));
    m_numbers->setObjectName(QStringLiteral("chartNumbers"));
    m_note->setObjectName(QStringLiteral("chartSummary"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    makeMuted(*m_note);
    m_asTable->setCheckable(true);
    for (QPushButton* button : {m_asTable, m_copy, m_save, m_numbers}) button->setAutoDefault(false);
    auto* scroll = new QScrollArea;
    scroll->setWidget(m_canvas);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->verticalHeader()->hide();
    m_table->setShowGrid(false);
    m_pages->addWidget(scroll);
    m_pages->addWidget(m_table);
    for (QPushButton* button : {m_copy, m_save, m_numbers}) m_buttons->addWidget(button);
    m_buttons->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(fontMetrics().height() / 2);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_note);
    layout->addLayout(m_buttons);
    connect(m_asTable, &QPushButton::toggled, this, [this](bool table) { m_pages->setCurrentIndex(table ? 1 : 0); });
    connect(m_copy, &QPushButton::clicked, this, &ChartPanel::copy);
    connect(m_save, &QPushButton::clicked, this, &ChartPanel::savePicture);
    connect(m_numbers, &QPushButton::clicked, this, &ChartPanel::saveNumbers);
    setReady(false);
    retranslate();
}

void ChartPanel::retranslate() {
    const auto keyOf = [](QKeySequence::StandardKey key) { return QKeySequence(key).toString(QKeySequence::NativeText); };
    m_asTable->setText(tr("As a &Table"));
    m_asTable->setToolTip(tr("The same figures in rows, also for screen readers"));
    m_table->setAccessibleName(tr("Figures of the chart"));
    m_copy->setText(tr("Copy"));
    m_copy->setToolTip(tr("Copy the picture and its figures (%1)").arg(keyOf(QKeySequence::Copy)));
    m_copy->setShortcut(QKeySequence::Copy);
    m_save->setText(tr("Save…"));
    m_save->setToolTip(tr("Save the picture as PNG, SVG or PDF (%1)").arg(keyOf(QKeySequence::Save)));
    m_save->setShortcut(QKeySequence::Save);
    m_numbers->setText(tr("Save Numbers…"));
    m_numbers->setToolTip(tr("Save the figures as CSV"));
}

void ChartPanel::setReady(bool ready) {
    for (QPushButton* button : {m_copy, m_save, m_numbers}) button->setEnabled(ready);
    m_pages->setVisible(ready);
}

void ChartPanel::showChart(ChartData chart) {
    m_canvas->showChart(std::move(chart));
    fillTable();
    setReady(true);
}

void ChartPanel::setNote(const QString& text) { m_note->setText(text); }

void ChartPanel::clear() { setReady(false); }

void ChartPanel::fillTable() {
    const ChartData& chart = m_canvas->shown();
    QStringList headings{chart.categoryTitle};
    for (const ChartData::Series& series : chart.series) headings << series.name;
    m_table->clear();
    m_table->setColumnCount(static_cast<int>(headings.size()));
    m_table->setRowCount(static_cast<int>(chart.rows()));
    m_table->setHorizontalHeaderLabels(headings);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const auto category = static_cast<std::size_t>(row);
        m_table->setItem(row, 0, new QTableWidgetItem(categoryText(chart, category)));
        for (int column = 1; column < headings.size(); ++column) {
            const ChartData::Series& series = chart.series[static_cast<std::size_t>(column - 1)];
            auto* item = new QTableWidgetItem(cellText(series.values[category], series.decimals.value_or(chart.decimals)));
            item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            m_table->setItem(row, column, item);
        }
    }
    for (int column = 1; column < headings.size(); ++column)
        m_table->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_table->horizontalHeaderItem(0)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    if (m_table->rowCount() > 0) m_table->setCurrentCell(0, 0);
}

void ChartPanel::copy() {
    QStringList lines;
    for (int row = -1; row < m_table->rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < m_table->columnCount(); ++column)
            cells << (row < 0 ? m_table->horizontalHeaderItem(column) : m_table->item(row, column))->text();
        lines << cells.join(QLatin1Char('\t'));
    }
    auto* content = new QMimeData;  // the clipboard takes it
    content->setText(lines.join(QLatin1Char('\n')));
    content->setImageData(m_canvas->picture().toImage());
    QApplication::clipboard()->setMimeData(content);
}

void ChartPanel::savePicture() {
    auto* dialog = new QFileDialog(this, tr("Save Chart"));
    dialog->setObjectName(QStringLiteral("chartFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Picture (*.png)"), tr("Drawing (*.svg)"), tr("Document (*.pdf)")});
    dialog->setDefaultSuffix(QStringLiteral("png"));
    dialog->selectFile(m_fileName);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) {
        for (const char* suffix : {"png", "svg", "pdf"})
            if (filter.contains(QLatin1String(suffix))) dialog->setDefaultSuffix(QLatin1String(suffix));
    });
    connect(dialog, &QFileDialog::fileSelected, this, &ChartPanel::writePicture);
    dialog->open();
}

void ChartPanel::saveNumbers() {
    auto* dialog = new QFileDialog(this, tr("Save Numbers"));
    dialog->setObjectName(QStringLiteral("chartNumbersDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Table (*.csv)")});
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(m_fileName);
    connect(dialog, &QFileDialog::fileSelected, this, &ChartPanel::writeNumbers);
    dialog->open();
}

void ChartPanel::writePicture(const QString& file) {
    const QString suffix = QFileInfo(file).suffix().toLower();
    bool written = false;
    if (suffix == QLatin1String("pdf")) written = m_canvas->savePdf(file);
    else if (suffix == QLatin1String("svg")) written = m_canvas->saveSvg(file);
    else written = m_canvas->savePng(file);
    sayWritten(file, written);
}

void ChartPanel::writeNumbers(const QString& file) {
    const QByteArray text = chartCsv(m_canvas->shown());
    QSaveFile saved(file);
    sayWritten(file, saved.open(QIODevice::WriteOnly) && saved.write(text) == text.size() && saved.commit());
}

void ChartPanel::sayWritten(const QString& file, bool written) {
    setNote(written ? tr("Saved as %1").arg(file)
                    : tr("%1 could not be written. Check permissions and free space, or choose another place.").arg(file));
}

void ChartPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

}  // namespace labelwright::ui
