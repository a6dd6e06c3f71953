#include "ui/charts/score_bars.h"

#include <gtest/gtest.h>

#include <QImage>
#include <limits>

namespace labelwright::ui {
namespace {

QImage grabbed(ScoreBars& bars) {
    bars.resize(320, bars.sizeHint().height());
    return bars.grab().toImage().convertToFormat(QImage::Format_RGB32);
}

int pixelsOf(const QImage& image, const QColor& colour) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) count += image.pixelColor(x, y) == colour ? 1 : 0;
    return count;
}

TEST(ScoreBars, ABarIsAsLongAsItsScore) {
    const QColor half(0x123456);
    const QColor full(0x654321);
    ScoreBars bars;
    bars.setScores({{"表扬", full, 1.0F, true}, {"物流", half, 0.5F, false}, {"投诉", Qt::red, 0.0F, false}});
    const QImage image = grabbed(bars);
    const double ratio = double(pixelsOf(image, half)) / pixelsOf(image, full);
    EXPECT_NEAR(ratio, 0.5, 0.05);
    EXPECT_EQ(pixelsOf(image, Qt::red), 0);
}

TEST(ScoreBars, FiguresStayInTheirColumnWhenScoresAreMissing) {
    ScoreBars bars;
    bars.setScores({{"a", Qt::blue, 0.5F, false}});
    const QImage scored = grabbed(bars);
    bars.setScores({{"a", Qt::blue, std::numeric_limits<float>::quiet_NaN(), false}});
    const QImage unscored = grabbed(bars);
    EXPECT_GT(pixelsOf(scored, Qt::blue), 0);
    EXPECT_EQ(pixelsOf(unscored, Qt::blue), 0);
    EXPECT_EQ(scored.size(), unscored.size());
}

TEST(ScoreBars, MarksTheThreshold) {
    ScoreBars bars;
    bars.setScores({{"a", Qt::blue, 0.1F, false}});
    const QImage without = grabbed(bars);
    bars.setThreshold(0.8F);
    EXPECT_NE(grabbed(bars), without);
}

TEST(ScoreBars, TellsScreenReadersEveryFigure) {
    ScoreBars bars;
    bars.setScores({{"表扬", Qt::blue, 0.51F, true}, {"物流", Qt::red, 0.44F, false}});
    EXPECT_EQ(bars.accessibleDescription(), "表扬: 0.51, given\n物流: 0.44");
}

}  // namespace
}  // namespace labelwright::ui
