#include <QLabel>

#include "tests/ui/main_window/window_fixture.h"
#include "ui/texts/texts_page.h"

namespace labelwright::ui {
namespace {

using labelwright::testing::waitUntil;

/// A labeled sample, computed with fp32; later choices come as from the settings.
class PrecisionChoice : public WindowTest {
protected:
    void SetUp() override {
        m_kept.device = "cpu";
        m_kept.precision = Precision::Fp32;
        openSample();
        ASSERT_FALSE(session().scoresOutdated());
    }
    void choose(Precision precision, bool allowReduced = true) {
        AppSettings settings = window().settings();
        settings.precision = precision;
        settings.allowReducedCpuPrecision = allowReduced;
        window().applySettings(settings);
    }
    /// What the plan under the present choice says that it would use.
    std::optional<Precision> planned() {
        std::optional<Precision> precision;
        const auto connection =
            QObject::connect(&session().bridge(), &EngineBridge::planReady, &session(), [this, &precision](const PlanReady& event) {
                if (event.job == session().planJob()) precision = event.plan.models.front().precision;
            });
        waitUntil([&] { return precision.has_value(); });
        QObject::disconnect(connection);
        return precision;
    }
    bool noticeShown() { return window().findChild<QWidget*>(QStringLiteral("noticeBar"))->isVisible(); }
    /// Another precision than fp32 that the processor offers.
    static std::optional<Precision> other(const std::vector<Device>& devices) {
        for (const Precision precision : devices.front().precisions) {
            if (precision != Precision::Fp32) return precision;
        }
        return std::nullopt;
    }
};

TEST_F(PrecisionChoice, AnotherPrecisionMakesTheLabelsOutdatedAndGoingBackMakesThemCurrent) {
    choose(Precision::Bf16);
    EXPECT_TRUE(session().scoresOutdated());
    EXPECT_TRUE(noticeShown());
    choose(Precision::Fp32);
    EXPECT_FALSE(session().scoresOutdated());
    EXPECT_FALSE(noticeShown());
}

TEST_F(PrecisionChoice, AutomaticIsOutdatedOnlyIfItStandsForAnotherPrecision) {
    choose(Precision::Auto, false);
    EXPECT_EQ(planned(), Precision::Fp32);
    EXPECT_FALSE(session().scoresOutdated());
    choose(Precision::Auto, true);
    const auto precision = planned();
    ASSERT_TRUE(precision.has_value());
    EXPECT_EQ(session().scoresOutdated(), *precision != Precision::Fp32);
    EXPECT_EQ(noticeShown(), *precision != Precision::Fp32);
}

TEST_F(PrecisionChoice, ARunWithTheOtherPrecisionReplacesEveryScore) {
    std::vector<Device> devices;
    QObject::connect(&session().bridge(), &EngineBridge::modelsFound, &session(),
                     [&devices](const ModelsFound& event) { devices = event.devices; });
    session().bridge().engine().findModels();
    ASSERT_TRUE(waitUntil([&] { return !devices.empty(); }));
    const auto precision = other(devices);
    if (!precision) GTEST_SKIP() << "skipped: this processor offers fp32 alone";
    choose(*precision);
    session().startRun({});
    ASSERT_TRUE(waitForRun());
    EXPECT_FALSE(session().scoresOutdated());
    for (const ScoreReading& reading : session().scores().readings()) EXPECT_EQ(reading.precision, *precision);
    choose(Precision::Fp32);
    EXPECT_TRUE(session().scoresOutdated());
}

TEST_F(PrecisionChoice, IsKnownOfTheLabelsOfAnEarlierSession) {
    close();
    m_kept.precision = Precision::Bf16;
    open();
    ASSERT_TRUE(waitUntil([this] { return session().decisions() && session().decisions()->unscored == 0; }));
    EXPECT_TRUE(session().scoresOutdated());
    choose(Precision::Fp32);
    EXPECT_FALSE(session().scoresOutdated());
}

}  // namespace
}  // namespace labelwright::ui
