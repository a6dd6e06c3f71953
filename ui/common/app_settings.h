#pragma once

#include <QByteArray>
#include <QString>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/domain/device.h"
#include "ui/common/language.h"
#include "ui/common/theme.h"

class QApplication;
class QSettings;

namespace labelwright::ui {

/// Where the window stood and how it was divided.
struct WindowPlacement {
    QByteArray geometry;     ///< QWidget::saveGeometry
    QByteArray splitter;     ///< QSplitter::saveState
    QByteArray tableHeader;  ///< QHeaderView::saveState

    friend bool operator==(const WindowPlacement&, const WindowPlacement&) = default;
};

/// Which columns of a file were taken for what, to be taken so again for files with the same columns.
struct ImportColumns {
    std::vector<std::string> columns;
    std::string text;
    std::string id;     ///< empty: the rows were numbered
    std::string label;  ///< what people decided; empty: none
    char labelSeparator = '|';

    friend bool operator==(const ImportColumns&, const ImportColumns&) = default;
};

/// What a person sets once for all projects. A value; the main window holds the current one.
struct AppSettings {
    Language language = Language::System;
    ColourScheme colourScheme = ColourScheme::System;
    std::string device = "auto";  ///< "auto", "cpu", "cuda:N"
    Precision precision = Precision::Auto;
    bool allowReducedCpuPrecision = true;  ///< bf16 on CPUs that are fast with it, when the precision is Auto
    std::uint32_t cacheDays = 30;          ///< scores not used for longer are removed
    std::uint64_t cacheMaxBytes = std::uint64_t{4} << 30U;
    std::vector<std::filesystem::path> modelFolders;    ///< the user's model folders, besides bundled ones and hub caches
    std::vector<std::filesystem::path> recentProjects;  ///< the latest first
    std::filesystem::path lastProject;                  ///< opened at the next start; empty: the session's own
    std::vector<ImportColumns> importColumns;           ///< the latest first, at most mostImportColumns
    std::map<std::string, std::string> changedKeys;     ///< of commands, by the action's name, in portable text; empty: no key
    WindowPlacement placement;

    friend bool operator==(const AppSettings&, const AppSettings&) = default;
};

constexpr std::size_t mostImportColumns = 30;
/// Puts it first, in the place of what was remembered for the same columns.
void rememberColumns(std::vector<ImportColumns>& known, ImportColumns latest);

/// Values that are missing or make no sense come back as their defaults.
AppSettings loadSettings(const QSettings& store);
void saveSettings(const AppSettings& settings, QSettings& store);

/// Language, fonts and colours of the running application.
void applyAppearance(QApplication& application, const AppSettings& settings);

}  // namespace labelwright::ui
