#include "ui/import_export/import_dialog.h"

#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>

#include "core/jobs/task_thread.h"
#include "ui/common/card.h"
#include "ui/common/error_text.h"
#include "ui/import_export/import_options_form.h"
#include "ui/import_export/preview_model.h"

namespace labelwright::ui {
namespace {

constexpr double doubtfulConfidence = 0.5;

QTableView* makeTable(const char* objectName, QAbstractItemModel* model) {
    auto* table = new QTableView;
    table->setObjectName(QLatin1String(objectName));
    table->setModel(model);
    table->setWordWrap(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() * 3 / 2);
    return table;
}

}  // namespace

ImportDialog::ImportDialog(EngineBridge& bridge, ImportSource source, ImportSurroundings surroundings, QWidget* parent)
    : QDialog(parent),
      m_bridge(bridge),
      m_source(std::move(source)),
      m_surroundings(std::move(surroundings)),
      m_previewModel(new PreviewModel(this)),
      m_rejectsModel(new RejectsModel(this)) {
    setObjectName(QStringLiteral("importDialog"));
    setSizeGripEnabled(true);
    const int unit = fontMetrics().height();
    resize(unit * 56, unit * 34);
    m_pages = new QStackedWidget;
    m_pages->addWidget(makePreviewPage());
    m_pages->addWidget(makeRejectsPage());
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_pages);
    connectEngine();
    retranslate();
    preview();
}

QWidget* ImportDialog::makePreviewPage() {
    m_heading = new QLabel;
    m_heading->setTextFormat(Qt::PlainText);
    m_notice = new Card(Card::Tone::Notice);
    m_noticeText = new QLabel;
    m_noticeText->setObjectName(QStringLiteral("importNotice"));
    m_noticeText->setTextFormat(Qt::PlainText);
    m_noticeText->setWordWrap(true);
    (new QVBoxLayout(m_notice))->addWidget(m_noticeText);
    m_notice->hide();
    m_options = new ImportOptionsForm;
    connect(m_options, &ImportOptionsForm::changed, this, &ImportDialog::preview);
    m_table = makeTable("importPreview", m_previewModel);
    m_progress = new QProgressBar;
    m_progress->setObjectName(QStringLiteral("importProgress"));
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->hide();
    m_import = new QPushButton;
    m_import->setObjectName(QStringLiteral("importStart"));
    m_import->setDefault(true);
    m_import->setEnabled(false);
    connect(m_import, &QPushButton::clicked, this, &ImportDialog::startImport);
    m_cancel = new QPushButton;
    m_cancel->setObjectName(QStringLiteral("importCancel"));
    m_cancel->setAutoDefault(false);
    connect(m_cancel, &QPushButton::clicked, this, &ImportDialog::reject);

    m_way = new QComboBox;
    m_way->setObjectName(QStringLiteral("importWay"));
    m_wayCaption = new QLabel;
    m_wayCaption->setBuddy(m_way);
    const bool hasTexts = m_surroundings.present && m_surroundings.present->size() > 0;
    m_way->setVisible(hasTexts);
    m_wayCaption->setVisible(hasTexts);

    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_wayCaption);
    buttons->addWidget(m_way);
    buttons->addWidget(m_progress, 1);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_import);
    auto* left = new QVBoxLayout;
    left->addWidget(m_options);
    left->addStretch();
    auto* middle = new QHBoxLayout;
    middle->addLayout(left);
    middle->addWidget(m_table, 1);
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_heading);
    layout->addWidget(m_notice);
    layout->addLayout(middle, 1);
    layout->addLayout(buttons);
    return page;
}

QWidget* ImportDialog::makeRejectsPage() {
    m_rejectsHeading = new QLabel;
    m_rejectsHeading->setObjectName(QStringLiteral("importRejectsHeading"));
    m_rejectsHeading->setTextFormat(Qt::PlainText);
    m_rejectsHeading->setWordWrap(true);
    m_rejects = makeTable("importRejects", m_rejectsModel);
    m_rejects->verticalHeader()->hide();
    m_rejects->horizontalHeader()->setStretchLastSection(true);
    m_save = new QPushButton;
    m_save->setObjectName(QStringLiteral("importSaveRejects"));
    m_save->setAutoDefault(false);
    connect(m_save, &QPushButton::clicked, this, &ImportDialog::saveRejects);
    m_close = new QPushButton;
    m_close->setObjectName(QStringLiteral("importClose"));
    connect(m_close, &QPushButton::clicked, this, &ImportDialog::accept);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_save);
    buttons->addWidget(m_close);
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_rejectsHeading);
    layout->addWidget(m_rejects, 1);
    layout->addLayout(buttons);
    return page;
}

void ImportDialog::connectEngine() {
    connect(&m_bridge, &EngineBridge::previewReady, this, [this](const PreviewReady& event) {
        if (event.job == m_previewJob) showPreview(event.preview);
    });
    connect(&m_bridge, &EngineBridge::transferProgressed, this, [this](const TransferProgress& event) {
        if (event.job != m_importJob || event.total == 0) return;
        m_progress->setValue(static_cast<int>(event.done * 1000 / event.total));
    });
    connect(&m_bridge, &EngineBridge::imported, this, [this](const Imported& event) {
        if (event.job == m_importJob) finish(event);
    });
    connect(&m_bridge, &EngineBridge::failed, this, [this](const Failed& event) {
        if (event.job != m_previewJob && event.job != m_importJob) return;
        if (event.job == m_importJob) {
            m_importJob = 0;
            setBusy(false);
        }
        m_previewModel->setPreview({});
        m_import->setEnabled(false);
        showProblem(errorText(event.error));
    });
    connect(&m_bridge, &EngineBridge::cancelled, this, [this](const Cancelled& event) {
        if (event.job != m_importJob) return;
        m_importJob = 0;
        setBusy(false);
    });
}

QString ImportDialog::sourceName() const {
    if (!m_source.name.empty()) return QString::fromStdString(m_source.name);
    const auto* file = std::get_if<std::filesystem::path>(&m_source.content);
    return file == nullptr ? QString() : QString::fromStdString(file->filename().string());
}

void ImportDialog::preview() { m_previewJob = m_bridge.engine().previewImport(m_source, m_options->chosen()); }

bool ImportDialog::takeEarlierColumns(const ImportPreview& preview) {
    for (const ImportColumns& earlier : m_surroundings.earlierColumns) {
        if (earlier.columns != preview.columns) continue;
        ImportOptions columns;
        columns.textColumn = earlier.text;
        columns.idColumn = earlier.id;
        columns.labelColumn = earlier.label;
        columns.labelSeparator = earlier.labelSeparator;
        return m_options->choose(columns);
    }
    return false;
}

void ImportDialog::showPreview(const ImportPreview& preview) {
    m_problem.clear();
    m_encodingDoubtful = preview.encodingConfidence < doubtfulConfidence;
    m_columns = preview.columns;
    m_options->show(preview);
    m_previewModel->setPreview(preview);
    if (takeEarlierColumns(preview)) this->preview();
    m_import->setEnabled(!preview.rows.empty());
    const int unit = fontMetrics().height();
    for (int column = 0; column < m_previewModel->columnCount(); ++column)
        m_table->setColumnWidth(column, column == m_previewModel->textColumn() ? unit * 24 : unit * 7);
    retranslate();
}

void ImportDialog::showProblem(const QString& text) {
    m_problem = text;
    retranslate();
}

void ImportDialog::setBusy(bool busy) {
    m_progress->setVisible(busy);
    m_progress->setValue(0);
    m_options->setEnabled(!busy);
    m_import->setEnabled(!busy);
}

void ImportDialog::startImport() {
    setBusy(true);
    const auto way = static_cast<ImportWay>(m_way->currentData().toInt());
    m_importJob = m_bridge.engine().importTexts(m_source, m_options->chosen(), {way, m_surroundings.present});
    emit importStarted(m_importJob);
}

ImportDialog::~ImportDialog() = default;

void ImportDialog::done(int result) {
    if (m_importJob != 0) {
        m_bridge.engine().cancel(m_importJob);
        m_importJob = 0;
    }
    QDialog::done(result);
}

void ImportDialog::finish(const Imported& event) {
    m_importJob = 0;
    const ImportOptions& used = event.result.options;
    emit columnsTaken({m_columns, used.textColumn.value_or(""), used.idColumn.value_or(""), used.labelColumn.value_or(""),
                       used.labelSeparator.value_or('|')});
    if (event.result.rejectedCount == 0) accept();
    else showRejects(event);
}

void ImportDialog::showRejects(const Imported& event) {
    setBusy(false);
    m_importedRows = event.added;
    m_rejectedRows = event.result.rejectedCount;
    m_rejectsModel->setRows(event.result.rejected);
    m_pages->setCurrentIndex(1);
    const int unit = fontMetrics().height();
    m_rejects->setColumnWidth(0, unit * 4);
    m_rejects->setColumnWidth(1, unit * 12);
    m_rejects->setColumnWidth(2, unit * 14);
    retranslate();
    m_close->setDefault(true);
    m_close->setFocus();
}

void ImportDialog::saveRejects() {
    auto* chooser = new QFileDialog(this, tr("Save the rejected rows"), sourceName() + QStringLiteral(".rejected.csv"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setNameFilters({tr("CSV table (*.csv)")});
    chooser->setDefaultSuffix(QStringLiteral("csv"));
    chooser->setObjectName(QStringLiteral("rejectsFileDialog"));
    connect(chooser, &QFileDialog::fileSelected, this, [this](const QString& file) {
        if (!m_writer) m_writer = std::make_unique<TaskThread>("rejects");
        m_writer->post([this, file, rows = m_rejectsModel->rows()] {
            const Result<void> written = writeRejects(QFile::encodeName(file).toStdString(), *rows);
            const QString text = written ? tr("Saved as %1.").arg(QFileInfo(file).fileName()) : errorText(written.error());
            QMetaObject::invokeMethod(this, [this, text] { m_rejectsHeading->setText(text); });
        });
    });
    chooser->open();
}

void ImportDialog::retranslate() {
    setWindowTitle(tr("Import texts"));
    m_heading->setText(tr("%1 as it would be read. Correct what was found wrong.").arg(sourceName()));
    m_import->setText(tr("&Import"));
    m_wayCaption->setText(tr("Texts t&hat are open:"));
    const int way = std::max(0, m_way->currentIndex());
    m_way->clear();
    m_way->addItem(tr("are replaced"), static_cast<int>(ImportWay::Replace));
    m_way->addItem(tr("stay, new ones are added"), static_cast<int>(ImportWay::Append));
    m_way->addItem(tr("stay, only decisions are taken"), static_cast<int>(ImportWay::LabelsOnly));
    m_way->setCurrentIndex(way);
    m_cancel->setText(tr("Cancel"));
    m_save->setText(tr("&Save rejected rows…"));
    m_close->setText(tr("&Close"));
    m_table->setAccessibleName(tr("Preview of the texts"));
    m_rejects->setAccessibleName(tr("Rejected rows"));
    m_rejectsHeading->setText(tr("%n row(s) imported.", nullptr, static_cast<int>(m_importedRows)) + QLatin1Char(' ') +
                              tr("%n row(s) could not be read and are listed here.", nullptr, static_cast<int>(m_rejectedRows)));
    QString notice = m_problem;
    if (notice.isEmpty() && m_encodingDoubtful)
        notice = tr("The encoding is a guess. Look whether the texts below are readable; if not, choose another encoding.");
    m_noticeText->setText(notice);
    m_notice->setVisible(!notice.isEmpty());
}

void ImportDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

}  // namespace labelwright::ui
