#include "tests/ui/main_window/window_fixture.h"

#include <QApplication>
#include <QDir>
#include <QTest>

#include "app/shared/composition.h"

namespace labelwright::ui {

using labelwright::testing::makeRealEngine;
using labelwright::testing::placesIn;
using labelwright::testing::waitUntil;

WindowTest::~WindowTest() {
    close();
    AppSettings plain;
    plain.language = Language::English;
    plain.colourScheme = ColourScheme::Light;
    applyAppearance(*qApp, plain);
}

MainWindow& WindowTest::open(MainWindowOptions::Start start) {
    const Places places = placesIn(m_folder.path());
    std::filesystem::create_directories(places.data);
    m_bridge = std::make_unique<EngineBridge>(makeRealEngine(places));
    MainWindowOptions options{makePresetStore(places), NeverTogether(places.data)};
    options.projectFile = places.sessionProject();
    options.sampleFile = places.sample();
    options.downloadsFolder = places.downloadedModels();
    if (const auto preset = options.presets.find("01-customer-messages")) options.sampleLabels = preset->labelSet;
    options.start = start;
    m_kept.language = Language::English;
    m_kept.colourScheme = ColourScheme::Light;
    options.settings = m_kept;
    options.keepSettings = [this](const AppSettings& settings) { m_kept = settings; };
    m_window = std::make_unique<MainWindow>(*m_bridge, std::move(options));
    m_window->resize(1440, 900);
    m_window->show();
    return *m_window;
}

void WindowTest::close() {
    if (m_window) m_window->close();
    m_window.reset();
    m_bridge.reset();
}

void WindowTest::openSample() {
    open(MainWindowOptions::Start::Sample);
    ASSERT_TRUE(waitUntil([this] { return session().runningJob() != 0; })) << "the run on the sample did not begin";
    ASSERT_TRUE(waitForRun());
}

bool WindowTest::waitForRun() {
    return waitUntil([this] { return session().runningJob() == 0 && session().decisions() && session().decisions()->incomplete == 0; });
}

void WindowTest::screenshot(const QString& name) {
    const QString folder = qEnvironmentVariable("LABELWRIGHT_SCREENSHOTS");
    if (folder.isEmpty()) return;
    QDir().mkpath(folder);
    QCoreApplication::processEvents();
    m_window->grab().save(QStringLiteral("%1/%2.png").arg(folder, name));
}

void WindowTest::screenshots(const QString& name, QWidget& widget) {
    const QString folder = qEnvironmentVariable("LABELWRIGHT_SCREENSHOTS");
    if (folder.isEmpty()) return;
    QDir().mkpath(folder);
    const AppSettings before = m_window->settings();
    for (const Language language : {Language::English, Language::SimplifiedChinese}) {
        for (const ColourScheme scheme : {ColourScheme::Light, ColourScheme::Dark}) {
            AppSettings settings = before;
            settings.language = language;
            settings.colourScheme = scheme;
            m_window->applySettings(settings);
            QTest::qWait(100);
            widget.grab().save(QStringLiteral("%1/%2_%3_%4.png")
                                   .arg(folder, name, language == Language::English ? QStringLiteral("en") : QStringLiteral("zh"),
                                        scheme == ColourScheme::Light ? QStringLiteral("light") : QStringLiteral("dark")));
        }
    }
    m_window->applySettings(before);
}

}  // namespace labelwright::ui
