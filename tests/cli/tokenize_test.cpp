#include <algorithm>
#include <filesystem>

#include "tests/cli/program.h"

namespace labelwright::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;

class Tokenize : public CliTest {
protected:
    /// A model folder with nothing but the tokenizer that the reference ids are of.
    Tokenize() {
        std::filesystem::create_directory(m_folder / "model");
        std::filesystem::copy_file(fixtures() / "tokenizers/lower_zh.json", m_folder / "model/tokenizer.json");
    }
};

TEST_F(Tokenize, GivesTheReferenceIdsOfTexts) {
    const auto texts = Json::parse(readFile(fixtures() / "tokenizers/hard_texts.json")).get<std::vector<std::string>>();
    const auto ids = Json::parse(readFile(fixtures() / "tokenizers/lower_zh.hard_ids.json"));
    ASSERT_EQ(texts.size(), ids.size());
    write("in.jsonl", jsonLines(texts));
    const Ended ended = run({"tokenize", "in.jsonl", "--model", "model"});
    ASSERT_EQ(ended.exitCode, done) << ended.errors;
    EXPECT_EQ(ended.errors, "");
    const auto rows = linesOf(ended.output);
    ASSERT_EQ(rows.size(), texts.size());
    std::size_t different = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].at("ids") != ids[i] || rows[i].at("truncated") != false) ++different;
    }
    EXPECT_EQ(different, 0U);
}

TEST_F(Tokenize, GivesTheReferenceIdsOfPairsForEveryTruncation) {
    const auto cases = Json::parse(readFile(fixtures() / "tokenizers/lower_zh.pairs.json"));
    std::size_t compared = 0;
    std::size_t errors = 0;
    for (const char* strategy : {"longest_first", "only_first", "only_second"}) {
        constexpr int maxLength = 16;
        std::vector<Json> chosen;
        std::string input;
        for (const auto& pair : cases) {
            if (pair[0] != strategy || pair[1] != maxLength) continue;
            chosen.push_back(pair);
            input += Json{{"text", pair[2]}, {"label", pair[3]}}.dump() + '\n';
        }
        write("in.jsonl", input);
        const Ended ended = run({"tokenize", "in.jsonl", "--model", "model", "--text-column", "text", "--pair-column", "label",
                                 "--max-length", std::to_string(maxLength), "--truncation", strategy, "--output", "out.jsonl"});
        ASSERT_EQ(ended.exitCode, done) << ended.errors;
        EXPECT_EQ(ended.output, "");
        const auto rows = lines("out.jsonl");
        ASSERT_EQ(rows.size(), chosen.size());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            ++compared;
            if (chosen[i][4] == "error") {
                ++errors;
                EXPECT_TRUE(rows[i].contains("error")) << rows[i];
                continue;
            }
            EXPECT_EQ(rows[i].at("ids"), chosen[i][4]) << strategy << ", row " << i;
            EXPECT_EQ(rows[i].at("typeIds"), chosen[i][5]) << strategy << ", row " << i;
        }
    }
    EXPECT_GT(compared, 0U);
    EXPECT_GT(errors, 0U);
}

TEST_F(Tokenize, SaysWhatWasCut) {
    write("in.csv", "id,text\n1,快递太慢了\n2,好\n3,\n");
    const Ended ended = run({"tokenize", "in.csv", "--model", "labelwright-zh-mini", "--max-length", "4"});
    ASSERT_EQ(ended.exitCode, done) << ended.errors;
    const auto rows = linesOf(ended.output);
    EXPECT_THAT(field(rows, "truncated"), ElementsAre(true, false, false));
    EXPECT_THAT(rows[0].at("ids"), SizeIs(4));
    EXPECT_THAT(rows[2].at("ids"), SizeIs(2)) << "[CLS] and [SEP]";
    EXPECT_EQ(rows[0].at("typeIds"), Json::parse("[0,0,0,0]"));
}

TEST_F(Tokenize, NeverTakesThePairColumnForTheText) {
    write("in.csv", "id,a,b\n1,好,这一列的文字比另一列长得多，看起来更像正文\n2,差,同样是很长的一段文字，有标点也有内容\n");
    const Ended ended = run({"tokenize", "in.csv", "--model", "model", "--pair-column", "b"});
    ASSERT_EQ(ended.exitCode, done) << ended.errors;
    const auto rows = linesOf(ended.output);
    ASSERT_THAT(rows, SizeIs(2));
    for (const Json& row : rows) {
        const auto types = row.at("typeIds").get<std::vector<int>>();
        EXPECT_EQ(std::count(types.begin(), types.end(), 0), 3) << "[CLS], one character, [SEP]";
        EXPECT_GT(std::count(types.begin(), types.end(), 1), 10);
    }
}

TEST_F(Tokenize, RefusesWhatItCannotDoAndWritesNothing) {
    write("in.csv", "id,text,reply\n1,快递太慢了,好的\n");
    const auto before = files();
    const auto fails = [&](Arguments arguments, int code, const std::string& message) {
        arguments.insert(arguments.begin(), "tokenize");
        const Ended ended = run(arguments);
        EXPECT_EQ(ended.exitCode, code) << ended.errors;
        EXPECT_THAT(ended.errors, HasSubstr(message));
        EXPECT_EQ(ended.output, "");
        EXPECT_EQ(files(), before);
    };
    fails({"in.csv"}, wrongUsage, "--model is required");
    fails({"in.csv", "--model", "nobody"}, wrongModel, "no model is called \"nobody\"");
    fails({"missing.csv", "--model", "model"}, unreadableInput, "there is no file missing.csv");
    fails({"in.csv", "--model", "model", "--pair-column", "answer"}, wrongUsage,
          "--pair-column: in.csv has no column \"answer\" beside that of the text, \"text\"; it has: id, reply");
    fails({"in.csv", "--model", "model", "--text-column", "answer"}, wrongUsage, "--text-column: in.csv: there is no column \"answer\"");
    fails({"in.csv", "--model", "model", "--truncation", "first"}, wrongUsage, "--truncation: first not in {longest_first");
    fails({"in.csv", "--model", "model", "--max-length", "-4"}, wrongUsage, "--max-length");
    fails({"in.csv", "--model", "model", "--max-length", "1"}, wrongUsage, "--max-length: 1 leaves no room for the 2 special tokens");
    fails({"in.csv", "--model", "model", "--max-length", "many"}, wrongUsage, "--max-length");
    fails({"in.csv", "--model", "model", "--output", "in.csv"}, wrongUsage, "--output and INPUT are the same file");
    fails({"in.csv", "--model", "model", "--output", "nowhere/out.jsonl"}, unwritableOutput, "--output: the folder nowhere does not exist");
}

}  // namespace
}  // namespace labelwright::testing
