#include "ui/model_manager/hub_listing.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace labelwright::ui {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

HubModel huggingFace(const QString& name = "owner/name") { return {HubKind::HuggingFace, defaultBase(HubKind::HuggingFace), name}; }
HubModel modelScope() { return {HubKind::ModelScope, defaultBase(HubKind::ModelScope), "owner/name"}; }

HubListing listingOf(const QStringList& paths) {
    HubListing listing;
    for (const QString& path : paths) listing.files.push_back({path, 1, {}, {}});
    return listing;
}

std::vector<std::string> pathsOf(const Result<std::vector<HubFile>>& files) {
    std::vector<std::string> paths;
    if (files.ok())
        for (const HubFile& file : *files) paths.push_back(file.path.toStdString());
    return paths;
}

TEST(HubListing, BuildsTheAddressesOfBothHubs) {
    EXPECT_EQ(listingUrl(huggingFace()).toString(), "https://huggingface.co/api/models/owner/name/revision/main?blobs=true");
    EXPECT_EQ(fileUrl(huggingFace(), "abc", "1_Pooling/config.json").toString(),
              "https://huggingface.co/owner/name/resolve/abc/1_Pooling/config.json");
    EXPECT_EQ(listingUrl(modelScope()).toString(),
              "https://modelscope.cn/api/v1/models/owner/name/repo/files?Revision=master&Recursive=true");
    EXPECT_EQ(fileUrl(modelScope(), "master", "1_Pooling/config.json").toString(QUrl::FullyEncoded),
              "https://modelscope.cn/api/v1/models/owner/name/repo?Revision=master&FilePath=1_Pooling%2Fconfig.json");
}

TEST(HubListing, KeepsThePathOfAMirror) {
    const HubModel mirror{HubKind::HuggingFace, QUrl("https://mirror.example/hub/"), "owner/name"};
    EXPECT_EQ(fileUrl(mirror, "main", "config.json").toString(), "https://mirror.example/hub/owner/name/resolve/main/config.json");
}

TEST(HubListing, ReadsNamesAndAddressesOfPages) {
    const QUrl base = defaultBase(HubKind::HuggingFace);
    EXPECT_EQ(readModelAddress(" owner/na-me.v1 ", HubKind::HuggingFace, base)->name, "owner/na-me.v1");
    EXPECT_EQ(readModelAddress("bert-base-chinese", HubKind::HuggingFace, base)->name, "bert-base-chinese");
    const auto page = readModelAddress("https://modelscope.cn/models/iic/some_model/summary", HubKind::HuggingFace, base);
    ASSERT_TRUE(page);
    EXPECT_EQ(page->kind, HubKind::ModelScope);
    EXPECT_EQ(page->base.toString(), "https://modelscope.cn");
    EXPECT_EQ(page->name, "iic/some_model");
    EXPECT_EQ(readModelAddress("https://huggingface.co/owner/name/tree/main", HubKind::ModelScope, base)->name, "owner/name");
    for (const char* wrong : {"", "a/b/c", "../up", "owner/", "own er/name", "owner/..", "file:///etc/passwd"}) {
        EXPECT_FALSE(readModelAddress(wrong, HubKind::ModelScope, base)) << wrong;
    }
    EXPECT_FALSE(readModelAddress("owner/name", HubKind::HuggingFace, QUrl("ftp://mirror.example")));
}

TEST(HubListing, ReadsSizesAndHashesOfHuggingFace) {
    const QByteArray sha(64, 'a');
    const QByteArray commit(40, 'c');
    const QByteArray json = R"({"sha":")" + commit + R"(","siblings":[
        {"rfilename":"config.json","size":12,"blobId":")" +
                            QByteArray(40, 'b') + R"("},
        {"rfilename":"model.safetensors","size":99,"blobId":")" +
                            QByteArray(40, 'd') + R"(","lfs":{"sha256":")" + sha + R"(","size":99,"pointerSize":134}}]})";
    const auto listing = readListing(huggingFace(), json);
    ASSERT_TRUE(listing.ok());
    EXPECT_EQ(listing.value().revision.toLatin1(), commit);
    const HubFile config{"config.json", 12, {}, QByteArray(40, 'b')};
    const HubFile weights{"model.safetensors", 99, sha, {}};
    EXPECT_THAT(listing.value().files, ElementsAre(config, weights));
}

TEST(HubListing, ReadsSizesAndHashesOfModelScope) {
    const QByteArray sha(64, 'e');
    const QByteArray json = R"({"Code":200,"Success":true,"Data":{"Files":[
        {"Type":"tree","Path":"1_Pooling","Size":0},
        {"Type":"blob","Path":"1_Pooling/config.json","Name":"config.json","Size":7,"Sha256":")" +
                            sha + R"("}]}})";
    const auto listing = readListing(modelScope(), json);
    ASSERT_TRUE(listing.ok());
    EXPECT_EQ(listing.value().revision, "master");
    const HubFile file{"1_Pooling/config.json", 7, sha, {}};
    EXPECT_THAT(listing.value().files, ElementsAre(file));
}

TEST(HubListing, LeavesOutPathsThatWouldLeaveTheFolder) {
    const QByteArray json = R"({"siblings":[{"rfilename":"../config.json","size":1},{"rfilename":"/etc/config.json","size":1},
        {"rfilename":"a\\b","size":1},{"rfilename":".hidden","size":1},{"rfilename":"C:x","size":1},{"rfilename":"a/../b","size":1},
        {"rfilename":"fine.json","size":1},{"rfilename":"negative","size":-5}]})";
    const auto listing = readListing(huggingFace(), json);
    ASSERT_TRUE(listing.ok());
    ASSERT_EQ(listing.value().files.size(), 1U);
    EXPECT_EQ(listing.value().files[0].path, "fine.json");
}

TEST(HubListing, SaysWhatTheHubSaidInsteadOfAList) {
    const auto refused = readListing(modelScope(), R"({"Code":10010205001,"Success":false,"Message":"no such model"})");
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, ErrorCode::NetworkFailed);
    EXPECT_EQ(refused.error().arguments[1], "no such model");
    EXPECT_FALSE(readListing(huggingFace(), "<html>").ok());
}

TEST(HubListing, TakesOnlyWhatIsNeededAndSafetensorsFirst) {
    const auto files = neededFiles(huggingFace(), listingOf({".gitattributes", "README.md", "config.json", "model.safetensors",
                                                             "pytorch_model.bin", "onnx/model.onnx", "tokenizer.json", "vocab.txt",
                                                             "1_Pooling/config.json", "modules.json", "rust_model.ot", "train_script.py"}));
    EXPECT_THAT(pathsOf(files), ElementsAre("README.md", "config.json", "tokenizer.json", "vocab.txt", "1_Pooling/config.json",
                                            "modules.json", "model.safetensors"));
}

TEST(HubListing, TakesShardsWithTheirIndex) {
    const auto files = neededFiles(
        huggingFace(), listingOf({"config.json", "vocab.txt", "model.safetensors.index.json", "model-00001-of-00002.safetensors",
                                  "model-00002-of-00002.safetensors", "pytorch_model.bin"}));
    EXPECT_THAT(pathsOf(files), ElementsAre("config.json", "vocab.txt", "model.safetensors.index.json", "model-00001-of-00002.safetensors",
                                            "model-00002-of-00002.safetensors"));
}

TEST(HubListing, SaysWhichEssentialFileIsMissing) {
    EXPECT_EQ(neededFiles(huggingFace(), listingOf({"vocab.txt", "model.safetensors"})).error().arguments[1], "config.json");
    EXPECT_EQ(neededFiles(huggingFace(), listingOf({"config.json", "model.safetensors"})).error().arguments[1], "tokenizer.json");
    EXPECT_EQ(neededFiles(huggingFace(), listingOf({"config.json", "vocab.txt", "model.onnx"})).error().arguments[1], "model.safetensors");
}

}  // namespace
}  // namespace labelwright::ui
