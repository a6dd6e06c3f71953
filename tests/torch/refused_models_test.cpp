#include <cmath>
#include <cstring>
#include <limits>

#include "tests/torch/model_fixture.h"

namespace labelwright::testing {
namespace {

Error refusalOf(const std::filesystem::path& folder) {
    const auto backend = testBackend();
    LoadRequest request;
    request.folder = folder;
    request.device = "cpu";
    request.precision = Precision::Fp32;
    const auto classifier = backend->load(request);
    EXPECT_FALSE(classifier.ok()) << folder << " was loaded";
    return classifier.ok() ? Error{} : classifier.error();
}

std::vector<std::filesystem::path> refusedFolders() {
    std::vector<std::filesystem::path> folders;
    for (const std::filesystem::path& root : {fixtures() / "models" / "refused", shared() / "models" / "refused"}) {
        if (!std::filesystem::exists(root)) continue;
        for (const auto& entry : std::filesystem::directory_iterator(root)) {
            if (entry.is_directory()) folders.push_back(entry.path());
        }
    }
    return folders;
}

TEST(RefusedModelsTest, EveryDamagedFolderIsRefusedByNamingTheWeightFile) {
    const std::vector<std::filesystem::path> folders = refusedFolders();
    ASSERT_GE(folders.size(), 8U);
    for (const std::filesystem::path& folder : folders) {
        const Error error = refusalOf(folder);
        EXPECT_NE(error.code, ErrorCode::Internal) << folder << ": " << error.detail;
        // Not a message about the tokenizer that these folders lack.
        const bool namesWeights =
            error.detail.find("model.safetensors") != std::string::npos || error.detail.find("pytorch_model.bin") != std::string::npos;
        EXPECT_TRUE(namesWeights) << folder << ": " << error.detail;
        std::printf("%-28s %s\n", folder.filename().c_str(), error.detail.c_str());
    }
    EXPECT_FALSE(std::filesystem::exists("EXECUTED"));
}

/// A copy of a good model whose weight file was edited in place, keeping its length.
class EditedModel {
public:
    EditedModel() {
        const std::filesystem::path original = fixtures() / "models" / "parity" / "hf_nli_safetensors";
        std::filesystem::copy(original, m_folder.path(), std::filesystem::copy_options::recursive);
        for (const auto& entry : std::filesystem::directory_iterator(m_folder.path()))
            std::filesystem::permissions(entry.path(), std::filesystem::perms::owner_write, std::filesystem::perm_options::add);
        m_bytes = readFile(weights());
    }
    const std::filesystem::path& folder() const { return m_folder.path(); }
    std::filesystem::path weights() const { return m_folder / "model.safetensors"; }

    void replace(const std::string& from, const std::string& to) {
        ASSERT_EQ(from.size(), to.size());
        const std::size_t place = m_bytes.find(from);
        ASSERT_NE(place, std::string::npos);
        m_bytes.replace(place, from.size(), to);
        writeFile(weights(), m_bytes);
    }
    /// The last value of the data.
    void putNan() {
        const float nan = std::numeric_limits<float>::quiet_NaN();
        std::memcpy(m_bytes.data() + m_bytes.size() - sizeof nan, &nan, sizeof nan);
        writeFile(weights(), m_bytes);
    }

private:
    TemporaryFolder m_folder;
    std::string m_bytes;
};

TEST(RefusedModelsTest, AMissingTensorOfTheBodyIsNamed) {
    EditedModel model;
    model.replace("bert.encoder.layer.1.output.dense.weight", "bert.encoder.layer.1.output.dense.weigxx");
    const Error error = refusalOf(model.folder());
    EXPECT_EQ(error.code, ErrorCode::TensorMissing);
    EXPECT_NE(error.detail.find("encoder.layer.1.output.dense.weight"), std::string::npos) << error.detail;
}

TEST(RefusedModelsTest, ACrossEncoderWithoutClassifierIsRefused) {
    EditedModel model;
    model.replace("\"classifier.weight\"", "\"classifies.weight\"");
    const Error error = refusalOf(model.folder());
    EXPECT_EQ(error.code, ErrorCode::TensorMissing);
    EXPECT_NE(error.detail.find("classifier.weight"), std::string::npos) << error.detail;
}

TEST(RefusedModelsTest, ATensorOfAnotherShapeIsNamedWithBothShapes) {
    EditedModel model;
    model.replace("\"shape\":[128,48]", "\"shape\":[48,128]");
    const Error error = refusalOf(model.folder());
    EXPECT_EQ(error.code, ErrorCode::TensorShapeWrong);
    ASSERT_EQ(error.arguments.size(), 4U);
    EXPECT_NE(error.arguments[2], error.arguments[3]);
}

TEST(RefusedModelsTest, AWeightThatIsNotANumberIsRefused) {
    EditedModel model;
    model.putNan();
    EXPECT_EQ(refusalOf(model.folder()).code, ErrorCode::TensorNotFinite);
}

TEST(RefusedModelsTest, ATokenizerWithMoreTokensThanTheEmbeddingTableIsRefused) {
    EditedModel model;
    std::string tokenizer = readFile(model.folder() / "tokenizer.json");
    const std::size_t entry = tokenizer.find("\"[UNK]\":", tokenizer.find("\"vocab\""));
    ASSERT_NE(entry, std::string::npos);
    tokenizer.insert(entry, "\"one-token-more\":99999,");
    writeFile(model.folder() / "tokenizer.json", tokenizer);
    const Error error = refusalOf(model.folder());
    EXPECT_TRUE(error.code == ErrorCode::UnsupportedModel || error.code == ErrorCode::FileMalformed) << error.detail;
}

TEST(RefusedModelsTest, AFolderWithoutConfigIsRefused) {
    const TemporaryFolder empty;
    EXPECT_EQ(refusalOf(empty.path()).code, ErrorCode::ModelIncomplete);
}

}  // namespace
}  // namespace labelwright::testing
