#include "ui/model_manager/hub_dialog.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>

#include "tests/support/test_paths.h"
#include "tests/ui/model_manager/hub_server.h"

namespace labelwright::ui {
namespace {

using ::testing::HasSubstr;
using testing::HubServer;

class HubDialogTest : public ::testing::Test {
protected:
    HubDialogTest() {
        server.serve(
            "/api/v1/models/iic/tiny/repo/files?Revision=master&Recursive=true",
            R"({"Code":200,"Data":{"Files":[{"Type":"blob","Path":"config.json","Size":2},{"Type":"blob","Path":"vocab.txt","Size":6},
                        {"Type":"blob","Path":"pytorch_model.bin","Size":4},{"Type":"blob","Path":"logo.png","Size":9}]}})");
        serveFile("config.json", "{}");
        serveFile("vocab.txt", "[PAD]\n");
        serveFile("pytorch_model.bin", "1234");
        dialog.open();
        choose();
    }
    void serveFile(const QString& path, const QByteArray& bytes) {
        server.serve("/api/v1/models/iic/tiny/repo?Revision=master&FilePath=" + path, bytes);
    }
    void choose() {
        auto* hub = dialog.findChild<QComboBox*>("hubKind");
        hub->setCurrentIndex(hub->findData(int(HubKind::ModelScope)));
        dialog.findChild<QLineEdit*>("hubAddress")->setText(server.base().toString());
        dialog.findChild<QLineEdit*>("hubModelName")->setText("iic/tiny");
    }
    QPushButton* button(const char* name) { return dialog.findChild<QPushButton*>(name); }
    QString status() { return dialog.findChild<QLabel*>("hubStatus")->text(); }

    testing::TemporaryFolder folder;
    HubServer server;
    HubDialog dialog{QString::fromStdString(folder.path().string()), {.tries = 1, .firstPauseMs = 5, .idleTimeoutMs = 3000}};
};

TEST_F(HubDialogTest, ShowsWhatWouldBeFetchedFromWhereBeforeItIs) {
    EXPECT_TRUE(server.requests.empty());
    EXPECT_FALSE(button("hubDownload")->isEnabled());
    button("hubList")->click();
    ASSERT_TRUE(QTest::qWaitFor([&] { return button("hubDownload")->isEnabled(); })) << status().toStdString();
    EXPECT_EQ(server.requests.size(), 1U);
    auto* files = dialog.findChild<QTableWidget*>("hubFiles");
    ASSERT_EQ(files->rowCount(), 3);
    EXPECT_EQ(files->item(2, 0)->text(), "pytorch_model.bin");
    EXPECT_THAT(status().toStdString(), HasSubstr("127.0.0.1"));
    EXPECT_THAT(status().toStdString(), HasSubstr("iic--tiny"));
}

TEST_F(HubDialogTest, DownloadsWhatWasShown) {
    QSignalSpy downloaded(&dialog, &HubDialog::downloaded);
    button("hubList")->click();
    ASSERT_TRUE(QTest::qWaitFor([&] { return button("hubDownload")->isEnabled(); }));
    button("hubDownload")->click();
    ASSERT_TRUE(QTest::qWaitFor([&] { return downloaded.size() == 1; })) << status().toStdString();
    EXPECT_EQ(testing::readFile(folder / "iic--tiny" / "pytorch_model.bin"), "1234");
    EXPECT_EQ(dialog.result(), QDialog::Accepted);
}

TEST_F(HubDialogTest, ExplainsAWrongNameWithoutAskingTheHub) {
    dialog.findChild<QLineEdit*>("hubModelName")->setText("not a name");
    button("hubList")->click();
    EXPECT_THAT(status().toStdString(), HasSubstr("owner/name"));
    EXPECT_TRUE(server.requests.empty());
}

TEST_F(HubDialogTest, SaysWhatWentWrongAndCanBeTriedAgain) {
    server.files.remove("/api/v1/models/iic/tiny/repo?Revision=master&FilePath=vocab.txt");
    button("hubList")->click();
    ASSERT_TRUE(QTest::qWaitFor([&] { return button("hubDownload")->isEnabled(); }));
    button("hubDownload")->click();
    ASSERT_TRUE(QTest::qWaitFor([&] { return status().contains("no such model or file"); })) << status().toStdString();
    serveFile("vocab.txt", "[PAD]\n");
    ASSERT_TRUE(button("hubDownload")->isEnabled());
    button("hubDownload")->click();
    EXPECT_TRUE(QTest::qWaitFor([&] { return dialog.result() == QDialog::Accepted; }));
}

TEST_F(HubDialogTest, AnotherNameForgetsTheShownFiles) {
    button("hubList")->click();
    ASSERT_TRUE(QTest::qWaitFor([&] { return button("hubDownload")->isEnabled(); }));
    dialog.findChild<QLineEdit*>("hubModelName")->setText("iic/other");
    EXPECT_FALSE(button("hubDownload")->isEnabled());
    EXPECT_EQ(dialog.findChild<QTableWidget*>("hubFiles")->rowCount(), 0);
}

}  // namespace
}  // namespace labelwright::ui
