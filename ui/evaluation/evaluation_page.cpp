#include "ui/evaluation/evaluation_page.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/common/card.h"
#include "ui/common/error_text.h"
#include "ui/common/icons.h"
#include "ui/common/theme.h"
#include "ui/common/workbench_style.h"
#include "ui/evaluation/confusion_model.h"
#include "ui/evaluation/evaluation_chart.h"
#include "ui/evaluation/evaluation_summary.h"
#include "ui/evaluation/evaluator.h"
#include "ui/evaluation/figure_words.h"
#include "ui/evaluation/label_figures_model.h"

namespace labelwright::ui {

EvaluationPage::EvaluationPage(LabelingSession& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_evaluator(new Evaluator(session, this)),
      m_title(new QLabel(this)),
      m_truthText(new QLabel(this)),
      m_truth(new QComboBox(this)),
      m_back(new QPushButton(this)),
      m_summary(new EvaluationSummary(session, this)),
      m_tabs(new QTabBar(this)),
      m_views(new QStackedWidget(this)),
      m_hint(new QLabel(this)),
      m_labelTable(new QTableView(this)),
      m_confusionTable(new QTableView(this)),
      m_labels(new LabelFiguresModel(this)),
      m_confusion(new ConfusionModel(this)),
      m_chart(new EvaluationChart(session, *m_evaluator, this)),
      m_advice(new QLabel(this)) {
    setObjectName(QStringLiteral("evaluationPage"));
    m_truth->setObjectName(QStringLiteral("evaluationTruth"));
    m_back->setObjectName(QStringLiteral("evaluationBack"));
    m_tabs->setObjectName(QStringLiteral("evaluationTabs"));
    m_advice->setObjectName(QStringLiteral("evaluationAdvice"));
    makeTables();
    makeLayout();
    auto* escape = new QAction(this);
    escape->setShortcut(Qt::Key_Escape);
    escape->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(escape);
    connect(escape, &QAction::triggered, this, &EvaluationPage::closed);
    connect(m_back, &QPushButton::clicked, this, &EvaluationPage::closed);
    connect(m_truth, &QComboBox::activated, this, [this](int index) {
        m_evaluator->setTruth({index == 0 ? std::nullopt : std::optional(m_truth->itemData(index).toString().toStdString())});
    });
    connect(m_tabs, &QTabBar::currentChanged, this, &EvaluationPage::showTab);
    connect(m_evaluator, &Evaluator::changed, this, &EvaluationPage::showEvaluation);
    connect(m_evaluator, &Evaluator::truthChanged, this, &EvaluationPage::fillTruths);
    connect(&session, &LabelingSession::reviewsChanged, this, &EvaluationPage::fillTruths);
    retranslate();
}

void EvaluationPage::makeTables() {
    auto* sorted = new QSortFilterProxyModel(this);
    sorted->setSourceModel(m_labels);
    sorted->setSortRole(LabelFiguresModel::sortRole);
    sorted->setSortLocaleAware(true);
    m_labelTable->setObjectName(QStringLiteral("evaluationLabels"));
    m_labelTable->setModel(sorted);
    m_labelTable->setSortingEnabled(true);
    m_labelTable->sortByColumn(-1, Qt::AscendingOrder);  // the labels' own order until a heading is clicked
    m_labelTable->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_labelTable->setSelectionMode(QAbstractItemView::SingleSelection);
    m_labelTable->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_labelTable->horizontalHeader()->setSectionResizeMode(LabelFiguresModel::Name, QHeaderView::Stretch);
    m_labelTable->verticalHeader()->hide();
    const int unit = fontMetrics().height();
    m_labelTable->setIconSize({unit * 5 / 9, unit * 5 / 9});
    m_confusionTable->setObjectName(QStringLiteral("evaluationConfusions"));
    m_confusionTable->setModel(m_confusion);
    m_confusionTable->setSelectionMode(QAbstractItemView::SingleSelection);
    m_confusionTable->horizontalHeader()->setDefaultSectionSize(unit * 5);
    for (QTableView* table : {m_labelTable, m_confusionTable}) {
        table->setWordWrap(false);
        table->setTabKeyNavigation(false);
        table->verticalHeader()->setDefaultSectionSize(unit * 17 / 10);
        table->setShowGrid(table == m_confusionTable);
        table->viewport()->setCursor(Qt::PointingHandCursor);
    }
    // A click, or Enter for the keyboard.
    const auto onPick = [this](QTableView* table, auto pick) {
        connect(table, &QTableView::clicked, this, pick);
        auto* enter = new QAction(table);
        enter->setShortcuts({QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter)});
        enter->setShortcutContext(Qt::WidgetShortcut);
        table->addAction(enter);
        connect(enter, &QAction::triggered, this, [this, table, pick] { (this->*pick)(table->currentIndex()); });
    };
    onPick(m_labelTable, &EvaluationPage::pickErrors);
    onPick(m_confusionTable, &EvaluationPage::pickCell);
}

void EvaluationPage::makeLayout() {
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_back->setIcon(themedIcon(QStringLiteral("close")));
    m_back->setAutoDefault(false);
    makeLink(*m_back);
    makeMuted(*m_truthText);
    makeMuted(*m_hint);
    m_advice->setWordWrap(true);
    m_advice->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    makeMuted(*m_advice);
    for (QLabel* label : {m_hint, m_advice}) label->setTextFormat(Qt::PlainText);
    m_truth->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_truth->setMinimumContentsLength(14);
    m_truthText->setBuddy(m_truth);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_views->addWidget(m_labelTable);
    m_views->addWidget(m_confusionTable);
    m_views->addWidget(m_chart);

    const int gap = fontMetrics().height() * 3 / 4;
    auto* head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addSpacing(gap);
    head->addWidget(m_truthText);
    head->addWidget(m_truth);
    head->addStretch();
    head->addWidget(m_back);
    auto* tabs = new QHBoxLayout;
    tabs->addWidget(m_tabs);
    tabs->addStretch();
    tabs->addWidget(&m_chart->asTable());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(gap, gap, gap, gap);
    layout->setSpacing(gap);
    layout->addLayout(head);
    layout->addWidget(m_summary);
    layout->addLayout(tabs);
    layout->addWidget(m_hint);
    layout->addWidget(m_views, 1);
    layout->addWidget(m_advice, 1);
}

void EvaluationPage::retranslate() {
    m_title->setText(tr("Evaluation"));
    m_truthText->setText(tr("Right labels:"));
    m_back->setText(tr("Back to the texts"));
    m_back->setToolTip(tr("Escape"));
    const QSignalBlocker quiet(m_tabs);
    const int current = std::max(0, m_tabs->currentIndex());
    while (m_tabs->count() > 0) m_tabs->removeTab(0);
    for (const QString& tab : {tr("Labels"), tr("Confusions"), tr("Coverage"), tr("Reliability"), tr("Temperature")}) m_tabs->addTab(tab);
    m_tabs->setCurrentIndex(current);
    m_tabs->setAccessibleName(tr("What is shown"));
    m_labelTable->setAccessibleName(tr("Figures of each label"));
    m_confusionTable->setAccessibleName(tr("Texts by right label and label given"));
    m_labels->retranslate();
    m_confusion->retranslate();
    m_summary->retranslate();
    fillTruths();
    showEvaluation();
}

void EvaluationPage::fillTruths() {
    const QSignalBlocker quiet(m_truth);
    m_truth->clear();
    m_truth->addItem(tr("What people said (%n text(s))", nullptr, static_cast<int>(m_session.reviews().decidedRows())));
    if (m_session.dataset()) {
        for (const std::string& name : m_session.dataset()->extraColumns()) {
            const QString column = QString::fromStdString(name);
            m_truth->addItem(tr("Column “%1”").arg(column), column);
        }
    }
    const auto& column = m_evaluator->truth().column;
    m_truth->setCurrentIndex(column ? std::max(0, m_truth->findData(QString::fromStdString(*column))) : 0);
}

/// What to do where there is nothing to show; empty: there is.
QString EvaluationPage::adviceText() const {
    if (!m_session.dataset() || m_session.dataset()->size() == 0) return tr("There are no texts yet. Import some first.");
    if (m_session.labels().labels.empty()) return tr("There are no labels yet. Add some at the left.");
    if (m_evaluator->problem()) return errorText(*m_evaluator->problem());
    const auto& evaluation = m_evaluator->evaluation();
    if (!evaluation) return tr("Counting…");
    if (evaluation->compared > 0) return {};
    if (m_evaluator->truth().column) return tr("No text can be compared. %1.").arg(countedText(*evaluation));
    if (m_session.reviews().decidedRows() > 0) return tr("No reviewed text can be compared. %1.").arg(countedText(*evaluation));
    const QString review =
        tr("Nobody has said yet which labels are right. Review some texts (Enter accepts a label, 1 to 9 correct it), or "
           "choose a column of the texts that holds the right labels.");
    const auto& decisions = m_session.decisions();
    const bool scored = decisions && decisions->unscored < m_session.dataset()->size();
    return scored ? review : tr("No text is labeled yet. Run the model first.");
}

void EvaluationPage::showEvaluation() {
    const QString advice = adviceText();
    const bool something = advice.isEmpty();
    const auto shown = something ? m_evaluator->evaluation() : nullptr;
    m_advice->setText(advice);
    m_advice->setVisible(!something);
    for (QWidget* widget : {static_cast<QWidget*>(m_summary), static_cast<QWidget*>(m_tabs), static_cast<QWidget*>(m_views)})
        widget->setVisible(something);
    m_summary->setEvaluation(shown);
    m_labels->setEvaluation(shown);
    m_confusion->setEvaluation(shown);
    showTab();
}

void EvaluationPage::showTab() {
    const bool something = m_advice->isHidden();
    const int tab = m_tabs->currentIndex();
    m_views->setCurrentIndex(std::min(tab, 2));
    m_chart->asTable().setVisible(something && tab >= Coverage);
    const bool hinted = something && tab < Coverage;
    m_hint->setVisible(hinted);
    m_hint->setText(tab == Labels ? tr("Click a label to see the texts where it is missing or wrong.")
                                  : tr("Rows: right label. Columns: label given. Click a figure to see exactly these texts."));
    if (something && tab >= Coverage && isVisible()) {
        m_chart->show(tab == Coverage             ? EvaluationChart::View::Coverage
                      : tab == ReliabilityDiagram ? EvaluationChart::View::Reliability
                                                  : EvaluationChart::View::Temperature);
    }
}

void EvaluationPage::pickErrors(const QModelIndex& index) {
    const auto evaluation = m_evaluator->evaluation();
    if (!index.isValid() || !evaluation) return;
    const auto label = static_cast<std::uint32_t>(index.data(LabelFiguresModel::labelRole).toInt());
    const QString name = QString::fromStdString(evaluation->labels.labels[label].name);
    const auto rows = evaluation->errorsOf(label);
    if (!rows.empty()) emit rowsPicked(tr("errors of %1").arg(name), rows);
}

void EvaluationPage::pickCell(const QModelIndex& index) {
    const auto evaluation = m_evaluator->evaluation();
    if (!index.isValid() || !evaluation) return;
    const std::uint32_t gold = m_confusion->labelAt(index.row());
    const std::uint32_t predicted = m_confusion->labelAt(index.column());
    const auto rows = evaluation->rowsOf(gold, predicted);
    if (!rows.empty()) emit rowsPicked(cellName(evaluation->labels, gold, predicted), rows);
}

void EvaluationPage::focusFigures() {
    if (m_advice->isHidden()) m_views->currentWidget()->setFocus(Qt::OtherFocusReason);
    else m_truth->setFocus(Qt::OtherFocusReason);
}

void EvaluationPage::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (m_advice == nullptr) return;
    if (event->type() == QEvent::LanguageChange) retranslate();
    if (event->type() == QEvent::PaletteChange) m_confusion->setPalette(palette());
}

void EvaluationPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_confusion->setPalette(palette());
    m_evaluator->setWatched(true);
    showTab();
}

void EvaluationPage::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    m_evaluator->setWatched(false);
}

void EvaluationPage::paintEvent(QPaintEvent*) { QPainter(this).fillRect(rect(), themeColours(palette()).window); }

}  // namespace labelwright::ui
