#include "core/tokenizer/wordpiece_tokenizer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <set>
#include <stdexcept>

#include "tests/core/tokenizer/reference_ids.h"
#include "tests/support/test_paths.h"

namespace labelwright {
namespace {

using nlohmann::json;
using testing::Ids;
using testing::TemporaryFolder;
using testing::tokenizerFixtures;

/// A model folder with vocab.txt: ids are the positions in this list.
const std::vector<std::string> words{"[PAD]",  "[UNK]",  "[CLS]",        "[SEP]",    "[MASK]", "hello", "##llo",  "he",
                                     "\u4f60", "\u597d", "\u4f60\u597d", "##\u597d", "Hello",  "e",     "\u00e9", "!"};

std::string vocabulary(const std::string& lineEnd = "\n") {
    std::string text;
    for (const auto& word : words) text += word + lineEnd;
    return text;
}

Ids tokens(const WordPieceTokenizer& tokenizer, const std::string& text) {
    Ids ids;
    tokenizer.tokenize(text, ids);
    return ids;
}

WordPieceTokenizer loaded(const std::filesystem::path& folder) {
    auto tokenizer = WordPieceTokenizer::load(folder);
    if (!tokenizer) throw std::runtime_error(tokenizer.error().detail);
    return *std::move(tokenizer);
}

WordPieceTokenizer withConfig(const json& config) {
    const TemporaryFolder folder;
    testing::writeFile(folder / "vocab.txt", vocabulary());
    testing::writeFile(folder / "tokenizer_config.json", config.dump());
    return loaded(folder.path());
}

TEST(VocabularyFile, AloneMeansLowerCaseAndSeparateIdeographs) {
    const TemporaryFolder folder;
    testing::writeFile(folder / "vocab.txt", vocabulary());
    const auto tokenizer = loaded(folder.path());
    EXPECT_EQ(tokens(tokenizer, "HELLO \u4f60\u597d!"), (Ids{5, 8, 9, 15}));
    EXPECT_EQ(tokens(tokenizer, "\u00c9"), Ids{13});
    EXPECT_EQ(tokenizer.vocabularySize(), words.size());
    EXPECT_EQ(tokenizer.modelMaxLength(), 0U);
}

TEST(VocabularyFile, MayHaveWindowsLineEndsAndNoLastLineEnd) {
    const TemporaryFolder folder;
    testing::writeFile(folder / "vocab.txt", vocabulary("\r\n"));
    EXPECT_EQ(tokens(loaded(folder.path()), "hello\u4f60!"), (Ids{5, 8, 15}));
    std::string cut = vocabulary();
    cut.pop_back();
    testing::writeFile(folder / "vocab.txt", cut);
    EXPECT_EQ(tokens(loaded(folder.path()), "!"), Ids{15});
}

TEST(VocabularyFile, OfARepeatedTokenTheLastLineCounts) {
    const TemporaryFolder folder;
    testing::writeFile(folder / "vocab.txt", vocabulary() + "hello\n");
    EXPECT_EQ(tokens(loaded(folder.path()), "hello"), Ids{static_cast<std::uint32_t>(words.size())});
}

TEST(VocabularyFile, WithoutTheUnknownTokenIsRefused) {
    const TemporaryFolder folder;
    testing::writeFile(folder / "vocab.txt", "[CLS]\n[SEP]\nhello\n");
    const auto tokenizer = WordPieceTokenizer::load(folder.path());
    ASSERT_FALSE(tokenizer.ok());
    EXPECT_EQ(tokenizer.error().code, ErrorCode::FileMalformed);
    EXPECT_NE(tokenizer.error().detail.find("[UNK]"), std::string::npos);
}

TEST(VocabularyFile, ThatIsNotUtf8NamesTheLine) {
    const TemporaryFolder folder;
    testing::writeFile(folder / "vocab.txt", vocabulary() + "\xff\xfe\n");
    const auto tokenizer = WordPieceTokenizer::load(folder.path());
    ASSERT_FALSE(tokenizer.ok());
    EXPECT_NE(tokenizer.error().detail.find("line 17"), std::string::npos) << tokenizer.error().detail;
}

TEST(TokenizerConfig, SaysHowTextIsNormalized) {
    EXPECT_EQ(tokens(withConfig({{"do_lower_case", false}}), "Hello \u00e9"), (Ids{12, 14}));
    EXPECT_EQ(tokens(withConfig({{"do_lower_case", true}, {"strip_accents", false}}), "\u00c9"), Ids{14});
    EXPECT_EQ(tokens(withConfig({{"do_lower_case", false}, {"strip_accents", true}}), "\u00e9"), Ids{13});
    EXPECT_EQ(tokens(withConfig({{"tokenize_chinese_chars", false}}), "\u4f60\u597d\u597d"), (Ids{10, 11}));
}

TEST(TokenizerConfig, NamesTheSpecialTokens) {
    const auto tokenizer =
        withConfig({{"cls_token", "hello"}, {"sep_token", {{"content", "he"}}}, {"pad_token", "!"}, {"unk_token", nullptr}});
    EXPECT_EQ(tokenizer.encode("zz")->ids, (Ids{5, 1, 7}));
    EXPECT_EQ(tokenizer.paddingId(), 15U);
}

TEST(TokenizerConfig, IsCompletedByTheSpecialTokensMap) {
    const TemporaryFolder folder;
    testing::writeFile(folder / "vocab.txt", vocabulary());
    testing::writeFile(folder / "special_tokens_map.json", R"({"cls_token": "hello", "sep_token": "he"})");
    testing::writeFile(folder / "tokenizer_config.json", R"({"sep_token": "[SEP]"})");
    EXPECT_EQ(loaded(folder.path()).encode("!")->ids, (Ids{5, 15, 3}));
}

TEST(TokenizerConfig, GivesTheMaximumLengthUnlessItStandsForNone) {
    EXPECT_EQ(withConfig({{"model_max_length", 512}}).modelMaxLength(), 512U);
    EXPECT_EQ(withConfig({{"model_max_length", 1e30}}).modelMaxLength(), 0U);
    EXPECT_EQ(withConfig({{"model_max_length", -1}}).modelMaxLength(), 0U);
}

TEST(TokenizerConfig, AddsTokens) {
    const auto tokenizer =
        withConfig({{"added_tokens_decoder", {{"16", {{"content", "<x>"}}}, {"3", {{"content", "[SEP]"}, {"special", true}}}}}});
    EXPECT_EQ(tokens(tokenizer, "hello<x>!"), (Ids{5, 16, 15}));
    EXPECT_EQ(tokenizer.vocabularySize(), 17U);
}

TEST(TokenizerFolder, WithNeitherFileSaysWhatIsMissing) {
    const TemporaryFolder folder;
    const auto tokenizer = WordPieceTokenizer::load(folder.path());
    ASSERT_FALSE(tokenizer.ok());
    EXPECT_EQ(tokenizer.error().code, ErrorCode::ModelIncomplete);
    EXPECT_EQ(tokenizer.error().arguments.at(0), folder.path().string());
}

TEST(SpecialTokens, InTheTextStayText) {
    const auto tokenizer = testing::variant("lower_zh");
    const Ids ids = testing::idsOf(tokenizer, "[SEP] [CLS] [MASK] [PAD] [UNK]");
    ASSERT_GT(ids.size(), 7U);
    EXPECT_EQ(std::count(ids.begin() + 1, ids.end() - 1, ids.front()), 0);
    EXPECT_EQ(std::count(ids.begin() + 1, ids.end() - 1, ids.back()), 0);
}

TEST(AddedTokens, AreFoundAsInTheReference) {
    const auto tokenizer = testing::variant("added_tokens");
    for (const auto& [text, ids] :
         testing::readJson(tokenizerFixtures() / "added_tokens.cases.json").get<std::vector<std::pair<std::string, Ids>>>()) {
        EXPECT_EQ(testing::idsOf(tokenizer, text), ids) << text;
    }
}

TEST(Words, LongerThanTheLimitAreUnknown) {
    const auto tokenizer = testing::variant("added_tokens");  // at most 100 characters
    EXPECT_EQ(tokens(tokenizer, std::string(50, 'y') + std::string(50, 'z')).size(), 75U);
    EXPECT_EQ(tokens(tokenizer, std::string(101, 'y')), Ids{1});
    EXPECT_EQ(tokens(tokenizer, std::string(5000, 'y')), Ids{1});
}

TEST(Words, OfTenThousandCharactersTakeTimeInProportion) {
    const auto tokenizer = loaded(testing::bundledModel());
    std::string tenThousand;
    for (int i = 0; i < 10000; ++i) tenThousand += "\u6c49";
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_GE(tokens(tokenizer, tenThousand).size(), 1U);
    // Some tens of thousands of steps; the square would be a hundred million.
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::milliseconds(500));
}

TEST(Bytes, ThatAreNotUtf8CountAsReplacementCharacters) {
    const auto tokenizer = testing::variant("lower_zh");
    EXPECT_EQ(testing::idsOf(tokenizer, "a\xff\xe4\xbd b\xc0\x80 \xed\xa0\x80\xf8"),
              testing::idsOf(tokenizer, "a\ufffd\ufffd b\ufffd\ufffd \ufffd\ufffd\ufffd\ufffd"));
}

TEST(Truncation, OfOneTextIsCounted) {
    const auto tokenizer = testing::variant("lower_zh");
    const auto whole = tokenizer.encode("\u4f60\u597d\u4f60\u597d");
    ASSERT_TRUE(whole.ok());
    EXPECT_FALSE(whole->truncated());
    const auto cut = tokenizer.encode("\u4f60\u597d\u4f60\u597d", 4);
    EXPECT_EQ(cut->tokensCut, 2U);
    EXPECT_EQ(cut->ids, (Ids{whole->ids[0], whole->ids[1], whole->ids[2], whole->ids.back()}));
    EXPECT_EQ(tokenizer.encode("\u4f60\u597d", 2)->ids.size(), 2U);
    EXPECT_EQ(tokenizer.encode("\u4f60\u597d", 1).error().code, ErrorCode::InvalidArgument);
}

TEST(Truncation, OfAPairIsCountedOverBothTexts) {
    const auto tokenizer = testing::variant("lower_zh");
    const auto pair = tokenizer.encodePair("\u4f60\u597d\u4f60\u597d", "\u4f60\u597d\u4f60", 8);
    ASSERT_TRUE(pair.ok());
    EXPECT_EQ(pair->tokensCut, 2U);
    EXPECT_EQ(pair->typeIds, (std::vector<std::uint8_t>{0, 0, 0, 0, 0, 1, 1, 1}));
    EXPECT_EQ(tokenizer.encodePair("\u4f60", "\u597d", 3)->ids.size(), 3U);
    EXPECT_FALSE(tokenizer.encodePair("\u4f60", "\u597d", 2).ok());
}

TEST(Batches, BuiltFromIdsEqualEncodedTexts) {
    const auto tokenizer = testing::variant("lower_zh");
    const std::string a = "\u9000\u6b3e\u4ec0\u4e48\u65f6\u5019\u5230\u8d26?";
    const std::string b = "\u8fd9\u662f\u54a8\u8be2\u3002";
    const Ids first = tokens(tokenizer, a);
    const Ids second = tokens(tokenizer, b);
    for (const std::uint32_t maxLength : {0U, 3U, 4U, 7U, 10U, 13U, 64U}) {
        Ids single;
        tokenizer.appendSingle(first, maxLength, single);
        EXPECT_EQ(single, tokenizer.encode(a, maxLength)->ids);

        const auto lengths = tokenizer.pairLengths(first.size(), second.size(), maxLength, TruncationStrategy::LongestFirst);
        ASSERT_TRUE(lengths.ok());
        Encoding pair;
        tokenizer.appendPair(first, second, *lengths, pair.ids, pair.typeIds);
        const auto expected = tokenizer.encodePair(a, b, maxLength);
        EXPECT_EQ(pair.ids, expected->ids);
        EXPECT_EQ(pair.typeIds, expected->typeIds);
    }
}

TEST(Fingerprint, IsTheSameForTheSameRulesWhereverTheyComeFrom) {
    EXPECT_EQ(testing::variant("lower_zh").fingerprint(), testing::variant("lower_zh").fingerprint());
    const TemporaryFolder folder;
    testing::writeFile(folder / "vocab.txt", vocabulary());
    EXPECT_EQ(loaded(folder.path()).fingerprint(), withConfig({{"do_lower_case", true}}).fingerprint());
}

TEST(Fingerprint, ChangesWithEveryRuleThatChangesIds) {
    const json original = testing::readJson(tokenizerFixtures() / "added_tokens.json");
    const auto fingerprint = [](const json& file) {
        const auto tokenizer = WordPieceTokenizer::fromJson(file.dump(), "tokenizer.json");
        return tokenizer ? tokenizer->fingerprint() : "refused: " + tokenizer.error().detail;
    };
    std::vector<json> changes{
        {{"op", "replace"}, {"path", "/normalizer/clean_text"}, {"value", false}},
        {{"op", "replace"}, {"path", "/normalizer/handle_chinese_chars"}, {"value", false}},
        {{"op", "replace"}, {"path", "/normalizer/strip_accents"}, {"value", false}},
        {{"op", "replace"}, {"path", "/normalizer/lowercase"}, {"value", false}},
        {{"op", "replace"}, {"path", "/model/max_input_chars_per_word"}, {"value", 99}},
        {{"op", "replace"}, {"path", "/model/continuing_subword_prefix"}, {"value", "#"}},
        {{"op", "replace"}, {"path", "/model/unk_token"}, {"value", "a"}},
        {{"op", "replace"}, {"path", "/post_processor/cls/1"}, {"value", 4}},
        {{"op", "replace"}, {"path", "/post_processor/sep/1"}, {"value", 4}},
        {{"op", "add"}, {"path", "/model/vocab/new"}, {"value", 500}},
        {{"op", "remove"}, {"path", "/model/vocab/york"}},
        {{"op", "replace"}, {"path", "/model/vocab/york"}, {"value", 500}},
        {{"op", "remove"}, {"path", "/added_tokens/5"}},
    };
    for (const char* flag : {"single_word", "lstrip", "rstrip", "normalized", "special"}) {
        changes.push_back({{"op", "replace"}, {"path", std::string("/added_tokens/5/") + flag}, {"value", true}});
    }
    std::set<std::string> seen{fingerprint(original)};
    for (const json& change : changes) {
        const std::string changed = fingerprint(original.patch(json::array({change})));
        EXPECT_FALSE(changed.starts_with("refused")) << changed;
        EXPECT_TRUE(seen.insert(changed).second) << change;
    }
}

}  // namespace
}  // namespace labelwright
