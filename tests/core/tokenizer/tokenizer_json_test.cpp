// What a tokenizer.json may hold, and how it is refused.
#include <gtest/gtest.h>

#include "tests/core/tokenizer/reference_ids.h"

namespace labelwright {
namespace {

using nlohmann::json;
using testing::Ids;

json valid() {
    return {{"normalizer",
             {{"type", "BertNormalizer"},
              {"clean_text", true},
              {"handle_chinese_chars", true},
              {"strip_accents", nullptr},
              {"lowercase", true}}},
            {"pre_tokenizer", {{"type", "BertPreTokenizer"}}},
            {"post_processor", {{"type", "BertProcessing"}, {"cls", {"[CLS]", 2}}, {"sep", {"[SEP]", 3}}}},
            {"added_tokens", json::array({{{"id", 2}, {"content", "[CLS]"}, {"special", true}}})},
            {"model",
             {{"type", "WordPiece"},
              {"unk_token", "[UNK]"},
              {"continuing_subword_prefix", "##"},
              {"max_input_chars_per_word", 100},
              {"vocab", {{"[PAD]", 0}, {"[UNK]", 1}, {"[CLS]", 2}, {"[SEP]", 3}, {"a", 4}, {"##b", 5}}}}}};
}

json changed(const std::string& path, const json& value) {
    json file = valid();
    file[json::json_pointer(path)] = value;
    return file;
}

json without(const std::string& path) { return valid().patch(json::array({{{"op", "remove"}, {"path", path}}})); }

Result<WordPieceTokenizer> read(const json& file) { return WordPieceTokenizer::fromJson(file.dump(), "folder/tokenizer.json"); }

void expectRefused(const std::string& bytes, ErrorCode code, const std::string& named) {
    const auto tokenizer = WordPieceTokenizer::fromJson(bytes, "folder/tokenizer.json");
    ASSERT_FALSE(tokenizer.ok()) << "accepted, though " << named;
    EXPECT_EQ(tokenizer.error().code, code) << tokenizer.error().detail;
    EXPECT_NE(tokenizer.error().detail.find("folder/tokenizer.json"), std::string::npos) << tokenizer.error().detail;
    EXPECT_NE(tokenizer.error().detail.find(named), std::string::npos) << tokenizer.error().detail;
    EXPECT_EQ(tokenizer.error().arguments.size(), code == ErrorCode::FileMalformed ? 3U : 2U);
}

void expectMalformed(const json& file, const std::string& named) { expectRefused(file.dump(), ErrorCode::FileMalformed, named); }
void expectUnsupported(const json& file, const std::string& named) { expectRefused(file.dump(), ErrorCode::UnsupportedModel, named); }

TEST(TokenizerJson, IsReadWithBertProcessing) {
    const auto tokenizer = read(valid());
    ASSERT_TRUE(tokenizer.ok()) << tokenizer.error().detail;
    EXPECT_EQ(tokenizer->encode("AB a")->ids, (Ids{2, 4, 5, 4, 3}));
}

TEST(TokenizerJson, IsReadWithoutNormalizer) {
    const auto tokenizer = read(changed("/normalizer", nullptr));
    ASSERT_TRUE(tokenizer.ok()) << tokenizer.error().detail;
    EXPECT_EQ(tokenizer->encode("A\u3000ab")->ids, (Ids{2, 1, 4, 5, 3}));
}

TEST(TokenizerJson, IsReadWithATemplateOfTheSameShape) {
    const auto special = [](const char* name, int type) { return json{{"SpecialToken", {{"id", name}, {"type_id", type}}}}; };
    const auto sequence = [](const char* name, int type) { return json{{"Sequence", {{"id", name}, {"type_id", type}}}}; };
    json processor{{"type", "TemplateProcessing"},
                   {"single", {special("[CLS]", 0), sequence("A", 0), special("[SEP]", 0)}},
                   {"pair", {special("[CLS]", 0), sequence("A", 0), special("[SEP]", 0), sequence("B", 0), special("[SEP]", 0)}},
                   {"special_tokens",
                    {{"[CLS]", {{"id", "[CLS]"}, {"ids", {2}}, {"tokens", {"[CLS]"}}}},
                     {"[SEP]", {{"id", "[SEP]"}, {"ids", {3}}, {"tokens", {"[SEP]"}}}}}}};
    const auto tokenizer = read(changed("/post_processor", processor));
    ASSERT_TRUE(tokenizer.ok()) << tokenizer.error().detail;
    EXPECT_EQ(tokenizer->encodePair("a", "ab")->ids, (Ids{2, 4, 3, 4, 5, 3}));
    EXPECT_EQ(tokenizer->encodePair("a", "ab")->typeIds, (std::vector<std::uint8_t>{0, 0, 0, 0, 0, 0}));

    json twoSeparators = processor;
    twoSeparators["pair"].insert(twoSeparators["pair"].begin() + 2, special("[SEP]", 0));
    expectUnsupported(changed("/post_processor", twoSeparators), "TemplateProcessing");
    json several = processor;
    several["special_tokens"]["[CLS]"]["ids"] = {2, 2};
    expectUnsupported(changed("/post_processor", several), "several ids");
    json nameless = processor;
    nameless["special_tokens"].erase("[SEP]");
    expectMalformed(changed("/post_processor", nameless), "special_tokens.[SEP]");
}

TEST(TokenizerJson, OfAnotherKindIsRefusedByItsName) {
    expectUnsupported(changed("/model/type", "BPE"), "BPE");
    expectUnsupported(changed("/model/type", "Unigram"), "Unigram");
    expectUnsupported(changed("/normalizer", {{"type", "Precompiled"}}), "Precompiled");
    expectUnsupported(changed("/pre_tokenizer", {{"type", "ByteLevel"}}), "ByteLevel");
    expectUnsupported(changed("/pre_tokenizer", nullptr), "null");
    expectUnsupported(changed("/post_processor", {{"type", "RobertaProcessing"}}), "RobertaProcessing");
    expectUnsupported(without("/post_processor"), "null");
}

TEST(TokenizerJson, ThatIsNotJsonNamesTheByte) {
    expectRefused("", ErrorCode::FileMalformed, "JSON");
    expectRefused("[1, 2]", ErrorCode::FileMalformed, "object");
    expectRefused("{\"model\": nonsense}", ErrorCode::FileMalformed, "byte 12");
    expectRefused("{\"model\": \"\xff\"}", ErrorCode::FileMalformed, "byte");
    expectRefused(std::string(100000, '['), ErrorCode::FileMalformed, "byte");
    expectRefused("{\"model\": 1e999999}", ErrorCode::FileMalformed, "");
}

TEST(TokenizerJson, WithIdsThatCannotBeIdsIsRefused) {
    expectMalformed(changed("/model/vocab/a", -1), "model.vocab[\"a\"]");
    expectMalformed(changed("/model/vocab/a", 1.5), "model.vocab[\"a\"]");
    expectMalformed(changed("/model/vocab/a", "4"), "model.vocab[\"a\"]");
    expectMalformed(changed("/model/vocab/a", 16'777'216), "16777216");
    expectMalformed(changed("/model/vocab/a", std::uint64_t{1} << 63U), "9223372036854775808");
    EXPECT_TRUE(read(changed("/model/vocab/a", 16'777'215)).ok());
}

TEST(TokenizerJson, WithOneIdForTwoTokensIsRefused) {
    expectMalformed(changed("/model/vocab/a", 5), "\"##b\"");
    expectMalformed(changed("/added_tokens/0/id", 3), "[CLS]");
    expectMalformed(changed("/added_tokens/1", {{"id", 4}, {"content", "new"}}), "\"new\"");
}

TEST(TokenizerJson, WithoutItsUnknownTokenIsRefused) {
    expectMalformed(changed("/model/unk_token", "<unk>"), "<unk>");
    expectMalformed(changed("/model/unk_token", 7), "model.unk_token");
}

TEST(TokenizerJson, WithPartsOfTheWrongTypeIsRefused) {
    expectMalformed(changed("/model", json::array()), "model");
    expectMalformed(without("/model/vocab"), "model.vocab");
    expectMalformed(changed("/model/vocab", json::array()), "model.vocab");
    expectMalformed(changed("/model/max_input_chars_per_word", -1), "max_input_chars_per_word");
    expectMalformed(changed("/model/max_input_chars_per_word", "many"), "max_input_chars_per_word");
    expectMalformed(changed("/normalizer/lowercase", "yes"), "normalizer.lowercase");
    expectMalformed(changed("/normalizer", 3), "normalizer");
    expectMalformed(changed("/added_tokens", 3), "added_tokens");
    expectMalformed(changed("/added_tokens/0", 3), "added_tokens[0]");
    expectMalformed(changed("/added_tokens/0/id", nullptr), "added_tokens[0].id");
    expectMalformed(changed("/post_processor/cls", {"[CLS]"}), "post_processor.cls");
    expectMalformed(changed("/post_processor/sep", {"[SEP]", 77}), "77");
}

TEST(TokenizerJson, MayRaiseTheWordLimitBeyondEveryText) {
    const auto tokenizer = read(changed("/model/max_input_chars_per_word", std::uint64_t{18446744073709551615U}));
    ASSERT_TRUE(tokenizer.ok()) << tokenizer.error().detail;
    std::vector<std::uint32_t> ids;
    tokenizer->tokenize("a" + std::string(100000, 'b'), ids);
    EXPECT_EQ(ids.size(), 100001U);
}

TEST(TokenizerJson, MayForbidEveryWord) {
    const auto tokenizer = read(changed("/model/max_input_chars_per_word", 0));
    ASSERT_TRUE(tokenizer.ok()) << tokenizer.error().detail;
    EXPECT_EQ(tokenizer->encode("a !")->ids, (Ids{2, 1, 1, 3}));
}

}  // namespace
}  // namespace labelwright
