#include "ui/model_manager/hub_download.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

#include "core/base/hash.h"
#include "tests/support/test_paths.h"
#include "tests/ui/model_manager/hub_server.h"

namespace labelwright::ui {
namespace {

using testing::HubServer;
using testing::readFile;

QByteArray randomBytes(int size, unsigned seed) {
    QByteArray bytes(size, '\0');
    for (char& byte : bytes) {
        seed = seed * 1664525U + 1013904223U;
        byte = static_cast<char>(seed >> 24U);
    }
    return bytes;
}

/// A small model on a hub of its own, and a downloader with little patience.
class HubDownloadTest : public ::testing::Test {
protected:
    HubDownloadTest() {
        model = {HubKind::HuggingFace, server.base(), "owner/name"};
        content["config.json"] = R"({"model_type":"bert"})";
        content["vocab.txt"] = "[PAD]\n[UNK]\n";
        content["1_Pooling/config.json"] = "{}";
        content["model.safetensors"] = randomBytes(300000, 7);
        for (auto file = content.begin(); file != content.end(); ++file) server.serve(addressOf(file.key()), file.value());
        publish();
        QObject::connect(&downloader, &HubDownloader::listed, [this](const DownloadPlan& answer) { plan = answer; });
        QObject::connect(&downloader, &HubDownloader::failed, [this](const Error& error) { failure = error; });
        QObject::connect(&downloader, &HubDownloader::progressed,
                         [this](const DownloadProgress& progress) { progresses.push_back(progress); });
    }

    static QString addressOf(const QString& path) { return QStringLiteral("/owner/name/resolve/%1/%2").arg(QString(40, 'c'), path); }

    /// Puts the listing of `content` onto the hub.
    void publish(const QByteArray& wrongHashOf = {}) {
        QJsonArray siblings;
        for (auto file = content.begin(); file != content.end(); ++file) {
            QJsonObject entry{{"rfilename", file.key()}, {"size", file->size()}};
            if (file.key().endsWith(".safetensors")) {
                QByteArray sha = QByteArray::fromStdString(sha256({file->constData(), static_cast<std::size_t>(file->size())}));
                if (file.key() == QString(wrongHashOf)) sha = QByteArray(64, '0');
                entry["lfs"] = QJsonObject{{"sha256", QString(sha)}, {"size", file->size()}};
            } else {
                QByteArray blob = "blob " + QByteArray::number(file->size());
                blob.append('\0');
                entry["blobId"] = QString(QCryptographicHash::hash(blob + *file, QCryptographicHash::Sha1).toHex());
            }
            siblings << entry;
        }
        server.serve("/api/models/owner/name/revision/main?blobs=true",
                     QJsonDocument(QJsonObject{{"sha", QString(40, 'c')}, {"siblings", siblings}}).toJson());
    }

    bool list() {
        downloader.list(model);
        return QTest::qWaitFor([this] { return plan.has_value() || failure.has_value(); }) && plan.has_value();
    }
    enum class End { Finished, Failed, Cancelled, None };
    End download() {
        failure.reset();
        QSignalSpy finished(&downloader, &HubDownloader::finished);
        QSignalSpy cancelled(&downloader, &HubDownloader::cancelled);
        downloader.download(*plan);
        if (!QTest::qWaitFor([&] { return finished.size() + cancelled.size() > 0 || failure.has_value(); }, 20000)) return End::None;
        return finished.size() > 0 ? End::Finished : failure ? End::Failed : End::Cancelled;
    }
    std::filesystem::path target() const { return folder / "owner--name"; }
    void expectWhole() const {
        for (auto file = content.begin(); file != content.end(); ++file)
            EXPECT_EQ(readFile(target() / file.key().toStdString()), file->toStdString()) << file.key().toStdString();
        EXPECT_EQ(QDir(QString::fromStdString(folder.path().string())).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                  QStringList{"owner--name"});
        EXPECT_FALSE(std::filesystem::exists(target() / ".download.json"));
    }

    testing::TemporaryFolder folder;
    HubServer server;
    QMap<QString, QByteArray> content;
    HubModel model;
    HubDownloader downloader{QString::fromStdString(folder.path().string()), {.tries = 3, .firstPauseMs = 5, .idleTimeoutMs = 3000}};
    std::optional<DownloadPlan> plan;
    std::optional<Error> failure;
    std::vector<DownloadProgress> progresses;
};

TEST_F(HubDownloadTest, ListingFetchesNoFile) {
    ASSERT_TRUE(list());
    EXPECT_EQ(server.requests.size(), 1U);
    EXPECT_EQ(plan->files.size(), 4U);
    EXPECT_GT(plan->bytes, 300000);
    EXPECT_GT(plan->freeBytes, 0);
    EXPECT_EQ(plan->bytesHere, 0);
    EXPECT_FALSE(std::filesystem::exists(target()));
}

TEST_F(HubDownloadTest, AsksNobodyBeforeTheUserDoes) {
    QTest::qWait(50);
    EXPECT_TRUE(server.requests.empty());
}

TEST_F(HubDownloadTest, FetchesAllFilesThenTheModelAppears) {
    ASSERT_TRUE(list());
    ASSERT_EQ(download(), End::Finished);
    expectWhole();
    ASSERT_FALSE(progresses.empty());
    EXPECT_EQ(progresses.back().done, plan->bytes);
}

TEST_F(HubDownloadTest, GoesOnAfterABrokenConnectionWhereItBroke) {
    ASSERT_TRUE(list());
    server.files[addressOf("model.safetensors")].breaksAfter = 120000;
    ASSERT_EQ(download(), End::Finished);
    expectWhole();
    const auto requests = server.requestsFor(addressOf("model.safetensors"));
    ASSERT_EQ(requests.size(), 2U);
    EXPECT_TRUE(requests[0].range.isEmpty());
    EXPECT_EQ(requests[1].range, "bytes=120000-");
    EXPECT_EQ(requests[1].ifRange, "\"1\"");
}

TEST_F(HubDownloadTest, BeginsAnewWhereTheServerIgnoresRanges) {
    ASSERT_TRUE(list());
    auto& weights = server.files[addressOf("model.safetensors")];
    weights.knowsRanges = false;
    weights.breaksAfter = 50000;
    ASSERT_EQ(download(), End::Finished);
    expectWhole();
}

TEST_F(HubDownloadTest, BeginsAnewWhereTheFileChangedBetweenTwoTries) {
    ASSERT_TRUE(list());
    auto& weights = server.files[addressOf("model.safetensors")];
    const QByteArray right = weights.content;
    weights.content = randomBytes(300000, 99);  // another version for a moment
    weights.breaksAfter = 50000;
    QObject::connect(&downloader, &HubDownloader::pausing, [&] {
        weights.content = right;
        weights.entityTag = "\"2\"";
    });
    ASSERT_EQ(download(), End::Finished);
    expectWhole();
}

TEST_F(HubDownloadTest, ALaterDownloadUsesWhatAnEarlierOneLeft) {
    ASSERT_TRUE(list());
    server.files[addressOf("model.safetensors")].breaksAfter = 200000;
    QObject::connect(&downloader, &HubDownloader::pausing, &downloader, [this] { downloader.cancel(); });
    ASSERT_EQ(download(), End::Cancelled);
    EXPECT_FALSE(std::filesystem::exists(target()));

    HubDownloader later(QString::fromStdString(folder.path().string()), {.tries = 1, .firstPauseMs = 5, .idleTimeoutMs = 3000});
    std::optional<DownloadPlan> second;
    QObject::connect(&later, &HubDownloader::listed, [&](const DownloadPlan& answer) { second = answer; });
    later.list(model);
    ASSERT_TRUE(QTest::qWaitFor([&] { return second.has_value(); }));
    EXPECT_GE(second->bytesHere, 200000);
    QSignalSpy finished(&later, &HubDownloader::finished);
    server.requests.clear();
    later.download(*second);
    ASSERT_TRUE(QTest::qWaitFor([&] { return finished.size() == 1; }));
    expectWhole();
    EXPECT_EQ(server.requests.size(), 1U) << "the small files were here already";
    EXPECT_EQ(server.requests[0].range, "bytes=200000-");
}

TEST_F(HubDownloadTest, RefusesAFileWithAnotherHashAfterTryingItOnceMore) {
    publish("model.safetensors");
    ASSERT_TRUE(list());
    ASSERT_EQ(download(), End::Failed);
    EXPECT_EQ(failure->code, ErrorCode::HashMismatch);
    EXPECT_EQ(failure->arguments[0], "model.safetensors");
    EXPECT_EQ(server.requestsFor(addressOf("model.safetensors")).size(), 2U);
    EXPECT_FALSE(std::filesystem::exists(target()));
}

TEST_F(HubDownloadTest, ChecksSmallFilesByGitsHash) {
    ASSERT_TRUE(list());
    server.files[addressOf("vocab.txt")].content = "[PAD]\n[XXX]\n";  // as long, but another
    ASSERT_EQ(download(), End::Failed);
    EXPECT_EQ(failure->code, ErrorCode::HashMismatch);
    EXPECT_EQ(failure->arguments[0], "vocab.txt");
}

TEST_F(HubDownloadTest, RefusesMoreBytesThanTheFileHas) {
    ASSERT_TRUE(list());
    server.files[addressOf("vocab.txt")].content += randomBytes(1000, 3);
    ASSERT_EQ(download(), End::Failed);
    EXPECT_EQ(failure->code, ErrorCode::HashMismatch);
}

TEST_F(HubDownloadTest, SaysThatAModelIsNotThere) {
    model.name = "owner/other";
    ASSERT_FALSE(list());
    EXPECT_EQ(failure->code, ErrorCode::NetworkFailed);
    EXPECT_THAT(failure->arguments[0], ::testing::HasSubstr("owner/other"));
    EXPECT_THAT(failure->arguments[1], ::testing::HasSubstr("no such model"));
}

TEST_F(HubDownloadTest, AFileThatIsNotThereIsNotAskedForAgain) {
    ASSERT_TRUE(list());
    server.files.remove(addressOf("vocab.txt"));
    ASSERT_EQ(download(), End::Failed);
    EXPECT_EQ(failure->code, ErrorCode::NetworkFailed);
    EXPECT_EQ(server.requestsFor(addressOf("vocab.txt")).size(), 1U);
}

TEST_F(HubDownloadTest, ComesBackLaterToABusyHub) {
    ASSERT_TRUE(list());
    server.files[addressOf("vocab.txt")].busyAnswers = 2;
    QSignalSpy pauses(&downloader, &HubDownloader::pausing);
    ASSERT_EQ(download(), End::Finished);
    ASSERT_EQ(pauses.size(), 2);
    EXPECT_EQ(pauses[1][0].toInt(), 2 * pauses[0][0].toInt());
    expectWhole();
}

TEST_F(HubDownloadTest, GivesUpWhenTheHubIsGone) {
    ASSERT_TRUE(list());
    server.leave();
    ASSERT_EQ(download(), End::Failed);
    EXPECT_EQ(failure->code, ErrorCode::NetworkFailed);
    EXPECT_FALSE(std::filesystem::exists(target()));
}

TEST_F(HubDownloadTest, StopsWhenTheDiskIsTooSmall) {
    ASSERT_TRUE(list());
    plan->bytes = plan->freeBytes * 2;
    ASSERT_EQ(download(), End::Failed);
    EXPECT_EQ(failure->code, ErrorCode::FileUnwritable);
    EXPECT_EQ(server.requests.size(), 1U) << "nothing was fetched";
}

TEST_F(HubDownloadTest, ReplacesAnOlderDownloadAsAWhole) {
    std::filesystem::create_directories(target());
    testing::writeFile(target() / "old.bin", "old");
    ASSERT_TRUE(list());
    ASSERT_EQ(download(), End::Finished);
    expectWhole();
    EXPECT_FALSE(std::filesystem::exists(target() / "old.bin"));
}

}  // namespace
}  // namespace labelwright::ui
