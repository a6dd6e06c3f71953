#include <algorithm>
#include <csignal>

#include "tests/cli/program.h"

namespace labelwright::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class ClassifyCache : public CliTest {
protected:
    /// The run's summary; its result is in out.jsonl.
    Json summaryOf(const std::vector<std::string>& texts, Arguments arguments) {
        write("in.jsonl", jsonLines(texts));
        arguments.insert(arguments.end(),
                         {"--model", crossEncoder(), "--scores", "logits", "--output", "out.jsonl", "--summary", "run.json"});
        const Ended ended = classify("in.jsonl", arguments);
        EXPECT_EQ(ended.exitCode, done) << ended.errors;
        return json("run.json");
    }
    /// What `cache` says of the file: scores it holds.
    std::string scoresIn(const std::string& cache) {
        const std::string said = run({"cache", "--cache", cache}).output;
        const std::string name = "scores      ";
        const auto begin = said.find(name);
        return begin == std::string::npos ? said : said.substr(begin + name.size(), said.find('\n', begin) - begin - name.size());
    }
};

TEST_F(ClassifyCache, AnswersASecondRunWithoutTheModel) {
    const Json first = summaryOf({"快递太慢了", "客服很好"}, {"--labels", "投诉,表扬"});
    EXPECT_EQ(first.at("forwards"), 4);
    EXPECT_EQ(first.at("fromCache"), 0);
    const std::string result = read("out.jsonl");
    const Json second = summaryOf({"快递太慢了", "客服很好"}, {"--labels", "投诉,表扬"});
    EXPECT_EQ(second.at("forwards"), 0);
    EXPECT_EQ(second.at("fromCache"), 4);
    EXPECT_EQ(read("out.jsonl"), result);
}

TEST_F(ClassifyCache, AskedForAnotherLabelComputesThatOne) {
    summaryOf({"快递太慢了", "客服很好"}, {"--labels", "投诉,表扬"});
    EXPECT_EQ(summaryOf({"快递太慢了", "客服很好"}, {"--labels", "咨询,表扬,投诉"}).at("forwards"), 2);
    EXPECT_EQ(summaryOf({"快递太慢了", "客服很好"}, {"--labels", "咨询,表扬", "--multi", "--threshold", "0.9"}).at("forwards"), 0);
}

TEST_F(ClassifyCache, IsNeitherReadNorWrittenWithNoCache) {
    EXPECT_EQ(summaryOf({"快递太慢了"}, {"--labels", "投诉,表扬", "--no-cache"}).at("forwards"), 2);
    EXPECT_EQ(summaryOf({"快递太慢了"}, {"--labels", "投诉,表扬"}).at("forwards"), 2) << "the first run wrote to the cache";
    EXPECT_EQ(summaryOf({"快递太慢了"}, {"--labels", "投诉,表扬", "--no-cache"}).at("forwards"), 2);
}

TEST_F(ClassifyCache, MayBeAFileOfItsOwn) {
    EXPECT_EQ(summaryOf({"快递太慢了"}, {"--labels", "投诉,表扬", "--cache", "own.sqlite"}).at("forwards"), 2);
    EXPECT_EQ(summaryOf({"快递太慢了"}, {"--labels", "投诉,表扬"}).at("forwards"), 2) << "the user's cache was used";
    EXPECT_EQ(summaryOf({"快递太慢了"}, {"--labels", "投诉,表扬", "--cache", "own.sqlite"}).at("forwards"), 0);
    EXPECT_EQ(scoresIn("own.sqlite"), "2");
    const Ended cleared = run({"cache", "clear", "--cache", "own.sqlite"});
    EXPECT_EQ(cleared.exitCode, done);
    EXPECT_THAT(cleared.output, HasSubstr("removed     2\n"));
    EXPECT_EQ(scoresIn("own.sqlite"), "0");
}

TEST_F(ClassifyCache, EqualTextsAreReadOnce) {
    EXPECT_EQ(summaryOf({"快递太慢了", "客服很好", "快递太慢了", "快递太慢了"}, {"--labels", "投诉,表扬"}).at("forwards"), 4);
    EXPECT_EQ(lines("out.jsonl").size(), 4U);
}

TEST_F(ClassifyCache, AFileOfAnotherKindIsRefusedAndLeftAlone) {
    write("in.csv", "id,text\n1,好\n");
    write("notes.txt", "precious");
    for (const Ended& ended : {classify("in.csv", {"--labels", "投诉", "--output", "out.csv", "--cache", "notes.txt"}),
                               run({"cache", "clear", "--cache", "notes.txt"})}) {
        EXPECT_EQ(ended.exitCode, wrongUsage);
        EXPECT_THAT(ended.errors, HasSubstr("--cache: notes.txt is not a score cache"));
    }
    EXPECT_EQ(read("notes.txt"), "precious");
    EXPECT_THAT(files(), ElementsAre("in.csv", "notes.txt"));
}

TEST_F(ClassifyCache, ADamagedOneIsMovedAsideWithAWarning) {
    summaryOf({"快递太慢了"}, {"--labels", "投诉,表扬", "--cache", "own.sqlite"});
    std::string bytes = read("own.sqlite");
    std::fill(bytes.begin() + 100, bytes.end(), '\x5a');
    write("own.sqlite", bytes);
    const Ended ended = classify("in.jsonl", {"--labels", "投诉,表扬", "--output", "out.csv", "--cache", "own.sqlite"});
    EXPECT_EQ(ended.exitCode, done);
    EXPECT_THAT(ended.errors, HasSubstr("warning: the score cache was damaged and has been rebuilt; the old file is own.sqlite.damaged"));
}

TEST_F(ClassifyCache, AnInterruptedRunLeavesNoHalfFileAndTheNextOneGoesOn) {
    constexpr std::size_t texts = 4000;
    std::vector<std::string> many;
    for (std::size_t i = 0; i < texts; ++i) many.push_back("第" + std::to_string(i) + "位客户说快递太慢了，等了几天还没有到，要求退款");
    write("in.jsonl", jsonLines(many));
    write("out.jsonl", "the result of an earlier run");
    const Arguments arguments{"classify",    "in.jsonl",     "--labels",  "投诉,表扬,咨询,建议,退款,物流",
                              "--model",     crossEncoder(), "--device",  "cpu",
                              "--precision", "fp32",         "--cache",   "own.sqlite",
                              "--output",    "out.jsonl",    "--summary", "run.json"};
    const auto running = start(arguments);
    for (std::string scores = "0"; scores == "0" || scores.empty();) scores = scoresIn("own.sqlite");
    running->signal(SIGINT);
    const Ended ended = running->wait();
    EXPECT_EQ(ended.exitCode, interruptedRun);
    EXPECT_THAT(ended.errors, HasSubstr("what was scored is in the cache: run it again to go on"));
    EXPECT_EQ(ended.output, "");
    EXPECT_EQ(read("out.jsonl"), "the result of an earlier run");
    EXPECT_THAT(files(), ::testing::IsSubsetOf({"in.jsonl", "out.jsonl", "own.sqlite", "own.sqlite-shm", "own.sqlite-wal"}));

    ASSERT_EQ(run(arguments).exitCode, done);
    const Json summary = json("run.json");
    EXPECT_GT(summary.at("fromCache"), 0);
    EXPECT_LT(summary.at("fromCache"), summary.at("pairs"));
    EXPECT_EQ(summary.at("fromCache").get<std::uint64_t>() + summary.at("forwards").get<std::uint64_t>(), texts * 6);
    EXPECT_EQ(lines("out.jsonl").size(), texts);
}

}  // namespace
}  // namespace labelwright::testing
