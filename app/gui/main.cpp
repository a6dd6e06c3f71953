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

bool isProject(const QString& file) { return file.endsWith(".lwproj", Qt::CaseInsensitive); }

QString projectAmong(const QStringList& files) {
    for (const QString& file : files)
        if (isProject(file)) return file;
    return {};
}

/// The one that was asked for; else the one that was open the last time, as long as it is there; else the session's own.
void chooseProject(const QString& asked, ui::MainWindowOptions& options) {
    options.projectFile = options.sessionProject;
    if (!asked.isEmpty()) {
        options.projectFile = std::filesystem::absolute(asked.toStdString());
        return;
    }
    const std::filesystem::path& last = options.settings.lastProject;
    if (last.empty()) return;
    std::error_code unknown;
    if (std::filesystem::exists(last, unknown)) options.projectFile = last;
    else options.startProblem = Error{ErrorCode::FileNotFound, last.string() + " does not exist", {last.string()}};
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
    const QCommandLineOption project("project", "Work in this project file instead of the last one.", "file");
    arguments.addOptions({sample, project});
    arguments.addPositionalArgument("file", "Project (*.lwproj) to open, or file of texts to import.", "[file]");
    arguments.process(application);

    const Places places = findPlaces();
    log::openFile(places.logFile());
    ui::MainWindowOptions options{
        .presets = makePresetStore(places), .neverTogether = NeverTogether(places.data), .labelHistory = LabelHistory(places.data)};
    options.downloadsFolder = places.downloadedModels();
    options.settings = readSettings(places);
    options.sessionProject = places.sessionProject();
    chooseProject(arguments.isSet(project) ? arguments.value(project) : projectAmong(arguments.positionalArguments()), options);
    options.sampleFile = places.sample();
    if (auto preset = options.presets.find("01-customer-messages")) options.sampleLabels = preset->labelSet;
    if (arguments.isSet(sample)) options.start = ui::MainWindowOptions::Start::Sample;
    for (const QString& file : arguments.positionalArguments())
        if (!isProject(file)) options.importFile = file.toStdString();
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
