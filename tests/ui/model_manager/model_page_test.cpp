#include "ui/model_manager/model_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include "tests/support/test_paths.h"
#include "tests/ui/support/real_engine.h"
#include "ui/model_manager/model_table_model.h"

namespace labelwright::ui {
namespace {

using ::testing::HasSubstr;
using testing::TemporaryFolder;

/// The page over the real engine, wired as the window does it.
class ModelPageTest : public ::testing::Test {
protected:
    void open() {
        options.downloadsFolder = places.downloadedModels();
        bridge.engine().setModelRoots(catalogRoots(places, options.userFolders));
        page = std::make_unique<ModelPage>(bridge, options);
        QObject::connect(page.get(), &ModelPage::userFoldersChanged, page.get(), [this](const QStringList& list) {
            std::vector<std::filesystem::path> folders;
            for (const QString& item : list) folders.emplace_back(item.toStdString());
            bridge.engine().setModelRoots(catalogRoots(places, folders));
            announced = list;
        });
        page->open();
        ASSERT_TRUE(QTest::qWaitFor([this] { return model()->rowCount() > 0; }));
    }
    QTableView* table() const { return page->findChild<QTableView*>("modelTable"); }
    ModelTableModel* model() const { return qobject_cast<ModelTableModel*>(table()->model()); }
    QPushButton* button(const char* name) const { return page->findChild<QPushButton*>(name); }
    QString text(const char* name) const { return page->findChild<QLabel*>(name)->text(); }
    bool appears(const std::string& id) {
        return QTest::qWaitFor([&] { return model()->rowOf(id) >= 0; });
    }
    bool vanishes(const std::string& id) {
        return QTest::qWaitFor([&] { return model()->rowOf(id) < 0; });
    }
    void select(const std::string& id) { table()->selectRow(model()->rowOf(id)); }
    std::filesystem::path copyOfFixture(const std::filesystem::path& where) {
        std::filesystem::create_directories(where.parent_path());
        std::filesystem::copy(testing::fixtures() / "models" / "parity" / "bi_mean", where, std::filesystem::copy_options::recursive);
        return where;
    }

    TemporaryFolder folder;
    Places places = testing::placesIn(folder.path());
    EngineBridge bridge{testing::makeRealEngine(places)};
    ModelPageOptions options;
    std::unique_ptr<ModelPage> page;
    QStringList announced;
};

TEST_F(ModelPageTest, ListsTheBundledModelWithWhatIsKnownOfIt) {
    open();
    const int row = model()->rowOf("labelwright-zh-mini");
    ASSERT_GE(row, 0);
    EXPECT_EQ(model()->index(row, ModelTableModel::Origin).data().toString(), "Bundled");
    EXPECT_EQ(model()->index(row, ModelTableModel::Status).data().toString(), "Ready");
    EXPECT_FALSE(model()->index(row, ModelTableModel::Size).data().toString().isEmpty());
    EXPECT_FALSE(model()->index(row, ModelTableModel::Family).data().toString().isEmpty());
    select("labelwright-zh-mini");
    EXPECT_THAT(text("modelDetails").toStdString(), HasSubstr("Folder: "));
    EXPECT_FALSE(button("modelRemove")->isEnabled()) << "bundled models stay";
}

TEST_F(ModelPageTest, AddsAFolderInPlaceAndRemovesItWithoutTouchingItsFiles) {
    const auto own = copyOfFixture(folder / "mine" / "my-model");
    open();
    page->addFolder(QString::fromStdString(own.string()));
    ASSERT_TRUE(appears("my-model"));
    EXPECT_EQ(announced, QStringList{QString::fromStdString(own.string())});
    EXPECT_EQ(model()->models()[static_cast<std::size_t>(table()->currentIndex().row())].id, "my-model");
    ASSERT_TRUE(button("modelRemove")->isEnabled());
    button("modelRemove")->click();
    ASSERT_TRUE(vanishes("my-model"));
    EXPECT_TRUE(announced.isEmpty());
    EXPECT_TRUE(std::filesystem::exists(own / "config.json"));
}

TEST_F(ModelPageTest, AsksBeforeAFolderOfSeveralModelsLeavesTheList) {
    copyOfFixture(folder / "mine" / "one");
    copyOfFixture(folder / "mine" / "two");
    options.userFolders = {folder / "mine"};
    open();
    select("one");
    button("modelRemove")->click();
    auto* box = page->findChild<QMessageBox*>("modelConfirm");
    ASSERT_NE(box, nullptr);
    box->findChild<QPushButton*>("modelConfirmed")->click();
    EXPECT_TRUE(vanishes("one"));
    EXPECT_TRUE(vanishes("two"));
    EXPECT_TRUE(std::filesystem::exists(folder / "mine" / "two" / "config.json"));
}

TEST_F(ModelPageTest, DeletesADownloadOnlyAfterConfirmation) {
    const auto downloaded = copyOfFixture(places.downloadedModels() / "owner--name");
    open();
    ASSERT_TRUE(appears("owner--name"));
    select("owner--name");
    button("modelRemove")->click();
    auto* box = page->findChild<QMessageBox*>("modelConfirm");
    ASSERT_NE(box, nullptr);
    EXPECT_TRUE(std::filesystem::exists(downloaded));
    box->findChild<QPushButton*>("modelConfirmed")->click();
    ASSERT_TRUE(vanishes("owner--name"));
    EXPECT_FALSE(std::filesystem::exists(downloaded));
}

TEST_F(ModelPageTest, NamesTheFilesThatAreMissing) {
    const auto own = copyOfFixture(folder / "mine" / "broken");
    std::filesystem::remove(own / "model.safetensors");
    options.userFolders = {own};
    open();
    ASSERT_TRUE(appears("broken"));
    select("broken");
    EXPECT_THAT(text("modelDetails").toStdString(), HasSubstr("model.safetensors"));
    EXPECT_FALSE(button("modelUse")->isEnabled());
    EXPECT_FALSE(button("modelCheck")->isEnabled());
}

TEST_F(ModelPageTest, ChecksAModelByLoadingIt) {
    options.userFolders = {copyOfFixture(folder / "mine" / "my-model")};
    open();
    ASSERT_TRUE(appears("my-model"));
    select("my-model");
    button("modelCheck")->click();
    EXPECT_FALSE(button("modelCheck")->isEnabled());
    ASSERT_TRUE(QTest::qWaitFor([this] { return text("modelCheckResult").startsWith("Works"); }, 60000))
        << text("modelCheckResult").toStdString();
    EXPECT_THAT(text("modelCheckResult").toStdString(), HasSubstr("cpu"));
}

TEST_F(ModelPageTest, SaysWhyAModelDoesNotLoad) {
    const auto own = copyOfFixture(folder / "mine" / "damaged");
    const std::string weights = testing::readFile(own / "model.safetensors");
    testing::writeFile(own / "model.safetensors", weights.substr(0, weights.size() - 100));
    options.userFolders = {own};
    open();
    ASSERT_TRUE(appears("damaged"));
    select("damaged");
    ASSERT_TRUE(button("modelCheck")->isEnabled());
    button("modelCheck")->click();
    ASSERT_TRUE(QTest::qWaitFor([this] { return text("modelCheckResult").contains("model.safetensors"); }, 60000))
        << text("modelCheckResult").toStdString();
    EXPECT_TRUE(button("modelCheck")->isEnabled());
}

TEST_F(ModelPageTest, GivesTheChosenModelToItsParent) {
    open();
    QSignalSpy chosen(page.get(), &ModelPage::modelChosen);
    select("labelwright-zh-mini");
    button("modelUse")->click();
    ASSERT_EQ(chosen.size(), 1);
    EXPECT_EQ(chosen[0][0].toString(), "labelwright-zh-mini");
    EXPECT_EQ(page->result(), QDialog::Accepted);
}

TEST_F(ModelPageTest, SaysHowToGetTheEnglishModelWhereItIsAbsent) {
    places.extraModels = folder / "none";
    open();
    EXPECT_EQ(page->findChild<QWidget*>("modelNotice")->isVisible(), model()->rowOf("all-MiniLM-L6-v2") < 0);
}

}  // namespace
}  // namespace labelwright::ui
