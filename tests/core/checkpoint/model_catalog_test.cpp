#include "core/checkpoint/model_catalog.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "tests/support/test_paths.h"

namespace labelwright {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using namespace labelwright::testing;  // NOLINT(google-build-using-namespace)

constexpr const char* bert =
    R"({"model_type":"bert","architectures":["BertModel"],"hidden_size":8,"num_attention_heads":2,"num_hidden_layers":1})";

void writeModel(const std::filesystem::path& folder, const std::string& config = bert) {
    writeFile(folder / "config.json", config);
    writeFile(folder / "vocab.txt", "[PAD]\n");
    writeFile(folder / "model.safetensors", "weights");
}

std::vector<std::string> ids(const std::vector<ModelEntry>& entries) {
    std::vector<std::string> ids;
    for (const ModelEntry& entry : entries) ids.push_back(entry.id);
    return ids;
}

TEST(ModelFolder, OfTheBundledModelIsUsable) {
    const ModelEntry entry = inspectModelFolder(bundledModel(), ModelOrigin::Bundled);
    EXPECT_TRUE(entry.usable()) << entry.problem;
    EXPECT_EQ(entry.id, "labelwright-zh-mini");
    EXPECT_EQ(entry.weightBytes, std::filesystem::file_size(bundledModel() / "model.safetensors"));
    EXPECT_THAT(entry.languages, ElementsAre("zh"));
    ASSERT_TRUE(entry.config);
    EXPECT_EQ(entry.config->family, ModelFamily::BiEncoder);
}

TEST(ModelFolder, OfTheEnglishModelStatesItsLicence) {
    SKIP_WITHOUT(englishModel());
    const ModelEntry entry = inspectModelFolder(englishModel(), ModelOrigin::Bundled);
    EXPECT_TRUE(entry.usable()) << entry.problem;
    EXPECT_EQ(entry.licence, "apache-2.0");
    EXPECT_THAT(entry.languages, ElementsAre("en"));
}

TEST(ModelFolder, SumsTheShards) {
    const std::filesystem::path folder = fixtures() / "models" / "parity" / "hf_nli_two_way_sharded";
    const ModelEntry entry = inspectModelFolder(folder, ModelOrigin::UserFolder);
    EXPECT_TRUE(entry.usable()) << entry.problem;
    EXPECT_EQ(entry.weightBytes, 1737488U + 370400U);
}

TEST(ModelFolder, ListsEveryFileThatIsMissing) {
    const TemporaryFolder folder;
    EXPECT_THAT(inspectModelFolder(folder.path(), ModelOrigin::UserFolder).missing,
                ElementsAre("config.json", "model.safetensors or pytorch_model.bin", "tokenizer.json or vocab.txt"));
    writeModel(folder.path());
    EXPECT_TRUE(inspectModelFolder(folder.path(), ModelOrigin::UserFolder).usable());
    std::filesystem::remove(folder / "model.safetensors");
    writeFile(folder / "model.safetensors.index.json", R"({"weight_map":{"a":"one.safetensors","b":"two.safetensors"}})");
    writeFile(folder / "two.safetensors", "12345");
    const ModelEntry entry = inspectModelFolder(folder.path(), ModelOrigin::UserFolder);
    EXPECT_THAT(entry.missing, ElementsAre("one.safetensors"));
    EXPECT_EQ(entry.weightBytes, 5U);
    EXPECT_FALSE(entry.usable());
}

TEST(ModelFolder, OfAnotherArchitectureSaysWhichWork) {
    const TemporaryFolder folder;
    for (const std::string type : {"roberta", "deberta-v2", "xlm-roberta"}) {
        writeModel(folder.path(), R"({"model_type":")" + type + "\"}");
        const ModelEntry entry = inspectModelFolder(folder.path(), ModelOrigin::UserFolder);
        EXPECT_FALSE(entry.usable());
        EXPECT_FALSE(entry.config);
        EXPECT_THAT(entry.problem, HasSubstr(type));
        EXPECT_THAT(entry.problem, HasSubstr("BERT and StructBERT models work"));
        EXPECT_THAT(entry.missing, IsEmpty());
    }
}

TEST(ModelFolder, TakesTheLicenceFromTheCardElseFromTheLicenceFile) {
    const TemporaryFolder folder;
    writeModel(folder.path());
    const auto licence = [&] { return inspectModelFolder(folder.path(), ModelOrigin::UserFolder).licence; };
    EXPECT_EQ(licence(), "");
    writeFile(folder / "LICENSE", "\n\n                              Apache License\n                        Version 2.0\n");
    EXPECT_EQ(licence(), "apache-2.0");
    writeFile(folder / "LICENSE", "Copyright (c) 2020 Somebody\n\nPermission is hereby granted, free of charge, to any person\n");
    EXPECT_EQ(licence(), "mit");
    writeFile(folder / "LICENSE", "Licence of our own, version 7\nall rights reserved\n");
    EXPECT_EQ(licence(), "Licence of our own, version 7");
    writeFile(folder / "README.md", "---\r\nlicense: \"cc-by-4.0\"\r\nlanguage: [zh, 'en']\r\n---\r\n# Card\r\n");
    EXPECT_EQ(licence(), "cc-by-4.0");
    EXPECT_THAT(inspectModelFolder(folder.path(), ModelOrigin::UserFolder).languages, ElementsAre("zh", "en"));
    writeFile(folder / "README.md", "---\nlicense: other\nlicense_name: own-terms\nlanguage:\n- cn\n---\n");
    EXPECT_EQ(licence(), "own-terms");
    EXPECT_THAT(inspectModelFolder(folder.path(), ModelOrigin::UserFolder).languages, ElementsAre("zh"));
    writeFile(folder / "README.md", "---\nlicense: never closed\n");
    EXPECT_EQ(licence(), "Licence of our own, version 7");
}

TEST(ModelCatalogue, ListsBundledFirstAndTheRestByName) {
    const TemporaryFolder root;
    writeModel(root / "bundled/zzz");
    writeModel(root / "mine/b");
    writeModel(root / "mine/a");
    writeModel(root / "mine/owner/c");
    writeModel(root / "alone");
    writeFile(root / "mine/notes/readme.txt", "no model");
    const std::vector<ModelEntry> found = findModels({.bundled = {root / "bundled"},
                                                      .userFolders = {root / "mine", root / "alone", root / "absent"},
                                                      .downloads = {},
                                                      .huggingFaceCache = {},
                                                      .modelScopeCache = {}});
    EXPECT_THAT(ids(found), ElementsAre("zzz", "a", "alone", "b", "owner/c"));
    EXPECT_EQ(found.front().origin, ModelOrigin::Bundled);
}

TEST(ModelCatalogue, ListsAFolderOnceAndNoIdTwice) {
    const TemporaryFolder root;
    writeModel(root / "one/model");
    writeModel(root / "two/model");
    std::filesystem::create_directory_symlink(root / "one/model", root / "two/same");
    const std::vector<ModelEntry> found = findModels({.bundled = {},
                                                      .userFolders = {root / "one", root / "one/model", root / "two"},
                                                      .downloads = {},
                                                      .huggingFaceCache = {},
                                                      .modelScopeCache = {}});
    EXPECT_THAT(ids(found), ElementsAre("model", "model-2"));
}

TEST(ModelCatalogue, ReadsTheHuggingFaceCache) {
    const TemporaryFolder root;
    const std::filesystem::path repository = root / "hub/models--owner--some-model";
    writeModel(repository / "snapshots/aaaa");
    writeModel(repository / "snapshots/bbbb");
    writeFile(repository / "refs/main", "aaaa");
    writeModel(root / "hub/models--bert-base/snapshots/cccc");  // no refs: the snapshot that is there
    writeFile(root / "hub/models--owner--diffusion/snapshots/dddd/model_index.json", "{}");
    writeModel(root / "hub/datasets--owner--data/snapshots/eeee");
    const std::vector<ModelEntry> found =
        findModels({.bundled = {}, .userFolders = {}, .downloads = {}, .huggingFaceCache = root / "hub", .modelScopeCache = {}});
    ASSERT_THAT(ids(found), ElementsAre("bert-base", "owner/some-model"));
    EXPECT_EQ(found[1].folder, repository / "snapshots/aaaa");
    EXPECT_EQ(found[1].origin, ModelOrigin::HuggingFaceCache);
}

TEST(ModelCatalogue, DoesNotFollowAReferenceOutOfTheHuggingFaceCache) {
    const TemporaryFolder root;
    const std::filesystem::path repository = root / "hub/models--owner--model";
    writeModel(root / "elsewhere");
    writeModel(repository / "snapshots/aaaa");
    writeFile(repository / "refs/main", "../../../elsewhere");
    const std::vector<ModelEntry> found =
        findModels({.bundled = {}, .userFolders = {}, .downloads = {}, .huggingFaceCache = root / "hub", .modelScopeCache = {}});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].folder, repository / "snapshots/aaaa");
}

TEST(ModelCatalogue, ReadsBothLayoutsOfTheModelScopeCache) {
    const TemporaryFolder root;
    writeModel(root / "hub/damo/nlp_structbert", R"({"model_type":"structbert"})");
    writeModel(root / "hub/models/BAAI/bge-small-zh-v1___5");
    writeModel(root / "hub/models/BAAI/.hidden");
    const std::vector<ModelEntry> found =
        findModels({.bundled = {}, .userFolders = {}, .downloads = {}, .huggingFaceCache = {}, .modelScopeCache = root / "hub"});
    EXPECT_THAT(ids(found), ElementsAre("BAAI/bge-small-zh-v1.5", "damo/nlp_structbert"));
    EXPECT_EQ(found[0].origin, ModelOrigin::ModelScopeCache);
}

/// Sets an environment variable for one test.
class Variable {
public:
    Variable(const char* name, const char* value) : m_name(name) {
        if (const char* before = std::getenv(name)) m_before = before;
        if (value == nullptr) {
            unsetenv(name);
        } else {
            setenv(name, value, 1);
        }
    }
    ~Variable() {
        if (m_before) {
            setenv(m_name, m_before->c_str(), 1);
        } else {
            unsetenv(m_name);
        }
    }
    Variable(const Variable&) = delete;
    Variable& operator=(const Variable&) = delete;

private:
    const char* m_name;
    std::optional<std::string> m_before;
};

TEST(ModelCatalogue, FindsCachesByTheVariablesOfTheirTools) {
    const Variable home("HOME", "/h");
    const Variable noHub("HF_HUB_CACHE", nullptr);
    const Variable noOldHub("HUGGINGFACE_HUB_CACHE", nullptr);
    const Variable noHome("HF_HOME", nullptr);
    const Variable noXdg("XDG_CACHE_HOME", nullptr);
    const Variable noModelScope("MODELSCOPE_CACHE", nullptr);
    EXPECT_EQ(defaultHuggingFaceCache(), "/h/.cache/huggingface/hub");
    EXPECT_EQ(defaultModelScopeCache(), "/h/.cache/modelscope/hub");
    const Variable xdg("XDG_CACHE_HOME", "/x");
    EXPECT_EQ(defaultHuggingFaceCache(), "/x/huggingface/hub");
    const Variable hfHome("HF_HOME", "/f");
    EXPECT_EQ(defaultHuggingFaceCache(), "/f/hub");
    const Variable hub("HF_HUB_CACHE", "/c");
    EXPECT_EQ(defaultHuggingFaceCache(), "/c");
    const Variable modelScope("MODELSCOPE_CACHE", "/m");
    EXPECT_EQ(defaultModelScopeCache(), "/m");
}

}  // namespace
}  // namespace labelwright
