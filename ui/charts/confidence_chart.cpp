#include "ui/charts/confidence_chart.h"

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
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableWidget>
#include <QVBoxLayout>
#include <cmath>

#include "core/jobs/task_thread.h"
#include "ui/charts/chart_canvas.h"
#include "ui/charts/chart_views.h"
#include "ui/common/card.h"
#include "ui/common/icons.h"

namespace labelwright::ui {
namespace {

QString cellText(double value, int decimals) { return std::isnan(value) ? QStringLiteral("–") : QLocale().toString(value, 'f', decimals); }

}  // namespace

/// The counting that is under way; a newer one stops it.
struct ConfidenceChart::Gathering {
    std::stop_source stop;
    TaskThread thread{"chart"};  // last: joined first
};

ConfidenceChart::ConfidenceChart(LabelingSession& session, std::optional<std::size_t> row, QWidget* parent)
    : QDialog(parent), m_session(session), m_row(row) {
    setObjectName(QStringLiteral("confidenceChart"));
    makeLayout();
    retranslate();
    if (m_row) m_tabs->setCurrentIndex(static_cast<int>(View::Row));
    connect(m_tabs, &QTabBar::currentChanged, this, &ConfidenceChart::showView);
    connect(m_asTable, &QPushButton::toggled, this, &ConfidenceChart::showView);
    connect(m_copy, &QPushButton::clicked, this, &ConfidenceChart::copy);
    connect(m_save, &QPushButton::clicked, this, &ConfidenceChart::save);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    const auto again = [this] {
        if (isVisible()) gather();
    };
    connect(&session, &LabelingSession::decisionsChanged, this, again);
    connect(&session, &LabelingSession::labelsChanged, this, again);
    connect(&session, &LabelingSession::selectionChanged, this, again);
    connect(&session, &LabelingSession::datasetChanged, this, [this, again] {
        setRow(std::nullopt);
        again();
    });
}

ConfidenceChart::~ConfidenceChart() {
    if (m_gathering) m_gathering->stop.request_stop();
}

void ConfidenceChart::makeLayout() {
    const int unit = fontMetrics().height();
    m_tabs = new QTabBar;
    m_tabs->setObjectName(QStringLiteral("chartTabs"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_asTable = new QPushButton;
    m_asTable->setObjectName(QStringLiteral("chartAsTable"));
    m_asTable->setCheckable(true);
    m_asTable->setAutoDefault(false);
    auto* head = new QHBoxLayout;
    head->addWidget(m_tabs);
    head->addStretch();
    head->addWidget(m_asTable);

    m_canvas = new ChartCanvas;
    m_canvas->setObjectName(QStringLiteral("chartCanvas"));
    auto* scroll = new QScrollArea;
    scroll->setWidget(m_canvas);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    m_table = new QTableWidget;
    m_table->setObjectName(QStringLiteral("chartTable"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->verticalHeader()->hide();
    m_table->setShowGrid(false);
    m_pages = new QStackedWidget;
    m_pages->addWidget(scroll);
    m_pages->addWidget(m_table);

    m_summary = new QLabel;
    m_summary->setObjectName(QStringLiteral("chartSummary"));
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    makeMuted(*m_summary);
    m_copy = new QPushButton(themedIcon(QStringLiteral("copy")), QString());
    m_save = new QPushButton(themedIcon(QStringLiteral("export")), QString());
    m_close = new QPushButton;
    m_copy->setObjectName(QStringLiteral("chartCopy"));
    m_save->setObjectName(QStringLiteral("chartSave"));
    m_close->setObjectName(QStringLiteral("chartClose"));
    for (QPushButton* button : {m_copy, m_save}) button->setAutoDefault(false);
    m_close->setDefault(true);
    m_copy->setShortcut(QKeySequence::Copy);
    m_save->setShortcut(QKeySequence::Save);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_copy);
    buttons->addWidget(m_save);
    buttons->addStretch();
    buttons->addWidget(m_close);

    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(unit / 2);
    layout->addLayout(head);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_summary);
    layout->addLayout(buttons);
    resize(unit * 40, unit * 28);
}

void ConfidenceChart::makeTabs() {
    const QSignalBlocker quiet(m_tabs);
    const int current = m_tabs->currentIndex();
    while (m_tabs->count() > 0) m_tabs->removeTab(0);
    m_tabs->addTab(tr("Confidence"));
    m_tabs->addTab(tr("Texts by label"));
    if (m_row) m_tabs->addTab(tr("Row %1").arg(QLocale().toString(qulonglong(*m_row + 1))));
    m_tabs->setCurrentIndex(std::clamp(current, 0, m_tabs->count() - 1));
}

void ConfidenceChart::retranslate() {
    setWindowTitle(tr("Confidence"));
    makeTabs();
    m_tabs->setAccessibleName(tr("What the chart shows"));
    m_asTable->setText(tr("As a &Table"));
    m_asTable->setToolTip(tr("The same figures in rows, also for screen readers"));
    m_table->setAccessibleName(tr("Figures of the chart"));
    m_copy->setText(tr("Copy"));
    m_copy->setToolTip(
        tr("Copy the picture and its figures (%1)").arg(QKeySequence(QKeySequence::Copy).toString(QKeySequence::NativeText)));
    m_copy->setShortcut(QKeySequence::Copy);
    m_save->setText(tr("Save…"));
    m_save->setToolTip(tr("Save the picture as PNG or PDF (%1)").arg(QKeySequence(QKeySequence::Save).toString(QKeySequence::NativeText)));
    m_save->setShortcut(QKeySequence::Save);
    m_close->setText(tr("Close"));
    showView();
}

void ConfidenceChart::setRow(std::optional<std::size_t> row) {
    if (row == m_row) return;
    m_row = row;
    makeTabs();
    showView();
}

ConfidenceChart::View ConfidenceChart::view() const { return static_cast<View>(std::max(0, m_tabs->currentIndex())); }

void ConfidenceChart::showEvent(QShowEvent* event) {
    QDialog::showEvent(event);
    gather();
}

void ConfidenceChart::gather() {
    const std::shared_ptr<const DecisionTable> decisions = m_session.decisions();
    if (decisions == nullptr) {
        m_overview.reset();
        showView();
        return;
    }
    if (!m_gathering) m_gathering = std::make_unique<Gathering>();
    m_gathering->stop.request_stop();
    m_gathering->stop = std::stop_source();
    m_gathering->thread.post([this, decisions, stop = m_gathering->stop.get_token()] {
        std::optional<ConfidenceOverview> overview = gatherOverview(*decisions, stop);
        if (!overview) return;
        QMetaObject::invokeMethod(this, [this, stop, overview = std::move(overview)]() mutable {
            if (stop.stop_requested()) return;
            m_overview = std::move(overview);
            showView();
        });
    });
    showView();
}

QString ConfidenceChart::summary() const {
    if (m_session.decisions() == nullptr) return tr("There are no texts yet. Import some first.");
    if (!m_overview) return tr("Counting…");
    if (!m_overview->median) return tr("No text is labeled yet. Run the model first.");
    if (view() == View::Row) return meaningOfScores(m_session.selection(), m_session.labels().labels.size());
    const QLocale locale;
    const qulonglong scored = m_overview->texts - m_overview->unscored;
    return tr("%1 of %2 texts scored · median confidence %3 · %4 without a label")
        .arg(locale.toString(scored), locale.toString(qulonglong(m_overview->texts)), locale.toString(double(*m_overview->median), 'f', 2),
             locale.toString(qulonglong(m_overview->abstained)));
}

void ConfidenceChart::showView() {
    m_summary->setText(summary());
    const bool hasRow = m_row && view() == View::Row && m_session.dataset() != nullptr && *m_row < m_session.dataset()->size();
    const bool ready = isVisible() && (hasRow || m_overview.has_value());
    m_copy->setEnabled(ready);
    m_save->setEnabled(ready);
    m_pages->setCurrentIndex(m_asTable->isChecked() ? 1 : 0);
    m_pages->setVisible(ready);
    if (!ready) return;
    ChartData chart;
    if (hasRow) chart = rowView(*m_row, m_session.probabilitiesAt(*m_row), m_session.labels(), m_session.selection());
    else if (view() == View::Labels) chart = labelCountView(*m_overview, m_session.labels(), palette());
    else chart = confidenceView(*m_overview, m_session.selection(), palette());
    fillTable(chart);
    m_canvas->showChart(std::move(chart));
}

void ConfidenceChart::fillTable(const ChartData& chart) {
    QStringList headings{chart.categoryTitle};
    for (const ChartData::Series& series : chart.series) headings << series.name;
    m_table->clear();
    m_table->setColumnCount(static_cast<int>(headings.size()));
    m_table->setRowCount(static_cast<int>(chart.categories.size()));
    m_table->setHorizontalHeaderLabels(headings);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const auto category = static_cast<std::size_t>(row);
        m_table->setItem(row, 0, new QTableWidgetItem(chart.categories[category]));
        for (int column = 1; column < headings.size(); ++column) {
            const double value = chart.series[static_cast<std::size_t>(column - 1)].values[category];
            auto* item = new QTableWidgetItem(cellText(value, chart.decimals));
            item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            m_table->setItem(row, column, item);
        }
    }
    for (int column = 1; column < headings.size(); ++column)
        m_table->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_table->horizontalHeaderItem(0)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    if (m_table->rowCount() > 0) m_table->setCurrentCell(0, 0);
}

void ConfidenceChart::copy() {
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

void ConfidenceChart::save() {
    auto* dialog = new QFileDialog(this, tr("Save Chart"));
    dialog->setObjectName(QStringLiteral("chartFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Picture (*.png)"), tr("Document (*.pdf)")});
    dialog->setDefaultSuffix(QStringLiteral("png"));
    dialog->selectFile(tr("confidence"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) {
        dialog->setDefaultSuffix(filter.contains(QLatin1String("pdf")) ? QStringLiteral("pdf") : QStringLiteral("png"));
    });
    connect(dialog, &QFileDialog::fileSelected, this, &ConfidenceChart::write);
    dialog->open();
}

void ConfidenceChart::write(const QString& file) {
    const bool pdf = QFileInfo(file).suffix().compare(QLatin1String("pdf"), Qt::CaseInsensitive) == 0;
    const bool written = pdf ? m_canvas->savePdf(file) : m_canvas->savePng(file);
    if (written) m_summary->setText(tr("Saved as %1").arg(file));
    else m_summary->setText(tr("%1 could not be written. Check permissions and free space, or choose another place.").arg(file));
}

void ConfidenceChart::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (m_close == nullptr) return;
    if (event->type() == QEvent::LanguageChange) retranslate();
    if (event->type() == QEvent::PaletteChange) showView();
}

}  // namespace labelwright::ui
