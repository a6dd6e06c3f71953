#include "ui/labels/preset_button.h"

#include <QInputDialog>
#include <QMenu>
#include <QMessageBox>
#include <algorithm>

#include "core/labels/label_list.h"
#include "ui/common/error_text.h"
#include "ui/common/icons.h"
#include "ui/common/workbench_style.h"
#include "ui/labels/preset_dialog.h"
#include "ui/labels/preset_shelf.h"

namespace labelwright::ui {
namespace {

/// A menu would take & for a mnemonic.
QString menuText(const std::string& name) { return QString::fromStdString(name).replace(QLatin1Char('&'), QStringLiteral("&&")); }

}  // namespace

PresetButton::PresetButton(PresetStore store, QWidget* parent)
    : QPushButton(parent), m_shelf(new PresetShelf(std::move(store), this)), m_menu(new QMenu(this)) {
    makeLink(*this);
    m_menu->setObjectName(QStringLiteral("presetMenu"));
    m_menu->setToolTipsVisible(true);
    setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, &PresetButton::fillMenu);
    connect(m_shelf, &PresetShelf::changed, this, &PresetButton::fillMenu);
    connect(m_shelf, &PresetShelf::saved, this,
            [this](const QString& name) { emit noticeGiven(tr("Kept as the preset “%1”.").arg(name)); });
    connect(m_shelf, &PresetShelf::failed, this, [this](const Error& error) { emit noticeGiven(errorText(error)); });
    retranslate();
}

void PresetButton::setLabels(const LabelSet& labels) {
    const bool saveChanges = labels.labels.empty() != m_labels.labels.empty();
    m_labels = labels;
    if (saveChanges) fillMenu();
}

void PresetButton::retranslate() {
    setText(tr("&Presets"));
    setToolTip(tr("Take a ready-made label set, or keep this one"));
    fillMenu();
}

void PresetButton::addPreset(QMenu& menu, const LabelPreset& preset) {
    QAction* action = menu.addAction(menuText(preset.labelSet.name));
    QStringList names;
    for (const Label& label : preset.labelSet.labels) names << QString::fromStdString(label.name);
    const QString description = QString::fromStdString(preset.description);
    const QString listed = names.join(tr(", "));
    action->setToolTip(description.isEmpty() ? listed : tr("%1: %2").arg(description, listed));
    connect(action, &QAction::triggered, this, [this, preset] { emit presetChosen(preset); });
}

void PresetButton::fillMenu() {
    m_menu->clear();
    const std::vector<LabelPreset>& presets = m_shelf->presets();
    const auto own = [](const LabelPreset& preset) { return !preset.builtIn; };
    if (!presets.empty()) m_menu->addSection(tr("Built in"));
    for (const LabelPreset& preset : presets)
        if (!own(preset)) addPreset(*m_menu, preset);
    if (std::any_of(presets.begin(), presets.end(), own)) {
        m_menu->addSection(tr("Your own"));
        for (const LabelPreset& preset : presets)
            if (own(preset)) addPreset(*m_menu, preset);
    }
    m_menu->addSeparator();
    QAction* save = m_menu->addAction(themedIcon(QStringLiteral("preset")), tr("&Save as Preset…"));
    save->setObjectName(QStringLiteral("savePreset"));
    save->setEnabled(!m_labels.labels.empty());
    connect(save, &QAction::triggered, this, [this] {
        askName(tr("Save as Preset"), tr("Name of the preset:"), [this](const QString& name) {
            LabelSet copy = m_labels;
            copy.name = name.toStdString();
            m_shelf->save(copy, QString());
        });
    });
    QAction* rename = m_menu->addAction(themedIcon(QStringLiteral("edit")), tr("&Rename This Label Set…"));
    rename->setObjectName(QStringLiteral("renameLabelSet"));
    connect(rename, &QAction::triggered, this, [this] {
        askName(tr("Rename Label Set"), tr("Name of the label set:"), [this](const QString& name) { emit renameAsked(name); });
    });
    QAction* arrange = m_menu->addAction(themedIcon(QStringLiteral("search")), tr("&Find and Arrange Presets…"));
    arrange->setObjectName(QStringLiteral("arrangePresets"));
    connect(arrange, &QAction::triggered, this, [this] {
        auto* dialog = new PresetDialog(*m_shelf, window());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &PresetDialog::presetChosen, this, &PresetButton::presetChosen);
        dialog->open();
    });
    QAction* used = m_menu->addAction(themedIcon(QStringLiteral("clock")), tr("Labels &Used Before…"));
    used->setObjectName(QStringLiteral("usedBefore"));
    connect(used, &QAction::triggered, this, &PresetButton::usedWanted);
    m_menu->addSeparator();
    QAction* import = m_menu->addAction(themedIcon(QStringLiteral("import")), tr("&Import Labels from a File…"));
    import->setObjectName(QStringLiteral("importLabels"));
    connect(import, &QAction::triggered, this, &PresetButton::importWanted);
    QAction* write = m_menu->addAction(themedIcon(QStringLiteral("export")), tr("&Export Labels…"));
    write->setObjectName(QStringLiteral("exportLabels"));
    write->setEnabled(!m_labels.labels.empty());
    connect(write, &QAction::triggered, this, &PresetButton::exportWanted);
    if (std::any_of(presets.begin(), presets.end(), own)) {
        QMenu* removal = m_menu->addMenu(themedIcon(QStringLiteral("delete")), tr("&Delete Preset"));
        removal->setObjectName(QStringLiteral("deletePresetMenu"));
        for (const LabelPreset& preset : presets) {
            if (!own(preset)) continue;
            connect(removal->addAction(menuText(preset.labelSet.name)), &QAction::triggered, this,
                    [this, preset] { confirmRemoval(preset); });
        }
    }
}

void PresetButton::askName(const QString& title, const QString& caption, const std::function<void(const QString&)>& done) {
    auto* dialog = new QInputDialog(window());
    dialog->setObjectName(QStringLiteral("nameDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setLabelText(caption);
    dialog->setTextValue(QString::fromStdString(m_labels.name));
    connect(dialog, &QInputDialog::textValueSelected, this, [done](const QString& text) {
        if (const QString name = text.trimmed(); !name.isEmpty()) done(name);
    });
    dialog->open();
}

void PresetButton::confirmRemoval(const LabelPreset& preset) {
    auto* box = new QMessageBox(window());
    box->setObjectName(QStringLiteral("deletePresetBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Question);
    box->setWindowTitle(tr("Delete Preset"));
    box->setTextFormat(Qt::PlainText);
    box->setText(tr("Delete the preset “%1”?").arg(QString::fromStdString(preset.labelSet.name)));
    box->setInformativeText(tr("The labels in use stay as they are."));
    QPushButton* remove = box->addButton(tr("Delete"), QMessageBox::DestructiveRole);
    remove->setObjectName(QStringLiteral("deletePresetConfirmed"));
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    connect(remove, &QPushButton::clicked, this, [this, id = preset.id] { m_shelf->remove(id); });
    box->open();
}

void PresetButton::changeEvent(QEvent* event) {
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

}  // namespace labelwright::ui
