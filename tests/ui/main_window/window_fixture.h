#pragma once

#include <gtest/gtest.h>

#include <QString>
#include <memory>

#include "tests/support/test_paths.h"
#include "tests/ui/support/real_engine.h"
#include "ui/main_window/main_window.h"

namespace labelwright::ui {

/// The whole window with the real engine and the bundled models; all files in a temporary folder.
class WindowTest : public ::testing::Test {
protected:
    ~WindowTest() override;

    /// A window on the same project as before, as after a restart.
    MainWindow& open(MainWindowOptions::Start start = MainWindowOptions::Start::LastSession);
    void close();
    MainWindow& window() { return *m_window; }
    LabelingSession& session() { return m_window->session(); }
    template <typename Widget>
    Widget* find(const char* name) {
        return m_window->findChild<Widget*>(QLatin1String(name));
    }

    void openSample();  ///< and waits until it is labeled
    bool waitForRun();
    /// Saves a picture of the window if LABELWRIGHT_SCREENSHOTS names a folder.
    void screenshot(const QString& name);
    /// The same of `widget` in both languages, light and dark: "<name>_zh_dark.png".
    void screenshots(const QString& name, QWidget& widget);

    labelwright::testing::TemporaryFolder m_folder;
    AppSettings m_kept;

private:
    std::unique_ptr<EngineBridge> m_bridge;
    std::unique_ptr<MainWindow> m_window;
};

}  // namespace labelwright::ui
