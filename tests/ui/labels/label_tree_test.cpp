// Labels below labels: their order, folding, looking for one.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QLineEdit>

#include "tests/support/test_paths.h"
#include "tests/ui/support/test_session.h"
#include "ui/labels/label_list_model.h"
#include "ui/labels/label_list_view.h"
#include "ui/labels/label_panel.h"
#include "ui/labels/label_row_delegate.h"

namespace labelwright::ui {
namespace {

using ::testing::ElementsAre;
using Names = std::vector<std::string>;

class LabelTree : public ::testing::Test {
protected:
    /// "name<parent" for each label.
    void show(const std::vector<std::pair<const char*, const char*>>& named) {
        LabelSet labels;
        std::vector<std::string> names;
        for (const auto& [name, parent] : named) names.emplace_back(name);
        labels.labels = makeLabels(names);
        for (std::size_t label = 0; label < named.size(); ++label)
            for (const Label& other : labels.labels)
                if (other.name == named[label].second) labels.labels[label].parent = other.id;
        session.session.setLabels(labels, QStringLiteral("test"));
        panel.resize(300, 600);
        panel.show();
    }
    LabelListView& list() { return *panel.findChild<LabelListView*>("labelList"); }
    QModelIndex index(const char* name) {
        for (int row = 0; row < list().model()->rowCount(); ++row)
            if (list().model()->index(row, 0).data().toString() == QLatin1String(name)) return list().model()->index(row, 0);
        return {};
    }
    Names shown() {
        Names names;
        for (int row = 0; row < list().model()->rowCount(); ++row) {
            const QModelIndex index = list().model()->index(row, 0);
            if (!list().isRowHidden(row))
                names.push_back(std::string(index.data(LabelListModel::DepthRole).toInt(), '-') + index.data().toString().toStdString());
        }
        return names;
    }
    std::string order() {
        std::string all;
        for (const Label& label : session.session.labels().labels) all += label.name;
        return all;
    }

    testing::TemporaryFolder folder;
    testing::TestSession session{{"a text"}, {}};
    LabelPanel panel{session.session, PresetStore(folder / "a", folder / "b")};
};

TEST_F(LabelTree, StandsBelowItsParentsWhateverTheOrder) {
    show({{"c", "b"}, {"a", ""}, {"b", "a"}, {"d", ""}, {"e", "a"}});
    EXPECT_THAT(shown(), ElementsAre("a", "-b", "--c", "-e", "d", "No label"));
}

TEST_F(LabelTree, ARingOfParentsIsStillShown) {
    show({{"a", "b"}, {"b", "a"}, {"c", ""}});
    EXPECT_THAT(shown(), ElementsAre("c", "a", "-b", "No label"));
}

TEST_F(LabelTree, FoldsByTheArrowAndTheArrowKeys) {
    show({{"a", ""}, {"b", "a"}, {"c", "b"}, {"d", ""}});
    QTest::mouseClick(list().viewport(), Qt::LeftButton, {},
                      LabelRowDelegate::arrow(list().visualRect(index("a")), list().fontMetrics(), index("a")).center());
    EXPECT_THAT(shown(), ElementsAre("a", "d", "No label"));
    list().setCurrentIndex(index("a"));
    QTest::keyClick(&list(), Qt::Key_Right);
    EXPECT_THAT(shown(), ElementsAre("a", "-b", "--c", "d", "No label"));
    list().setCurrentIndex(index("b"));
    QTest::keyClick(&list(), Qt::Key_Left);
    EXPECT_THAT(shown(), ElementsAre("a", "-b", "d", "No label"));
}

TEST_F(LabelTree, MovesAmongThoseBelowTheSameParent) {
    show({{"a", ""}, {"b", "a"}, {"c", ""}, {"d", "a"}, {"e", ""}});
    list().setCurrentIndex(index("d"));
    panel.findChild<QAction*>("moveLabelUp")->trigger();
    EXPECT_EQ(order(), "adbce");
    EXPECT_THAT(shown(), ElementsAre("a", "-d", "-b", "c", "e", "No label"));
    list().setCurrentIndex(index("e"));
    panel.findChild<QAction*>("moveLabelUp")->trigger();
    EXPECT_THAT(shown(), ElementsAre("a", "-d", "-b", "e", "c", "No label"));
    // Dragged in front of the first row.
    list().model()->moveRows({}, index("c").row(), 1, {}, 0);
    EXPECT_THAT(shown(), ElementsAre("c", "a", "-d", "-b", "e", "No label"));
}

TEST_F(LabelTree, IsSearchedOnceThereAreMany) {
    show({{"a", ""}, {"b", "a"}});
    auto* search = panel.findChild<QLineEdit*>("labelSearch");
    EXPECT_FALSE(search->isVisible());
    show({{"apple", ""}, {"pear", "apple"}, {"1", ""}, {"2", ""}, {"3", ""}, {"4", ""}, {"5", ""}, {"6", ""}, {"7", ""}});
    EXPECT_TRUE(search->isVisible());
    list().setCurrentIndex(index("apple"));
    QTest::keyClick(&list(), Qt::Key_Left);
    search->setText(QStringLiteral("PEA"));
    EXPECT_THAT(shown(), ElementsAre("-pear")) << "also what is folded away";
    show({{"a", ""}});
    EXPECT_THAT(shown(), ElementsAre("a", "No label")) << "few labels are not searched";
}

}  // namespace
}  // namespace labelwright::ui
