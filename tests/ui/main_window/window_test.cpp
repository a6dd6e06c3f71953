#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <numeric>

#include "core/labels/label_list.h"
#include "tests/ui/main_window/window_fixture.h"
#include "ui/main_window/command_palette.h"
#include "ui/models/texts_model.h"
#include "ui/texts/texts_page.h"

namespace labelwright::ui {
namespace {

using labelwright::testing::waitUntil;

class Window : public WindowTest {
protected:
    QAction& action(const char* name) { return *find<QAction>(name); }
    template <typename Widget>
    Widget* topLevel(const char* name) {
        for (QWidget* widget : QApplication::topLevelWidgets())
            if (widget->objectName() == QLatin1String(name) && widget->isVisible()) return qobject_cast<Widget*>(widget);
        return nullptr;
    }
};

TEST_F(Window, LanguageChangesWhileItIsOpen) {
    openSample();
    const QString english = find<QPushButton>("runButton")->text();
    find<QAction>("languageChinese")->trigger();
    QCoreApplication::processEvents();
    EXPECT_NE(find<QPushButton>("runButton")->text(), english);
    EXPECT_EQ(window().settings().language, Language::SimplifiedChinese);
    EXPECT_EQ(m_kept.language, Language::SimplifiedChinese);
    ASSERT_TRUE(waitUntil([this] { return find<QLabel>("planCost")->text().contains(QChar(0xb7)); }));
    screenshot("sample_chinese_light");
    AppSettings settings = window().settings();
    settings.colourScheme = ColourScheme::Dark;
    window().applySettings(settings);
    screenshot("sample_chinese_dark");
    find<QAction>("languageEnglish")->trigger();
    QCoreApplication::processEvents();
    EXPECT_EQ(find<QPushButton>("runButton")->text(), english);
}

TEST_F(Window, EveryActionHasATextAToolTipAndAKeyOrAMenu) {
    open();
    QList<QKeySequence> keys;
    for (QMenu* menu : window().menuBar()->findChildren<QMenu*>()) {
        if (!menu->objectName().startsWith("menu")) continue;
        EXPECT_FALSE(menu->title().isEmpty());
        for (QAction* entry : menu->actions()) {
            if (entry->isSeparator()) continue;
            EXPECT_FALSE(entry->text().isEmpty()) << entry->objectName().toStdString();
            for (const QKeySequence& key : entry->shortcuts()) {
                const bool everywhere = entry->shortcutContext() == Qt::WindowShortcut;
                if (everywhere) EXPECT_FALSE(keys.contains(key)) << key.toString().toStdString() << " is used twice";
                if (everywhere) keys << key;
            }
        }
    }
    EXPECT_GT(keys.size(), 20);
}

TEST_F(Window, ACommandIsFoundByAPartOfItsName) {
    openSample();
    action("actionPalette").trigger();
    auto* palette = window().findChild<CommandPalette*>();
    ASSERT_TRUE(palette);
    auto* search = palette->findChild<QLineEdit*>("paletteSearch");
    auto* list = palette->findChild<QListWidget*>("paletteList");
    QTest::keyClicks(search, "details");
    ASSERT_GE(list->count(), 1);
    EXPECT_TRUE(list->item(0)->text().startsWith("Details panel"));
    ASSERT_TRUE(action("actionShowDetails").isChecked());
    QTest::keyClick(search, Qt::Key_Return);
    EXPECT_FALSE(action("actionShowDetails").isChecked());
    action("actionShowDetails").trigger();
}

TEST(CommandNames, MatchFromTheBeginningFirst) {
    EXPECT_EQ(matchRank("Export", "ex"), 0);
    EXPECT_GT(matchRank("Next uncertain text", "uncer"), matchRank("Uncertain", "uncer"));
    EXPECT_GT(matchRank("Confidence chart", "cch"), matchRank("Confidence chart", "chart"));
    EXPECT_EQ(matchRank("Export", "z"), -1);
}

TEST_F(Window, TheKeySheetListsEveryKey) {
    open();
    action("actionKeys").trigger();
    ASSERT_TRUE(waitUntil([this] { return topLevel<QWidget>("keySheet") != nullptr; }));
    QWidget* sheet = topLevel<QWidget>("keySheet");
    QStringList texts;
    for (const QLabel* label : sheet->findChildren<QLabel*>()) texts << label->text();
    for (const char* name : {"actionRun", "actionImport", "actionFind", "actionChart"})
        EXPECT_TRUE(texts.contains(action(name).shortcut().toString(QKeySequence::NativeText))) << name;
    if (!qEnvironmentVariableIsEmpty("LABELWRIGHT_SCREENSHOTS"))
        sheet->grab().save(qEnvironmentVariable("LABELWRIGHT_SCREENSHOTS") + "/keys.png");
    sheet->close();
}

TEST_F(Window, SearchingHidesRowsAndTheExportCountFollows) {
    openSample();
    auto* search = find<QLineEdit>("searchBox");
    search->setFocus();
    QTest::keyClicks(search, "conf:<0.5");
    TextsModel& model = window().textsPage().model();
    ASSERT_TRUE(waitUntil([&] { return model.rowCount() > 0 && model.rowCount() < 200; }));
    EXPECT_TRUE(find<QToolButton>("exportButton")->text().contains(QString::number(model.rowCount())));
    screenshot("filter");
    QTest::keyClick(search, Qt::Key_Escape);
    ASSERT_TRUE(waitUntil([&] { return model.rowCount() == 200; }));
    window().textsPage().setQuery("no text holds this");
    ASSERT_TRUE(waitUntil([this] { return find<QLabel>("emptyTitle")->isVisible(); }));
    QTest::mouseClick(find<QPushButton>("emptyClearFilter"), Qt::LeftButton);
    ASSERT_TRUE(waitUntil([&] { return model.rowCount() == 200; }));
}

TEST_F(Window, TheLeastCertainTextComesFirstAndTheSelectedTextStaysSelected) {
    openSample();
    auto* table = find<QTableView>("textsTable");
    table->selectRow(7);
    const auto chosen = window().textsPage().currentRow();
    find<QAction>("sort-uncertain")->trigger();
    TextsModel& model = window().textsPage().model();
    ASSERT_TRUE(waitUntil([&] { return model.datasetRow(0) != 0 || model.decisionAt(0).margin <= model.decisionAt(1).margin; }));
    for (int row = 1; row < model.rowCount(); ++row) EXPECT_LE(model.decisionAt(row - 1).margin, model.decisionAt(row).margin);
    EXPECT_EQ(window().textsPage().currentRow(), chosen);
    EXPECT_EQ(table->currentIndex().data(TextsModel::datasetRowRole).toUInt(), *chosen);
}

TEST_F(Window, SeveralLabelsAreShownAboveTheThreshold) {
    openSample();
    find<QToolButton>("severalButton")->click();
    EXPECT_EQ(session().selection().mode, SelectionMode::EveryAboveThreshold);
    ASSERT_TRUE(waitUntil([this] {
        const auto& counts = session().decisions()->labelCounts;
        return std::accumulate(counts.begin(), counts.end(), std::uint64_t{0}) != 200;
    }));
    screenshot("several");
    action("actionUndo").trigger();
    EXPECT_EQ(session().selection().mode, SelectionMode::SingleBest);
    EXPECT_TRUE(find<QToolButton>("singleButton")->isChecked());
}

TEST_F(Window, SelectedTextsAreCopied) {
    openSample();
    find<QTableView>("textsTable")->selectRow(1);
    action("actionCopyTexts").trigger();
    const std::string_view text = (*session().dataset())[1].text;
    EXPECT_EQ(QApplication::clipboard()->text().toStdString(), std::string(text));
}

TEST_F(Window, AProblemIsSaidAndStaysUntilItIsClosed) {
    open();
    emit session().saveFailed({ErrorCode::StorageFailed, "disk full", {"/data/session.lwproj", "database or disk is full"}});
    QLabel* text = find<QLabel>("errorText");
    EXPECT_TRUE(text->isVisible());
    EXPECT_TRUE(text->text().contains("session.lwproj"));
    screenshot("error");
    find<QToolButton>("errorClose")->click();
    EXPECT_FALSE(text->isVisible());
}

/// A million rows: the order is worked out elsewhere, and the window answers meanwhile. The figures are printed, not asserted: they depend
/// on what else the machine does.
TEST_F(Window, AMillionRowsAreSortedAndFilteredWhileTheWindowAnswers) {
    open();
    std::string texts;
    for (int i = 0; i < 1000000; ++i) texts += (i % 3 == 0 ? "退款没有到账 " : "快递很慢 ") + std::to_string(i * 7919LL % 1000003) + "\n";
    session().bridge().engine().importTexts({std::move(texts), "clipboard"}, {});
    ASSERT_TRUE(waitUntil([this] { return session().dataset() && session().dataset()->size() == 1000000; }));
    TextsModel& model = window().textsPage().model();
    QTest::qWait(500);
    double longestMs = 0;
    QElapsedTimer since;
    QTimer beat;
    QObject::connect(&beat, &QTimer::timeout, [&] {
        longestMs = std::max(longestMs, double(since.nsecsElapsed()) / 1e6);
        since.restart();
    });
    const auto measure = [&](const char* what, const std::function<void()>& begin, const std::function<bool()>& done) {
        longestMs = 0;
        QElapsedTimer timer;
        timer.start();
        since.start();
        beat.start(0);
        begin();
        ASSERT_TRUE(waitUntil(done)) << what;
        const qint64 ms = timer.elapsed();
        QTest::qWait(200);
        beat.stop();
        std::printf("%s: %lld ms, longest stall %.1f ms\n", what, static_cast<long long>(ms), longestMs);
    };
    measure(
        "sort by text",
        [&] {
            model.setSorting({SortKey::Text, SortDirection::Ascending});
        },
        [&] { return model.datasetRow(0) != 0; });
    measure(
        "filter", [&] { window().textsPage().setQuery("退款"); }, [&] { return model.rowCount() == 333334; });
    measure(
        "clear the filter", [&] { window().textsPage().setQuery(""); }, [&] { return model.rowCount() == 1000000; });
}

}  // namespace
}  // namespace labelwright::ui
