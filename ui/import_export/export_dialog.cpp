#include "ui/import_export/export_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/common/error_text.h"

namespace labelwright::ui {

ExportDialog::ExportDialog(EngineBridge& bridge, ExportTable table, QWidget* parent)
    : QDialog(parent), m_bridge(bridge), m_table(std::move(table)) {
    setObjectName(QStringLiteral("exportDialog"));
    const auto name = [](auto* widget, const char* objectName) {
        widget->setObjectName(QLatin1String(objectName));
        return widget;
    };
    m_format = name(new QComboBox, "exportFormat");
    m_scores = name(new QComboBox, "exportScores");
    m_extraColumns = name(new QCheckBox, "exportExtraColumns");
    m_byteOrderMark = name(new QCheckBox, "exportByteOrderMark");
    m_formulaGuard = name(new QCheckBox, "exportFormulaGuard");
    for (QCheckBox* box : {m_extraColumns, m_byteOrderMark, m_formulaGuard}) box->setChecked(true);
    m_state = name(new QLabel, "exportStatus");
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    m_progress = new QProgressBar;
    m_progress->setTextVisible(false);
    m_progress->setRange(0, 1000);
    m_progress->hide();
    m_openFolder = name(new QPushButton, "exportOpenFolder");
    m_openFolder->hide();
    m_close = name(new QPushButton, "exportClose");
    m_export = name(new QPushButton, "exportButton");
    m_export->setDefault(true);

    m_form = new QFormLayout;
    for (QComboBox* box : {m_format, m_scores}) {
        auto* caption = new QLabel;
        caption->setBuddy(box);
        m_form->addRow(caption, box);
    }
    for (QCheckBox* box : {m_extraColumns, m_byteOrderMark, m_formulaGuard}) m_form->addRow(QString(), box);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_openFolder);
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_export);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(m_form);
    layout->addWidget(m_state);
    layout->addWidget(m_progress);
    layout->addStretch();
    layout->addLayout(buttons);
    setMinimumWidth(fontMetrics().height() * 30);

    const auto followFormat = [this] {
        const bool csv = m_format->currentData().toInt() == static_cast<int>(ExportFormat::Csv);
        m_byteOrderMark->setEnabled(csv);
        m_formulaGuard->setEnabled(csv);
    };
    connect(m_format, &QComboBox::currentIndexChanged, this, followFormat);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::chooseFile);
    connect(m_close, &QPushButton::clicked, this, &ExportDialog::reject);
    connect(m_openFolder, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_written).absolutePath())); });
    connect(&m_bridge, &EngineBridge::transferProgressed, this, [this](const TransferProgress& event) {
        if (event.job == m_job && event.total > 0) m_progress->setValue(static_cast<int>(event.done * 1000 / event.total));
    });
    connect(&m_bridge, &EngineBridge::exported, this, [this](const Exported& event) {
        if (event.job != m_job) return;
        m_written = QString::fromStdString(event.file.string());
        m_openFolder->show();
        showState(tr("%n row(s) written to %1.", nullptr, static_cast<int>(event.rows)).arg(QFileInfo(m_written).fileName()));
    });
    connect(&m_bridge, &EngineBridge::failed, this, [this](const Failed& event) {
        if (event.job == m_job) showState(errorText(event.error));
    });
    connect(&m_bridge, &EngineBridge::cancelled, this, [this](const Cancelled& event) {
        if (event.job == m_job) showState(tr("Cancelled; nothing was written."));
    });
    m_export->setEnabled(!m_table.rows.empty());
    retranslate();
    followFormat();
}

ExportOptions ExportDialog::options() const {
    ExportOptions options;
    options.format = static_cast<ExportFormat>(m_format->currentData().toInt());
    options.scores = static_cast<ExportedScores>(m_scores->currentData().toInt());
    options.byteOrderMark = m_byteOrderMark->isChecked() ? ByteOrderMark::Write : ByteOrderMark::Omit;
    options.formulaGuard = m_formulaGuard->isChecked() ? FormulaGuard::On : FormulaGuard::Off;
    options.extraColumns = m_extraColumns->isChecked();
    return options;
}

void ExportDialog::chooseFile() {
    const bool csv = options().format == ExportFormat::Csv;
    const QString suffix = csv ? QStringLiteral("csv") : QStringLiteral("jsonl");
    const QString base = m_table.dataset ? QFileInfo(QString::fromStdString(m_table.dataset->source().name)).completeBaseName() : QString();
    auto* chooser = new QFileDialog(this, tr("Export"), (base.isEmpty() ? tr("texts") : base) + QStringLiteral("-labeled.") + suffix);
    chooser->setObjectName(QStringLiteral("exportFileDialog"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setDefaultSuffix(suffix);
    chooser->setNameFilters({csv ? tr("CSV table (*.csv)") : tr("JSON lines (*.jsonl)")});
    connect(chooser, &QFileDialog::fileSelected, this, &ExportDialog::exportTo);
    chooser->open();
}

void ExportDialog::exportTo(const QString& file) {
    m_export->setEnabled(false);
    m_progress->setValue(0);
    m_progress->show();
    m_state->setText(tr("Writing…"));
    m_job = m_bridge.engine().exportResults(QFile::encodeName(file).toStdString(), m_table, options());
}

void ExportDialog::showState(const QString& text) {
    m_job = 0;
    m_progress->hide();
    m_export->setEnabled(true);
    m_state->setText(text);
}

void ExportDialog::done(int result) {
    if (m_job != 0) m_bridge.engine().cancel(m_job);
    QDialog::done(result);
}

void ExportDialog::retranslate() {
    setWindowTitle(tr("Export"));
    const auto fill = [](QComboBox* box, std::initializer_list<std::pair<QString, int>> entries) {
        const int current = std::max(0, box->currentIndex());
        box->clear();
        for (const auto& [text, value] : entries) box->addItem(text, value);
        box->setCurrentIndex(current);
    };
    fill(m_format, {{tr("CSV table"), static_cast<int>(ExportFormat::Csv)}, {tr("JSON lines"), static_cast<int>(ExportFormat::JsonLines)}});
    fill(m_scores, {{tr("None"), static_cast<int>(ExportedScores::None)},
                    {tr("Probability of every label"), static_cast<int>(ExportedScores::Probabilities)},
                    {tr("Raw outputs of the model"), static_cast<int>(ExportedScores::Logits)}});
    const QString captions[] = {tr("&Format:"), tr("&Scores:")};
    for (int row = 0; row < 2; ++row) qobject_cast<QLabel*>(m_form->itemAt(row, QFormLayout::LabelRole)->widget())->setText(captions[row]);
    m_extraColumns->setText(tr("The source's &other columns too"));
    m_byteOrderMark->setText(tr("Byte order &mark (Excel shows Chinese only with it)"));
    m_formulaGuard->setText(tr("&Guard against formulas: ' before texts that begin with = + - @"));
    m_openFolder->setText(tr("Open f&older"));
    m_close->setText(tr("&Close"));
    m_export->setText(tr("&Export %n row(s)…", nullptr, static_cast<int>(m_table.rows.size())));
}

void ExportDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

}  // namespace labelwright::ui
