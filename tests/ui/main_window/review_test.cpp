#include <QAction>
#include <QDialog>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QTableView>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>

#include "core/labels/label_list.h"
#include "tests/ui/main_window/window_fixture.h"
#include "ui/models/texts_model.h"
#include "ui/texts/texts_page.h"

namespace labelwright::ui {
namespace {

using labelwright::testing::waitUntil;

/// A person with nothing but a keyboard, in the real window on the labeled sample.
class ReviewTest : public WindowTest {
protected:
    void begin() {
        openSample();
        showTable();
    }
    void showTable() {
        window().show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&window()));
        table().setFocus();
        table().selectRow(0);
    }
    QTableView& table() { return *find<QTableView>("textsTable"); }
    TextsModel& model() { return window().findChild<TextsPage*>()->model(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&table(), key, modifiers); }
    int currentRow() { return table().currentIndex().row(); }
    std::string cell(int row, int column) { return model().index(row, column).data().toString().toStdString(); }
    LabelId predicted(std::size_t row) { return session().labels().labels[session().decisionAt(row).best].id; }
    std::size_t another(std::size_t row) { return (session().decisionAt(row).best + 1) % session().labels().labels.size(); }
    void pressLabel(std::size_t label) { press(static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(label))); }
};

TEST_F(ReviewTest, AcceptingCorrectingAndSkippingGoOnToTheNextText) {
    begin();
    press(Qt::Key_Return);
    EXPECT_EQ(currentRow(), 1);
    const std::size_t other = another(1);
    pressLabel(other);
    EXPECT_EQ(currentRow(), 2);
    press(Qt::Key_Space);
    EXPECT_EQ(currentRow(), 3);
    press(Qt::Key_X);
    EXPECT_EQ(currentRow(), 4);
    EXPECT_EQ(session().reviews().at(0).labels, std::vector<LabelId>{predicted(0)});
    EXPECT_EQ(session().reviewStateAt(0), ReviewState::Accepted);
    EXPECT_EQ(session().reviewStateAt(1), ReviewState::Corrected);
    EXPECT_EQ(cell(1, TextsModel::Label), session().labels().labels[other].name);
    EXPECT_TRUE(session().reviews().empty(2));
    EXPECT_TRUE(session().reviews().decided(3));
    EXPECT_TRUE(session().reviews().at(3).labels.empty());
    EXPECT_EQ(session().reviews().decidedRows(), 3U);
    EXPECT_TRUE(find<QToolButton>("statusReviewed")->text().contains(QLatin1String("3")));
    screenshot(QStringLiteral("review"));
}

TEST_F(ReviewTest, EveryDecisionIsThereAfterARestartAndAfterThePredictionsAreGone) {
    begin();
    press(Qt::Key_Return);
    pressLabel(another(1));
    press(Qt::Key_U);
    press(Qt::Key_F);
    auto* note = find<QLineEdit>("detailsNote");
    note->setFocus();
    QTest::keyClicks(note, QStringLiteral("see 1"));
    EXPECT_EQ(session().reviews().decidedRows(), 2U) << "keys of labels do nothing while a note is typed";
    QTest::keyClick(note, Qt::Key_Return);
    std::vector<Review> before;
    for (std::size_t row = 0; row < 5; ++row) before.push_back(session().reviews().at(row));
    EXPECT_TRUE(before[2].deferred);
    EXPECT_TRUE(before[3].flagged);
    EXPECT_EQ(before[3].note, "see 1");
    close();
    open();
    ASSERT_TRUE(waitUntil([this] { return session().dataset() != nullptr; }));
    for (std::size_t row = 0; row < 5; ++row) EXPECT_EQ(session().reviews().at(row), before[row]) << row;
}

TEST_F(ReviewTest, WhereNothingIsSuggestedAcceptingSaysSoAndStays) {
    begin();
    LabelSet fresh = session().labels();
    fresh.labels = makeLabels({"甲", "乙"});
    session().setLabels(fresh, QStringLiteral("other labels"));
    ASSERT_TRUE(waitUntil([this] { return session().decisions()->unscored == 200; }));
    press(Qt::Key_Return);
    EXPECT_EQ(currentRow(), 0);
    EXPECT_FALSE(session().reviews().decided(0));
    EXPECT_TRUE(find<QLabel>("statusMessage")->text().contains(QStringLiteral("no suggestion")));
}

TEST_F(ReviewTest, AnActOnManyTextsIsOneStepBack) {
    begin();
    press(Qt::Key_Return);
    table().selectAll();
    pressLabel(2);
    EXPECT_EQ(session().reviews().decidedRows(), session().dataset()->size());
    EXPECT_EQ(session().reviews().at(7).labels, std::vector<LabelId>{session().labels().labels[2].id});
    window().findChild<QAction*>("actionUndo")->trigger();
    EXPECT_EQ(session().reviews().decidedRows(), 1U);
    EXPECT_EQ(session().reviewStateAt(0), ReviewState::Accepted);
    window().findChild<QAction*>("actionUndo")->trigger();
    EXPECT_EQ(session().reviews().decidedRows(), 0U);
    window().findChild<QAction*>("actionRedo")->trigger();
    EXPECT_EQ(session().reviews().decidedRows(), 1U);
    window().findChild<QAction*>("actionTakeBack")->trigger();
    table().selectRow(0);
    press(Qt::Key_Delete, Qt::ControlModifier);
    EXPECT_EQ(session().reviews().decidedRows(), 0U);
}

TEST_F(ReviewTest, WhatWasDoneIsTakenBackAndDoneAgainAfterARestart) {
    begin();
    press(Qt::Key_Return);
    pressLabel(another(1));
    const Review corrected = session().reviews().at(1);
    table().selectAll();
    press(Qt::Key_F);
    const LabelId label = session().labels().labels[0].id;
    LabelSet renamed = session().labels();
    renamed.labels[0].name = "问询";
    session().setLabels(renamed, QStringLiteral("Rename"));
    const auto undo = [this] { QTest::keyClick(&window(), Qt::Key_Z, Qt::ControlModifier); };
    const auto redo = [this] { QTest::keyClick(&window(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier); };
    undo();
    close();
    open();
    ASSERT_TRUE(waitUntil([this] { return session().dataset() != nullptr; }));
    showTable();
    EXPECT_NE(session().labels().labels[0].name, "问询");
    redo();
    EXPECT_EQ(session().labels().labels[0].name, "问询");
    undo();
    undo();
    EXPECT_EQ(session().reviews().flaggedRows(), 0U);
    EXPECT_EQ(session().reviews().at(1), corrected);
    undo();
    EXPECT_TRUE(session().reviews().empty(1));
    undo();
    EXPECT_EQ(session().reviews().decidedRows(), 0U);
    close();
    open();
    ASSERT_TRUE(waitUntil([this] { return session().dataset() != nullptr; }));
    showTable();
    EXPECT_EQ(session().reviews().decidedRows(), 0U);
    for (int i = 0; i < 3; ++i) redo();
    EXPECT_EQ(session().reviews().at(1).labels, corrected.labels);
    EXPECT_EQ(session().reviews().flaggedRows(), 200U);
    EXPECT_EQ(session().labels().labels[0].id, label);
}

TEST_F(ReviewTest, ATextTellsWhatHappenedToItAndTheProjectAll) {
    begin();
    press(Qt::Key_Return);
    press(Qt::Key_Up);
    pressLabel(another(0));
    press(Qt::Key_Up);
    auto* history = find<QLabel>("rowHistory");
    ASSERT_TRUE(waitUntil([&] { return history->isVisible() && history->text().count(QLatin1Char('\n')) == 1; }));
    EXPECT_TRUE(history->text().contains(QString::fromStdString(session().labels().labels[another(0)].name)));
    window().findChild<QAction*>("actionHistory")->trigger();
    auto* dialog = window().findChild<QDialog*>("historyDialog");
    ASSERT_NE(dialog, nullptr);
    auto* steps = dialog->findChild<QTableWidget*>("historyTable");
    ASSERT_TRUE(waitUntil([&] { return steps->rowCount() >= 4; })) << "two decisions, the labels, the import";
    screenshot(QStringLiteral("history"));
    dialog->close();
}

TEST_F(ReviewTest, SeveralLabelsAreToggledFromWhatTheModelSays) {
    begin();
    Selection several = session().selection();
    several.mode = SelectionMode::EveryAboveThreshold;
    session().setSelection(several);
    const auto suggested = session().decisionAt(0).labels;
    const std::size_t added = another(0);
    std::vector<LabelId> expected;
    for (const std::uint32_t label : suggested) expected.push_back(session().labels().labels[label].id);
    const LabelId id = session().labels().labels[added].id;
    if (std::find(expected.begin(), expected.end(), id) == expected.end()) expected.push_back(id);
    pressLabel(added);
    EXPECT_EQ(currentRow(), 0) << "there may be more labels to give";
    EXPECT_EQ(session().reviews().at(0).labels, expected);
    pressLabel(added);
    std::erase(expected, id);
    EXPECT_EQ(session().reviews().at(0).labels, expected);
    press(Qt::Key_Return);
    EXPECT_EQ(currentRow(), 1);
}

TEST_F(ReviewTest, WhatIsLeftToReviewIsAClickAway) {
    begin();
    press(Qt::Key_Return);
    press(Qt::Key_Return);
    find<QToolButton>("statusReviewed")->click();
    ASSERT_TRUE(waitUntil([this] { return model().rowCount() == static_cast<int>(session().dataset()->size()) - 2; }));
    table().selectRow(0);
    const std::uint32_t first = model().datasetRow(0);
    press(Qt::Key_Return);
    ASSERT_TRUE(waitUntil([this] { return model().rowCount() == static_cast<int>(session().dataset()->size()) - 3; }));
    EXPECT_NE(model().datasetRow(0), first);
    EXPECT_EQ(currentRow(), 0) << "the next text has moved up";
}

TEST_F(ReviewTest, RenamingAndMergingKeepWhatWasSaid) {
    begin();
    const std::size_t other = another(0);
    pressLabel(other);
    LabelSet labels = session().labels();
    labels.labels[other].name = "renamed";
    session().setLabels(labels, QStringLiteral("rename"));
    EXPECT_EQ(cell(0, TextsModel::Label), "renamed");
    LabelSet merged = session().labels();
    const std::size_t into = (other + 1) % merged.labels.size();
    merged.labels[into].merged.push_back(merged.labels[other]);
    const std::string name = merged.labels[into].name;
    merged.labels.erase(merged.labels.begin() + static_cast<std::ptrdiff_t>(other));
    session().setLabels(merged, QStringLiteral("merge"));
    EXPECT_EQ(cell(0, TextsModel::Label), name);
    session().undoStack().undo();
    EXPECT_EQ(cell(0, TextsModel::Label), "renamed");
}

TEST_F(ReviewTest, DeletingALabelAsksWhatBecomesOfItsTextsAndIsTakenBackWhole) {
    begin();
    const std::size_t place = another(0);
    pressLabel(place);
    pressLabel(place);
    const LabelSet before = session().labels();
    const LabelId id = before.labels[place].id;
    const auto remove = [&](const char* choice) {
        auto* list = find<QListView>("labelList");
        list->setCurrentIndex(list->model()->index(static_cast<int>(place), 0));
        find<QAction>("deleteLabel")->trigger();
        auto* dialog = find<QDialog>("deleteLabelDialog");
        ASSERT_NE(dialog, nullptr);
        EXPECT_EQ(session().labels(), before) << "nothing happens before the answer";
        dialog->findChild<QRadioButton*>(QLatin1String(choice))->setChecked(true);
        dialog->findChild<QPushButton*>("deleteConfirm")->click();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        EXPECT_EQ(session().labels().labels.size(), before.labels.size() - 1);
    };
    const auto takenBack = [&] {
        session().undoStack().undo();
        return session().labels() == before && session().reviews().at(0).labels == std::vector<LabelId>{id} &&
               session().reviews().at(1).labels == std::vector<LabelId>{id};
    };
    remove("deleteGiveOther");
    EXPECT_EQ(session().reviews().at(0).labels, std::vector<LabelId>{session().labels().labels[0].id});
    EXPECT_EQ(session().reviews().at(1).labels, std::vector<LabelId>{session().labels().labels[0].id});
    EXPECT_TRUE(takenBack());
    remove("deleteTakeBack");
    EXPECT_EQ(session().reviews().decidedRows(), 0U);
    EXPECT_TRUE(takenBack());
    remove("deleteKeep");
    EXPECT_EQ(session().reviews().at(0).labels, std::vector<LabelId>{id});
    EXPECT_EQ(cell(0, TextsModel::Label), before.labels[place].name) << "its name is known although it is gone";
    close();
    open();
    ASSERT_TRUE(waitUntil([this] { return session().dataset() != nullptr; }));
    EXPECT_EQ(session().labelName(id).toStdString(), before.labels[place].name);
}

TEST_F(ReviewTest, ANewLabelIsMadeOfPickedTexts) {
    begin();
    const auto runs = session().labels().labels.size();
    table().selectionModel()->select(model().index(2, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    window().findChild<QAction*>("actionSplit")->trigger();
    auto* dialog = find<QDialog>("splitDialog");
    ASSERT_NE(dialog, nullptr);
    auto* confirm = dialog->findChild<QPushButton*>("splitConfirm");
    EXPECT_FALSE(confirm->isEnabled());
    dialog->findChild<QLineEdit*>("splitName")->setText(QString::fromStdString(session().labels().labels[0].name));
    EXPECT_FALSE(confirm->isEnabled());
    dialog->findChild<QLineEdit*>("splitName")->setText(QStringLiteral("split"));
    confirm->click();
    ASSERT_EQ(session().labels().labels.size(), runs + 1);
    const LabelId added = session().labels().labels.back().id;
    EXPECT_EQ(session().reviews().rowsGiven(std::vector<LabelId>{added}), (std::vector<std::uint32_t>{0, 2}));
    session().undoStack().undo();
    EXPECT_EQ(session().labels().labels.size(), runs);
    EXPECT_EQ(session().reviews().decidedRows(), 0U);
}

TEST_F(ReviewTest, ConfidentSuggestionsAreAcceptedAtOnceAfterALookAndTakenBackAtOnce) {
    begin();
    press(Qt::Key_U);  // put off: nobody accepts it by the dozen
    pressLabel(another(1));
    find<QAction>("actionAcceptConfident")->trigger();
    auto* dialog = find<QDialog>("acceptDialog");
    ASSERT_NE(dialog, nullptr);
    auto* figure = find<QDoubleSpinBox>("acceptThreshold");
    auto* confirm = find<QPushButton>("acceptConfirm");
    ASSERT_TRUE(waitUntil([&] { return confirm->isEnabled(); }));
    figure->setValue(0.5);
    std::size_t expected = 0;
    for (std::uint32_t row = 0; row < session().dataset()->size(); ++row) {
        const Review review = session().reviews().at(row);
        if (session().decisionAt(row).confidence >= 0.5F && !review.decided && !review.deferred) ++expected;
    }
    EXPECT_EQ(confirm->text(), QStringLiteral("Accept %1 texts").arg(expected));
    EXPECT_EQ(find<QTableWidget>("acceptSample")->rowCount(), 20);
    screenshots(QStringLiteral("accept"), *dialog);
    const auto reviewedBefore = session().reviews().decidedRows();
    find<QPushButton>("acceptConfirm")->click();
    ASSERT_TRUE(waitUntil([&] { return session().reviews().decidedRows() > reviewedBefore; }));
    EXPECT_EQ(session().reviews().decidedRows(), reviewedBefore + expected);
    EXPECT_TRUE(session().reviews().deferred(0));
    EXPECT_EQ(session().reviewStateAt(1), ReviewState::Corrected);
    EXPECT_TRUE(std::filesystem::exists(m_folder / "data/session.lwproj.backups")) << "kept before so many are decided at once";
    session().undoStack().undo();
    EXPECT_EQ(session().reviews().decidedRows(), reviewedBefore);
}

TEST_F(ReviewTest, ADecisionIsGivenToTextsLikeItAfterALookAtThem) {
    open();
    labelwright::testing::writeFile(m_folder / "alike.csv",
                                    "text\nthe parcel never arrived\nThe parcel never arrived!\nthe parcel never arrived\n"
                                    "the parcel never ever arrived\ngood service\nthe parcel never arrived\n");
    session().bridge().engine().importTexts({m_folder / "alike.csv", {}}, {});
    ASSERT_TRUE(waitUntil([&] { return session().dataset() != nullptr; }));
    LabelSet labels;
    labels.id = newId();
    labels.labels = makeLabels({"late", "praise"});
    session().setLabels(labels, QStringLiteral("labels"));
    showTable();
    find<QAction>("actionGiveToAlike")->trigger();
    EXPECT_EQ(find<QDialog>("alikeDialog"), nullptr) << "nothing was decided that could be given";
    pressLabel(1);
    table().selectRow(5);
    pressLabel(0);  // a person's decision stays
    table().selectRow(0);
    find<QAction>("actionGiveToAlike")->trigger();
    auto* list = find<QTableWidget>("alikeTable");
    ASSERT_NE(list, nullptr);
    ASSERT_TRUE(waitUntil([&] { return list->rowCount() == 3; }));
    screenshots(QStringLiteral("alike"), *find<QDialog>("alikeDialog"));
    list->item(2, 0)->setCheckState(Qt::Unchecked);
    EXPECT_EQ(list->item(2, 0)->data(Qt::UserRole).toUInt(), 3U) << "the near one stands last";
    find<QPushButton>("alikeGive")->click();
    EXPECT_EQ(session().reviews().decidedRows(), 4U);
    EXPECT_EQ(session().reviews().at(1).labels, std::vector<LabelId>{labels.labels[1].id});
    EXPECT_EQ(session().reviews().at(2).labels, std::vector<LabelId>{labels.labels[1].id});
    EXPECT_FALSE(session().reviews().decided(3));
    EXPECT_EQ(session().reviews().at(5).labels, std::vector<LabelId>{labels.labels[0].id});
    session().undoStack().undo();
    EXPECT_EQ(session().reviews().decidedRows(), 2U);
}

}  // namespace
}  // namespace labelwright::ui
