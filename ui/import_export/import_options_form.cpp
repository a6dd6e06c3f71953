#include "ui/import_export/import_options_form.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <span>

#include "core/io/file_formats.h"
#include "ui/import_export/format_words.h"

namespace labelwright::ui {
namespace {

void select(QComboBox* box, const QVariant& value) {
    const QSignalBlocker quiet(box);
    box->setCurrentIndex(box->findData(value));
}

}  // namespace

ImportOptionsForm::ImportOptionsForm(QWidget* parent) : QWidget(parent) {
    m_form = new QFormLayout(this);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_format = add("importFormat");
    m_encoding = add("importEncoding");
    m_delimiter = add("importDelimiter");
    m_quote = add("importQuote");
    m_header = add("importHeader");
    m_textColumn = add("importTextColumn");
    m_idColumn = add("importIdColumn");
    m_labelColumn = add("importLabelColumn");
    m_labelSeparator = add("importLabelSeparator");
    m_sheet = add("importSheet");

    const auto onPick = [this](QComboBox* box, auto keep) {
        connect(box, &QComboBox::activated, this, [this, box, keep] {
            keep(box->currentData());
            emit changed();
        });
    };
    // Read another way, the columns are others: those chosen before may be gone.
    const auto forgetColumns = [this] {
        m_chosen.textColumn.reset();
        m_chosen.idColumn.reset();
        m_chosen.labelColumn.reset();
    };
    onPick(m_sheet, [this, forgetColumns](const QVariant& value) {
        m_chosen.sheet = value.toString().toStdString();
        forgetColumns();
    });
    onPick(m_format, [this](const QVariant& value) {
        m_chosen = {};  // columns and delimiters of another format mean nothing
        m_chosen.format = static_cast<TextFormat>(value.toInt());
    });
    onPick(m_encoding, [this, forgetColumns](const QVariant& value) {
        m_chosen.encoding = value.toString().toStdString();
        forgetColumns();
    });
    onPick(m_delimiter, [this, forgetColumns](const QVariant& value) {
        m_chosen.delimiter = static_cast<char>(value.toInt());
        forgetColumns();
    });
    onPick(m_quote, [this, forgetColumns](const QVariant& value) {
        m_chosen.quote = static_cast<char>(value.toInt());
        forgetColumns();
    });
    onPick(m_header, [this, forgetColumns](const QVariant& value) {
        m_chosen.hasHeader = value.toBool();
        forgetColumns();
    });
    onPick(m_textColumn, [this](const QVariant& value) {
        m_chosen.textColumn = value.toString().toStdString();
        const std::optional<std::string>& id = m_chosen.idColumn ? m_chosen.idColumn : m_preview.options.idColumn;
        if (id == m_chosen.textColumn) m_chosen.idColumn = std::string();  // one column cannot be both
    });
    onPick(m_idColumn, [this](const QVariant& value) { m_chosen.idColumn = value.toString().toStdString(); });
    onPick(m_labelColumn, [this](const QVariant& value) { m_chosen.labelColumn = value.toString().toStdString(); });
    onPick(m_labelSeparator, [this](const QVariant& value) { m_chosen.labelSeparator = static_cast<char>(value.toInt()); });
    retranslate();
}

QComboBox* ImportOptionsForm::add(const char* objectName) {
    auto* box = new QComboBox;
    box->setObjectName(QLatin1String(objectName));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(14);
    auto* caption = new QLabel;
    caption->setBuddy(box);
    m_form->addRow(caption, box);
    return box;
}

void ImportOptionsForm::fillFixed() {
    const QSignalBlocker quiet[] = {QSignalBlocker(m_format), QSignalBlocker(m_encoding), QSignalBlocker(m_delimiter),
                                    QSignalBlocker(m_quote),  QSignalBlocker(m_header),   QSignalBlocker(m_labelSeparator)};
    for (QComboBox* box : {m_format, m_encoding, m_delimiter, m_quote, m_header, m_labelSeparator}) box->clear();
    // What is no text file is nothing else either.
    const TextFormat found = m_preview.options.format.value_or(TextFormat::Delimited);
    const bool fixed = found == TextFormat::Workbook || found == TextFormat::Folder;
    const std::span<const TextFormat> formats = fixed ? std::span(&found, 1) : importFormats();
    for (const TextFormat format : formats) m_format->addItem(importFormatText(format), static_cast<int>(format));
    m_labelSeparator->addItem(tr("Bar  |"), int{'|'});
    m_labelSeparator->addItem(tr("Semicolon  ;"), int{';'});
    m_labelSeparator->addItem(tr("Comma  ,"), int{','});
    m_labelSeparator->addItem(tr("Number sign  #"), int{'#'});
    m_labelSeparator->addItem(tr("None: one label a cell"), int{'\0'});
    for (const std::string& encoding : knownEncodings())
        m_encoding->addItem(QString::fromStdString(encoding), QString::fromStdString(encoding));
    m_delimiter->addItem(tr("Comma  ,"), int{','});
    m_delimiter->addItem(tr("Semicolon  ;"), int{';'});
    m_delimiter->addItem(tr("Tab"), int{'\t'});
    m_delimiter->addItem(tr("Bar  |"), int{'|'});
    m_quote->addItem(tr("Double  \""), int{'"'});
    m_quote->addItem(tr("Single  '"), int{'\''});
    m_quote->addItem(tr("None"), int{'\0'});
    m_header->addItem(tr("Column names"), true);
    m_header->addItem(tr("Already a text"), false);
}

void ImportOptionsForm::retranslate() {
    const QString captions[] = {tr("&Format:"),         tr("&Encoding:"),    tr("&Delimiter:"), tr("&Quotes:"),
                                tr("First &line:"),     tr("&Text column:"), tr("&Id column:"), tr("De&cisions column:"),
                                tr("Between la&bels:"), tr("&Sheet:")};
    int row = 0;
    for (const QString& caption : captions)
        qobject_cast<QLabel*>(m_form->itemAt(row++, QFormLayout::LabelRole)->widget())->setText(caption);
    fillFixed();
    if (!m_preview.columns.empty() || m_preview.options.format) show(m_preview);
}

void ImportOptionsForm::fillColumns(const ImportPreview& preview) {
    const QSignalBlocker quietText(m_textColumn);
    const QSignalBlocker quietId(m_idColumn);
    const QSignalBlocker quietLabel(m_labelColumn);
    const QSignalBlocker quietSheet(m_sheet);
    for (QComboBox* box : {m_textColumn, m_idColumn, m_labelColumn, m_sheet}) box->clear();
    for (const std::string& sheet : preview.sheets) m_sheet->addItem(QString::fromStdString(sheet), QString::fromStdString(sheet));
    m_labelColumn->addItem(tr("None: nobody decided yet"), QString());
    m_idColumn->addItem(tr("None: number the rows"), QString());
    for (const std::string& column : preview.columns) {
        const QString name = QString::fromStdString(column);
        m_textColumn->addItem(name, name);
        m_idColumn->addItem(name, name);
        m_labelColumn->addItem(name, name);
    }
}

void ImportOptionsForm::show(const ImportPreview& preview) {
    m_preview = preview;
    fillFixed();
    fillColumns(preview);
    const ImportOptions& options = preview.options;
    const TextFormat format = options.format.value_or(TextFormat::Delimited);
    select(m_format, static_cast<int>(format));
    if (options.encoding) select(m_encoding, QString::fromStdString(*options.encoding));
    if (options.delimiter) select(m_delimiter, int{*options.delimiter});
    if (options.quote) select(m_quote, int{*options.quote});
    if (options.hasHeader) select(m_header, *options.hasHeader);
    if (options.textColumn) select(m_textColumn, QString::fromStdString(*options.textColumn));
    select(m_idColumn, QString::fromStdString(options.idColumn.value_or(std::string())));
    const QString labels = QString::fromStdString(options.labelColumn.value_or(std::string()));
    select(m_labelColumn, labels);
    select(m_labelSeparator, int{options.labelSeparator.value_or('|')});
    if (options.sheet) select(m_sheet, QString::fromStdString(*options.sheet));

    // Only what this format has.
    const bool columns = format != TextFormat::PlainText;
    const std::pair<QComboBox*, bool> fields[] = {{m_encoding, format != TextFormat::Workbook},
                                                  {m_delimiter, format == TextFormat::Delimited},
                                                  {m_quote, format == TextFormat::Delimited},
                                                  {m_header, format == TextFormat::Delimited || format == TextFormat::Workbook},
                                                  {m_sheet, format == TextFormat::Workbook},
                                                  {m_textColumn, columns},
                                                  {m_idColumn, columns},
                                                  {m_labelColumn, columns},
                                                  {m_labelSeparator, columns && !labels.isEmpty()}};
    for (const auto& [box, shown] : fields) {
        box->setVisible(shown);
        m_form->labelForField(box)->setVisible(shown);
    }
    m_format->setEnabled(m_format->count() > 1);
}

bool ImportOptionsForm::choose(const ImportOptions& columns) {
    if (m_chosen.textColumn || m_chosen.idColumn || m_chosen.labelColumn) return false;
    const ImportOptions& found = m_preview.options;
    const bool same = found.textColumn == columns.textColumn && found.idColumn == columns.idColumn &&
                      found.labelColumn == columns.labelColumn && found.labelSeparator == columns.labelSeparator;
    if (same) return false;
    m_chosen.textColumn = columns.textColumn;
    m_chosen.idColumn = columns.idColumn;
    m_chosen.labelColumn = columns.labelColumn;
    m_chosen.labelSeparator = columns.labelSeparator;
    return true;
}

void ImportOptionsForm::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

}  // namespace labelwright::ui
