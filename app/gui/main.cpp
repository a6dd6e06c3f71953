#include <QApplication>
#include <QCommandLineParser>
#include <QSettings>

#include "app/shared/composition.h"
#include "core/base/log.h"
#include "ui/main_window/main_window.h"

using namespace labelwright;

namespace {

QString settingsFile(const Places& places) { return QString::fromStdString((places.data / "settings.ini").string()); }

ui::AppSettings readSettings(const Places& places) {
    ui::AppSettings settings = ui::loadSettings(QSettings(settingsFile(places), QSettings::IniFormat));
    settings.modelFolders = readModelFolders(places);
    return settings;
}

void keepSettings(const Places& places, const ui::AppSettings& settings) {
    QSettings store(settingsFile(places), QSettings::IniFormat);
    ui::saveSettings(settings, store);
    if (auto written = writeModelFolders(places, settings.modelFolders); !written) log::warning(written.error().detail);
}

}  // namespace

int main(int argc, char** argv) {
    // Docks and input methods work best on X11 with this Qt; whoever wants another platform says so.
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM") && !qEnvironmentVariableIsEmpty("DISPLAY")) qputenv("QT_QPA_PLATFORM", "xcb");
    QApplication application(argc, argv);
    QApplication::setApplicationName("Labelwright");
    QApplication::setApplicationVersion(LABELWRIGHT_VERSION);
    QApplication::setDesktopFileName("labelwright");

    QCommandLineParser arguments;
    arguments.setApplicationDescription("Labels texts with a zero-shot model on this machine.");
    arguments.addHelpOption();
    arguments.addVersionOption();
    const QCommandLineOption sample("sample", "Open the bundled sample and label it.");
    const QCommandLineOption project("project", "Work in this project file instead of the last session.", "file");
    arguments.addOptions({sample, project});
    arguments.addPositionalArgument("file", "File of texts to import.", "[file]");
    arguments.process(application);

    const Places places = findPlaces();
    log::openFile(places.logFile());
    ui::MainWindowOptions options{makePresetStore(places), NeverTogether(places.data), {}, {}, {}, {}, {}, {}, {}, {}, {}};
    options.downloadsFolder = places.downloadedModels();
    options.settings = readSettings(places);
    options.projectFile =
        arguments.isSet(project) ? std::filesystem::path(arguments.value(project).toStdString()) : places.sessionProject();
    options.sampleFile = places.sample();
    if (auto preset = options.presets.find("01-customer-messages")) options.sampleLabels = preset->labelSet;
    if (arguments.isSet(sample)) options.start = ui::MainWindowOptions::Start::Sample;
    if (!arguments.positionalArguments().isEmpty()) options.importFile = arguments.positionalArguments().constFirst().toStdString();
    options.keepSettings = [places](const ui::AppSettings& settings) { keepSettings(places, settings); };
    options.modelRoots = [places](const std::vector<std::filesystem::path>& folders) { return catalogRoots(places, folders); };
    ui::applyAppearance(application, options.settings);

    CompositionOptions composition;
    composition.cache.daysToLive = options.settings.cacheDays;
    composition.cache.maxBytes = options.settings.cacheMaxBytes;
    std::error_code ignored;
    std::filesystem::create_directories(places.data, ignored);
    ui::EngineBridge bridge(makeEngine(places, composition));
    ui::MainWindow window(bridge, std::move(options));
    window.show();
    return QApplication::exec();
}
