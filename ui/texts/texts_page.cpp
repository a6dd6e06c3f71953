#include "ui/texts/texts_page.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>
#include <array>

#include "ui/common/card.h"
#include "ui/common/icons.h"
#include "ui/common/notice_bar.h"
#include "ui/common/workbench_style.h"
#include "ui/models/texts_model.h"
#include "ui/texts/empty_state.h"
#include "ui/texts/facet_panel.h"
#include "ui/texts/progress_line.h"
#include "ui/texts/row_delegate.h"
#include "ui/texts/saved_views.h"
#include "ui/texts/sort_choice.h"

namespace labelwright::ui {
namespace {

constexpr int queryDelayMs = 150;

}  // namespace

TextsPage::TextsPage(LabelingSession& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_model(new TextsModel(session, this)),
      m_search(new QLineEdit(this)),
      m_searchIcon(m_search->addAction(themedIcon(QStringLiteral("search"), IconInk::Muted), QLineEdit::LeadingPosition)),
      m_facetsButton(new QToolButton(this)),
      m_views(new ViewsButton(session, this)),
      m_sortButton(new QToolButton(this)),
      m_sorts(new QActionGroup(this)),
      m_count(new QLabel(this)),
      m_notice(new NoticeBar(this)),
      m_facets(new FacetPanel(*m_model, this)),
      m_pages(new QStackedWidget(this)),
      m_table(new QTableView(this)),
      m_empty(new EmptyState(this)),
      m_progress(new ProgressLine(this)),
      m_queryTimer(new QTimer(this)) {
    makeTable();
    m_pages->addWidget(m_table);
    m_pages->addWidget(m_empty);
    m_progress->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    makeSearchRow();
    layout->addWidget(m_notice);
    makeFacets();
    layout->addWidget(m_progress);
    connectSession();
    applyFont();
    retranslateUi();
    showRows();
    runStateChanged();
}

void TextsPage::makeSearchRow() {
    m_search->setObjectName(QStringLiteral("searchBox"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_queryTimer->setSingleShot(true);
    m_queryTimer->setInterval(queryDelayMs);
    connect(m_search, &QLineEdit::textChanged, m_queryTimer, qOverload<>(&QTimer::start));
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        readQuery();
        focusTable();
    });
    connect(m_queryTimer, &QTimer::timeout, this, &TextsPage::readQuery);

    m_sortButton->setObjectName(QStringLiteral("sortButton"));
    m_sortButton->setIcon(themedIcon(QStringLiteral("sort")));
    m_sortButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_sortButton->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(m_sortButton);
    for (const SortChoice& choice : sortChoices) {
        QAction* action = menu->addAction(QString(), this, [this, sort = choice.sort] { applySort(sort); });
        action->setCheckable(true);
        action->setObjectName(QStringLiteral("sort-") + QLatin1String(choice.word));
        m_sorts->addAction(action);
    }
    m_sortButton->setMenu(menu);
    m_count->setObjectName(QStringLiteral("rowCount"));
    makeMuted(*m_count);

    auto* row = new QHBoxLayout;
    const int gap = fontMetrics().height() / 2;
    row->setContentsMargins(gap * 3 / 2, gap, gap * 3 / 2, gap);
    row->setSpacing(gap);
    row->addWidget(m_facetsButton);
    row->addWidget(m_search, 1);
    row->addWidget(m_views);
    row->addWidget(m_sortButton);
    row->addWidget(m_count);
    qobject_cast<QVBoxLayout*>(layout())->addLayout(row);
}

void TextsPage::makeFacets() {
    m_facetsButton->setObjectName(QStringLiteral("facetsButton"));
    m_facetsButton->setIcon(themedIcon(QStringLiteral("filter")));
    m_facetsButton->setCheckable(true);
    m_facets->hide();
    m_facets->setFixedWidth(fontMetrics().horizontalAdvance(QLatin1Char('0')) * 26);
    connect(m_facetsButton, &QToolButton::toggled, this, &TextsPage::setFacetsShown);
    connect(m_facets, &FacetPanel::queryWanted, this, &TextsPage::setQuery);
    connect(m_views, &ViewsButton::viewWanted, this, &TextsPage::showView);
    auto* beside = new QHBoxLayout;
    beside->setSpacing(0);
    beside->addWidget(m_facets);
    beside->addWidget(m_pages, 1);
    qobject_cast<QVBoxLayout*>(layout())->addLayout(beside, 1);
}

void TextsPage::makeTable() {
    m_table->setObjectName(QStringLiteral("textsTable"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new RowDelegate(*m_model, m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setCornerButtonEnabled(false);
    m_table->setTabKeyNavigation(false);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView* header = m_table->horizontalHeader();
    header->setSectionsClickable(true);
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(TextsModel::Text, QHeaderView::Stretch);
    connect(header, &QHeaderView::sectionClicked, this, &TextsPage::sortByColumn);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        qsizetype rows = 0;
        for (const QItemSelectionRange& range : m_table->selectionModel()->selection()) rows += range.height();
        emit selectionChanged(rows);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &TextsPage::currentChanged);
    connect(m_empty, &EmptyState::sampleWanted, this, &TextsPage::sampleWanted);
    connect(m_empty, &EmptyState::importWanted, this, &TextsPage::importWanted);
    connect(m_empty, &EmptyState::pasteWanted, this, &TextsPage::pasteWanted);
    connect(m_empty, &EmptyState::clearFilterWanted, this, [this] {
        setQuery({});
        focusTable();
    });
}

void TextsPage::connectSession() {
    connect(m_model, &TextsModel::modelAboutToBeReset, this, [this] { m_replacingRows = true; });
    connect(m_model, &TextsModel::arranged, this, [this] {
        m_replacingRows = false;
        keepCurrentRow();
        showRows();
        emit rowsChanged();
    });
    connect(m_model, &TextsModel::sortingChanged, this, &TextsPage::showSorting);
    connect(&m_session, &LabelingSession::datasetChanged, this, [this] {
        m_currentRow.reset();
        m_picked.reset();
        restoreView();
    });
    connect(&m_session, &LabelingSession::runStateChanged, this, &TextsPage::runStateChanged);
    for (const auto signal : {&LabelingSession::datasetChanged, &LabelingSession::labelsChanged, &LabelingSession::decisionsChanged,
                              &LabelingSession::modelChoiceChanged, &LabelingSession::computeChoiceChanged, &LabelingSession::planReady,
                              &LabelingSession::modelsInUseChanged, &LabelingSession::runStateChanged}) {
        connect(&m_session, signal, this, &TextsPage::showNotice);
    }
    for (const auto signal : {&LabelingSession::modelChoiceChanged, &LabelingSession::computeChoiceChanged, &LabelingSession::planReady,
                              &LabelingSession::modelsInUseChanged}) {
        connect(&m_session, signal, m_table->viewport(), qOverload<>(&QWidget::update));
    }
    connect(m_notice, &NoticeBar::buttonClicked, this, &TextsPage::noticeButton);
    connect(m_progress, &ProgressLine::cancelWanted, this, [this] {
        m_progress->showCancelling();
        emit cancelWanted();
    });
    connect(&m_session.bridge(), &EngineBridge::progressed, this, [this](const Progress& progress) {
        if (progress.job == m_session.runningJob()) m_progress->show(progress);
    });
}

// Looks

void TextsPage::applyFont() {
    const QFontMetrics metrics = fontMetrics();
    m_table->verticalHeader()->setMinimumSectionSize(1);
    m_table->verticalHeader()->setDefaultSectionSize(RowDelegate::rowHeight(metrics));
    m_table->verticalScrollBar()->setSingleStep(RowDelegate::rowHeight(metrics));
    const int room = 2 * RowDelegate::padding(metrics);
    QHeaderView* header = m_table->horizontalHeader();
    // Digits, not averageCharWidth(): a face with Chinese glyphs says its average is two digits wide.
    const int digit = metrics.horizontalAdvance(QLatin1Char('0'));
    header->setMinimumSectionSize(digit * 4);
    header->resizeSection(TextsModel::Number, metrics.horizontalAdvance(QStringLiteral("1000000")) + room);
    header->resizeSection(TextsModel::Label, digit * 13 + room);
    header->resizeSection(TextsModel::State, metrics.horizontalAdvance(tr("corrected")) + metrics.height() * 2 + room);
    header->resizeSection(TextsModel::Margin, metrics.horizontalAdvance(QStringLiteral("0.0000")) + room);
    m_count->setMinimumWidth(digit * 8);
    fitToFacets();
}

/// The texts need the room that the filters take.
void TextsPage::fitToFacets() {
    const bool shown = !m_facets->isHidden();
    const int digit = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    m_table->setColumnHidden(TextsModel::Margin, shown);
    m_table->horizontalHeader()->resizeSection(TextsModel::Confidence, digit * (shown ? 11 : 20) + 2 * RowDelegate::padding(fontMetrics()));
}

void TextsPage::retranslateUi() {
    m_search->setPlaceholderText(tr("Search: words, label:NAME, conf:<0.6, \"exact phrase\", -not"));
    m_search->setAccessibleName(tr("Search in the texts"));
    m_search->setToolTip(
        tr("<p>Shows the texts that match everything typed (Ctrl+F):</p>"
           "<p><b>word</b>, <b>\"exact phrase\"</b>, <b>-without</b>, <b>/regular expression/</b><br>"
           "<b>label:NAME</b>, <b>label:A,B</b>, <b>label:none</b><br>"
           "<b>conf:&lt;0.6</b>, <b>conf:0.4~0.6</b>, <b>margin:&lt;0.1</b>, <b>len:&gt;512</b><br>"
           "<b>status:unreviewed</b>, <b>status:corrected,flagged</b>, <b>human:NAME</b>, <b>note:yes</b><br>"
           "<b>dup:yes</b>, <b>truncated:yes</b>, <b>scored:no</b>, <b>model:NAME</b><br>"
           "<b>COLUMN:part</b>, <b>COLUMN:=A,B</b>, <b>COLUMN:&lt;&gt;A</b>, <b>COLUMN:2..7</b>, <b>COLUMN:&gt;2026-01</b>, "
           "<b>COLUMN:NULL</b></p>"));
    m_table->setAccessibleName(tr("Texts and their labels"));
    m_facetsButton->setToolTip(tr("Filters: what kinds of texts there are, and how many (F9)"));
    m_facetsButton->setAccessibleName(tr("Filters"));
    m_sortButton->setToolTip(tr("Order of the texts"));
    m_sortButton->setAccessibleName(tr("Order of the texts"));
    const QList<QAction*> actions = m_sorts->actions();
    for (qsizetype i = 0; i < actions.size(); ++i) actions[i]->setText(sortText(sortChoices[static_cast<std::size_t>(i)]));
    showSorting();
    showRows();
    showNotice();
}

void TextsPage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        m_model->retranslate();
        readQuery();
        retranslateUi();
    } else if (event->type() == QEvent::FontChange) {
        applyFont();
    }
    QWidget::changeEvent(event);
}

void TextsPage::showSorting() {
    const RowSort sort = m_model->sorting();
    QString text = tr("Own order");
    for (std::size_t i = 0; i < sortChoices.size(); ++i) {
        const bool chosen = isChosen(sortChoices[i], sort);
        m_sorts->actions()[static_cast<qsizetype>(i)]->setChecked(chosen);
        if (chosen) text = sort.key == SortKey::Random ? tr("Random order %1").arg(sort.seed) : sortText(sortChoices[i]);
    }
    m_sortButton->setText(text);
    QHeaderView* header = m_table->horizontalHeader();
    int column = -1;
    for (std::size_t i = 1; i < columnSorts.size(); ++i)
        if (columnSorts[i].key == sort.key) column = static_cast<int>(i);
    header->setSortIndicatorShown(column >= 0);
    if (column >= 0)
        header->setSortIndicator(column, sort.direction == SortDirection::Ascending ? Qt::AscendingOrder : Qt::DescendingOrder);
}

void TextsPage::showRows() {
    const QLocale locale;
    const bool any = m_session.dataset() && m_session.dataset()->size() > 0;
    const std::size_t hidden = m_model->hiddenRows();
    const int shown = m_model->rowCount();
    if (!any) {
        m_count->clear();
    } else if (hidden == 0) {
        m_count->setText(tr("%n row(s)", nullptr, shown));
    } else {
        m_count->setText(tr("%1 of %2 rows").arg(locale.toString(shown), locale.toString(qulonglong(m_session.dataset()->size()))));
    }
    if (any && shown == 0) m_empty->setReason(EmptyState::Reason::AllHidden, hidden);
    else if (!any) m_empty->setReason(m_session.dataset() ? EmptyState::Reason::NothingInFile : EmptyState::Reason::NoTexts);
    m_pages->setCurrentWidget(shown > 0 ? static_cast<QWidget*>(m_table) : m_empty);
}

void TextsPage::showNotice() {
    const bool any = m_session.dataset() && m_session.dataset()->size() > 0;
    const bool running = m_session.runningJob() != 0;
    m_noticeKind = Notice::None;
    QString text;
    QString button;
    if (!m_problem.isEmpty()) {
        m_noticeKind = Notice::BadQuery;
        text = m_problem;
    } else if (any && m_session.labels().labels.empty()) {
        m_noticeKind = Notice::NoLabels;
        text = tr("Next: say which labels there are. Type them at the left, or take a preset.");
    } else if (any && !running && m_session.scoresOutdated()) {
        m_noticeKind = Notice::Outdated;
        text = tr("Outdated: these labels were given by another model or precision than the one chosen now.");
        button = tr("Label again");
    } else if (any && !running && m_session.decisions() && m_session.decisions()->unscored == m_session.dataset()->size()) {
        m_noticeKind = Notice::NotLabeled;
        text = tr("These texts are not labeled yet.");
        button = tr("Label %n text(s)", nullptr, static_cast<int>(m_session.dataset()->size()));
    }
    m_notice->setNotice(text, button);
}

void TextsPage::noticeButton() {
    if (m_noticeKind == Notice::NotLabeled || m_noticeKind == Notice::Outdated) emit runWanted();
}

void TextsPage::runStateChanged() {
    const bool running = m_session.runningJob() != 0;
    if (running && m_progress->isHidden()) m_progress->begin();
    m_progress->setVisible(running);
}

}  // namespace labelwright::ui
