#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

#include "core/labels/merging.h"
#include "tests/ui/main_window/window_fixture.h"
#include "ui/labels/version_dialog.h"

namespace labelwright::ui {
namespace {

using labelwright::testing::waitUntil;

class LabelVersions : public WindowTest {
protected:
    void merge(std::size_t from, std::size_t into) {
        const LabelSet& labels = session().labels();
        session().setLabels(*mergeLabels(labels, labels.labels[from].id, labels.labels[into].id), QStringLiteral("merge"));
        settle();
    }
    /// Until the decisions are those of the present labels.
    void settle() {
        QSignalSpy decided(&session(), &LabelingSession::decisionsChanged);
        while (decided.wait(500)) {
        }
    }
    /// The best label's id of every row; empty: none.
    std::vector<LabelId> answers() {
        std::vector<LabelId> ids;
        for (const std::uint16_t best : session().decisions()->best)
            ids.push_back(best < session().labels().labels.size() ? session().labels().labels[best].id : LabelId());
        return ids;
    }
    /// Every page of the dialog in both languages, light and dark, if LABELWRIGHT_SCREENSHOTS names a folder.
    void pictures(VersionDialog& dialog) {
        const QString folder = qEnvironmentVariable("LABELWRIGHT_SCREENSHOTS");
        if (folder.isEmpty()) return;
        const AppSettings before = window().settings();
        for (const Language language : {Language::English, Language::SimplifiedChinese}) {
            for (const ColourScheme scheme : {ColourScheme::Light, ColourScheme::Dark}) {
                AppSettings settings = before;
                settings.language = language;
                settings.colourScheme = scheme;
                window().applySettings(settings);
                for (int tab = 0; tab < 3; ++tab) {
                    dialog.findChild<QTabWidget*>()->setCurrentIndex(tab);
                    QTest::qWait(50);
                    dialog.grab().save(
                        QStringLiteral("%1/versions_%2_%3_%4.png")
                            .arg(folder, language == Language::English ? "en" : "zh", scheme == ColourScheme::Light ? "light" : "dark")
                            .arg(tab));
                }
            }
        }
        window().applySettings(before);
    }
    VersionDialog& openVersions() {
        window().findChild<QAction*>("actionVersions")->trigger();
        auto* dialog = window().findChild<VersionDialog*>("versionDialog");
        auto* list = dialog->findChild<QListWidget*>("versionList");
        EXPECT_TRUE(waitUntil([&] { return list->count() > 0; }));
        return *dialog;
    }
};

TEST_F(LabelVersions, AMergeNeedsNoModelLastsOverARestartAndIsTakenBack) {
    openSample();
    const std::vector<LabelId> before = answers();
    const auto counts = session().decisions()->labelCounts;
    const LabelId merged = session().labels().labels[1].id;
    bool ran = false;
    QObject::connect(&session(), &LabelingSession::runStateChanged, &session(), [&ran] { ran = true; });
    merge(1, 2);
    EXPECT_FALSE(ran);
    EXPECT_EQ(session().decisions()->incomplete, 0U) << "everything is answered from what is stored";
    EXPECT_GE(session().decisions()->labelCounts[1], counts[1] + counts[2]);

    close();
    open();
    ASSERT_TRUE(waitUntil([&] { return session().decisions() && session().decisions()->unscored == 0; }));
    ASSERT_EQ(session().labels().labels.size(), 3U);
    EXPECT_EQ(session().labels().labels[1].merged.size(), 1U);
    session().setLabels(*unmergeLabel(session().labels(), merged), QStringLiteral("take out"));
    settle();
    EXPECT_EQ(session().decisions()->incomplete, 0U);
    EXPECT_EQ(answers(), before);
}

TEST_F(LabelVersions, AreListedComparedAndRestored) {
    openSample();
    const LabelSet first = session().labels();
    merge(1, 2);
    VersionDialog& dialog = openVersions();
    auto* list = dialog.findChild<QListWidget*>("versionList");
    ASSERT_EQ(list->count(), 2);
    EXPECT_TRUE(list->item(0)->text().contains(QString::fromStdString(first.labels[1].name))) << list->item(0)->text().toStdString();
    auto* counts = dialog.findChild<QTableView*>("answerCounts");
    ASSERT_TRUE(waitUntil([&] { return counts->model()->rowCount() > 0; }));
    EXPECT_EQ(counts->model()->rowCount(), 4) << "three labels and no label";
    EXPECT_TRUE(counts->model()->index(1, 1).data().toString().contains(QStringLiteral(" + ")));
    auto* matrix = dialog.findChild<QTableView*>("versionMatrix");
    EXPECT_EQ(matrix->model()->rowCount(), 5);
    EXPECT_EQ(matrix->model()->columnCount(), 4);
    pictures(dialog);

    list->setCurrentRow(1);
    QTest::mouseClick(dialog.findChild<QPushButton*>("versionRestore"), Qt::LeftButton);
    EXPECT_EQ(session().labels().labels, first.labels);
    EXPECT_EQ(session().labels().version, 3U) << "a state of its own: nothing that was is changed";
    ASSERT_TRUE(waitUntil([&] { return list->count() == 3; }));
    session().undoStack().undo();
    EXPECT_EQ(session().labels().version, 2U);
    EXPECT_EQ(session().labels().labels.size(), 3U);
}

}  // namespace
}  // namespace labelwright::ui
