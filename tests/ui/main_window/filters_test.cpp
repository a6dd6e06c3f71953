// Filters beside the table and saved views, in the real window on the labeled sample.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

#include "tests/ui/main_window/window_fixture.h"
#include "ui/texts/facet_panel.h"
#include "ui/texts/range_histogram.h"
#include "ui/texts/saved_views.h"
#include "ui/texts/texts_page.h"

namespace labelwright::ui {
namespace {

using labelwright::testing::waitUntil;

class Filters : public WindowTest {
protected:
    void openWithFilters() {
        openSample();
        ASSERT_TRUE(waitUntil([this] { return session().decisions() && session().decisions()->unscored == 0; }));
        window().findChild<QAction*>("actionFilters")->trigger();
        panel = find<FacetPanel>("facetPanel");
        ASSERT_TRUE(panel->isVisible());
        ASSERT_TRUE(waitUntil([this] { return panel->counts().texts == 200; }));
    }
    QTreeWidgetItem* item(const QString& facet, const QString& value) const {
        auto* tree = panel->findChild<QTreeWidget*>("facetTree");
        for (int top = 0; top < tree->topLevelItemCount(); ++top) {
            QTreeWidgetItem* parent = tree->topLevelItem(top);
            for (int child = 0; child < parent->childCount(); ++child)
                if (parent->text(0) == facet && parent->child(child)->text(0) == value) return parent->child(child);
        }
        return nullptr;
    }
    TextsPage& page() { return *window().findChild<TextsPage*>(); }
    QString query() { return find<QLineEdit>("searchBox")->text(); }
    std::size_t shown() { return page().model().rows().size(); }

    FacetPanel* panel = nullptr;
};

TEST_F(Filters, AClickShowsOnlyTextsOfThatKind) {
    openWithFilters();
    QTreeWidgetItem* complaint = item("Label", "投诉");
    ASSERT_NE(complaint, nullptr);
    const std::size_t complaints = complaint->text(1).toUInt();
    ASSERT_GT(complaints, 0U);
    complaint->setCheckState(0, Qt::Checked);
    EXPECT_EQ(query(), QStringLiteral("label:投诉"));
    EXPECT_TRUE(waitUntil([&] { return shown() == complaints && panel->counts().texts == complaints; }));
    ASSERT_NE(item("Label", "咨询"), nullptr) << "other labels can be added";
    item("Label", "咨询")->setCheckState(0, Qt::Checked);
    EXPECT_EQ(query(), QStringLiteral("label:咨询,投诉"));
    EXPECT_TRUE(waitUntil([&] { return shown() > complaints && panel->counts().texts == shown(); }));
    QTest::mouseClick(find<QPushButton>("clearFacets"), Qt::LeftButton);
    EXPECT_EQ(query(), QString());
    EXPECT_TRUE(waitUntil([&] { return shown() == 200; }));
    page().setQuery(QStringLiteral("label:投诉"));
    ASSERT_TRUE(waitUntil([&] { return panel->counts().texts == complaints; }));
    screenshots("filters", window());
}

TEST_F(Filters, TheEndsOfTheHistogramAreTheConfidenceOfTheQuery) {
    openWithFilters();
    auto* range = find<RangeHistogram>("confidenceRange");
    range->setFocus();
    for (int i = 0; i < 10; ++i) QTest::keyClick(range, Qt::Key_Right);
    EXPECT_EQ(query(), QStringLiteral("conf:>=0.5"));
    QTest::keyClick(range, Qt::Key_Left, Qt::ShiftModifier);
    EXPECT_EQ(query(), QStringLiteral("conf:0.5~0.95"));
    EXPECT_TRUE(waitUntil([&] { return shown() < 200; }));
    page().setQuery(QStringLiteral("conf:0.2~0.6"));
    EXPECT_DOUBLE_EQ(range->least(), 0.2);
    EXPECT_DOUBLE_EQ(range->most(), 0.6);
    QTest::mousePress(range, Qt::LeftButton, {}, QPoint(8, 20));
    EXPECT_TRUE(waitUntil([&] { return query() == QStringLiteral("conf:<=0.6"); }));
    QTest::mouseRelease(range, Qt::LeftButton);
}

TEST_F(Filters, ASavedViewGoesOnToMeanItsLabelUnderAnotherName) {
    openWithFilters();
    page().setQuery(QStringLiteral("label:投诉 conf:<0.9"));
    auto* views = find<ViewsButton>("viewsButton");
    emit views->menu()->aboutToShow();
    window().findChild<QAction*>("saveView")->trigger();
    auto* name = window().findChild<QInputDialog*>("viewName");
    ASSERT_NE(name, nullptr);
    name->setTextValue(QStringLiteral("doubtful & loud"));
    name->accept();
    LabelSet renamed = session().labels();
    for (Label& label : renamed.labels)
        if (label.name == "投诉") label.name = "抱怨 了";
    session().setLabels(renamed, QStringLiteral("rename"));
    page().setQuery({});
    close();
    open();
    ASSERT_TRUE(waitUntil([this] { return session().dataset() != nullptr; }));
    const auto kept = savedViews(session());
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(kept[0].query, QStringLiteral("label:\"抱怨 了\" conf:<0.9"));
    emit find<ViewsButton>("viewsButton")->viewWanted(kept[0]);
    EXPECT_EQ(query(), kept[0].query);
}

}  // namespace
}  // namespace labelwright::ui
