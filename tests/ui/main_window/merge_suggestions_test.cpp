#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include "core/labels/kept_apart.h"
#include "core/labels/label_list.h"
#include "tests/ui/main_window/window_fixture.h"
#include "ui/labels/label_edits.h"
#include "ui/labels/merging/merge_card.h"
#include "ui/models/merge_search.h"
#include "ui/texts/texts_page.h"

namespace labelwright::ui {
namespace {

using labelwright::testing::waitUntil;

/// The sample, labeled with names of which two mean the same and two are opposites.
class MergeSuggestionsTest : public WindowTest {
protected:
    void openWithTwins(const QString& added = QStringLiteral("物流，快递")) {
        openSample();
        session().setLabels(withAdded(session().labels(), added).labels, QStringLiteral("add"));
        session().startRun({});
        ASSERT_TRUE(waitForRun());
        ASSERT_TRUE(waitForSearch());
        settle();
    }
    MergeSearch& search() { return *window().findChild<MergeSearch*>(); }
    bool waitForSearch() {
        return waitUntil([this] { return search().state() == MergeSearch::State::Done; });
    }
    void settle() {
        QSignalSpy decided(&session(), &LabelingSession::decisionsChanged);
        while (decided.wait(500)) {
        }
    }
    QWidget& page() { return *find<QWidget>("mergePage"); }
    void openPage() {
        window().findChild<QAction*>("actionMergeSuggestions")->trigger();
        ASSERT_TRUE(waitUntil([this] { return page().isVisible() && cards().size() == search().suggestions().size(); }));
    }
    std::vector<MergeCard*> cards() {
        std::vector<MergeCard*> shown;
        for (MergeCard* card : page().findChildren<MergeCard*>())
            if (!card->isHidden()) shown.push_back(card);
        return shown;
    }
    /// The card of the two labels; null: there is none.
    MergeCard* cardOf(const char* left, const char* right) {
        for (MergeCard* card : cards()) {
            const auto& ids = card->suggestion().labels;
            if (ids.size() == 2 && card->accessibleName().contains(QString::fromUtf8(left)) &&
                card->accessibleName().contains(QString::fromUtf8(right)))
                return card;
        }
        return nullptr;
    }
    static void press(QWidget& card, const char* button) {
        auto* found = card.findChild<QAbstractButton*>(QLatin1String(button));
        ASSERT_NE(found, nullptr) << button;
        QTest::mouseClick(found, Qt::LeftButton, {}, QPoint(found->height() / 2, found->height() / 2));
    }
    LabelId idOf(const char* name) {
        for (const Label& label : session().labels().labels)
            if (label.name == name) return label.id;
        return {};
    }
    std::vector<std::uint64_t> counts() { return session().decisions()->labelCounts; }
    /// The window in both languages, light and dark, if LABELWRIGHT_SCREENSHOTS names a folder.
    void pictures(const QString& name) {
        const AppSettings before = window().settings();
        for (const Language language : {Language::English, Language::SimplifiedChinese}) {
            for (const ColourScheme scheme : {ColourScheme::Light, ColourScheme::Dark}) {
                AppSettings settings = before;
                settings.language = language;
                settings.colourScheme = scheme;
                window().applySettings(settings);
                QTest::qWait(100);
                screenshot(QStringLiteral("%1_%2_%3")
                               .arg(name, language == Language::English ? "en" : "zh", scheme == ColourScheme::Light ? "light" : "dark"));
            }
        }
        window().applySettings(before);
    }
};

TEST_F(MergeSuggestionsTest, AreShownTriedMergedAndTakenBackWithoutRunningTheModel) {
    openWithTwins();
    auto* hint = find<QWidget>("mergeHint");
    ASSERT_TRUE(hint->isVisible());
    EXPECT_TRUE(find<QLabel>("mergeHintText")->text().contains(QStringLiteral("物流")));
    pictures("hint");
    const LabelSet before = session().labels();
    const std::vector<std::uint64_t> countsBefore = counts();
    QTest::mouseClick(find<QPushButton>("mergeHintOpen"), Qt::LeftButton);
    ASSERT_TRUE(waitUntil([this] { return cardOf("物流", "快递") != nullptr; }));
    EXPECT_FALSE(window().textsPage().isVisible()) << "the page takes the place of the texts";
    MergeCard& card = *cardOf("物流", "快递");
    EXPECT_FALSE(card.findChild<QLabel*>("mergeEvidence")->text().isEmpty());
    QTest::mouseClick(&card, Qt::LeftButton);

    auto* table = find<QTableView>("answerCounts");
    ASSERT_TRUE(waitUntil([&] { return table->model()->rowCount() == 6; })) << "five labels, one of them two, and no label";
    EXPECT_EQ(session().labels(), before) << "nothing is changed by trying";
    EXPECT_EQ(counts(), countsBefore);
    pictures("merging");
    const LabelId kept = card.survivor();
    const QString survivor = QString::fromStdString(session().labels().labels[indexOf(session().labels(), kept)].name);
    std::uint64_t promised = 0;
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        if (table->model()->index(row, 0).data().toString().startsWith(survivor))
            promised = table->model()->index(row, 2).data().toString().toULongLong();
    }
    EXPECT_GT(promised, 0U);

    bool ran = false;
    QObject::connect(&session(), &LabelingSession::runStateChanged, &session(), [&ran] { ran = true; });
    QTest::mouseClick(find<QPushButton>("trialMerge"), Qt::LeftButton);
    settle();
    ASSERT_EQ(session().labels().labels.size(), 5U);
    const std::size_t place = indexOf(session().labels(), kept);
    EXPECT_EQ(session().labels().labels[place].merged.size(), 1U);
    EXPECT_EQ(counts()[place], promised) << "the what-if told the truth";
    EXPECT_EQ(session().decisions()->incomplete, 0U) << "everything is answered from what is stored";
    EXPECT_EQ(cardOf("物流", "快递"), nullptr);

    QTest::keyClick(&window(), Qt::Key_Z, Qt::ControlModifier);
    settle();
    EXPECT_EQ(session().labels().labels, before.labels);
    EXPECT_EQ(counts(), countsBefore);
    EXPECT_NE(cardOf("物流", "快递"), nullptr) << "what is taken back may be decided anew";
    EXPECT_FALSE(ran);
    RunSummary summary;
    QObject::connect(&session().bridge(), &EngineBridge::finished, &session(),
                     [&summary](const Finished& event) { summary = event.summary; });
    session().startRun({});
    ASSERT_TRUE(waitUntil([&] { return summary.texts == 200; }));
    EXPECT_EQ(summary.forwards, 0U);
}

TEST_F(MergeSuggestionsTest, EscapeGoesBackToTheTexts) {
    openWithTwins();
    openPage();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    EXPECT_FALSE(page().isVisible());
    EXPECT_TRUE(window().textsPage().isVisible());
    EXPECT_TRUE(find<QWidget>("mergeHint")->isVisible()) << "looking decides nothing";
}

TEST_F(MergeSuggestionsTest, OppositesAreNamedAndNotSuggested) {
    openWithTwins();
    session().setLabels(withAdded(session().labels(), QStringLiteral("好评，差评")).labels, QStringLiteral("add"));
    ASSERT_TRUE(waitUntil([this] { return search().state() == MergeSearch::State::Working; }));
    ASSERT_TRUE(waitForSearch());
    openPage();
    pictures("merging_opposites");
    EXPECT_EQ(cardOf("好评", "差评"), nullptr);
    bool named = false;
    for (const QLabel* reason : page().findChildren<QLabel*>("withheldReason"))
        named = named || reason->text().contains(QStringLiteral("好 / 差"));
    EXPECT_TRUE(named) << "with the words that clash";
}

TEST_F(MergeSuggestionsTest, TheNameThatStaysIsChosenOnTheCard) {
    openWithTwins();
    openPage();
    MergeCard& card = *cardOf("物流", "快递");
    for (QAction* action : card.findChild<QMenu*>("mergeSurvivors")->actions())
        if (action->text().contains(QStringLiteral("快递"))) action->trigger();
    EXPECT_EQ(session().labels().labels.size(), 6U) << "choosing a name is not merging";
    press(card, "mergeInto");
    ASSERT_EQ(session().labels().labels.size(), 5U);
    EXPECT_FALSE(idOf("快递").empty());
    EXPECT_TRUE(idOf("物流").empty());
}

TEST_F(MergeSuggestionsTest, OneIsPutBelowTheOther) {
    openWithTwins();
    openPage();
    const LabelId parent = cardOf("物流", "快递")->survivor();
    const LabelId child = parent == idOf("物流") ? idOf("快递") : idOf("物流");
    press(*cardOf("物流", "快递"), "mergeMakeParent");
    ASSERT_EQ(session().labels().labels.size(), 6U);
    EXPECT_EQ(session().labels().labels[indexOf(session().labels(), child)].parent, parent);
    EXPECT_EQ(cardOf("物流", "快递"), nullptr);
    session().undoStack().undo();
    EXPECT_TRUE(waitUntil([this] { return cardOf("物流", "快递") != nullptr; }));
}

TEST_F(MergeSuggestionsTest, WhatIsKeptApartStaysApartAfterARestartUntilItIsTakenBack) {
    openWithTwins();
    openPage();
    press(*cardOf("物流", "快递"), "mergeKeepBoth");
    EXPECT_EQ(cardOf("物流", "快递"), nullptr);
    EXPECT_TRUE(areKeptApart(session().labels(), idOf("物流"), idOf("快递")));
    close();
    open();
    ASSERT_TRUE(waitUntil([this] { return session().decisions() && session().decisions()->unscored == 0; }));
    ASSERT_TRUE(waitForSearch());
    openPage();
    EXPECT_EQ(cardOf("物流", "快递"), nullptr);
    auto* kept = find<QWidget>("keptApartPairs");
    ASSERT_TRUE(kept->isVisible());
    press(*kept, "showPairs");
    press(*kept, "suggestAgain");
    EXPECT_FALSE(areKeptApart(session().labels(), idOf("物流"), idOf("快递")));
    EXPECT_TRUE(waitUntil([this] { return cardOf("物流", "快递") != nullptr; })) << "the labels are compared again";
}

TEST_F(MergeSuggestionsTest, WhatIsNeverToBeAskedIsNotAskedInAnyLabelSetUntilItIsTakenBack) {
    openWithTwins(QStringLiteral("询问"));
    openPage();
    press(*cardOf("咨询", "询问"), "mergeNeverAgain");
    ASSERT_TRUE(waitUntil([this] { return cardOf("咨询", "询问") == nullptr; }));
    EXPECT_FALSE(areKeptApart(session().labels(), idOf("咨询"), idOf("询问"))) << "the label set says nothing about it";
    close();
    open();
    ASSERT_TRUE(waitUntil([this] { return session().decisions() && session().decisions()->unscored == 0; }));
    LabelSet other = session().labels();
    other.labels = makeLabels({"询问", "咨询", "快递"});
    session().setLabels(other, QStringLiteral("other labels"));
    ASSERT_TRUE(waitForSearch());
    openPage();
    EXPECT_EQ(cardOf("咨询", "询问"), nullptr);
    auto* never = find<QWidget>("neverPairs");
    ASSERT_TRUE(never->isVisible());
    press(*never, "showPairs");
    pictures("merging_never");
    press(*never, "suggestAgain");
    EXPECT_TRUE(waitUntil([this] { return cardOf("咨询", "询问") != nullptr; }));
}

TEST_F(MergeSuggestionsTest, SelectedOnesAreMergedInOneStepAndTheLabelsComparedAgain) {
    openWithTwins();
    // Of the others two are nearly alike to the model, and more or less than nearly by the precision that a machine computes in.
    LabelSet apart = withAdded(session().labels(), QStringLiteral("提议")).labels;
    std::erase_if(apart.labels, [](const Label& label) { return label.name == "咨询" || label.name == "表扬"; });
    session().setLabels(apart, QStringLiteral("add"));
    ASSERT_TRUE(waitUntil([this] { return search().state() == MergeSearch::State::Working; }));
    ASSERT_TRUE(waitForSearch());
    openPage();
    ASSERT_NE(cardOf("建议", "提议"), nullptr);
    EXPECT_FALSE(find<QPushButton>("mergeSelected")->isVisible());
    for (MergeCard* card : {cardOf("物流", "快递"), cardOf("建议", "提议")}) card->findChild<QCheckBox*>("mergeSelect")->click();
    pictures("merging_selected");
    const LabelSet before = session().labels();
    QTest::mouseClick(find<QPushButton>("mergeSelected"), Qt::LeftButton);
    EXPECT_EQ(session().labels().labels.size(), before.labels.size() - 2);
    ASSERT_TRUE(waitForSearch());
    EXPECT_TRUE(search().suggestions().empty());
    EXPECT_TRUE(waitUntil([this] { return find<QLabel>("mergeState")->isVisible(); })) << "it is said what was compared";
    pictures("merging_none");
    session().undoStack().undo();
    EXPECT_EQ(session().labels().labels, before.labels);
}

}  // namespace
}  // namespace labelwright::ui
