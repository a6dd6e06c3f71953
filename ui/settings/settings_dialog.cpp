#include "ui/settings/settings_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFile>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/common/card.h"

namespace labelwright::ui {
namespace {

template <typename Widget>
Widget* named(Widget* widget, const char* objectName) {
    widget->setObjectName(QLatin1String(objectName));
    return widget;
}

/// Replaces the entries and keeps the chosen value.
void refill(QComboBox* box, const std::vector<std::pair<QString, QVariant>>& entries, const QVariant& initial) {
    const QVariant chosen = box->count() > 0 ? box->currentData() : initial;
    box->clear();
    for (const auto& [text, value] : entries) box->addItem(text, value);
    box->setCurrentIndex(std::max(0, box->findData(chosen)));
}

}  // namespace

SettingsDialog::SettingsDialog(const AppSettings& settings, EngineBridge& bridge, QWidget* parent)
    : QDialog(parent), m_settings(settings), m_bridge(bridge) {
    setObjectName(QStringLiteral("settingsDialog"));
    m_language = named(new QComboBox, "settingsLanguage");
    m_scheme = named(new QComboBox, "settingsColourScheme");
    m_device = named(new QComboBox, "settingsDevice");
    m_precision = named(new QComboBox, "settingsPrecision");
    m_reduced = named(new QCheckBox, "settingsReducedPrecision");
    m_reduced->setChecked(settings.allowReducedCpuPrecision);
    m_cacheDays = named(new QSpinBox, "settingsCacheDays");
    m_cacheDays->setRange(1, 3650);
    m_cacheDays->setValue(static_cast<int>(settings.cacheDays));
    m_cacheGigabytes = named(new QSpinBox, "settingsCacheSize");
    m_cacheGigabytes->setRange(1, 1024);
    m_cacheGigabytes->setValue(static_cast<int>(settings.cacheMaxBytes >> 30U));
    m_cacheState = named(new QLabel, "settingsCacheState");
    m_cacheState->setTextFormat(Qt::PlainText);
    makeMuted(*m_cacheState);
    m_clearCache = named(new QPushButton, "settingsClearCache");
    m_clearCache->setAutoDefault(false);
    m_folders = named(new QListWidget, "settingsModelFolders");
    m_folders->setFixedHeight(fontMetrics().height() * 5);
    for (const auto& folder : settings.modelFolders) m_folders->addItem(QString::fromStdString(folder.string()));
    m_addFolder = named(new QPushButton, "settingsAddFolder");
    m_removeFolder = named(new QPushButton, "settingsRemoveFolder");
    for (QPushButton* button : {m_addFolder, m_removeFolder}) button->setAutoDefault(false);

    auto* cacheRow = new QHBoxLayout;
    cacheRow->addWidget(m_cacheState, 1);
    cacheRow->addWidget(m_clearCache);
    auto* folderButtons = new QHBoxLayout;
    folderButtons->addWidget(m_addFolder);
    folderButtons->addWidget(m_removeFolder);
    folderButtons->addStretch();
    m_form = new QFormLayout;
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    for (QWidget* field :
         std::initializer_list<QWidget*>{m_language, m_scheme, m_device, m_precision, m_reduced, m_cacheDays, m_cacheGigabytes}) {
        auto* caption = new QLabel;
        caption->setBuddy(field);
        m_form->addRow(caption, field);
    }
    m_form->addRow(QString(), cacheRow);
    auto* foldersCaption = new QLabel;
    foldersCaption->setBuddy(m_folders);
    m_form->addRow(foldersCaption, m_folders);
    m_form->addRow(QString(), folderButtons);
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel | QDialogButtonBox::Apply);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(m_form);
    layout->addStretch();
    layout->addWidget(m_buttons);
    setMinimumWidth(fontMetrics().height() * 36);

    connect(m_buttons, &QDialogButtonBox::accepted, this, [this] {
        emit applied(this->settings());
        accept();
    });
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_buttons->button(QDialogButtonBox::Apply), &QPushButton::clicked, this, [this] { emit applied(this->settings()); });
    connect(m_clearCache, &QPushButton::clicked, this, [this] { m_cacheJob = m_bridge.engine().clearCache(); });
    connect(m_addFolder, &QPushButton::clicked, this, &SettingsDialog::addFolder);
    connect(m_removeFolder, &QPushButton::clicked, this, [this] { delete m_folders->takeItem(m_folders->currentRow()); });
    connect(&m_bridge, &EngineBridge::modelsFound, this, [this](const ModelsFound& event) { showDevices(event.devices); });
    connect(&m_bridge, &EngineBridge::cacheState, this, [this](const CacheState& event) { showCache(event.statistics); });
    retranslate();
    m_devicesJob = m_bridge.engine().findModels();
    m_cacheJob = m_bridge.engine().cacheStatistics();
}

AppSettings SettingsDialog::settings() const {
    AppSettings settings = m_settings;
    settings.language = static_cast<Language>(m_language->currentData().toInt());
    settings.colourScheme = static_cast<ColourScheme>(m_scheme->currentData().toInt());
    settings.device = m_device->currentData().toString().toStdString();
    settings.precision = static_cast<Precision>(m_precision->currentData().toInt());
    settings.allowReducedCpuPrecision = m_reduced->isChecked();
    settings.cacheDays = static_cast<std::uint32_t>(m_cacheDays->value());
    settings.cacheMaxBytes = static_cast<std::uint64_t>(m_cacheGigabytes->value()) << 30U;
    settings.modelFolders.clear();
    for (int row = 0; row < m_folders->count(); ++row) settings.modelFolders.emplace_back(m_folders->item(row)->text().toStdString());
    return settings;
}

void SettingsDialog::showDevices(const std::vector<Device>& devices) {
    m_devices = devices;
    fillFixed();
}

void SettingsDialog::showCache(const ScoreCacheStatistics& statistics) {
    m_statistics = statistics;
    const QLocale locale;
    m_cacheState->setText(tr("Now %1: %2 scores and %3 embeddings.")
                              .arg(locale.formattedDataSize(static_cast<qint64>(statistics.fileBytes), 1, QLocale::DataSizeSIFormat),
                                   locale.toString(qulonglong(statistics.scores)), locale.toString(qulonglong(statistics.embeddings))));
}

void SettingsDialog::addFolder() {
    auto* chooser = new QFileDialog(this, tr("Folder of models"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::Directory);
    chooser->setOption(QFileDialog::ShowDirsOnly);
    connect(chooser, &QFileDialog::fileSelected, this, [this](const QString& folder) {
        if (m_folders->findItems(folder, Qt::MatchExactly).isEmpty()) m_folders->addItem(folder);
    });
    chooser->open();
}

void SettingsDialog::fillFixed() {
    refill(m_language,
           {{tr("As the system"), static_cast<int>(Language::System)},
            {nativeName(Language::English), static_cast<int>(Language::English)},
            {nativeName(Language::SimplifiedChinese), static_cast<int>(Language::SimplifiedChinese)}},
           static_cast<int>(m_settings.language));
    refill(m_scheme,
           {{tr("As the system"), static_cast<int>(ColourScheme::System)},
            {tr("Light"), static_cast<int>(ColourScheme::Light)},
            {tr("Dark"), static_cast<int>(ColourScheme::Dark)}},
           static_cast<int>(m_settings.colourScheme));
    std::vector<std::pair<QString, QVariant>> devices{{tr("Automatic"), QStringLiteral("auto")}};
    for (const Device& device : m_devices) {
        const QString text =
            QString::fromStdString(device.name) + QStringLiteral(" (") + QString::fromStdString(device.id) + QLatin1Char(')');
        devices.emplace_back(device.usable ? text : tr("%1: %2").arg(text, QString::fromStdString(device.problem)),
                             QString::fromStdString(device.id));
    }
    const QString chosen = QString::fromStdString(m_settings.device);
    const bool listed = std::any_of(devices.begin(), devices.end(), [&](const auto& entry) { return entry.second == chosen; });
    if (!listed) devices.emplace_back(chosen, chosen);
    refill(m_device, devices, chosen);
    auto* model = qobject_cast<QStandardItemModel*>(m_device->model());
    for (std::size_t i = 0; model != nullptr && i < m_devices.size(); ++i)
        model->item(static_cast<int>(i) + 1)->setEnabled(m_devices[i].usable);
    refill(m_precision,
           {{tr("Automatic"), static_cast<int>(Precision::Auto)},
            {tr("fp32, exact"), static_cast<int>(Precision::Fp32)},
            {tr("bf16"), static_cast<int>(Precision::Bf16)},
            {tr("fp16 (graphics card)"), static_cast<int>(Precision::Fp16)},
            {tr("int8 (processor)"), static_cast<int>(Precision::Int8)}},
           static_cast<int>(m_settings.precision));
}

void SettingsDialog::retranslate() {
    setWindowTitle(tr("Settings"));
    fillFixed();
    m_reduced->setText(tr("Let \"automatic\" use bf16 where this processor is faster with it"));
    m_cacheDays->setSuffix(tr(" days"));
    m_cacheGigabytes->setSuffix(tr(" GB"));
    m_clearCache->setText(tr("&Clear the cache"));
    m_addFolder->setText(tr("&Add…"));
    m_removeFolder->setText(tr("&Remove"));
    const QString captions[] = {tr("&Language:"), tr("Col&ours:"),         tr("&Device:"),       tr("&Precision:"),
                                QString(),        tr("&Keep scores for:"), tr("Cache at &most:")};
    for (int row = 0; row < 7; ++row) qobject_cast<QLabel*>(m_form->itemAt(row, QFormLayout::LabelRole)->widget())->setText(captions[row]);
    qobject_cast<QLabel*>(m_form->itemAt(8, QFormLayout::LabelRole)->widget())->setText(tr("Model &folders:"));
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("OK"));
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    m_buttons->button(QDialogButtonBox::Apply)->setText(tr("Apply"));
    showCache(m_statistics);
}

void SettingsDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

}  // namespace labelwright::ui
