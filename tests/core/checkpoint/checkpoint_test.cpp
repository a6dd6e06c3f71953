#include "core/checkpoint/checkpoint.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "core/checkpoint/model_config.h"
#include "tests/core/checkpoint/weight_builder.h"
#include "tests/support/test_paths.h"

namespace labelwright {
namespace {

using ::testing::HasSubstr;
using ::testing::TestParamInfo;
using ::testing::Values;
using namespace labelwright::testing;  // NOLINT(google-build-using-namespace)

constexpr std::int64_t any = -1;

/// The tensors of a BERT with the sizes of `config`, by normalised name.
std::vector<std::pair<std::string, std::vector<std::int64_t>>> encoderTensors(const ModelConfig& config) {
    const std::int64_t hidden = config.hiddenSize;
    const std::int64_t inner = config.intermediateSize;
    std::vector<std::pair<std::string, std::vector<std::int64_t>>> tensors{
        {"embeddings.word_embeddings.weight", {config.vocabularySize, hidden}},
        {"embeddings.position_embeddings.weight", {config.maxPositions, hidden}},
        {"embeddings.token_type_embeddings.weight", {config.typeVocabularySize, hidden}},
        {"embeddings.LayerNorm.weight", {hidden}},
        {"embeddings.LayerNorm.bias", {hidden}},
    };
    for (std::uint32_t i = 0; i < config.layers; ++i) {
        const std::string layer = "encoder.layer." + std::to_string(i) + ".";
        for (const char* part : {"attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense"}) {
            tensors.push_back({layer + part + ".weight", {hidden, hidden}});
            tensors.push_back({layer + part + ".bias", {hidden}});
        }
        for (const char* part : {"attention.output.LayerNorm", "output.LayerNorm"}) {
            tensors.push_back({layer + part + ".weight", {hidden}});
            tensors.push_back({layer + part + ".bias", {hidden}});
        }
        tensors.push_back({layer + "intermediate.dense.weight", {inner, hidden}});
        tensors.push_back({layer + "intermediate.dense.bias", {inner}});
        tensors.push_back({layer + "output.dense.weight", {hidden, inner}});
        tensors.push_back({layer + "output.dense.bias", {hidden}});
    }
    if (config.family == ModelFamily::CrossEncoder) {
        tensors.push_back({"pooler.dense.weight", {hidden, hidden}});
        tensors.push_back({"pooler.dense.bias", {hidden}});
        tensors.push_back({"classifier.weight", {any, hidden}});
        tensors.push_back({"classifier.bias", {any}});
    }
    return tensors;
}

Result<void> requireAll(const std::filesystem::path& folder) {
    Result<Checkpoint> checkpoint = Checkpoint::open(folder);
    if (!checkpoint) return checkpoint.error();
    Result<ModelConfig> config = ModelConfig::read(folder);
    if (!config) return config.error();
    for (const auto& [name, shape] : encoderTensors(*config)) {
        if (Result<const StoredTensor*> tensor = checkpoint->require(name, shape); !tensor) return tensor.error();
    }
    return checkpoint->checkFinite();
}

class AcceptedModel : public ::testing::TestWithParam<const char*> {};

TEST_P(AcceptedModel, HasEveryTensorUnderItsNormalisedName) {
    const std::filesystem::path folder = fixtures() / "models" / "parity" / GetParam();
    const Result<void> all = requireAll(folder);
    EXPECT_TRUE(all) << all.error().detail;
}

INSTANTIATE_TEST_SUITE_P(Parity, AcceptedModel,
                         Values("bi_cls", "bi_mean", "hf_nli_fp16_weights", "hf_nli_safetensors", "hf_nli_two_way_sharded",
                                "structbert_legacy_gamma_beta", "structbert_zip_bin"),
                         [](const TestParamInfo<const char*>& tested) { return std::string(tested.param); });

TEST(Checkpoint, OfTheBundledModelHasEveryTensor) {
    const Result<void> all = requireAll(bundledModel());
    EXPECT_TRUE(all) << all.error().detail;
}

TEST(Checkpoint, OfTheEnglishModelHasEveryTensor) {
    SKIP_WITHOUT(englishModel());
    const Result<void> all = requireAll(englishModel());
    EXPECT_TRUE(all) << all.error().detail;
}

TEST(Checkpoint, OfOneModelInThreeFormatsHasOneFingerprint) {
    const std::filesystem::path parity = fixtures() / "models" / "parity";
    const Result<Checkpoint> safetensors = Checkpoint::open(parity / "hf_nli_safetensors");
    const Result<Checkpoint> legacy = Checkpoint::open(parity / "structbert_legacy_gamma_beta");
    const Result<Checkpoint> zip = Checkpoint::open(parity / "structbert_zip_bin");
    const Result<Checkpoint> other = Checkpoint::open(parity / "hf_nli_two_way_sharded");
    ASSERT_TRUE(safetensors && legacy && zip && other);
    EXPECT_EQ(legacy->fingerprint(), zip->fingerprint());
    EXPECT_EQ(legacy->fingerprint(), safetensors->fingerprint());
    EXPECT_NE(legacy->fingerprint(), other->fingerprint());
    EXPECT_EQ(legacy->fingerprint().size(), 32U);
}

void expectRefused(const std::filesystem::path& folder, const std::vector<std::string>& mentions) {
    const Result<void> all = requireAll(folder);
    ASSERT_FALSE(all) << folder;
    for (const std::string& mention : mentions) EXPECT_THAT(all.error().detail, HasSubstr(mention));
    EXPECT_FALSE(std::filesystem::exists("EXECUTED"));
    EXPECT_FALSE(std::filesystem::exists(folder / "EXECUTED"));
}

TEST(Checkpoint, RefusesDamagedAndHostileFilesWithFileAndReason) {
    const std::filesystem::path refused = fixtures() / "models" / "refused";
    expectRefused(refused / "header_length_huge", {"model.safetensors", "header length"});
    expectRefused(refused / "header_not_json", {"model.safetensors", "not JSON"});
    expectRefused(refused / "offsets_overlap", {"model.safetensors", "overlap"});
    expectRefused(refused / "offsets_past_end", {"model.safetensors", "past the end"});
    expectRefused(refused / "shape_overflow", {"model.safetensors", "overflows"});
    expectRefused(refused / "truncated_file", {"model.safetensors", "cut short"});
    expectRefused(refused / "pickle_executes_code", {"pytorch_model.bin", "__builtin__.eval"});
    expectRefused(refused / "pickle_legacy_executes_code", {"pytorch_model.bin", "__builtin__.eval"});
}

TEST(Checkpoint, RefusesWholeModelsWithOneBadTensor) {
    const std::filesystem::path refused = shared() / "models" / "refused";
    SKIP_WITHOUT(refused);
    expectRefused(refused / "missing_tensor", {"model.safetensors", "bert.encoder.layer.1.output.dense.weight is missing"});
    expectRefused(refused / "wrong_shape", {"model.safetensors", "bert.pooler.dense.weight", "[48, 47]", "[48, 48]"});
    expectRefused(refused / "no_classifier", {"model.safetensors", "classifier.weight is missing"});
    expectRefused(refused / "nan_weights", {"model.safetensors", "NaN"});
}

void writeTensors(const TemporaryFolder& folder, const std::vector<BuiltTensor>& tensors, const std::string& file = "model.safetensors") {
    writeFile(folder / file, safetensorsBytes(tensors));
}

BuiltTensor bytesNamed(const std::string& name) { return {name, "U8", "[1]", "a"}; }

class NamePrefix : public ::testing::TestWithParam<const char*> {};

TEST_P(NamePrefix, GoesAway) {
    const TemporaryFolder folder;
    const std::string prefix = GetParam();
    writeTensors(folder, {bytesNamed(prefix + "embeddings.word_embeddings.weight"), bytesNamed(prefix + "embeddings.LayerNorm.gamma"),
                          bytesNamed(prefix + "embeddings.LayerNorm.beta"), bytesNamed(prefix + "embeddings.position_ids"),
                          bytesNamed(prefix + "encoder.layer.0.attention.self.query.weight"), bytesNamed(prefix + "pooler.dense.weight"),
                          bytesNamed("cls.predictions.bias"), bytesNamed("classifier.weight")});
    const Result<Checkpoint> checkpoint = Checkpoint::open(folder.path());
    ASSERT_TRUE(checkpoint) << checkpoint.error().detail;
    std::vector<std::string> names;
    for (const auto& [name, tensor] : checkpoint->tensors()) names.push_back(name);
    EXPECT_THAT(names, ::testing::ElementsAre("classifier.weight", "embeddings.LayerNorm.bias", "embeddings.LayerNorm.weight",
                                              "embeddings.word_embeddings.weight", "encoder.layer.0.attention.self.query.weight",
                                              "pooler.dense.weight"));
    ASSERT_NE(checkpoint->find("pooler.dense.weight"), nullptr);
    EXPECT_EQ(checkpoint->find("pooler.dense.weight")->storedName, prefix + "pooler.dense.weight");
}

INSTANTIATE_TEST_SUITE_P(Prefixes, NamePrefix,
                         Values("", "bert.", "encoder.", "roberta.", "module.bert.", "model.encoder.", "0.auto_model.",
                                "any.thing.at.all.", ".", ".."));

TEST(Checkpoint, StripsTheOuterPrefixOfAHeadToo) {
    const TemporaryFolder folder;
    writeTensors(folder, {bytesNamed("model.bert.embeddings.word_embeddings.weight"), bytesNamed("model.classifier.weight"),
                          bytesNamed("module.head.classifier.bias")});
    const Result<Checkpoint> checkpoint = Checkpoint::open(folder.path());
    ASSERT_TRUE(checkpoint) << checkpoint.error().detail;
    EXPECT_NE(checkpoint->find("classifier.weight"), nullptr);
    EXPECT_NE(checkpoint->find("classifier.bias"), nullptr);
}

TEST(Checkpoint, RefusesTwoNamesForOneTensor) {
    const TemporaryFolder folder;
    writeTensors(folder, {bytesNamed("bert.embeddings.word_embeddings.weight"), bytesNamed("bert.embeddings.LayerNorm.weight"),
                          bytesNamed("bert.embeddings.LayerNorm.gamma")});
    const Result<Checkpoint> checkpoint = Checkpoint::open(folder.path());
    ASSERT_FALSE(checkpoint);
    EXPECT_THAT(checkpoint.error().detail, HasSubstr("bert.embeddings.LayerNorm.gamma"));
    EXPECT_THAT(checkpoint.error().detail, HasSubstr("same tensor"));
}

TEST(Checkpoint, RefusesTwoEncoders) {
    const TemporaryFolder folder;
    writeTensors(folder, {bytesNamed("text.embeddings.word_embeddings.weight"), bytesNamed("label.embeddings.word_embeddings.weight")});
    const Result<Checkpoint> checkpoint = Checkpoint::open(folder.path());
    ASSERT_FALSE(checkpoint);
    EXPECT_THAT(checkpoint.error().detail, HasSubstr("second encoder"));
}

TEST(Checkpoint, NamesTheMissingTensorAsTheFileWouldHaveNamedIt) {
    const TemporaryFolder folder;
    writeTensors(folder, {bytesNamed("bert.embeddings.word_embeddings.weight")});
    const Result<Checkpoint> checkpoint = Checkpoint::open(folder.path());
    ASSERT_TRUE(checkpoint);
    const std::vector<std::int64_t> shape{1};
    const Result<const StoredTensor*> missing = checkpoint->require("pooler.dense.bias", shape);
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, ErrorCode::TensorMissing);
    EXPECT_EQ(missing.error().arguments.at(1), "bert.pooler.dense.bias");
}

struct BadValue {
    const char* name;
    const char* type;
    std::string good;
    std::vector<std::string> bad;
};

class FiniteCheck : public ::testing::TestWithParam<BadValue> {};

TEST_P(FiniteCheck, FindsABadValueAtEveryPosition) {
    const TemporaryFolder folder;
    const BadValue& values = GetParam();
    for (const std::size_t count : {1U, 2U, 3U, 5U, 9U, 3000U}) {
        std::string good;
        for (std::size_t i = 0; i < count; ++i) good += values.good;
        const std::string shape = "[" + std::to_string(count) + "]";
        writeTensors(folder, {{"pad", "U8", "[3]", "\xff\xff\xff"}, {"x", values.type, shape, good}});  // "x" is not aligned
        ASSERT_TRUE(Checkpoint::open(folder.path())->checkFinite()) << count;
        for (const std::string& bad : values.bad) {
            for (const std::size_t at : {std::size_t{0}, count / 2, count - 1}) {
                std::string bytes = good;
                bytes.replace(at * bad.size(), bad.size(), bad);
                writeTensors(folder, {{"pad", "U8", "[3]", "\xff\xff\xff"}, {"x", values.type, shape, bytes}});
                const Result<void> finite = Checkpoint::open(folder.path())->checkFinite();
                ASSERT_FALSE(finite) << count << " " << at;
                EXPECT_EQ(finite.error().code, ErrorCode::TensorNotFinite);
                EXPECT_EQ(finite.error().arguments.at(1), "x");
            }
        }
    }
}

// The good values are the largest finite ones, with either sign.
INSTANTIATE_TEST_SUITE_P(
    Types, FiniteCheck,
    Values(BadValue{"F32", "F32", "\xff\xff\x7f\xff", {std::string("\0\0\x80\x7f", 4), std::string("\0\0\x80\xff", 4), "\x01\x02\xc0\x7f"}},
           BadValue{"F16", "F16", "\xff\x7b", {std::string("\0\x7c", 2), std::string("\0\xfc", 2), "\x01\x7e"}},
           BadValue{"BF16", "BF16", "\x7f\xff", {"\x80\x7f", "\x80\xff", "\xc1\x7f"}},
           BadValue{
               "F64",
               "F64",
               "\xff\xff\xff\xff\xff\xff\xef\x7f",
               {std::string("\0\0\0\0\0\0\xf0\x7f", 8), std::string("\0\0\0\0\0\0\xf0\xff", 8), std::string("\1\0\0\0\0\0\xf8\x7f", 8)}}),
    [](const TestParamInfo<BadValue>& tested) { return std::string(tested.param.name); });

void writeIndex(const TemporaryFolder& folder, const std::vector<std::pair<std::string, std::string>>& entries) {
    nlohmann::json map = nlohmann::json::object();
    for (const auto& [tensor, file] : entries) map[tensor] = file;
    writeFile(folder / "model.safetensors.index.json", nlohmann::json{{"weight_map", map}}.dump());
}

TEST(ShardedCheckpoint, RefusesShardNamesThatLeadOutOfTheFolder) {
    const TemporaryFolder folder;
    for (const std::string name : {"../model.safetensors", "/etc/passwd", "a/b.safetensors", "..", "", "a\\b", "c:x"}) {
        writeIndex(folder, {{"a", name}});
        const Result<Checkpoint> checkpoint = Checkpoint::open(folder.path());
        ASSERT_FALSE(checkpoint) << name;
        EXPECT_THAT(checkpoint.error().detail, HasSubstr("plain name")) << name;
    }
}

TEST(ShardedCheckpoint, SaysWhichShardOrTensorIsMissing) {
    const TemporaryFolder folder;
    writeTensors(folder, {bytesNamed("a")}, "one.safetensors");
    writeIndex(folder, {{"a", "one.safetensors"}, {"b", "two.safetensors"}});
    Result<Checkpoint> checkpoint = Checkpoint::open(folder.path());
    ASSERT_FALSE(checkpoint);
    EXPECT_EQ(checkpoint.error().code, ErrorCode::ModelIncomplete);
    EXPECT_EQ(checkpoint.error().arguments.at(1), "two.safetensors");

    writeTensors(folder, {bytesNamed("other")}, "two.safetensors");
    checkpoint = Checkpoint::open(folder.path());
    ASSERT_FALSE(checkpoint);
    EXPECT_EQ(checkpoint.error().code, ErrorCode::TensorMissing);
    EXPECT_EQ(checkpoint.error().arguments.at(1), "b");
}

TEST(ShardedCheckpoint, ReadsShardsOfPyTorch) {
    const TemporaryFolder folder;
    for (const std::string name : {"a", "b"}) {
        const std::string tensor = pickle::tensor(pickle::storage("FloatStorage", "0", 2), 0, {2}, {1});
        writeTorchZip(folder / (name + ".bin"), pickle::whole(pickle::dictionary({{name, tensor}})), {{"0", floatBytes({1, 2})}});
    }
    writeFile(folder / "pytorch_model.bin.index.json", R"({"weight_map":{"a":"a.bin","b":"b.bin"}})");
    const Result<Checkpoint> checkpoint = Checkpoint::open(folder.path());
    ASSERT_TRUE(checkpoint) << checkpoint.error().detail;
    EXPECT_EQ(checkpoint->files().size(), 2U);
    EXPECT_NE(checkpoint->find("b"), nullptr);
}

TEST(Checkpoint, WithoutWeightsSaysWhatIsMissing) {
    const TemporaryFolder folder;
    const Result<Checkpoint> checkpoint = Checkpoint::open(folder.path());
    ASSERT_FALSE(checkpoint);
    EXPECT_EQ(checkpoint.error().code, ErrorCode::ModelIncomplete);
    EXPECT_EQ(checkpoint.error().arguments.at(1), "model.safetensors or pytorch_model.bin");
}

}  // namespace
}  // namespace labelwright
