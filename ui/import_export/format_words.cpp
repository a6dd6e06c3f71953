#include "ui/import_export/format_words.h"

#include <QCoreApplication>

#include "core/io/file_formats.h"

namespace labelwright::ui {
namespace {

/// Carries the translation context.
struct FormatWords {
    Q_DECLARE_TR_FUNCTIONS(FormatWords)
};

}  // namespace

QString importFormatText(TextFormat format) {
    switch (format) {
        case TextFormat::Delimited: return FormatWords::tr("Table (CSV, TSV)");
        case TextFormat::JsonLines: return FormatWords::tr("JSON lines");
        case TextFormat::JsonArray: return FormatWords::tr("JSON array");
        case TextFormat::Workbook: return FormatWords::tr("Excel workbook");
        case TextFormat::PlainText: return FormatWords::tr("Plain text, one text a line");
        case TextFormat::FastText: return FormatWords::tr("fastText");
        case TextFormat::Folder: return FormatWords::tr("Folder, one text a file");
        case TextFormat::LabelStudio: return FormatWords::tr("Label Studio");
        case TextFormat::Doccano: return FormatWords::tr("doccano");
        case TextFormat::Argilla: return FormatWords::tr("Argilla");
        case TextFormat::Prodigy: return FormatWords::tr("Prodigy");
        case TextFormat::Spacy: return FormatWords::tr("spaCy");
        case TextFormat::Alpaca: return FormatWords::tr("Instructions (Alpaca)");
        case TextFormat::ShareGpt: return FormatWords::tr("Conversations (ShareGPT)");
    }
    return {};
}

QString exportFormatText(ExportFormat format) {
    switch (format) {
        case ExportFormat::Csv: return FormatWords::tr("CSV table");
        case ExportFormat::Tsv: return FormatWords::tr("TSV table");
        case ExportFormat::Workbook: return FormatWords::tr("Excel workbook");
        case ExportFormat::JsonLines: return FormatWords::tr("JSON lines");
        case ExportFormat::LabelStudio: return FormatWords::tr("Label Studio");
        case ExportFormat::Doccano: return FormatWords::tr("doccano");
        case ExportFormat::Argilla: return FormatWords::tr("Argilla");
        case ExportFormat::Prodigy: return FormatWords::tr("Prodigy");
        case ExportFormat::Spacy: return FormatWords::tr("spaCy");
        case ExportFormat::HuggingFace: return FormatWords::tr("Hugging Face datasets");
        case ExportFormat::FastText: return FormatWords::tr("fastText");
        case ExportFormat::Alpaca: return FormatWords::tr("Instructions (Alpaca)");
        case ExportFormat::ShareGpt: return FormatWords::tr("Conversations (ShareGPT)");
    }
    return {};
}

QString exportFileFilter(ExportFormat format) {
    return exportFormatText(format) + QStringLiteral(" (*%1)").arg(QLatin1String(exportExtension(format)));
}

QString exportFormatHint(ExportFormat format) {
    switch (format) {
        case ExportFormat::Csv:
        case ExportFormat::Tsv:
        case ExportFormat::JsonLines: return FormatWords::tr("Predictions, decisions, marks and notes in columns of their own.");
        case ExportFormat::Workbook:
            return FormatWords::tr("The columns of the table, and sheets on the labels and on how they were given.");
        case ExportFormat::LabelStudio:
        case ExportFormat::Argilla:
        case ExportFormat::Prodigy: return FormatWords::tr("To go on labeling there: decisions as answers, predictions as suggestions.");
        case ExportFormat::Doccano: return FormatWords::tr("To go on labeling there: decisions as labels, predictions as metadata.");
        case ExportFormat::Spacy:
        case ExportFormat::HuggingFace:
        case ExportFormat::FastText:
        case ExportFormat::Alpaca:
        case ExportFormat::ShareGpt:
            return FormatWords::tr(
                "To train a model: the decision, or where there is none the prediction; texts without either are left out.");
    }
    return {};
}

}  // namespace labelwright::ui
