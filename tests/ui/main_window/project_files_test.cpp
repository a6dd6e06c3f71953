#include <QAction>
#include <QDialog>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QTableWidget>
#include <QTest>

#include "core/base/user_name.h"
#include "core/project/project_backups.h"
#include "tests/ui/main_window/window_fixture.h"
#include "ui/common/notice_bar.h"
#include "ui/project/project_files.h"

namespace labelwright::ui {
namespace {

using labelwright::testing::readFile;
using labelwright::testing::waitUntil;
using labelwright::testing::writeFile;

class ProjectFilesTest : public WindowTest {
protected:
    void trigger(const char* action) { find<QAction>(action)->trigger(); }
    /// Answers the file dialog that is open.
    void choose(const char* dialog, const std::filesystem::path& file) {
        auto* chooser = find<QFileDialog>(dialog);
        ASSERT_NE(chooser, nullptr);
        emit chooser->fileSelected(QString::fromStdString(file.string()));
        chooser->close();
    }
    void openProject(const std::filesystem::path& file) {
        trigger("actionOpenProject");
        choose("openProjectDialog", file);
        ASSERT_TRUE(waitUntil([&] { return files().current() == file; }));
    }
    ProjectFiles& files() { return *window().findChild<ProjectFiles*>(); }
    NoticeBar& readOnlyBar() { return *find<NoticeBar>("readOnlyBar"); }
    QString errorShown() {
        auto* text = find<QLabel>("errorText");
        return text->isHidden() ? QString() : text->text();
    }
    void note(std::uint32_t row, const std::string& words) {
        const std::vector<std::uint32_t> rows{row};
        session().review(
            rows, [&](Review& review, std::uint32_t) { review.note = words; }, QStringLiteral("Note"));
    }
    std::string noteAt(std::size_t row) { return session().reviews().at(row).note; }
};

TEST_F(ProjectFilesTest, EachProjectHasItsOwnTextsLabelsAndHistoryAndNoneIsLostInSwitching) {
    openSample();
    note(0, "of the session");
    const auto session0 = files().current();
    const auto survey = m_folder / "survey.lwproj";
    trigger("actionNewProject");
    choose("newProjectDialog", survey);
    ASSERT_TRUE(waitUntil([&] { return files().current() == survey; }));
    EXPECT_FALSE(session().dataset());
    EXPECT_TRUE(session().labels().labels.empty());
    EXPECT_FALSE(session().undoStack().canUndo());
    EXPECT_TRUE(window().windowTitle().contains(QLatin1String("survey"))) << window().windowTitle().toStdString();
    EXPECT_EQ(m_kept.lastProject, survey);
    EXPECT_EQ(m_kept.recentProjects, std::vector<std::filesystem::path>{survey});

    openProject(session0);
    ASSERT_TRUE(session().dataset());
    EXPECT_EQ(session().dataset()->size(), 200U);
    EXPECT_EQ(noteAt(0), "of the session");
    EXPECT_TRUE(session().scoredAt(0));
    EXPECT_TRUE(m_kept.lastProject.empty()) << "the session is no file that was chosen";
    session().undoStack().undo();
    EXPECT_EQ(noteAt(0), "");
}

TEST_F(ProjectFilesTest, AProjectCanBeOpenedAgainFromTheListOfRecentOnes) {
    open();
    const auto survey = m_folder / "survey.lwproj";
    trigger("actionNewProject");
    choose("newProjectDialog", survey);
    ASSERT_TRUE(waitUntil([&] { return files().current() == survey; }));
    auto& menu = files().recentMenu();
    menu.actions().front()->trigger();  // without a project file
    ASSERT_TRUE(waitUntil([&] { return files().current() != survey; }));
    menu.actions().back()->trigger();
    EXPECT_TRUE(waitUntil([&] { return files().current() == survey; }));
}

TEST_F(ProjectFilesTest, ANewProjectNeverTakesThePlaceOfAFile) {
    openSample();
    const auto survey = m_folder / "survey.lwproj";
    writeFile(survey, "precious");
    trigger("actionNewProject");
    choose("newProjectDialog", survey);
    EXPECT_TRUE(errorShown().contains(QLatin1String("survey.lwproj")));
    EXPECT_EQ(readFile(survey), "precious");
    EXPECT_EQ(session().dataset()->size(), 200U);
}

TEST_F(ProjectFilesTest, ASecondProgramReadsSaysWhoHasItAndKeepsNothing) {
    openSample();
    // Another program's engine on the file that this window has open.
    const auto project = files().current();
    auto other = std::make_unique<EngineBridge>(labelwright::testing::makeRealEngine(labelwright::testing::placesIn(m_folder / "other")));
    std::filesystem::create_directories(m_folder / "other");
    MainWindowOptions options{.presets = PresetStore({}, {}), .neverTogether = NeverTogether(m_folder / "other")};
    options.projectFile = project;
    MainWindow second(*other, std::move(options));
    second.show();
    auto* bar = second.findChild<NoticeBar*>(QStringLiteral("readOnlyBar"));
    ASSERT_TRUE(waitUntil([&] { return !bar->text().isEmpty(); }));
    EXPECT_TRUE(bar->text().contains(QString::fromStdString(userName()))) << bar->text().toStdString();
    ASSERT_TRUE(second.session().dataset());
    EXPECT_EQ(second.session().dataset()->size(), 200U);
    const std::vector<std::uint32_t> rows{0};
    second.session().review(
        rows, [](Review& review, std::uint32_t) { review.flagged = true; }, QStringLiteral("Flag"));
    EXPECT_FALSE(second.session().reviews().at(0).flagged) << "what cannot be kept is not done";
    EXPECT_FALSE(second.findChild<QLabel*>(QStringLiteral("errorText"))->isHidden());
    EXPECT_EQ(readOnlyBar().text(), QString());
    note(0, "the first one works on");
    EXPECT_EQ(noteAt(0), "the first one works on");
    screenshots(QStringLiteral("read_only"), second);
}

TEST_F(ProjectFilesTest, ABackupShowsWhatDiffersAndIsGoneBackTo) {
    openSample();
    note(0, "first");
    close();
    open();  // work was done: a backup is made
    ASSERT_TRUE(waitUntil([&] { return session().dataset() && std::filesystem::exists(backupFolder(files().current())); }));
    ASSERT_TRUE(waitUntil([&] { return !projectBackups(files().current())->empty(); }));
    note(1, "second");
    trigger("actionBackups");
    auto* table = find<QTableWidget>("backupTable");
    ASSERT_NE(table, nullptr);
    ASSERT_TRUE(waitUntil([&] { return table->rowCount() >= 2; }));
    EXPECT_EQ(table->item(0, 6)->text(), QStringLiteral("2"));
    EXPECT_TRUE(table->item(1, 6)->text().startsWith(QStringLiteral("1 ("))) << table->item(1, 6)->text().toStdString();
    screenshots(QStringLiteral("backups"), *find<QDialog>("backupDialog"));
    find<QPushButton>("backupRestore")->click();
    ASSERT_TRUE(waitUntil([&] { return noteAt(1).empty(); }));
    EXPECT_EQ(noteAt(0), "first");
    EXPECT_EQ(projectBackups(files().current())->front().occasion, BackupOccasion::Restore);
}

TEST_F(ProjectFilesTest, ADamagedProjectIsRescuedIntoANewOneAndTheOneThatWasOpenStays) {
    openSample();
    const auto damaged = m_folder / "damaged.lwproj";
    trigger("actionSaveCopy");
    choose("saveCopyDialog", damaged);
    ASSERT_TRUE(waitUntil([&] { return std::filesystem::exists(damaged); }));
    std::string bytes = readFile(damaged);
    const auto at = bytes.find("m150");
    ASSERT_NE(at, std::string::npos);
    bytes.replace(at / 8192 * 8192, 8192, 8192, '\xaa');
    writeFile(damaged, bytes);
    trigger("actionOpenProject");
    choose("openProjectDialog", damaged);
    ASSERT_TRUE(waitUntil([&] { return find<QMessageBox>("damagedQuestion") != nullptr; }));
    EXPECT_EQ(session().dataset()->size(), 200U);
    note(0, "kept");
    EXPECT_EQ(errorShown().isEmpty(), false);
    find<QPushButton>("damagedRescue")->click();
    choose("rescueDialog", m_folder / "rescued.lwproj");
    ASSERT_TRUE(waitUntil([&] { return find<QDialog>("salvageDialog") != nullptr; }));
    screenshots(QStringLiteral("rescued"), *find<QDialog>("salvageDialog"));
    find<QPushButton>("salvageOpen")->click();
    ASSERT_TRUE(waitUntil([&] { return files().current() == m_folder / "rescued.lwproj"; }));
    EXPECT_EQ(session().dataset()->size(), 200U);
    EXPECT_TRUE(readFile(damaged) == bytes) << "it was left untouched";
}

}  // namespace
}  // namespace labelwright::ui
