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
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>
#include <algorithm>
#include <numeric>

#include "core/io/file_formats.h"
#include "ui/common/error_text.h"
#include "ui/import_export/format_words.h"

namespace labelwright::ui {

ExportDialog::ExportDialog(EngineBridge& bridge, ExportTable table, std::vector<std::uint32_t> selected, QWidget* parent)
    : QDialog(parent), m_bridge(bridge), m_table(std::move(table)), m_selected(std::move(selected)) {
    setObjectName(QStringLiteral("exportDialog"));
    const auto name = [](auto* widget, const char* objectName) {
        widget->setObjectName(QLatin1String(objectName));
        return widget;
    };
    m_scope = name(new QComboBox, "exportScope");
    m_onlyDecided = name(new QCheckBox, "exportOnlyDecided");
    m_format = name(new QComboBox, "exportFormat");
    m_format->setMaxVisibleItems(20);
    m_hint = name(new QLabel, "exportHint");
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    m_instruction = name(new QLineEdit, "exportInstruction");
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
    const auto row = [this](QWidget* field) {
        auto* caption = new QLabel;
        caption->setBuddy(field);
        m_form->addRow(caption, field);
    };
    row(m_scope);
    m_form->addRow(QString(), m_onlyDecided);
    row(m_format);
    m_form->addRow(QString(), m_hint);
    row(m_scores);
    row(m_instruction);
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

    for (QComboBox* box : {m_scope, m_format}) connect(box, &QComboBox::currentIndexChanged, this, &ExportDialog::follow);
    connect(m_onlyDecided, &QCheckBox::toggled, this, &ExportDialog::follow);
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
        QStringList said{
            tr("%n row(s) written to %1.", nullptr, static_cast<int>(event.rows.written)).arg(QFileInfo(m_written).fileName())};
        if (event.rows.unanswered > 0)
            said << tr("%n text(s) without an answer left out.", nullptr, static_cast<int>(event.rows.unanswered));
        if (!event.rows.companion.empty())
            said << tr("%1 belongs to it.").arg(QString::fromStdString(event.rows.companion.filename().string()));
        showState(said.join(QLatin1Char(' ')));
    });
    connect(&m_bridge, &EngineBridge::failed, this, [this](const Failed& event) {
        if (event.job == m_job) showState(errorText(event.error));
    });
    connect(&m_bridge, &EngineBridge::cancelled, this, [this](const Cancelled& event) {
        if (event.job == m_job) showState(tr("Cancelled; nothing was written."));
    });
    retranslate();
}

std::vector<std::uint32_t> ExportDialog::rows() const {
    std::vector<std::uint32_t> rows = m_table.rows;
    const auto scope = static_cast<Scope>(m_scope->currentData().toInt());
    if (scope == Scope::Selected) rows = m_selected;
    if (scope == Scope::All) {
        rows.resize(m_table.dataset->size());
        std::iota(rows.begin(), rows.end(), 0U);
    }
    if (m_onlyDecided->isChecked()) std::erase_if(rows, [this](std::uint32_t row) { return !m_table.reviews.decided(row); });
    return rows;
}

/// Shows what belongs to the format, and how many rows the button would write.
void ExportDialog::follow() {
    if (m_scope->count() == 0 || m_format->count() == 0) return;  // being filled
    const ExportFormat format = options().format;
    const bool text = format == ExportFormat::Csv || format == ExportFormat::Tsv;
    const bool scores =
        text || format == ExportFormat::Workbook || format == ExportFormat::JsonLines || format == ExportFormat::HuggingFace;
    const bool instruction = format == ExportFormat::Alpaca || format == ExportFormat::ShareGpt;
    for (QWidget* field : {static_cast<QWidget*>(m_scores), static_cast<QWidget*>(m_instruction)}) {
        const bool shown = field == m_scores ? scores : instruction;
        field->setVisible(shown);
        m_form->labelForField(field)->setVisible(shown);
    }
    m_byteOrderMark->setVisible(text);
    m_formulaGuard->setVisible(text);
    m_extraColumns->setVisible(format != ExportFormat::FastText);
    m_hint->setText(exportFormatHint(format));
    const std::size_t count = rows().size();
    m_export->setText(tr("&Export %n row(s)…", nullptr, static_cast<int>(count)));
    m_export->setEnabled(count > 0 && m_job == 0);
}

ExportOptions ExportDialog::options() const {
    ExportOptions options;
    options.format = static_cast<ExportFormat>(m_format->currentData().toInt());
    options.scores = static_cast<ExportedScores>(m_scores->currentData().toInt());
    options.byteOrderMark = m_byteOrderMark->isChecked() ? ByteOrderMark::Write : ByteOrderMark::Omit;
    options.formulaGuard = m_formulaGuard->isChecked() ? FormulaGuard::On : FormulaGuard::Off;
    options.extraColumns = m_extraColumns->isChecked();
    options.instruction = m_instruction->text().toStdString();
    return options;
}

void ExportDialog::chooseFile() {
    const ExportFormat format = options().format;
    const QString extension = QLatin1String(exportExtension(format));
    const QString base = m_table.dataset ? QFileInfo(QString::fromStdString(m_table.dataset->source().name)).completeBaseName() : QString();
    auto* chooser = new QFileDialog(this, tr("Export"), (base.isEmpty() ? tr("texts") : base) + QStringLiteral("-labeled") + extension);
    chooser->setObjectName(QStringLiteral("exportFileDialog"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setDefaultSuffix(extension.mid(1));
    chooser->setNameFilters({exportFileFilter(format)});
    connect(chooser, &QFileDialog::fileSelected, this, &ExportDialog::exportTo);
    chooser->open();
}

void ExportDialog::exportTo(const QString& file) {
    m_export->setEnabled(false);
    m_progress->setValue(0);
    m_progress->show();
    m_state->setText(tr("Writing…"));
    ExportTable table = m_table;
    table.rows = rows();
    m_job = m_bridge.engine().exportResults(QFile::encodeName(file).toStdString(), std::move(table), options());
}

void ExportDialog::showState(const QString& text) {
    m_job = 0;
    m_progress->hide();
    follow();
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
    const int format = std::max(0, m_format->currentIndex());
    m_format->clear();
    for (const ExportFormat choice : exportFormats()) m_format->addItem(exportFormatText(choice), static_cast<int>(choice));
    m_format->setCurrentIndex(format);
    const int scope = m_scope->currentIndex();
    m_scope->clear();
    if (!m_selected.empty()) m_scope->addItem(tr("Selected rows"), static_cast<int>(Scope::Selected));
    m_scope->addItem(tr("Rows shown, in their order"), static_cast<int>(Scope::Shown));
    m_scope->addItem(tr("All rows"), static_cast<int>(Scope::All));
    // One selected row is where the cursor stands, not a choice.
    m_scope->setCurrentIndex(scope >= 0 ? scope : m_selected.size() == 1 ? 1 : 0);
    fill(m_scores, {{tr("None"), static_cast<int>(ExportedScores::None)},
                    {tr("Probability of every label"), static_cast<int>(ExportedScores::Probabilities)},
                    {tr("Raw outputs of the model"), static_cast<int>(ExportedScores::Logits)}});
    const std::pair<QWidget*, QString> captions[] = {
        {m_scope, tr("&Rows:")}, {m_format, tr("&Format:")}, {m_scores, tr("&Scores:")}, {m_instruction, tr("&Instruction:")}};
    for (const auto& [field, text] : captions) qobject_cast<QLabel*>(m_form->labelForField(field))->setText(text);
    m_onlyDecided->setText(tr("Only those that people have &decided"));
    if (!m_instruction->isModified()) m_instruction->setText(tr("Classify the text. Answer with one of these labels: {labels}"));
    m_instruction->setToolTip(tr("{labels} stands for the names of the labels."));
    m_extraColumns->setText(tr("The source's &other columns too"));
    m_byteOrderMark->setText(tr("Byte order &mark (Excel shows Chinese only with it)"));
    m_formulaGuard->setText(tr("&Guard against formulas: ' before texts that begin with = + - @"));
    m_openFolder->setText(tr("Open f&older"));
    m_close->setText(tr("&Close"));
    follow();
}

void ExportDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

}  // namespace labelwright::ui
