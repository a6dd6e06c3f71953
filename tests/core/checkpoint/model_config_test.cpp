#include "core/checkpoint/model_config.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/support/test_paths.h"

namespace labelwright {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::TestParamInfo;
using ::testing::Values;
using Json = nlohmann::json;
using namespace labelwright::testing;  // NOLINT(google-build-using-namespace)

std::filesystem::path parity(const char* name) { return fixtures() / "models" / "parity" / name; }

Json bertConfig() {
    return {{"model_type", "bert"},
            {"vocab_size", 100},
            {"hidden_size", 8},
            {"num_hidden_layers", 1},
            {"num_attention_heads", 2},
            {"intermediate_size", 16},
            {"architectures", {"BertForSequenceClassification"}}};
}

Json with(Json config, const std::string& key, const Json& value) {
    config[key] = value;
    return config;
}

Json labelled(const std::vector<std::string>& names) {
    Json config = bertConfig();
    for (std::size_t i = 0; i < names.size(); ++i) config["id2label"][std::to_string(i)] = names[i];
    return config;
}

/// A model folder of JSON files.
class ConfigFolder {
public:
    explicit ConfigFolder(const Json& config) { add("config.json", config); }
    ConfigFolder& add(const std::string& file, const Json& json) {
        writeFile(m_folder.path() / file, json.dump());
        return *this;
    }
    ConfigFolder& addText(const std::string& file, const std::string& text) {
        writeFile(m_folder.path() / file, text);
        return *this;
    }
    Result<ModelConfig> read() const { return ModelConfig::read(m_folder.path()); }
    /// The detail of the error, empty if there is none.
    std::string problem() const {
        const Result<ModelConfig> config = read();
        return config ? std::string() : config.error().detail;
    }

private:
    TemporaryFolder m_folder;
};

TEST(ModelConfig, ReadsSizesOfTheEncoder) {
    const Result<ModelConfig> config = ModelConfig::read(parity("hf_nli_two_way_sharded"));
    ASSERT_TRUE(config) << config.error().detail;
    EXPECT_EQ(config->modelType, "bert");
    EXPECT_EQ(config->vocabularySize, 9000U);
    EXPECT_EQ(config->hiddenSize, 48U);
    EXPECT_EQ(config->layers, 3U);
    EXPECT_EQ(config->heads, 4U);
    EXPECT_EQ(config->intermediateSize, 128U);
    EXPECT_EQ(config->maxPositions, 512U);
    EXPECT_EQ(config->typeVocabularySize, 2U);
    EXPECT_DOUBLE_EQ(config->layerNormEpsilon, 1e-12);
    EXPECT_EQ(config->activation, Activation::GeluNew);
}

TEST(ModelConfig, TellsBiEncodersAndTheirPooling) {
    const Result<ModelConfig> cls = ModelConfig::read(parity("bi_cls"));
    const Result<ModelConfig> mean = ModelConfig::read(parity("bi_mean"));
    ASSERT_TRUE(cls && mean);
    EXPECT_EQ(cls->family, ModelFamily::BiEncoder);
    EXPECT_EQ(cls->pooling, Pooling::Cls);
    EXPECT_EQ(mean->pooling, Pooling::Mean);
    EXPECT_EQ(mean->maxLength, 128U);
}

TEST(ModelConfig, OfTheBundledModelTakesItsOwnSettings) {
    const Result<ModelConfig> config = ModelConfig::read(bundledModel());
    ASSERT_TRUE(config) << config.error().detail;
    EXPECT_EQ(config->family, ModelFamily::BiEncoder);
    EXPECT_EQ(config->recommendedTemplate, "{}");
    ASSERT_TRUE(config->temperature);
    EXPECT_GT(*config->temperature, 0);
    EXPECT_THAT(config->languages, ElementsAre("zh"));
}

TEST(ModelConfig, OfTheEnglishModelFindsTheLanguageInItsCard) {
    SKIP_WITHOUT(englishModel());
    const Result<ModelConfig> config = ModelConfig::read(englishModel());
    ASSERT_TRUE(config) << config.error().detail;
    EXPECT_EQ(config->family, ModelFamily::BiEncoder);
    EXPECT_EQ(config->pooling, Pooling::Mean);
    EXPECT_EQ(config->maxLength, 256U);
    EXPECT_THAT(config->languages, ElementsAre("en"));
    EXPECT_FLOAT_EQ(config->temperature.value(), 0.05F);
}

TEST(ModelConfig, FindsColumnsByName) {
    struct Case {
        std::vector<std::string> names;
        std::uint32_t entailment;
        std::uint32_t contradiction;
        std::optional<std::uint32_t> neutral;
    };
    const std::vector<Case> cases{
        {{"contradiction", "neutral", "entailment"}, 2, 0, 1},
        {{"entailment", "neutral", "contradiction"}, 0, 2, 1},
        {{"contradiction", "entailment", "neutral"}, 1, 0, 2},
        {{"entailment", "contradiction", "neutral"}, 0, 1, 2},  // where Hugging Face's rule takes the neutral column
        {{"entailment", "not_entailment"}, 0, 1, std::nullopt},
        {{"not_entailment", "entailment"}, 1, 0, std::nullopt},
        {{"not entailment", "entailment"}, 1, 0, std::nullopt},
        {{"CONTRADICTION", "NEUTRAL", "ENTAILMENT"}, 2, 0, 1},
        {{"Contradict", "Neutral", "Entails"}, 2, 0, 1},
        {{"矛盾", "中立", "蕴含"}, 2, 0, 1},
    };
    for (const Case& expected : cases) {
        const Result<ModelConfig> config = ConfigFolder(labelled(expected.names)).read();
        ASSERT_TRUE(config) << config.error().detail;
        EXPECT_EQ(config->entailmentColumn, expected.entailment) << expected.names.front();
        EXPECT_EQ(config->contradictionColumn, expected.contradiction) << expected.names.front();
        EXPECT_EQ(config->neutralColumn, expected.neutral) << expected.names.front();
        EXPECT_FALSE(config->rolesByRule);
        EXPECT_EQ(config->labelNames, expected.names);
    }
}

TEST(ModelConfig, FallsBackToHuggingFacesRuleForAColumnWithoutAName) {
    const Result<ModelConfig> entailmentOnly = ConfigFolder(labelled({"x", "y", "entailment"})).read();
    ASSERT_TRUE(entailmentOnly);
    EXPECT_EQ(entailmentOnly->entailmentColumn, 2U);
    EXPECT_EQ(entailmentOnly->contradictionColumn, 0U);
    EXPECT_TRUE(entailmentOnly->rolesByRule);

    const Result<ModelConfig> first = ConfigFolder(labelled({"entailment", "x", "y"})).read();
    ASSERT_TRUE(first);
    EXPECT_EQ(first->contradictionColumn, 2U);

    // A neutral that is named is never taken for contradiction.
    const Result<ModelConfig> namedNeutral = ConfigFolder(labelled({"entailment", "x", "neutral"})).read();
    ASSERT_TRUE(namedNeutral);
    EXPECT_EQ(namedNeutral->contradictionColumn, 1U);
}

TEST(ModelConfig, WithoutNamesTakesModelScopesOrderForThreeColumns) {
    for (const Json& json : {bertConfig(), labelled({"LABEL_0", "LABEL_1", "LABEL_2"})}) {
        Result<ModelConfig> config = ConfigFolder(json).read();
        ASSERT_TRUE(config);
        ASSERT_TRUE(config->resolveRoles(3, "model"));
        EXPECT_TRUE(config->labelNames.empty());
        EXPECT_TRUE(config->rolesByRule);
        EXPECT_EQ(config->entailmentColumn, 0U);
        EXPECT_EQ(config->neutralColumn, 1U);
        EXPECT_EQ(config->contradictionColumn, 2U);
    }
}

TEST(ModelConfig, WithoutNamesTakesHuggingFacesOrderForTwoColumns) {
    Result<ModelConfig> config = ConfigFolder(bertConfig()).read();
    ASSERT_TRUE(config);
    ASSERT_TRUE(config->resolveRoles(2, "model"));
    EXPECT_EQ(config->entailmentColumn, 1U);
    EXPECT_EQ(config->contradictionColumn, 0U);
    EXPECT_FALSE(config->neutralColumn);
    EXPECT_TRUE(config->rolesByRule);
}

TEST(ModelConfig, RefusesColumnsThatDoNotFit) {
    Result<ModelConfig> named = ConfigFolder(labelled({"entailment", "not_entailment"})).read();
    ASSERT_TRUE(named);
    const Result<void> mismatch = named->resolveRoles(3, "the-model");
    ASSERT_FALSE(mismatch);
    EXPECT_THAT(mismatch.error().detail, HasSubstr("names 2 labels, but the classifier has 3"));

    Result<ModelConfig> nameless = ConfigFolder(bertConfig()).read();
    ASSERT_TRUE(nameless);
    EXPECT_FALSE(nameless->resolveRoles(1, "the-model"));
    EXPECT_FALSE(nameless->resolveRoles(5, "the-model"));
    EXPECT_THAT(ConfigFolder(labelled({"negative", "positive"})).problem(), HasSubstr("negative, positive"));
}

TEST(ModelConfig, ReadsLabelToIdWhereIdToLabelIsAbsent) {
    const Json json = with(bertConfig(), "label2id", {{"entailment", 1}, {"not_entailment", 0}});
    const Result<ModelConfig> config = ConfigFolder(json).read();
    ASSERT_TRUE(config) << config.error().detail;
    EXPECT_EQ(config->entailmentColumn, 1U);
}

TEST(ModelConfig, OrdersMoreThanTenLabelsByNumber) {
    std::vector<std::string> names;
    for (int i = 0; i < 12; ++i) names.push_back("name" + std::to_string(i));
    EXPECT_THAT(ConfigFolder(labelled(names)).problem(), HasSubstr("12 columns"));
    EXPECT_THAT(ConfigFolder(with(bertConfig(), "id2label", {{"0", "entailment"}, {"2", "x"}})).problem(), HasSubstr("without a gap"));
}

TEST(ModelConfig, FamilyFollowsTheFilesOfTheFolder) {
    const Json body = with(bertConfig(), "architectures", {"BertModel"});
    EXPECT_EQ(ConfigFolder(body).read()->family, ModelFamily::BiEncoder);
    EXPECT_EQ(ConfigFolder(bertConfig()).read()->family, ModelFamily::CrossEncoder);

    ConfigFolder pooled(bertConfig());
    pooled.add("1_Pooling/config.json", {{"pooling_mode_mean_tokens", true}});
    EXPECT_EQ(pooled.read()->family, ModelFamily::BiEncoder);

    ConfigFolder stated(body);
    stated.add("labelwright.json", {{"family", "cross-encoder"}});
    EXPECT_EQ(stated.read()->family, ModelFamily::CrossEncoder);

    Json plain = bertConfig();
    plain.erase("architectures");
    EXPECT_EQ(ConfigFolder(plain).read()->family, ModelFamily::CrossEncoder);
    ConfigFolder sentences(plain);
    sentences.add("sentence_bert_config.json", {{"max_seq_length", 64}});
    EXPECT_EQ(sentences.read()->family, ModelFamily::BiEncoder);
    EXPECT_EQ(sentences.read()->maxLength, 64U);
    ConfigFolder embedding(plain);
    embedding.add("configuration.json", {{"task", "sentence-embedding"}});
    EXPECT_EQ(embedding.read()->family, ModelFamily::BiEncoder);
}

TEST(ModelConfig, RefusesABareLanguageModel) {
    EXPECT_THAT(ConfigFolder(with(bertConfig(), "architectures", {"BertForMaskedLM"})).problem(), HasSubstr("BertForMaskedLM"));
}

TEST(ModelConfig, ReadsModelScopesLayout) {
    Json json = bertConfig();
    json.erase("model_type");
    json.erase("architectures");
    for (const Json& model : {Json{{"type", "structbert"}}, Json{{"model_type", "structbert"}},
                              Json{{"type", "text-classification"}, {"backbone", {{"type", "structbert"}}}}}) {
        ConfigFolder folder(json);
        folder.add("configuration.json", {{"task", "zero-shot-classification"}, {"model", model}});
        const Result<ModelConfig> config = folder.read();
        ASSERT_TRUE(config) << config.error().detail;
        EXPECT_EQ(config->modelType, "structbert");
        EXPECT_EQ(config->family, ModelFamily::CrossEncoder);
    }
    EXPECT_THAT(ConfigFolder(json).problem(), HasSubstr("no model_type"));
}

TEST(ModelConfig, MaxLengthIsTheShortestOfAll) {
    const auto lengthWith = [](const Json& tokenizerLength) {
        ConfigFolder folder(with(bertConfig(), "max_position_embeddings", 300));
        folder.add("tokenizer_config.json", {{"model_max_length", tokenizerLength}});
        const Result<ModelConfig> config = folder.read();
        return config ? config->maxLength : 0;
    };
    EXPECT_EQ(lengthWith(128), 128U);
    EXPECT_EQ(lengthWith(512), 300U);
    EXPECT_EQ(lengthWith(1e30), 300U);
    EXPECT_EQ(lengthWith(nullptr), 300U);
    EXPECT_EQ(lengthWith(Json::parse("1000000000000000019884624838656")), 300U);
}

TEST(ModelConfig, RefusesPoolingAndLayersThatItWouldComputeWrongly) {
    const Json body = with(bertConfig(), "architectures", {"BertModel"});
    ConfigFolder maximum(body);
    maximum.add("1_Pooling/config.json", {{"pooling_mode_max_tokens", true}});
    EXPECT_THAT(maximum.problem(), HasSubstr("max_tokens"));
    ConfigFolder both(body);
    both.add("1_Pooling/config.json", {{"pooling_mode_cls_token", true}, {"pooling_mode_mean_tokens", true}});
    EXPECT_THAT(both.problem(), HasSubstr("cls_token + mean_tokens"));
    ConfigFolder dense(body);
    dense.add("modules.json", {{{"path", ""}, {"type", "sentence_transformers.models.Transformer"}},
                               {{"path", "2_Dense"}, {"type", "sentence_transformers.models.Dense"}}});
    EXPECT_THAT(dense.problem(), HasSubstr("Dense"));
    ConfigFolder outside(body);
    outside.add("modules.json", {{{"path", "../elsewhere"}, {"type", "sentence_transformers.models.Pooling"}}});
    EXPECT_THAT(outside.problem(), HasSubstr("plain name"));
}

struct Unsupported {
    const char* key;
    Json value;
    const char* reason;
};

class UnsupportedConfig : public ::testing::TestWithParam<Unsupported> {};

TEST_P(UnsupportedConfig, IsRefusedByName) {
    EXPECT_THAT(ConfigFolder(with(bertConfig(), GetParam().key, GetParam().value)).problem(), HasSubstr(GetParam().reason));
}

INSTANTIATE_TEST_SUITE_P(
    Fields, UnsupportedConfig,
    Values(Unsupported{"model_type", "roberta", "model_type is \"roberta\"; BERT and StructBERT models work"},
           Unsupported{"hidden_act", "mish", "hidden_act is \"mish\""},
           Unsupported{"position_embedding_type", "relative_key", "position_embedding_type is \"relative_key\""},
           Unsupported{"is_decoder", true, "decoder"}, Unsupported{"quantization_config", Json::object(), "quantised"},
           Unsupported{"num_attention_heads", 3, "config.json: num_attention_heads"},
           Unsupported{"num_attention_heads", 0, "config.json: num_attention_heads"},
           Unsupported{"hidden_size", -1, "config.json: hidden_size"}, Unsupported{"hidden_size", "8", "config.json: hidden_size"},
           Unsupported{"vocab_size", 4294967296, "config.json: vocab_size"},
           Unsupported{"layer_norm_eps", 0, "config.json: layer_norm_eps"}, Unsupported{"architectures", 7, "config.json: architectures"},
           Unsupported{"id2label", Json{{"a", "b"}}, "config.json: id2label"}),
    [](const TestParamInfo<Unsupported>& tested) { return std::string(tested.param.key) + std::to_string(tested.index); });

TEST(ModelConfig, SaysWhereJsonIsBroken) {
    ConfigFolder folder(bertConfig());
    folder.addText("config.json", "{\n \"model_type\": \"bert\",\n \"hidden_size\": oops\n}");
    EXPECT_THAT(folder.problem(), HasSubstr("config.json: line 3, column 17"));
    folder.addText("config.json", "[]");
    EXPECT_THAT(folder.problem(), HasSubstr("config.json"));
    folder.addText("config.json", std::string(100'000, '['));
    EXPECT_THAT(folder.problem(), HasSubstr("nested too deeply"));
    folder.addText("config.json", bertConfig().dump()).addText("labelwright.json", "{\"temperature\": -1}");
    EXPECT_THAT(folder.problem(), HasSubstr("labelwright.json: temperature"));
    folder.addText("labelwright.json", "{\"recommended_template\": \"no slot\"}");
    EXPECT_THAT(folder.problem(), HasSubstr("exactly once"));
    folder.addText("labelwright.json", "{\"family\": \"other\"}");
    EXPECT_THAT(folder.problem(), HasSubstr("labelwright.json: family"));
}

TEST(ModelConfig, WithoutConfigJsonIsIncomplete) {
    const TemporaryFolder folder;
    const Result<ModelConfig> config = ModelConfig::read(folder.path());
    ASSERT_FALSE(config);
    EXPECT_EQ(config.error().code, ErrorCode::ModelIncomplete);
    EXPECT_EQ(config.error().arguments.at(1), "config.json");
}

TEST(ModelConfig, RecommendsHuggingFacesTemplateForEnglishCrossEncodersOnly) {
    ConfigFolder folder(labelled({"contradiction", "neutral", "entailment"}));
    EXPECT_EQ(folder.read()->recommendedTemplate, "{}");
    folder.addText("README.md", "---\nlanguage: en\n---\n");
    EXPECT_EQ(folder.read()->recommendedTemplate, "This example is {}.");
    folder.addText("README.md", "---\nlanguage:\n- en\n- zh\n---\n");
    EXPECT_EQ(folder.read()->recommendedTemplate, "{}");
    folder.add("labelwright.json", {{"recommended_template", "这是{}"}, {"languages", "zh"}});
    EXPECT_EQ(folder.read()->recommendedTemplate, "这是{}");
    EXPECT_THAT(folder.read()->languages, ElementsAre("zh"));
}

TEST(ModelConfig, KnowsPoolingAndTemperatureOfBgeByItsName) {
    const TemporaryFolder folder;
    const auto at = [&](const std::string& path) {
        writeFile(folder.path() / path / "config.json", with(bertConfig(), "architectures", {"BertModel"}).dump());
        return *ModelConfig::read(folder.path() / path);
    };
    EXPECT_EQ(at("bge-small-zh-v1.5").pooling, Pooling::Cls);
    EXPECT_FLOAT_EQ(at("bge-small-zh-v1.5").temperature.value(), 0.01F);
    EXPECT_EQ(at("models--BAAI--bge-base-zh/snapshots/12ab").pooling, Pooling::Cls);
    EXPECT_EQ(at("my-text-model").pooling, Pooling::Mean);
    EXPECT_FLOAT_EQ(at("my-text-model").temperature.value(), 0.05F);
}

}  // namespace
}  // namespace labelwright
