#include "ui/labels/preset_dialog.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/labels/preset_shelf.h"

namespace labelwright::ui {
namespace {

QString namesOf(const LabelPreset& preset) {
    QStringList names;
    for (const Label& label : preset.labelSet.labels) names << QString::fromStdString(label.name);
    return names.join(PresetDialog::tr(", "));
}

QString nameOf(const LabelPreset& preset) { return QString::fromStdString(preset.labelSet.name); }

}  // namespace

PresetDialog::PresetDialog(PresetShelf& shelf, QWidget* parent)
    : QDialog(parent),
      m_shelf(shelf),
      m_search(new QLineEdit),
      m_list(new QListWidget),
      m_take(new QPushButton),
      m_copy(new QPushButton),
      m_rename(new QPushButton),
      m_describe(new QPushButton) {
    setObjectName(QStringLiteral("presetDialog"));
    const int unit = fontMetrics().height();
    resize(unit * 36, unit * 28);
    m_search->setObjectName(QStringLiteral("presetSearch"));
    m_search->setClearButtonEnabled(true);
    m_list->setObjectName(QStringLiteral("presetList"));
    m_list->setWordWrap(true);
    m_list->setSpacing(unit / 6);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_take->setObjectName(QStringLiteral("presetTake"));
    m_copy->setObjectName(QStringLiteral("presetCopy"));
    m_rename->setObjectName(QStringLiteral("presetRename"));
    m_describe->setObjectName(QStringLiteral("presetDescribe"));
    for (QPushButton* button : {m_copy, m_rename, m_describe}) button->setAutoDefault(false);
    m_take->setDefault(true);
    m_buttons = new QDialogButtonBox;
    for (QPushButton* button : {m_copy, m_rename, m_describe}) m_buttons->addButton(button, QDialogButtonBox::ActionRole);
    m_buttons->addButton(m_take, QDialogButtonBox::AcceptRole);
    m_buttons->addButton(QDialogButtonBox::Close)->setAutoDefault(false);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_buttons);
    connect(m_search, &QLineEdit::textChanged, this, &PresetDialog::fill);
    connect(m_list, &QListWidget::currentRowChanged, this, &PresetDialog::enableButtons);
    connect(m_list, &QListWidget::itemActivated, this, &PresetDialog::take);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &PresetDialog::take);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_copy, &QAbstractButton::clicked, this, &PresetDialog::askCopy);
    connect(m_rename, &QAbstractButton::clicked, this, &PresetDialog::askName);
    connect(m_describe, &QAbstractButton::clicked, this, &PresetDialog::askDescription);
    connect(&shelf, &PresetShelf::changed, this, &PresetDialog::fill);
    retranslate();
}

const LabelPreset* PresetDialog::current() const {
    const QListWidgetItem* item = m_list->currentItem();
    if (item == nullptr) return nullptr;
    const std::string id = item->data(Qt::UserRole).toString().toStdString();
    const auto& presets = m_shelf.presets();
    const auto found = std::find_if(presets.begin(), presets.end(), [&id](const LabelPreset& preset) { return preset.id == id; });
    return found == presets.end() ? nullptr : &*found;
}

void PresetDialog::fill() {
    const QString kept = m_list->currentItem() == nullptr ? QString() : m_list->currentItem()->data(Qt::UserRole).toString();
    const QString wanted = m_search->text().trimmed();
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const LabelPreset& preset : m_shelf.presets()) {
            const QString description = QString::fromStdString(preset.description);
            const QString head = preset.builtIn ? tr("%1 (built in)").arg(nameOf(preset)) : nameOf(preset);
            QStringList lines{head, namesOf(preset)};
            if (!description.isEmpty()) lines.insert(1, description);
            const QString text = lines.join(QLatin1Char('\n'));
            if (!text.contains(wanted, Qt::CaseInsensitive)) continue;
            auto* item = new QListWidgetItem(text, m_list);
            item->setData(Qt::UserRole, QString::fromStdString(preset.id));
            if (item->data(Qt::UserRole).toString() == kept) m_list->setCurrentItem(item);
        }
        if (m_list->currentItem() == nullptr) m_list->setCurrentRow(0);
    }
    enableButtons();
}

void PresetDialog::enableButtons() {
    const LabelPreset* preset = current();
    m_take->setEnabled(preset != nullptr);
    m_copy->setEnabled(preset != nullptr);
    for (QPushButton* button : {m_rename, m_describe}) {
        button->setEnabled(preset != nullptr && !preset->builtIn);
        button->setToolTip(preset != nullptr && preset->builtIn ? tr("Copy a built-in preset first; it stays as it is") : QString());
    }
}

void PresetDialog::take() {
    const LabelPreset* preset = current();
    if (preset == nullptr) return;
    const LabelPreset taken = *preset;
    accept();
    emit presetChosen(taken);
}

void PresetDialog::ask(const QString& title, const QString& caption, const QString& text, Empty empty,
                       std::function<void(const QString&)> done) {
    auto* dialog = new QInputDialog(this);
    dialog->setObjectName(QStringLiteral("presetTextDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setLabelText(caption);
    dialog->setTextValue(text);
    connect(dialog, &QInputDialog::textValueSelected, this, [done = std::move(done), empty](const QString& entered) {
        if (empty == Empty::Allowed || !entered.trimmed().isEmpty()) done(entered);
    });
    dialog->open();
}

void PresetDialog::askCopy() {
    const LabelPreset* preset = current();
    if (preset == nullptr) return;
    ask(tr("Copy Preset"), tr("Name of the copy:"), tr("%1 (copy)").arg(nameOf(*preset)), Empty::Refused,
        [this, id = preset->id](const QString& name) { m_shelf.duplicate(id, name); });
}

void PresetDialog::askName() {
    const LabelPreset* preset = current();
    if (preset == nullptr) return;
    ask(tr("Rename Preset"), tr("Name of the preset:"), nameOf(*preset), Empty::Refused,
        [this, id = preset->id](const QString& name) { m_shelf.rename(id, name); });
}

void PresetDialog::askDescription() {
    const LabelPreset* preset = current();
    if (preset == nullptr) return;
    ask(tr("Describe Preset"), tr("What the preset is for:"), QString::fromStdString(preset->description), Empty::Allowed,
        [this, id = preset->id](const QString& text) { m_shelf.describe(id, text); });
}

void PresetDialog::retranslate() {
    setWindowTitle(tr("Presets"));
    m_search->setPlaceholderText(tr("Search names, descriptions, labels"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_list->setAccessibleName(tr("Presets"));
    m_take->setText(tr("&Take"));
    m_copy->setText(tr("&Copy…"));
    m_rename->setText(tr("&Rename…"));
    m_describe->setText(tr("&Describe…"));
    m_buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    fill();
}

void PresetDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_buttons != nullptr) retranslate();
}

}  // namespace labelwright::ui
