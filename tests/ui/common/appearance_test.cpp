#include <gtest/gtest.h>

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>

#include "ui/common/app_settings.h"
#include "ui/common/card.h"
#include "ui/common/error_text.h"
#include "ui/common/icons.h"
#include "ui/common/label_ink.h"

namespace labelwright::ui {
namespace {

/// The colour most of a picture's opaque pixels have.
QColor inkOf(const QIcon& icon, QIcon::Mode mode = QIcon::Normal) {
    const QImage image = icon.pixmap(QSize(32, 32), 1.0, mode).toImage();
    QHash<QRgb, int> counts;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (qAlpha(image.pixel(x, y)) == 255) ++counts[image.pixel(x, y)];
    QRgb best = 0;
    for (auto it = counts.begin(); it != counts.end(); ++it)
        if (it.value() > counts.value(best)) best = it.key();
    return QColor(best);
}

class Appearance : public ::testing::Test {
protected:
    ~Appearance() override { applyColourScheme(*qApp, ColourScheme::Light); }
};

TEST_F(Appearance, AnIconIsDrawnInTheTextColourOfTheSchemeInUse) {
    const QIcon icon = themedIcon("cancel");
    applyColourScheme(*qApp, ColourScheme::Light);
    EXPECT_EQ(inkOf(icon), themeColours(qApp->palette()).text);
    applyColourScheme(*qApp, ColourScheme::Dark);
    EXPECT_EQ(inkOf(icon), themeColours(qApp->palette()).text);
    EXPECT_TRUE(isDark(qApp->palette()));
    EXPECT_EQ(inkOf(icon, QIcon::Disabled), qApp->palette().color(QPalette::Disabled, QPalette::ButtonText));
}

TEST_F(Appearance, AnIconHasAsManyPixelsAsTheScreenAsksFor) {
    const QPixmap pixmap = themedIcon("settings").pixmap(QSize(16, 16), 2.0);
    EXPECT_EQ(pixmap.size(), QSize(32, 32));
    EXPECT_EQ(pixmap.devicePixelRatio(), 2.0);
}

TEST_F(Appearance, MutedTextFollowsTheSchemeBackAndForth) {
    QLabel label;
    makeMuted(label);
    for (const ColourScheme scheme : {ColourScheme::Dark, ColourScheme::Light, ColourScheme::Dark}) {
        applyColourScheme(*qApp, scheme);
        QCoreApplication::processEvents();
        EXPECT_EQ(label.palette().color(QPalette::WindowText), themeColours(label.palette()).mutedText);
        EXPECT_EQ(isDark(label.palette()), scheme == ColourScheme::Dark);
    }
}

TEST_F(Appearance, LabelInkReadsOnBothBackgrounds) {
    const auto luminance = [](const QColor& c) { return 0.3 * c.red() + 0.59 * c.green() + 0.11 * c.blue(); };
    for (const ColourScheme scheme : {ColourScheme::Light, ColourScheme::Dark}) {
        applyColourScheme(*qApp, scheme);
        const QPalette palette = qApp->palette();
        for (const std::uint32_t colour : {0xF0E442U, 0x000000U, 0xFFFFFFU, 0x0072B2U, 0xCC79A7U}) {
            EXPECT_GT(std::abs(luminance(labelInk(colour, palette)) - luminance(themeColours(palette).panel)), 60) << std::hex << colour;
        }
    }
}

TEST(AppSettingsFile, ComesBackAsItWasSaved) {
    const QTemporaryDir folder;
    QSettings store(folder.filePath("settings.ini"), QSettings::IniFormat);
    AppSettings settings;
    settings.language = Language::SimplifiedChinese;
    settings.colourScheme = ColourScheme::Dark;
    settings.device = "cuda:1";
    settings.precision = Precision::Bf16;
    settings.allowReducedCpuPrecision = false;
    settings.cacheDays = 7;
    settings.cacheMaxBytes = 123456789;
    settings.modelFolders = {"/models/one", "/models/模型"};
    settings.placement = {"geometry", "splitter", "header"};
    saveSettings(settings, store);
    store.sync();
    const QSettings again(folder.filePath("settings.ini"), QSettings::IniFormat);
    EXPECT_EQ(loadSettings(again), settings);
}

TEST(AppSettingsFile, NonsenseComesBackAsTheDefaults) {
    const QTemporaryDir folder;
    QSettings store(folder.filePath("settings.ini"), QSettings::IniFormat);
    store.setValue("language", "tlh");
    store.setValue("colourScheme", 17);
    store.setValue("compute/precision", "fp3");
    store.setValue("cache/days", -5);
    store.setValue("cache/maxBytes", "much");
    EXPECT_EQ(loadSettings(store), AppSettings{});
}

TEST(ErrorTexts, NameTheFileAndThePlace) {
    const QString text = errorText({ErrorCode::FileMalformed, "detail", {"/data/a.csv", "line 7", "no closing quote"}});
    EXPECT_TRUE(text.contains("/data/a.csv"));
    EXPECT_TRUE(text.contains("line 7"));
    EXPECT_TRUE(text.contains("no closing quote"));
}

TEST(ErrorTexts, EveryCodeHasASentenceEvenWithoutArguments) {
    for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code) {
        const QString text = errorText({static_cast<ErrorCode>(code), "detail", {}});
        EXPECT_FALSE(text.isEmpty()) << code;
        EXPECT_FALSE(text.contains("%1")) << text.toStdString();
    }
}

TEST(Languages, SwitchingChangesTheLocaleAndPrefersChineseGlyphShapes) {
    applyLanguage(*qApp, Language::SimplifiedChinese);
    EXPECT_EQ(QLocale().language(), QLocale::Chinese);
    EXPECT_TRUE(QApplication::font().families().contains("Noto Sans CJK SC"));
    applyLanguage(*qApp, Language::English);
    EXPECT_EQ(QLocale().language(), QLocale::English);
}

}  // namespace
}  // namespace labelwright::ui
