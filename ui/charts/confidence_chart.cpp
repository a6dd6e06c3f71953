#include "ui/charts/confidence_chart.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QTabBar>
#include <QVBoxLayout>

#include "core/jobs/task_thread.h"
#include "ui/charts/chart_panel.h"
#include "ui/charts/chart_views.h"

namespace labelwright::ui {
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
    m_panel = new ChartPanel;
    auto* head = new QHBoxLayout;
    head->addWidget(m_tabs);
    head->addStretch();
    head->addWidget(&m_panel->asTable());

    m_close = new QPushButton;
    m_close->setObjectName(QStringLiteral("chartClose"));
    m_close->setDefault(true);
    m_panel->buttons().addWidget(m_close);

    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(unit / 2);
    layout->addLayout(head);
    layout->addWidget(m_panel, 1);
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
    m_panel->setFileName(tr("confidence"));
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
    m_panel->setNote(summary());
    const bool hasRow = m_row && view() == View::Row && m_session.dataset() != nullptr && *m_row < m_session.dataset()->size();
    const bool ready = isVisible() && (hasRow || m_overview.has_value());
    if (!ready) return m_panel->clear();
    ChartData chart;
    if (hasRow) chart = rowView(*m_row, m_session.probabilitiesAt(*m_row), m_session.labels(), m_session.selection());
    else if (view() == View::Labels) chart = labelCountView(*m_overview, m_session.labels(), palette());
    else chart = confidenceView(*m_overview, m_session.selection(), palette());
    m_panel->showChart(std::move(chart));
}

void ConfidenceChart::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (m_close == nullptr) return;
    if (event->type() == QEvent::LanguageChange) retranslate();
    if (event->type() == QEvent::PaletteChange) showView();
}

}  // namespace labelwright::ui
