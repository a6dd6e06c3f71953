#include "ui/labels/version_dialog.h"

#include <QComboBox>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStyledItemDelegate>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/common/theme.h"
#include "ui/labels/answer_change_view.h"
#include "ui/labels/answer_matrix_model.h"
#include "ui/labels/change_words.h"
#include "ui/labels/changed_rows_model.h"

namespace labelwright::ui {
namespace {

constexpr std::size_t mostVersions = 500;

/// Shades a cell of the matrix by its share of the row.
class ShadeDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
        QStyledItemDelegate::initStyleOption(option, index);
        QColor shade = themeColours(option->palette).accent;
        shade.setAlphaF(static_cast<float>(0.45 * index.data(AnswerMatrixModel::shareRole).toDouble()));
        option->backgroundBrush = shade;
    }
};

}  // namespace

VersionDialog::VersionDialog(LabelingSession& session, QWidget* parent)
    : QDialog(parent),
      m_session(session),
      m_preview(session),
      m_list(new QListWidget),
      m_with(new QLabel),
      m_other(new QComboBox),
      m_tabs(new QTabWidget),
      m_changes(new QListWidget),
      m_answers(new AnswerChangeView(m_preview)),
      m_matrixModel(new AnswerMatrixModel(this)),
      m_matrix(new QTableView),
      m_restore(new QPushButton) {
    setObjectName(QStringLiteral("versionDialog"));
    const int unit = fontMetrics().height();
    resize(unit * 60, unit * 38);
    m_list->setObjectName(QStringLiteral("versionList"));
    m_list->setWordWrap(true);
    m_list->setSpacing(unit / 5);
    m_other->setObjectName(QStringLiteral("versionOther"));
    m_changes->setObjectName(QStringLiteral("versionChanges"));
    m_changes->setWordWrap(true);
    m_changes->setSpacing(unit / 6);
    m_changes->setSelectionMode(QAbstractItemView::NoSelection);
    m_matrix->setObjectName(QStringLiteral("versionMatrix"));
    m_matrix->setModel(m_matrixModel);
    m_matrix->setItemDelegate(new ShadeDelegate(m_matrix));
    m_matrix->horizontalHeader()->setDefaultSectionSize(unit * 5);
    m_matrix->verticalHeader()->setDefaultSectionSize(unit * 17 / 10);
    m_matrix->setSelectionMode(QAbstractItemView::SingleSelection);
    m_restore->setObjectName(QStringLiteral("versionRestore"));
    m_restore->setAutoDefault(false);
    m_with->setBuddy(m_other);

    auto* right = new QWidget;
    auto* side = new QVBoxLayout(right);
    side->setContentsMargins(0, 0, 0, 0);
    auto* head = new QHBoxLayout;
    head->addWidget(m_with);
    head->addWidget(m_other, 1);
    side->addLayout(head);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_changes, QString());
    m_tabs->addTab(m_answers, QString());
    m_tabs->addTab(m_matrix, QString());
    side->addWidget(m_tabs, 1);
    auto* splitter = new QSplitter(Qt::Horizontal);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_list);
    splitter->addWidget(right);
    splitter->setSizes({unit * 22, unit * 38});
    auto* buttons = new QDialogButtonBox;
    buttons->addButton(m_restore, QDialogButtonBox::ActionRole);
    m_close = buttons->addButton(QDialogButtonBox::Close);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(splitter, 1);
    layout->addWidget(buttons);

    connect(m_list, &QListWidget::currentRowChanged, this, &VersionDialog::showPair);
    connect(m_other, &QComboBox::currentIndexChanged, this, &VersionDialog::showPair);
    connect(m_restore, &QPushButton::clicked, this, &VersionDialog::restore);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_answers, &AnswerChangeView::rowChosen, this, &VersionDialog::rowChosen);
    connect(&m_preview, &AnswerPreview::changed, this,
            [this] { m_matrixModel->setComparison(m_preview.before(), m_preview.after(), m_preview.comparison()); });
    connect(m_matrix, &QTableView::activated, this, [this](const QModelIndex& cell) {
        m_answers->changedRows().show(cell.row(), cell.column());
        m_tabs->setCurrentWidget(m_answers);
    });
    connect(&session.bridge(), &EngineBridge::labelVersionsRead, this, [this](const LabelVersionsRead& event) {
        if (event.job == m_job) take(event.versions);
    });
    connect(&session, &LabelingSession::labelsChanged, this,
            [this] { m_job = m_session.bridge().engine().readLabelVersions(mostVersions); });
    retranslate();
    m_job = session.bridge().engine().readLabelVersions(mostVersions);
}

void VersionDialog::take(std::vector<LabelVersion> versions) {
    m_versions = std::move(versions);
    fillLists();
}

QString VersionDialog::titleOf(const LabelVersion& version) const {
    const QString number = QLocale().toString(version.labels.version);
    const QString title =
        version.labels.version == m_session.labels().version ? tr("Version %1 (in use)").arg(number) : tr("Version %1").arg(number);
    if (version.madeAt == 0) return title;
    return tr("%1, %2").arg(title, QLocale().toString(QDateTime::fromSecsSinceEpoch(version.madeAt), QLocale::ShortFormat));
}

void VersionDialog::fillLists() {
    const QSignalBlocker quietList(m_list);
    const QSignalBlocker quietOther(m_other);
    const int row = m_list->currentRow();
    const int other = m_other->currentIndex();
    m_list->clear();
    m_other->clear();
    m_other->addItem(tr("the labels in use"));
    m_other->addItem(tr("the version before it"));
    for (std::size_t i = 0; i < m_versions.size(); ++i) {
        const LabelSet before = i + 1 < m_versions.size() ? m_versions[i + 1].labels : LabelSet();
        m_list->addItem(titleOf(m_versions[i]) + QLatin1Char('\n') + summaryOf(compareLabelSets(before, m_versions[i].labels)));
        m_other->addItem(titleOf(m_versions[i]));
    }
    m_list->setCurrentRow(std::min(std::max(row, 0), m_list->count() - 1));
    m_other->setCurrentIndex(other < 0 || other >= m_other->count() ? 1 : other);
    showPair();
}

const LabelVersion* VersionDialog::chosen() const {
    const auto row = static_cast<std::size_t>(m_list->currentRow());
    return row < m_versions.size() ? &m_versions[row] : nullptr;
}

const LabelVersion* VersionDialog::compared() const {
    const int other = m_other->currentIndex();
    if (other == 1) {
        const auto before = static_cast<std::size_t>(m_list->currentRow() + 1);
        return before < m_versions.size() ? &m_versions[before] : nullptr;
    }
    const auto place = static_cast<std::size_t>(other - 2);
    return other >= 2 && place < m_versions.size() ? &m_versions[place] : nullptr;
}

void VersionDialog::showPair() {
    m_changes->clear();
    const LabelVersion* version = chosen();
    m_restore->setEnabled(version != nullptr && version->labels.version != m_session.labels().version);
    if (version == nullptr) {
        m_preview.clear();
        return;
    }
    // The older state stands on the left, whichever was chosen first.
    const LabelVersion* other = compared();
    LabelSet before = other != nullptr ? other->labels : m_other->currentIndex() == 0 ? m_session.labels() : LabelSet();
    LabelSet after = version->labels;
    if (before.version > after.version) std::swap(before, after);
    const std::vector<LabelChange> changes = compareLabelSets(before, after);
    for (const LabelChange& change : changes) m_changes->addItem(wordsOf(change));
    if (changes.empty()) m_changes->addItem(summaryOf(changes));
    m_answers->setTitles(tr("Version %1").arg(QLocale().toString(before.version)), tr("Version %1").arg(QLocale().toString(after.version)));
    m_answers->changedRows().show(-1, -1);
    m_preview.compare(std::move(before), std::move(after));
}

void VersionDialog::restore() {
    const LabelVersion* version = chosen();
    if (version == nullptr) return;
    m_session.setLabels(version->labels, tr("Restore version %1").arg(QLocale().toString(version->labels.version)));
}

void VersionDialog::retranslate() {
    setWindowTitle(tr("Versions of the labels"));
    m_list->setAccessibleName(tr("Versions"));
    m_with->setText(tr("&Compare with"));
    m_tabs->setTabText(0, tr("Labels"));
    m_tabs->setTabText(1, tr("Texts"));
    m_tabs->setTabText(2, tr("Before and after"));
    m_matrix->setToolTip(tr("Texts by their label in the older version (rows) and the newer one (columns)"));
    m_restore->setText(tr("&Restore this version"));
    m_restore->setToolTip(tr("Makes these the labels again, as a new version; Undo takes it back"));
    if (m_close != nullptr) m_close->setText(tr("Close"));
    m_matrixModel->retranslate();
    fillLists();
}

void VersionDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_close != nullptr) retranslate();
}

}  // namespace labelwright::ui
