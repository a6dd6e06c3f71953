#pragma once

#include <QDialog>

#include "ui/bridge/engine_bridge.h"
#include "ui/common/app_settings.h"

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QListWidget;
class QPushButton;
class QSpinBox;

namespace labelwright::ui {

/// What a person sets once: language, colours, device, precision, cache, model folders. Open it with open(). GUI thread.
class SettingsDialog : public QDialog {
    Q_OBJECT

public:
    SettingsDialog(const AppSettings& settings, EngineBridge& bridge, QWidget* parent = nullptr);

    /// The settings as they stand in the fields.
    AppSettings settings() const;

signals:
    void applied(const labelwright::ui::AppSettings& settings);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fillFixed();
    void showDevices(const std::vector<Device>& devices);
    void showCache(const ScoreCacheStatistics& statistics);
    void addFolder();
    void retranslate();

    AppSettings m_settings;
    EngineBridge& m_bridge;
    std::vector<Device> m_devices;
    JobId m_devicesJob = 0;
    JobId m_cacheJob = 0;
    ScoreCacheStatistics m_statistics;
    QFormLayout* m_form = nullptr;
    QComboBox* m_language = nullptr;
    QComboBox* m_scheme = nullptr;
    QComboBox* m_device = nullptr;
    QComboBox* m_precision = nullptr;
    QCheckBox* m_reduced = nullptr;
    QSpinBox* m_cacheDays = nullptr;
    QSpinBox* m_cacheGigabytes = nullptr;
    QLabel* m_cacheState = nullptr;
    QPushButton* m_clearCache = nullptr;
    QListWidget* m_folders = nullptr;
    QPushButton* m_addFolder = nullptr;
    QPushButton* m_removeFolder = nullptr;
    QDialogButtonBox* m_buttons = nullptr;
};

}  // namespace labelwright::ui
