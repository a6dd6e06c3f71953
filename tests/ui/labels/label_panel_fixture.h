#pragma once

#include <gtest/gtest.h>

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <memory>
#include <string>
#include <vector>

#include "tests/support/test_paths.h"
#include "tests/ui/support/test_session.h"
#include "ui/labels/label_panel.h"

namespace labelwright::ui {

/// The label panel on a session without a model, shown in a window of its own.
class LabelPanelTest : public ::testing::Test {
protected:
    void open(const LabelSet& labels, const std::vector<std::vector<float>>& probabilities = {}, float abstain = 0) {
        Selection selection;
        selection.abstain = abstain;
        world = std::make_unique<labelwright::testing::TestSession>(std::vector<std::string>{"first text", "second text"}, labels,
                                                                    probabilities, selection);
        panel = std::make_unique<LabelPanel>(world->session, PresetStore(folder / "built_in", folder / "own"));
        panel->resize(300, 700);
        panel->show();
        ASSERT_TRUE(QTest::qWaitForWindowActive(panel.get()));
        list = panel->findChild<QListView*>("labelList");
        adder = panel->findChild<QLineEdit*>("labelAdder");
    }
    void openWith(const std::vector<std::string>& names) { open(labelwright::testing::labelSetOf(names, "这是{}")); }

    std::vector<std::string> names() const {
        std::vector<std::string> result;
        for (const Label& label : world->session.labels().labels) result.push_back(label.name);
        return result;
    }
    std::vector<std::string> shownNames() const {
        std::vector<std::string> result;
        for (int row = 0; row < list->model()->rowCount(); ++row)
            result.push_back(list->model()->index(row, 0).data().toString().toStdString());
        return result;
    }
    QString textOf(const char* name) const { return panel->findChild<QLabel*>(name)->text(); }
    void press(int row, int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        list->setFocus();
        list->setCurrentIndex(list->model()->index(row, 0));
        QTest::keyClick(list, Qt::Key(key), modifiers);
    }

    labelwright::testing::TemporaryFolder folder;
    std::unique_ptr<labelwright::testing::TestSession> world;
    std::unique_ptr<LabelPanel> panel;
    QListView* list = nullptr;
    QLineEdit* adder = nullptr;
};

}  // namespace labelwright::ui
