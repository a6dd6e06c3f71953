// Ids equal to those of the Hugging Face fast tokenizer; tests/fixtures/tokenizers/README.md says where the references come from.
#include <gtest/gtest.h>

#include <cstring>
#include <map>

#include "core/base/hash.h"
#include "tests/core/tokenizer/reference_ids.h"
#include "tests/support/test_paths.h"

namespace labelwright {
namespace {

using testing::Ids;
using testing::tokenizerFixtures;

class EveryVariant : public ::testing::TestWithParam<const char*> {};

TEST_P(EveryVariant, GivesTheReferenceIdsOfTheHardTexts) {
    const auto tokenizer = testing::variant(GetParam());
    const auto texts = testing::readJson(tokenizerFixtures() / "hard_texts.json").get<std::vector<std::string>>();
    const auto expected = testing::readJson(tokenizerFixtures() / (std::string(GetParam()) + ".hard_ids.json")).get<std::vector<Ids>>();
    ASSERT_EQ(texts.size(), expected.size());
    ASSERT_EQ(texts.size(), 4040U);
    for (std::size_t i = 0; i < texts.size(); ++i)
        EXPECT_EQ(testing::idsOf(tokenizer, texts[i]), expected[i]) << "text " << i << ": " << texts[i];
}

INSTANTIATE_TEST_SUITE_P(TokenizerParity, EveryVariant,
                         ::testing::Values("lower_zh", "cased_zh", "cased_strip_zh", "lower_keep_accents_zh", "lower_nozh"),
                         [](const auto& test) { return std::string(test.param); });

void appendUtf8(std::string& text, char32_t c) {
    if (c < 0x80) {
        text += static_cast<char>(c);
        return;
    }
    const unsigned continuations = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
    constexpr unsigned char leads[] = {0, 0xc0, 0xe0, 0xf0};
    text += static_cast<char>(leads[continuations] | (c >> (6 * continuations)));
    for (unsigned left = continuations; left-- > 0;) text += static_cast<char>(0x80U | ((c >> (6 * left)) & 0x3fU));
}

class EveryCharacter : public ::testing::TestWithParam<const char*> {};

TEST_P(EveryCharacter, OfUnicodeIsTreatedAsInTheReference) {
    const auto tokenizer = testing::variant(GetParam());
    const auto expected = testing::readJson(tokenizerFixtures() / (std::string(GetParam()) + ".code_points.json"));
    ASSERT_EQ(expected.size(), 0x110000U / 1024U);
    for (std::size_t block = 0; block < expected.size(); ++block) {
        std::uint64_t hash = testing::fnvStart;
        for (auto c = static_cast<char32_t>(block * 1024); c < (block + 1) * 1024; ++c) {
            if (c >= 0xd800 && c < 0xe000) continue;
            std::string text = "a";
            appendUtf8(text, c);
            text += "b ";
            appendUtf8(text, c);
            text += "\u0301\u4e2d";
            hash = testing::fnv(testing::idsOf(tokenizer, text), hash);
        }
        EXPECT_EQ(hash, testing::fromHex(expected[block])) << "among U+" << std::hex << block * 1024 << " and the 1,023 after it";
    }
}

INSTANTIATE_TEST_SUITE_P(TokenizerParity, EveryCharacter,
                         ::testing::Values("lower_zh", "cased_strip_zh", "lower_keep_accents_zh", "lower_nozh"),
                         [](const auto& test) { return std::string(test.param); });

TEST(TokenizerParity, PairsAreTruncatedAndRefusedAsInTheReference) {
    const std::map<std::string, TruncationStrategy> strategies{{"longest_first", TruncationStrategy::LongestFirst},
                                                               {"only_first", TruncationStrategy::OnlyFirst},
                                                               {"only_second", TruncationStrategy::OnlySecond}};
    const auto tokenizer = testing::variant("lower_zh");
    const auto cases = testing::readJson(tokenizerFixtures() / "lower_zh.pairs.json");
    ASSERT_EQ(cases.size(), 600U);
    std::size_t refused = 0;
    for (std::size_t i = 0; i < cases.size(); ++i) {
        const auto& row = cases[i];
        const auto encoding = tokenizer.encodePair(row[2].get<std::string>(), row[3].get<std::string>(), row[1], strategies.at(row[0]));
        if (row[4] == "error") {
            ++refused;
            ASSERT_FALSE(encoding.ok()) << "pair " << i;
            EXPECT_EQ(encoding.error().code, ErrorCode::InvalidArgument);
            continue;
        }
        ASSERT_TRUE(encoding.ok()) << "pair " << i;
        EXPECT_EQ(encoding->ids, row[4].get<Ids>()) << "pair " << i;
        EXPECT_EQ(encoding->typeIds, row[5].get<std::vector<std::uint8_t>>()) << "pair " << i;
    }
    EXPECT_EQ(refused, 151U);
}

/// The hashes are of one version of the model's tokenizer; a new one needs new hashes.
void expectHardHashes(const std::filesystem::path& folder) {
    const auto expected = testing::readJson(tokenizerFixtures() / (folder.filename().string() + ".hard_hashes.json"));
    if (sha256(testing::readFile(folder / "tokenizer.json")) != expected["sha256"]) {
        GTEST_SKIP() << "skipped: the hashes are of another tokenizer.json; tests/fixtures/tokenizers/make_references.py makes new ones";
    }
    const auto tokenizer = WordPieceTokenizer::load(folder);
    ASSERT_TRUE(tokenizer.ok()) << tokenizer.error().detail;
    const auto texts = testing::readJson(tokenizerFixtures() / "hard_texts.json").get<std::vector<std::string>>();
    ASSERT_EQ(texts.size(), expected["hashes"].size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        EXPECT_EQ(testing::fnv(testing::idsOf(*tokenizer, texts[i])), testing::fromHex(expected["hashes"][i]))
            << "text " << i << ": " << texts[i];
    }
}

TEST(TokenizerParity, TheBundledChineseModelGivesTheReferenceIds) { expectHardHashes(testing::bundledModel()); }

TEST(TokenizerParity, TheEnglishModelGivesTheReferenceIds) {
    SKIP_WITHOUT(testing::englishModel() / "tokenizer.json");
    expectHardHashes(testing::englishModel());
}

TEST(TokenizerParity, VocabTxtGivesTheSameIdsAsTokenizerJson) {
    const testing::TemporaryFolder folder;
    testing::writeFile(folder / "vocab.txt", testing::readFile(tokenizerFixtures() / "vocab.txt"));
    const auto fromVocabulary = WordPieceTokenizer::load(folder.path());
    ASSERT_TRUE(fromVocabulary.ok()) << fromVocabulary.error().detail;
    const auto texts = testing::readJson(tokenizerFixtures() / "hard_texts.json").get<std::vector<std::string>>();
    const auto expected = testing::readJson(tokenizerFixtures() / "lower_zh.hard_ids.json").get<std::vector<Ids>>();
    for (std::size_t i = 0; i < texts.size(); ++i) EXPECT_EQ(testing::idsOf(*fromVocabulary, texts[i]), expected[i]) << "text " << i;
}

class RealTexts : public ::testing::TestWithParam<const char*> {};

TEST_P(RealTexts, AllGiveTheReferenceIds) {
    const auto golden = testing::shared() / "golden" / "tokenizers";
    const auto data = testing::shared() / "data";
    SKIP_WITHOUT(golden);
    SKIP_WITHOUT(data);
    const auto tokenizer = testing::variant(GetParam());
    const auto readme = testing::readJson(golden / "README.json");
    std::size_t compared = 0;
    std::size_t different = 0;
    for (const auto& [name, count] : readme["counts"].items()) {
        const auto texts = testing::dataTexts(data / name);
        const std::string hashes = testing::readFile(golden / (std::string(GetParam()) + "." + name + ".fnv64"));
        ASSERT_EQ(texts.size(), count.get<std::size_t>()) << name;
        ASSERT_EQ(hashes.size(), texts.size() * sizeof(std::uint64_t)) << name;
        for (std::size_t i = 0; i < texts.size(); ++i) {
            std::uint64_t expected = 0;
            std::memcpy(&expected, hashes.data() + i * sizeof expected, sizeof expected);
            if (testing::fnv(testing::idsOf(tokenizer, texts[i])) != expected && ++different <= 5)
                ADD_FAILURE() << name << ", text " << i << ": " << texts[i];
        }
        compared += texts.size();
    }
    EXPECT_EQ(different, 0U);
    EXPECT_EQ(compared, 156588U);
}

INSTANTIATE_TEST_SUITE_P(TokenizerParity, RealTexts, ::testing::Values("lower_zh", "cased_zh"),
                         [](const auto& test) { return std::string(test.param); });

}  // namespace
}  // namespace labelwright
