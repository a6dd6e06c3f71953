#include "ui/texts/facet_panel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QTimer>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "core/jobs/task_thread.h"
#include "ui/common/workbench_style.h"
#include "ui/models/query_text.h"
#include "ui/texts/range_histogram.h"

namespace labelwright::ui {
namespace {

constexpr int countDelayMs = 120;
constexpr int facetRole = Qt::UserRole;  // of an item: index of its facet
constexpr int wordRole = Qt::UserRole + 1;

/// Folded until it is wanted, so that it does not hide the others.
bool isLong(std::size_t values) { return values > 15; }

}  // namespace

struct FacetPanel::Work {
    QTimer timer;
    std::stop_source stop;
    std::uint64_t generation = 0;
    std::shared_ptr<const std::vector<ListedColumn>> listed;  // of the dataset, once looked for
    std::shared_ptr<const Dataset> listedOf;
    std::vector<Shown> shown;
    TaskThread thread{"facets"};  // last: joined first
};

FacetPanel::FacetPanel(TextsModel& model, QWidget* parent)
    : QWidget(parent),
      m_model(model),
      m_title(new QLabel(this)),
      m_clear(new QPushButton(this)),
      m_confidenceTitle(new QLabel(this)),
      m_confidence(new RangeHistogram(this)),
      m_tree(new QTreeWidget(this)),
      m_work(std::make_unique<Work>()) {
    setObjectName(QStringLiteral("facetPanel"));
    m_clear->setObjectName(QStringLiteral("clearFacets"));
    makeLink(*m_clear);
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_tree->setObjectName(QStringLiteral("facetTree"));
    m_tree->setColumnCount(2);
    m_tree->setHeaderHidden(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setRootIsDecorated(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setIndentation(fontMetrics().height());
    m_tree->setSelectionMode(QAbstractItemView::NoSelection);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);

    const int gap = fontMetrics().height() / 2;
    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_clear);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(gap, gap / 2, gap, 0);
    layout->setSpacing(gap / 2);
    layout->addLayout(head);
    layout->addWidget(m_confidenceTitle);
    layout->addWidget(m_confidence);
    layout->addWidget(m_tree, 1);

    m_work->timer.setSingleShot(true);
    connect(&m_work->timer, &QTimer::timeout, this, &FacetPanel::count);
    connect(&m_model, &TextsModel::arranged, this, &FacetPanel::countSoon);
    for (const auto signal : {&LabelingSession::datasetChanged, &LabelingSession::labelsChanged, &LabelingSession::decisionsChanged,
                              &LabelingSession::reviewsChanged})
        connect(&m_model.session(), signal, this, &FacetPanel::countSoon);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        QString query = withConfidence(m_query, columns(), 0, 1);
        query = withFacetChoice(query, columns(), Facet::Labels, {});
        query = withFacetChoice(query, columns(), Facet::States, {});
        for (const ListedColumn& listed : m_listed) query = withFacetChoice(query, columns(), Facet::Column, {}, listed.column);
        emit queryWanted(query);
    });
    connect(m_confidence, &RangeHistogram::rangeChanged, this,
            [this](double least, double most) { emit queryWanted(withConfidence(m_query, columns(), least, most)); });
    connect(m_tree, &QTreeWidget::itemChanged, this, &FacetPanel::itemChanged);
    const auto fold = [this](const QTreeWidgetItem* item, bool folded) {
        if (m_showing || item->parent() != nullptr) return;
        const Shown& shown = m_work->shown[item->data(0, facetRole).toUInt()];
        if (folded == isLong(shown.values.size())) m_turned.erase(shown.key);
        else m_turned.insert(shown.key);
    };
    connect(m_tree, &QTreeWidget::itemCollapsed, this, [fold](QTreeWidgetItem* item) { fold(item, true); });
    connect(m_tree, &QTreeWidget::itemExpanded, this, [fold](QTreeWidgetItem* item) { fold(item, false); });
    retranslate();
}

FacetPanel::~FacetPanel() {
    m_work->stop.request_stop();
    m_work.reset();
}

std::span<const std::string> FacetPanel::columns() const {
    const auto& dataset = m_model.session().dataset();
    return dataset ? dataset->extraColumns() : std::span<const std::string>();
}

void FacetPanel::setQuery(const QString& query, const RowFilter& filter) {
    m_query = query;
    m_filter = filter;
    double least = 0, most = 1;
    for (const RowCondition& condition : filter.conditions) {
        if (facetOf(condition) != Facet::Confidence) continue;
        least = std::max(least, condition.least);
        most = std::min(most, condition.most);
    }
    m_confidence->setRange(least, most);
    countSoon();
}

void FacetPanel::countSoon() {
    if (isVisible()) m_work->timer.start(countDelayMs);
}

void FacetPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    count();
}

void FacetPanel::count() {
    RowFacts facts = m_model.facts();
    if (!facts.dataset || !facts.decisions || facts.decisions->best.size() != facts.dataset->size()) return;
    m_work->stop.request_stop();  // of the count under way: its answer is out of date
    m_work->stop = {};
    if (m_work->listedOf != facts.dataset) m_work->listed.reset();
    m_work->listedOf = facts.dataset;
    m_work->thread.post([this, facts = std::move(facts), filter = m_filter, listed = m_work->listed, stop = m_work->stop.get_token(),
                         generation = ++m_work->generation]() mutable {
        if (!listed) listed = std::make_shared<const std::vector<ListedColumn>>(listedColumns(*facts.dataset, stop));
        findDuplicates(filter, facts);
        auto counts = stop.stop_requested() ? std::nullopt : countFacets(facts, filter, *listed, stop);
        if (!counts) return;
        QMetaObject::invokeMethod(
            this,
            [this, counts = std::move(*counts), listed = std::move(listed), generation] {
                if (generation != m_work->generation) return;
                m_work->listed = listed;
                m_listed = *listed;
                m_counts = counts;
                showCounts();
                emit counted();
            },
            Qt::QueuedConnection);
    });
}

std::vector<FacetPanel::Shown> FacetPanel::facets() const {
    std::vector<Shown> facets;
    Shown labels{Facet::Labels, 0, QStringLiteral("label"), tr("Label"), {}};
    const auto& names = m_model.session().labels().labels;
    for (std::size_t label = 0; label < names.size() && label + 1 < m_counts.labels.size(); ++label) {
        const QString name = QString::fromStdString(names[label].name);
        labels.values.push_back({name, name, m_counts.labels[label]});
    }
    if (!m_counts.labels.empty()) labels.values.push_back({QStringLiteral("none"), tr("No label"), m_counts.labels.back()});
    facets.push_back(std::move(labels));

    const QString stateTexts[] = {tr("not labeled"), tr("suggested"), tr("accepted"), tr("corrected"), tr("put off"), tr("flagged")};
    Shown states{Facet::States, 0, QStringLiteral("status"), tr("State"), {}};
    for (std::size_t state = 0; state < FacetCounts::states.size(); ++state)
        states.values.push_back({QLatin1String(FacetCounts::states[state]), stateTexts[state], m_counts.stateCounts[state]});
    facets.push_back(std::move(states));

    for (std::size_t column = 0; column < m_listed.size() && column < m_counts.columns.size(); ++column) {
        const ListedColumn& listed = m_listed[column];
        const QString name = QString::fromStdString(columns()[listed.column]);
        Shown shown{Facet::Column, listed.column, QStringLiteral("column ") + name, name, {}};
        for (std::size_t value = 0; value < listed.values.size(); ++value) {
            const QString text = QString::fromStdString(listed.values[value]);
            shown.values.push_back({text, text.isEmpty() ? tr("(empty)") : text, m_counts.columns[column][value]});
        }
        std::stable_sort(shown.values.begin(), shown.values.end(), [](const auto& a, const auto& b) { return a.count > b.count; });
        facets.push_back(std::move(shown));
    }
    return facets;
}

void FacetPanel::showCounts() {
    m_showing = true;
    m_confidence->setCounts(m_counts.confidence);
    m_work->shown = facets();
    const int scrolled = m_tree->verticalScrollBar()->value();
    m_tree->clear();
    const QLocale locale;
    for (std::size_t facet = 0; facet < m_work->shown.size(); ++facet) {
        const Shown& shown = m_work->shown[facet];
        const QStringList chosen = facetChoice(m_filter, shown.facet, shown.column);
        auto* top = new QTreeWidgetItem(m_tree, {shown.title});
        top->setData(0, facetRole, uint(facet));
        top->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        QFont bold = m_tree->font();
        bold.setBold(true);
        top->setFont(0, bold);
        for (const Shown::Value& value : shown.values) {
            const bool checked = chosen.contains(value.word, shown.facet == Facet::Labels ? Qt::CaseInsensitive : Qt::CaseSensitive);
            if (value.count == 0 && !checked && shown.facet != Facet::Labels) continue;
            auto* item = new QTreeWidgetItem(top, {value.text, locale.toString(qulonglong(value.count))});
            item->setData(0, facetRole, uint(facet));
            item->setData(0, wordRole, value.word);
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsUserCheckable | Qt::ItemIsSelectable);
            item->setCheckState(0, checked ? Qt::Checked : Qt::Unchecked);
            item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
            item->setToolTip(0, value.text.toHtmlEscaped());
            if (value.count == 0) item->setForeground(0, palette().color(QPalette::Disabled, QPalette::Text));
        }
        top->setExpanded(isLong(shown.values.size()) == m_turned.contains(shown.key));
        if (top->childCount() == 0) top->setHidden(true);
    }
    m_tree->verticalScrollBar()->setValue(scrolled);
    const bool any = std::any_of(m_filter.conditions.begin(), m_filter.conditions.end(),
                                 [](const RowCondition& condition) { return facetOf(condition) != Facet::None; });
    m_clear->setEnabled(any);
    m_showing = false;
}

void FacetPanel::itemChanged(QTreeWidgetItem* item) {
    if (m_showing || item->parent() == nullptr) return;
    const Shown& shown = m_work->shown[item->data(0, facetRole).toUInt()];
    QStringList values;
    for (int child = 0; child < item->parent()->childCount(); ++child) {
        const QTreeWidgetItem* other = item->parent()->child(child);
        if (other->checkState(0) == Qt::Checked) values << other->data(0, wordRole).toString();
    }
    emit queryWanted(withFacetChoice(m_query, columns(), shown.facet, values, shown.column));
}

void FacetPanel::retranslate() {
    m_title->setText(tr("Filters"));
    m_clear->setText(tr("Clear"));
    m_confidenceTitle->setText(tr("Confidence"));
    m_tree->setAccessibleName(tr("Kinds of texts, with how many there are of each"));
    showCounts();
}

void FacetPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

}  // namespace labelwright::ui
