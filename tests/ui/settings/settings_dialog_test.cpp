#include "ui/settings/settings_dialog.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QStandardItemModel>

#include "tests/support/test_paths.h"
#include "tests/ui/support/test_session.h"

namespace labelwright::testing {
namespace {

using namespace labelwright::ui;
using ::testing::HasSubstr;

class SettingsDialogTest : public ::testing::Test {
protected:
    SettingsDialogTest() {
        EngineOptions options;
        options.cacheFile = folder / "scores.sqlite";
        bridge = std::make_unique<EngineBridge>(idleEngine(options));
        settings.modelFolders = {folder / "models"};
        settings.cacheDays = 12;
        dialog = std::make_unique<SettingsDialog>(settings, *bridge);
        QObject::connect(dialog.get(), &SettingsDialog::applied, dialog.get(),
                         [this](const AppSettings& value) { applied.push_back(value); });
        dialog->open();
        EXPECT_TRUE(QTest::qWaitFor([this] { return device()->count() == 3; }));
    }
    QComboBox* device() const { return dialog->findChild<QComboBox*>("settingsDevice"); }
    void choose(const char* name, const QVariant& value) {
        auto* box = dialog->findChild<QComboBox*>(name);
        ASSERT_GE(box->findData(value), 0);
        box->setCurrentIndex(box->findData(value));
    }
    void press(QDialogButtonBox::StandardButton button) { dialog->findChild<QDialogButtonBox*>()->button(button)->click(); }

    TemporaryFolder folder;
    std::unique_ptr<EngineBridge> bridge;
    AppSettings settings;
    std::unique_ptr<SettingsDialog> dialog;
    std::vector<AppSettings> applied;
};

TEST_F(SettingsDialogTest, ChangesNothingThatWasNotTouched) {
    press(QDialogButtonBox::Ok);
    ASSERT_EQ(applied.size(), 1U);
    EXPECT_EQ(applied[0], settings);
}

TEST_F(SettingsDialogTest, AppliesWhatIsChosen) {
    choose("settingsLanguage", static_cast<int>(Language::SimplifiedChinese));
    choose("settingsColourScheme", static_cast<int>(ColourScheme::Dark));
    choose("settingsDevice", "cpu");
    choose("settingsPrecision", static_cast<int>(Precision::Fp32));
    dialog->findChild<QCheckBox*>("settingsReducedPrecision")->setChecked(false);
    dialog->findChild<QSpinBox*>("settingsCacheDays")->setValue(90);
    press(QDialogButtonBox::Apply);
    ASSERT_EQ(applied.size(), 1U);
    EXPECT_TRUE(dialog->isVisible());
    EXPECT_EQ(applied[0].language, Language::SimplifiedChinese);
    EXPECT_EQ(applied[0].colourScheme, ColourScheme::Dark);
    EXPECT_EQ(applied[0].device, "cpu");
    EXPECT_EQ(applied[0].precision, Precision::Fp32);
    EXPECT_FALSE(applied[0].allowReducedCpuPrecision);
    EXPECT_EQ(applied[0].cacheDays, 90U);
}

TEST_F(SettingsDialogTest, CancelAppliesNothing) {
    choose("settingsColourScheme", static_cast<int>(ColourScheme::Dark));
    press(QDialogButtonBox::Cancel);
    EXPECT_TRUE(applied.empty());
}

TEST_F(SettingsDialogTest, SaysWhyADeviceCannotBeChosen) {
    ASSERT_EQ(device()->count(), 3);  // automatic, processor, card
    EXPECT_THAT(device()->itemText(2).toStdString(), HasSubstr("no driver answers"));
    const auto* items = qobject_cast<QStandardItemModel*>(device()->model());
    ASSERT_NE(items, nullptr);
    EXPECT_TRUE(items->item(1)->isEnabled());
    EXPECT_FALSE(items->item(2)->isEnabled());
}

TEST_F(SettingsDialogTest, RemovesAModelFolderFromTheListOnly) {
    std::filesystem::create_directories(folder / "models");
    dialog->findChild<QListWidget*>("settingsModelFolders")->setCurrentRow(0);
    dialog->findChild<QPushButton*>("settingsRemoveFolder")->click();
    press(QDialogButtonBox::Ok);
    ASSERT_EQ(applied.size(), 1U);
    EXPECT_TRUE(applied[0].modelFolders.empty());
    EXPECT_TRUE(std::filesystem::exists(folder / "models"));
}

TEST_F(SettingsDialogTest, ClearsTheCacheAndShowsThatItIsEmpty) {
    const auto state = [this] { return dialog->findChild<QLabel*>("settingsCacheState")->text(); };
    ASSERT_TRUE(QTest::qWaitFor([&] { return !state().isEmpty(); }));
    QSignalSpy cleared(bridge.get(), &EngineBridge::cacheState);
    dialog->findChild<QPushButton*>("settingsClearCache")->click();
    ASSERT_TRUE(QTest::qWaitFor([&] { return cleared.size() == 1; }));
    EXPECT_THAT(state().toStdString(), HasSubstr("0 scores"));
}

}  // namespace
}  // namespace labelwright::testing
