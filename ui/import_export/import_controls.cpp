#include "ui/import_export/import_controls.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>

namespace labelwright::ui {
namespace {

QComboBox* chooser(const char* objectName) {
    auto* box = new QComboBox;
    box->setObjectName(QLatin1String(objectName));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(10);
    return box;
}

void select(QComboBox& box, const QVariant& value) { box.setCurrentIndex(std::max(0, box.findData(value))); }

}  // namespace

ImportControls::ImportControls(QWidget* parent) : QWidget(parent) {
    m_grid = new QGridLayout(this);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(fontMetrics().height() / 2);
    addField(0, 0, m_format = chooser("importFormat"), m_formatCaption);
    addField(0, 2, m_encoding = chooser("importEncoding"), m_encodingCaption);
    addField(0, 4, m_textColumn = chooser("importTextColumn"), m_textCaption);
    addField(1, 0, m_delimiter = chooser("importDelimiter"), m_delimiterCaption);
    addField(1, 2, m_quote = chooser("importQuote"), m_quoteCaption);
    addField(1, 4, m_idColumn = chooser("importIdColumn"), m_idCaption);
    m_header = new QCheckBox;
    m_header->setObjectName(QStringLiteral("importHeader"));
    m_grid->addWidget(m_header, 2, 1, 1, 5);
    for (const int column : {1, 3, 5}) m_grid->setColumnStretch(column, 1);

    connect(m_format, &QComboBox::activated, this, &ImportControls::formatChosen);
    connect(m_delimiter, &QComboBox::activated, this, &ImportControls::dialectChosen);
    connect(m_quote, &QComboBox::activated, this, &ImportControls::dialectChosen);
    connect(m_encoding, &QComboBox::activated, this, [this] {
        m_chosen.encoding = m_encoding->currentData().toString().toStdString();
        m_chosen.textColumn.reset();  // the names may read differently now
        m_chosen.idColumn.reset();
        emit changed();
    });
    connect(m_header, &QCheckBox::clicked, this, [this](bool on) {
        m_chosen.hasHeader = on;
        m_chosen.textColumn.reset();
        m_chosen.idColumn.reset();
        emit changed();
    });
    connect(m_textColumn, &QComboBox::activated, this, [this] {
        m_chosen.textColumn = m_textColumn->currentData().toString().toStdString();
        if (m_chosen.idColumn == m_chosen.textColumn) m_chosen.idColumn = std::string();
        else if (m_preview.options.idColumn == m_chosen.textColumn) m_chosen.idColumn = std::string();
        emit changed();
    });
    connect(m_idColumn, &QComboBox::activated, this, [this] {
        m_chosen.idColumn = m_idColumn->currentData().toString().toStdString();
        emit changed();
    });
    retranslate();
}

void ImportControls::addField(int row, int column, QWidget* field, QLabel*& caption) {
    caption = new QLabel;
    caption->setBuddy(field);
    m_grid->addWidget(caption, row, column);
    m_grid->addWidget(field, row, column + 1);
}

void ImportControls::formatChosen() {
    m_chosen = ImportOptions{.format = static_cast<TextFormat>(m_format->currentData().toInt()),
                             .encoding = m_chosen.encoding,
                             .delimiter = {},
                             .quote = {},
                             .hasHeader = {},
                             .textColumn = {},
                             .idColumn = {},
                             .emptyTexts = EmptyTexts::Reject};
    emit changed();
}

void ImportControls::dialectChosen() {
    const auto character = [](const QComboBox& box) { return static_cast<char>(box.currentData().toInt()); };
    if (sender() == m_delimiter) m_chosen.delimiter = character(*m_delimiter);
    else m_chosen.quote = character(*m_quote);
    m_chosen.textColumn.reset();
    m_chosen.idColumn.reset();
    emit changed();
}

void ImportControls::retranslate() {
    m_formatCaption->setText(tr("&Format:"));
    m_encodingCaption->setText(tr("&Encoding:"));
    m_delimiterCaption->setText(tr("&Separator:"));
    m_quoteCaption->setText(tr("&Quotes:"));
    m_textCaption->setText(tr("&Text is in:"));
    m_idCaption->setText(tr("&ID is in:"));
    m_header->setText(tr("The first row &names the columns"));
    m_header->setToolTip(tr("Off: the first row is a text like the others"));

    m_format->clear();
    m_format->addItem(tr("Table (CSV, TSV)"), int(TextFormat::Delimited));
    m_format->addItem(tr("JSON Lines"), int(TextFormat::JsonLines));
    m_format->addItem(tr("One text a line"), int(TextFormat::PlainText));
    m_encoding->clear();
    for (const std::string& name : knownEncodings()) m_encoding->addItem(QString::fromStdString(name), QString::fromStdString(name));
    m_delimiter->clear();
    m_delimiter->addItem(tr("Comma"), int(','));
    m_delimiter->addItem(tr("Semicolon"), int(';'));
    m_delimiter->addItem(tr("Tab"), int('\t'));
    m_delimiter->addItem(tr("Vertical bar"), int('|'));
    m_quote->clear();
    m_quote->addItem(tr("Double (\")"), int('"'));
    m_quote->addItem(tr("Single (')"), int('\''));
    m_quote->addItem(tr("None"), int('\0'));
    fillColumns();
    showOptions();
}

void ImportControls::fillColumns() {
    m_textColumn->clear();
    m_idColumn->clear();
    m_idColumn->addItem(tr("Number the rows"), QString());
    for (const std::string& column : m_preview.columns) {
        const QString name = QString::fromStdString(column);
        const QString shown = m_preview.options.hasHeader == false ? tr("Column %1").arg(name) : name;
        m_textColumn->addItem(shown, name);
        m_idColumn->addItem(shown, name);
    }
}

void ImportControls::showPreview(const ImportPreview& preview) {
    m_preview = preview;
    m_preview.rows.clear();
    fillColumns();
    showOptions();
}

void ImportControls::showOptions() {
    const ImportOptions& options = m_preview.options;
    const TextFormat format = options.format.value_or(TextFormat::Delimited);
    select(*m_format, int(format));
    select(*m_encoding, QString::fromStdString(options.encoding.value_or("UTF-8")));
    select(*m_delimiter, int(options.delimiter.value_or(',')));
    select(*m_quote, int(options.quote.value_or('"')));
    select(*m_textColumn, QString::fromStdString(options.textColumn.value_or(std::string())));
    select(*m_idColumn, QString::fromStdString(options.idColumn.value_or(std::string())));
    m_header->setChecked(options.hasHeader.value_or(true));
    const bool table = format == TextFormat::Delimited;
    for (QWidget* field : std::initializer_list<QWidget*>{m_delimiter, m_quote, m_header, m_delimiterCaption, m_quoteCaption})
        field->setEnabled(table);
    const bool columns = format != TextFormat::PlainText;
    for (QWidget* field : std::initializer_list<QWidget*>{m_textColumn, m_idColumn, m_textCaption, m_idCaption}) field->setEnabled(columns);
}

void ImportControls::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_header != nullptr) retranslate();
}

}  // namespace labelwright::ui
