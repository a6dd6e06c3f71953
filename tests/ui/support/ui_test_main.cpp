#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QApplication>
#include <QStandardPaths>
#include <QTemporaryDir>

#include "ui/common/app_settings.h"

/// Settings, caches and data of a test go to a folder that is removed at its end; without a display, windows are drawn offscreen. The
/// appearance is fixed (light, English), whatever the desktop says.
int main(int argc, char** argv) {
    ::testing::InitGoogleMock(&argc, argv);
    const QTemporaryDir home;
    const auto place = [&home](const char* variable, const char* folder) {
        qputenv(variable, home.filePath(QLatin1String(folder)).toUtf8());
    };
    qputenv("HOME", home.path().toUtf8());
    place("XDG_CONFIG_HOME", "config");
    place("XDG_DATA_HOME", "data");
    place("XDG_CACHE_HOME", "cache");
    place("XDG_RUNTIME_DIR", "runtime");
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM") && qEnvironmentVariableIsEmpty("DISPLAY") &&
        qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("labelwright-tests"));
    QCoreApplication::setApplicationName(QStringLiteral("labelwright-tests"));
    QApplication application(argc, argv);
    labelwright::ui::AppSettings settings;
    settings.language = labelwright::ui::Language::English;
    settings.colourScheme = labelwright::ui::ColourScheme::Light;
    applyAppearance(application, settings);
    return RUN_ALL_TESTS();
}
