#include <QPushButton>
#include <QTest>
#include <QToolButton>
#include <algorithm>

#include "tests/ui/main_window/window_fixture.h"
#include "ui/labels/finding_row.h"

namespace labelwright::ui {
namespace {

using labelwright::testing::waitUntil;

class LabelLint : public WindowTest {
protected:
    qsizetype findings() {
        const QList<FindingText*> all = find<QWidget>("lintStrip")->findChildren<FindingText*>();
        return std::count_if(all.begin(), all.end(), [](const FindingText* text) { return text->isVisible(); });
    }
    QPushButton* firstRepair() {
        for (auto* button : find<QWidget>("lintStrip")->findChildren<QPushButton*>(QStringLiteral("findingRepair")))
            if (button->isVisible()) return button;
        return nullptr;
    }
    ::testing::AssertionResult waitFor(qsizetype count) {
        if (waitUntil([&] { return findings() == count; }, 10)) return ::testing::AssertionSuccess();
        auto failure = ::testing::AssertionFailure() << findings() << " findings instead of " << count;
        for (const auto* text : find<QWidget>("lintStrip")->findChildren<FindingText*>())
            failure << '\n' << text->accessibleName().toStdString();
        return failure;
    }
};

TEST_F(LabelLint, KnowsTheKeysOfTheWindowAndARepairIsThereAfterARestart) {
    openSample();
    LabelSet labels = session().labels();
    labels.labels[0].key = QStringLiteral("Ctrl+F").toStdString();
    labels.labels[1].name = "投诉 ";
    session().setLabels(labels, QStringLiteral("edit"));
    ASSERT_TRUE(waitFor(2));
    screenshots(QStringLiteral("lint"), window());
    for (int left = 1; left >= 0; --left) {
        firstRepair()->click();
        ASSERT_TRUE(waitFor(left));
    }
    close();
    open();
    ASSERT_TRUE(waitUntil([&] { return !session().labels().labels.empty(); }));
    EXPECT_EQ(session().labels().labels[0].key, "");
    EXPECT_EQ(session().labels().labels[1].name, "投诉");
}

TEST_F(LabelLint, ADismissedNoteStaysAwayAfterARestart) {
    openSample();
    LabelSet labels = session().labels();
    for (const char* name : {"物流", "价格", "发票", "安装", "维修", "会员", "活动", "尺码", "包装"}) {
        Label label;
        label.id = newId();
        label.name = name;
        labels.labels.push_back(label);
    }
    session().setLabels(labels, QStringLiteral("edit"));
    const auto dismiss = [&] { return find<QWidget>("lintStrip")->findChild<QToolButton*>("findingDismiss"); };
    ASSERT_TRUE(waitUntil([&] { return dismiss() != nullptr; }));
    screenshots(QStringLiteral("lint_many"), window());
    QTest::mouseClick(dismiss(), Qt::LeftButton);
    ASSERT_TRUE(waitFor(0));
    close();
    open();
    ASSERT_TRUE(waitUntil([&] { return session().labels().labels.size() == labels.labels.size(); }));
    QTest::qWait(500);
    EXPECT_FALSE(find<QWidget>("lintStrip")->isVisible());
}

}  // namespace
}  // namespace labelwright::ui
