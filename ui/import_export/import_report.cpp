#include "ui/import_export/import_report.h"

#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include "core/jobs/task_thread.h"
#include "ui/common/card.h"
#include "ui/common/error_text.h"
#include "ui/common/icons.h"
#include "ui/import_export/file_name.h"
#include "ui/import_export/reject_model.h"

namespace labelwright::ui {

ImportReport::ImportReport(QWidget* parent) : QWidget(parent) {
    m_model = new RejectModel(this);
    m_summary = new QLabel;
    m_summary->setObjectName(QStringLiteral("importSummary"));
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_table = new QTableView;
    m_table->setObjectName(QStringLiteral("importRejects"));
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setWordWrap(false);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setHighlightSections(false);
    const int unit = fontMetrics().height();
    m_table->setColumnWidth(RejectModel::Line, unit * 4);
    m_table->setColumnWidth(RejectModel::Reason, unit * 10);
    m_table->setColumnWidth(RejectModel::Detail, unit * 14);
    m_save = new QPushButton(themedIcon(QStringLiteral("export")), QString());
    m_save->setObjectName(QStringLiteral("importSaveRejects"));
    m_save->setAutoDefault(false);
    m_saved = new QLabel;
    m_saved->setObjectName(QStringLiteral("importRejectsSaved"));
    m_saved->setTextFormat(Qt::PlainText);
    makeMuted(*m_saved);
    auto* actions = new QHBoxLayout;
    actions->addWidget(m_save);
    actions->addWidget(m_saved, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_summary);
    layout->addWidget(m_table, 1);
    layout->addLayout(actions);
    connect(m_save, &QPushButton::clicked, this, &ImportReport::save);
    retranslate();
}

ImportReport::~ImportReport() = default;

void ImportReport::setResult(ImportResult result) {
    m_texts = result.dataset != nullptr ? result.dataset->size() : 0;
    m_sourceName = result.dataset != nullptr ? QString::fromStdString(result.dataset->source().name) : QString();
    m_rejected = result.rejectedCount;
    m_model->setRows(std::make_shared<const std::vector<RejectedRow>>(std::move(result.rejected)));
    if (m_model->rowCount() > 0) m_table->setCurrentIndex(m_model->index(0, 0));
    retranslate();
}

void ImportReport::retranslate() {
    const QLocale locale;
    const auto counted = [](std::uint64_t count) { return static_cast<int>(std::min<std::uint64_t>(count, 2'000'000'000)); };
    QString text = tr("%n text(s) imported.", nullptr, counted(m_texts));
    text += QLatin1Char('\n') + tr("%n row(s) could not be used and were left out:", nullptr, counted(m_rejected));
    const auto listed = m_model->rows()->size();
    if (m_rejected > listed) text += QLatin1Char('\n') + tr("The first %1 are listed.").arg(locale.toString(qulonglong(listed)));
    m_summary->setText(text);
    m_save->setText(tr("&Save These Rows as CSV…"));
    m_save->setToolTip(tr("Line, reason and content of each, to be mended and imported again"));
    m_table->setAccessibleName(tr("Rows that were left out"));
    m_model->retranslate();
}

void ImportReport::save() {
    auto* dialog = new QFileDialog(this, tr("Save Rejected Rows"));
    dialog->setObjectName(QStringLiteral("rejectsFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Table (*.csv)"));
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(tr("%1 rejected.csv").arg(QFileInfo(m_sourceName).completeBaseName()));
    connect(dialog, &QFileDialog::fileSelected, this, &ImportReport::write);
    dialog->open();
}

void ImportReport::write(const QString& file) {
    if (!m_thread) m_thread = std::make_unique<TaskThread>("rejects");
    m_save->setEnabled(false);
    m_thread->post([this, file, rows = m_model->rows()] {
        const Result<void> written = writeRejects(pathOf(file), *rows);
        const QString text = written ? tr("Saved as %1").arg(QFileInfo(file).fileName()) : errorText(written.error());
        QMetaObject::invokeMethod(this, [this, text] {
            m_saved->setText(text);
            m_save->setEnabled(true);
        });
    });
}

void ImportReport::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_save != nullptr) retranslate();
}

}  // namespace labelwright::ui
