// Every format of an export around the full loop: label, export, import: the same texts, decisions and marks.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/io/file_formats.h"
#include "core/io/json_parser.h"
#include "tests/core/io/io_support.h"
#include "tests/support/test_paths.h"

namespace labelwright {

void PrintTo(const GivenAnswer& answer, std::ostream* out) {
    *out << "row " << answer.row << (answer.decided ? " decided:" : " undecided");
    for (const std::string& label : answer.labels) *out << " [" << label << ']';
    *out << (answer.deferred ? " deferred" : "") << (answer.flagged ? " flagged" : "") << " \"" << answer.note << '"';
}

namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using testing::TemporaryFolder;

/// Five texts, scored but for the last: decided otherwise than predicted, decided as no label, untouched, deferred with a note, decided.
ExportTable reviewedTable(SelectionMode mode) {
    DatasetBuilder builder({"messages.csv", "", "text", "id", "csv", "UTF-8"}, {"channel", "note"});
    builder.add("a1", "发票, \"抬头\"写错了", std::vector<std::string_view>{"电话", "x|y"}, 2);
    builder.add("007", "=cmd()", std::vector<std::string_view>{"-1.5", "@x"}, 3);
    builder.add("+86 1", "plain", std::vector<std::string_view>{"", ""}, 4);
    builder.add("4", "多行\n文本", std::vector<std::string_view>{"12", "'=a"}, 5);
    builder.add("5", "emoji 😀 & <tag>", std::vector<std::string_view>{"null", "[1]"}, 6);
    ExportTable table;
    table.dataset = std::move(builder).build();
    table.rows = {0, 1, 2, 3, 4};
    for (const char* name : {"咨询", "投诉", "a|b, c"}) {
        Label label;
        label.id = std::string("id of ") + name;
        label.name = name;
        table.labels.labels.push_back(label);
    }
    table.selection.mode = mode;
    table.scores = ScoreTable(5);
    const std::vector<Hash128> hypotheses = hypothesisHashes(table.labels);
    const std::vector<std::uint32_t> rows{0, 1, 2, 3};
    std::vector<PairLogits> logits;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (std::size_t label = 0; label < 3; ++label) logits.push_back({row % 3 == label ? 3.0F : -1.0F, 0});
    }
    table.scores.set(rows, hypotheses, logits);
    for (const std::uint32_t row : rows)
        table.scores.setReading(row, table.scores.addReading({"zh-mini", "Labelwright zh-mini", ScoreRule::Entailment, 1, {}}));
    table.reviews = ReviewTable(5);
    table.reviews.set(0, {true, {"id of 投诉"}, false, true, ""});
    table.reviews.set(1, {true, {}, false, false, ""});
    table.reviews.set(3, {false, {}, true, false, "ask \"them\"\nagain"});
    table.reviews.set(4, {true, {"id of a|b, c"}, false, false, ""});
    if (mode == SelectionMode::EveryAboveThreshold) table.reviews.set(4, {true, {"id of 咨询", "id of a|b, c"}, false, false, ""});
    return table;
}

std::vector<GivenAnswer> decisionsOf(SelectionMode mode) {
    const std::vector<std::string> last =
        mode == SelectionMode::SingleBest ? std::vector<std::string>{"a|b, c"} : std::vector<std::string>{"咨询", "a|b, c"};
    return {{0, true, {"投诉"}, false, true, ""},
            {1, true, {}, false, false, ""},
            {3, false, {}, true, false, "ask \"them\"\nagain"},
            {4, true, last, false, false, ""}};
}

class Exchange : public ::testing::Test {
protected:
    void write(const ExportTable& table, ExportFormat format) {
        ExportOptions options;
        options.format = format;
        file = m_folder / (std::string("out") + exportExtension(format));
        const auto written = exportResults(file, table, options);
        ASSERT_TRUE(written.ok()) << written.error().detail;
        exported = *written;
    }
    void read() {
        auto read = importTexts({file, {}});
        ASSERT_TRUE(read.ok()) << read.error().detail;
        imported = *std::move(read);
        EXPECT_THAT(testing::rejectsOf(imported), IsEmpty());
    }
    std::string extra(std::size_t row, const std::string& name) const {
        const auto names = imported.dataset->extraColumns();
        const auto found = std::find(names.begin(), names.end(), name);
        return found == names.end() ? "no column " + name
                                    : std::string(imported.dataset->extra(row, static_cast<std::size_t>(found - names.begin())));
    }

    TemporaryFolder m_folder;
    std::filesystem::path file;
    ExportedRows exported;
    ImportResult imported;
};

constexpr auto bothModes = {SelectionMode::SingleBest, SelectionMode::EveryAboveThreshold};

TEST_F(Exchange, FormatsToGoOnInBringBackWhatPeopleSaid) {
    for (const ExportFormat format : {ExportFormat::Csv, ExportFormat::Tsv, ExportFormat::Workbook, ExportFormat::JsonLines,
                                      ExportFormat::LabelStudio, ExportFormat::Doccano, ExportFormat::Argilla, ExportFormat::Prodigy}) {
        for (const SelectionMode mode : bothModes) {
            SCOPED_TRACE(std::string(exportFormatName(format)) + (mode == SelectionMode::SingleBest ? " single" : " several"));
            const ExportTable table = reviewedTable(mode);
            write(table, format);
            read();
            EXPECT_EQ(exported.written, 5U);
            EXPECT_EQ(testing::textsOf(*imported.dataset), testing::textsOf(*table.dataset));
            EXPECT_EQ(testing::idsOf(*imported.dataset), testing::idsOf(*table.dataset));
            EXPECT_EQ(imported.answers, decisionsOf(mode));
            EXPECT_EQ(extra(0, "channel"), "电话");
            EXPECT_EQ(extra(1, "channel"), "-1.5");
            EXPECT_EQ(extra(4, "channel"), "null");
        }
    }
}

TEST_F(Exchange, FormatsToTrainOnGiveOneAnswerATextAndSayWhoseItIs) {
    for (const ExportFormat format : {ExportFormat::Spacy, ExportFormat::HuggingFace, ExportFormat::Alpaca, ExportFormat::ShareGpt}) {
        for (const SelectionMode mode : bothModes) {
            SCOPED_TRACE(std::string(exportFormatName(format)) + (mode == SelectionMode::SingleBest ? " single" : " several"));
            ExportTable table = reviewedTable(mode);
            table.reviews.set(4, {});  // neither scored nor decided
            write(table, format);
            read();
            EXPECT_EQ(exported.written, 4U);
            EXPECT_EQ(exported.unanswered, 1U);
            EXPECT_THAT(testing::idsOf(*imported.dataset), ElementsAre("a1", "007", "+86 1", "4"));
            EXPECT_EQ(imported.dataset->operator[](1).text, "=cmd()");
            std::vector<std::vector<std::string>> decided;
            for (const GivenAnswer& answer : imported.answers) {
                if (answer.decided) decided.push_back(answer.labels);
            }
            EXPECT_THAT(decided.front(), ElementsAre("投诉")) << "the person's word, not the model's";
            EXPECT_EQ(decided.size(), format == ExportFormat::HuggingFace && mode == SelectionMode::SingleBest ? 1U : 2U)
                << "the model's answers do not come back as a person's";
        }
    }
}

TEST_F(Exchange, FastTextHoldsOnlyLabeledLines) {
    const ExportTable table = reviewedTable(SelectionMode::EveryAboveThreshold);
    write(table, ExportFormat::FastText);
    EXPECT_EQ(testing::readFile(file),
              "__label__投诉 发票, \"抬头\"写错了\n__label__a|b,_c plain\n__label__咨询 多行 文本\n"
              "__label__咨询 __label__a|b,_c emoji 😀 & <tag>\n");
    EXPECT_EQ(exported.unanswered, 1U);
    read();
    EXPECT_EQ(imported.options.format, TextFormat::FastText);
    EXPECT_THAT(imported.answers, SizeIs(4));
    EXPECT_THAT(imported.answers[3].labels, ElementsAre("咨询", "a|b,_c"));
    EXPECT_EQ((*imported.dataset)[0].text, "发票, \"抬头\"写错了");
}

TEST_F(Exchange, PredictionsComeBackAsColumns) {
    for (const ExportFormat format : {ExportFormat::LabelStudio, ExportFormat::Doccano, ExportFormat::Argilla}) {
        SCOPED_TRACE(exportFormatName(format));
        write(reviewedTable(SelectionMode::SingleBest), format);
        read();
        EXPECT_EQ(extra(1, "prediction"), "投诉");
        EXPECT_THAT(extra(1, "prediction_score"), ::testing::StartsWith("0.9"));
        EXPECT_EQ(extra(4, "prediction"), "") << "not scored";
        EXPECT_EQ(extra(1, "prediction_model"), format == ExportFormat::Doccano ? "no column prediction_model" : "Labelwright zh-mini");
    }
}

TEST_F(Exchange, WritesWhatTheOtherToolWantsBesideTheFile) {
    const ExportTable table = reviewedTable(SelectionMode::SingleBest);
    write(table, ExportFormat::LabelStudio);
    EXPECT_EQ(exported.companion, m_folder / "out.label_config.xml");
    EXPECT_THAT(testing::readFile(exported.companion), HasSubstr("<Choice value=\"投诉\"/>"));
    write(table, ExportFormat::HuggingFace);
    EXPECT_THAT(testing::readFile(exported.companion), HasSubstr("path: \"out.jsonl\""));
    write(table, ExportFormat::Spacy);
    EXPECT_THAT(testing::readFile(exported.companion), HasSubstr("DocBin"));
    write(table, ExportFormat::Argilla);
    EXPECT_THAT(testing::readFile(exported.companion), HasSubstr("rg.LabelQuestion"));
    write(table, ExportFormat::Csv);
    EXPECT_TRUE(exported.companion.empty());
}

TEST_F(Exchange, TheInstructionNamesTheLabels) {
    ExportTable table = reviewedTable(SelectionMode::SingleBest);
    ExportOptions options;
    options.format = ExportFormat::Alpaca;
    options.instruction = "One of {labels}!";
    ASSERT_TRUE(exportResults(m_folder / "out.json", table, options).ok());
    EXPECT_THAT(testing::readFile(m_folder / "out.json"), HasSubstr(R"("instruction":"One of 咨询, 投诉, a|b, c!","input":"发票)"));
}

TEST_F(Exchange, NothingIsAlsoAFile) {
    ExportTable table = reviewedTable(SelectionMode::SingleBest);
    table.rows.clear();
    write(table, ExportFormat::LabelStudio);
    EXPECT_EQ(testing::readFile(file), "[\n]\n");
}

/// How other tools write: by their documentation, each with what it is not to be mistaken for.
struct Foreign {
    const char* name;
    const char* file;
    const char* content;
    TextFormat format;
    std::vector<std::string> texts;
    std::vector<GivenAnswer> answers;
};

void PrintTo(const Foreign& foreign, std::ostream* out) { *out << foreign.name; }

class ForeignFile : public ::testing::TestWithParam<Foreign> {};

TEST_P(ForeignFile, IsUnderstood) {
    const auto result = testing::importedBytes(GetParam().content, GetParam().file);
    ASSERT_TRUE(result.ok()) << result.error().detail;
    EXPECT_EQ(importFormatName(*result->options.format), std::string(importFormatName(GetParam().format)));
    EXPECT_EQ(testing::textsOf(*result->dataset), GetParam().texts);
    EXPECT_EQ(result->answers, GetParam().answers);
    EXPECT_THAT(testing::rejectsOf(*result), IsEmpty());
}

GivenAnswer decided(std::uint32_t row, std::vector<std::string> labels) { return {row, true, std::move(labels), false, false, ""}; }
GivenAnswer deferred(std::uint32_t row) { return {row, false, {}, true, false, ""}; }

const Foreign foreignFiles[] = {
    {"labelStudio",
     "export.json",
     R"([{"id": 7, "data": {"text": "退款"}, "annotations": [{"was_cancelled": false, "result": [{"from_name": "label", "to_name": "text",
  "type": "choices", "value": {"choices": ["投诉"]}}]}]},
 {"id": 8, "data": {"text": "skip"}, "annotations": [{"was_cancelled": true, "result": []}]},
 {"id": 9, "data": {"text": "tree"}, "completions": [{"result": [{"type": "taxonomy", "value": {"taxonomy": [["a", "b"]]}}]}]},
 {"id": 10, "data": {"text": "new"}, "annotations": [], "predictions": [{"result": [{"value": {"choices": ["x"]}}]}]}])",
     TextFormat::LabelStudio,
     {"退款", "skip", "tree", "new"},
     {decided(0, {"投诉"}), deferred(1), decided(2, {"b"})}},
    {"doccano",
     "all.jsonl",
     "{\"id\": 1, \"text\": \"Terrible\", \"label\": [\"negative\"], \"Comments\": [\"sure?\"]}\n"
     "{\"id\": 2, \"text\": \"new\", \"label\": [], \"Comments\": []}\n",
     TextFormat::Doccano,
     {"Terrible", "new"},
     {{0, true, {"negative"}, false, false, "sure?"}}},
    {"argillaNested",
     "records.json",
     R"([{"id": "17", "fields": {"text": "one"}, "metadata": {"source": "a.csv"}, "suggestions": {"label": {"value": "x", "score": 0.9}},
 "responses": {"label": [{"value": "negative", "user_id": "u"}]}, "vectors": {}, "_server_id": null},
 {"id": "18", "fields": {"text": "two"}, "responses": {"label": [{"value": "a", "user_id": "u", "status": "discarded"}]}},
 {"id": "19", "fields": {"text": "three"}, "responses": {"label": [{"value": "a", "user_id": "u", "status": "draft"}]}}])",
     TextFormat::Argilla,
     {"one", "two", "three"},
     {decided(0, {"negative"}), deferred(1)}},
    {"argillaFlat",
     "flat.json",
     R"([{"id": "1", "text": "one", "label.responses": ["a"], "label.responses.users": ["u"], "label.responses.status": ["submitted"],
 "label.suggestion": "b", "label.suggestion.score": 0.5, "_server_id": "s"},
 {"id": "2", "text": "two", "label.responses": null, "label.suggestion": null}])",
     TextFormat::Argilla,
     {"one", "two"},
     {decided(0, {"a"})}},
    {"prodigyBinary",
     "prodigy.jsonl",
     "{\"text\":\"you\",\"label\":\"INSULT\",\"meta\":{\"source\":\"a\"},\"_input_hash\":1,\"_task_hash\":2,\"answer\":\"accept\"}\n"
     "{\"text\":\"me\",\"label\":\"INSULT\",\"answer\":\"reject\"}\n"
     "{\"text\":\"it\",\"label\":\"INSULT\",\"answer\":\"ignore\"}\n",
     TextFormat::Prodigy,
     {"you", "me", "it"},
     {decided(0, {"INSULT"}), decided(1, {}), deferred(2)}},
    {"prodigyChoice",
     "choice.jsonl",
     "{\"text\":\"t\",\"options\":[{\"id\":1,\"text\":\"one\"},{\"id\":\"B\",\"text\":\"bee\"}],\"accept\":[\"B\"],\"answer\":\"accept\"}"
     "\n",
     TextFormat::Prodigy,
     {"t"},
     {decided(0, {"bee"})}},
    {"spacy",
     "train.jsonl",
     "{\"text\":\"good\",\"cats\":{\"POSITIVE\":1.0,\"NEGATIVE\":0.0}}\n",
     TextFormat::Spacy,
     {"good"},
     {decided(0, {"POSITIVE"})}},
    {"fastText",
     "train.txt",
     "__label__a __label__b some text\n__label__c other\nplain\n",
     TextFormat::FastText,
     {"some text", "other", "plain"},
     {decided(0, {"a", "b"}), decided(1, {"c"})}},
    {"alpaca",
     "alpaca.json",
     R"([{"instruction": "Which sentiment?", "input": "great", "output": "positive"}, {"instruction": "Tell a joke", "input": "", "output": ""}])",
     TextFormat::Alpaca,
     {"great", "Tell a joke"},
     {decided(0, {"positive"})}},
    {"shareGpt",
     "chat.json",
     R"([{"conversations": [{"from": "system", "value": "s"}, {"from": "human", "value": "great"}, {"from": "gpt", "value": "positive"}]}])",
     TextFormat::ShareGpt,
     {"great"},
     {decided(0, {"positive"})}},
    {"openAiChat",
     "chat.jsonl",
     "{\"messages\": [{\"role\": \"user\", \"content\": \"great\"}, {\"role\": \"assistant\", \"content\": \"positive\"}]}\n",
     TextFormat::ShareGpt,
     {"great"},
     {decided(0, {"positive"})}},
    {"plainArray", "rows.json", R"([ {"text": "a", "n": 1}, {"text": "b", "n": null} ])", TextFormat::JsonArray, {"a", "b"}, {}},
    {"ownLines",
     "own.jsonl",
     "{\"id\":\"1\",\"text\":\"a\",\"label\":\"x\",\"confidence\":0.5,\"truncated\":false}\n",
     TextFormat::JsonLines,
     {"a"},
     {}},
};
INSTANTIATE_TEST_SUITE_P(Of, ForeignFile, ::testing::ValuesIn(foreignFiles),
                         [](const auto& foreign) { return std::string(foreign.param.name); });

TEST(JsonArrays, LoseOnlyTheItemsThatAreWrong) {
    const auto result = testing::importedBytes(
        "[\n{\"text\": \"a\"},\n{\"text\": 5},\n7,\n{\"text\": tru},\n{\"text\": \"b ] \\\" }\"}\n] tail", "rows.json");
    ASSERT_TRUE(result.ok()) << result.error().detail;
    EXPECT_THAT(testing::textsOf(*result->dataset), ElementsAre("a", "b ] \" }"));
    using Reason = RejectedRow::Reason;
    EXPECT_THAT(testing::rejectsOf(*result), ElementsAre(std::pair(3, Reason::TextNotAString), std::pair(4, Reason::NotAnObject),
                                                         std::pair(5, Reason::InvalidJson), std::pair(7, Reason::InvalidJson)));
}

TEST(JsonArrays, ThatEndTooEarlySaySo) {
    const auto result = testing::importedBytes("[{\"text\": \"a\"}, {\"text\": \"b", "rows.json");
    ASSERT_TRUE(result.ok()) << result.error().detail;
    EXPECT_THAT(testing::textsOf(*result->dataset), ElementsAre("a"));
    ASSERT_THAT(result->rejected, SizeIs(1));
    EXPECT_EQ(result->rejected[0].detail, "the array ends within this item");
}

TEST(JsonArrays, ReadTheSameInBlocksOfAnySize) {
    const std::string bytes = R"([{"a": "x[", "b": [1, {"c": "]}\""}]}, {"a": "y"}])";
    std::vector<testing::Outcome> whole;
    for (const std::size_t block : {1, 2, 3, 7, 64, 4096}) {
        JsonParser parser({}, NewKeys::AddColumn, JsonFraming::Array);
        const auto outcomes = testing::parsedInBlocks(parser, bytes, block);
        if (whole.empty()) whole = outcomes;
        EXPECT_THAT(outcomes, SizeIs(2)) << block;
        EXPECT_EQ(outcomes, whole) << block;
    }
}

TEST(LabelColumn, IsTakenIfItIsNamedAndLeftAloneIfNot) {
    const std::string csv = "id,text,mood\n1,a,good;bad\n2,b,\n";
    const auto alone = testing::importedBytes(csv);
    ASSERT_TRUE(alone.ok());
    EXPECT_THAT(alone->answers, IsEmpty());
    EXPECT_THAT(alone->dataset->extraColumns(), ElementsAre("mood"));
    ImportOptions options;
    options.labelColumn = "mood";
    options.labelSeparator = ';';
    const auto taken = testing::importedBytes(csv, "table.csv", options);
    ASSERT_TRUE(taken.ok());
    EXPECT_THAT(taken->answers, ElementsAre(decided(0, {"good", "bad"})));
    EXPECT_THAT(taken->dataset->extraColumns(), IsEmpty());
    options.labelColumn = "modo";
    const auto wrong = testing::importedBytes(csv, "table.csv", options);
    ASSERT_FALSE(wrong.ok());
    EXPECT_THAT(wrong.error().detail, HasSubstr("there is no column \"modo\"; the file has: id, text, mood"));
}

TEST(TextFolders, AreOneTextAFile) {
    const TemporaryFolder folder;
    std::filesystem::create_directories(folder / "好评");
    std::filesystem::create_directories(folder / ".git");
    testing::writeFile(folder / "b.txt", "second\n");
    testing::writeFile(folder / "好评" / "a.md", "\xef\xbb\xbf质量\n很好\r\n");
    testing::writeFile(folder / "好评" / "gb.TXT", "\xbf\xcd\xb7\xfe\xcc\xac\xb6\xc8\xba\xdc\xba\xc3");
    testing::writeFile(folder / ".git" / "c.txt", "hidden");
    testing::writeFile(folder / "picture.png", "no text");
    testing::writeFile(folder / "zero.txt", std::string("a\0b", 3));
    const auto result = importTexts({std::filesystem::path(folder / "."), {}});
    ASSERT_TRUE(result.ok()) << result.error().detail;
    EXPECT_THAT(testing::idsOf(*result->dataset), ElementsAre("b.txt", "好评/a.md", "好评/gb.TXT"));
    EXPECT_THAT(testing::textsOf(*result->dataset), ElementsAre("second", "质量\n很好", "客服态度很好"));
    EXPECT_EQ(result->dataset->extra(1, 0), "好评");
    ASSERT_THAT(result->rejected, SizeIs(1));
    EXPECT_EQ(result->rejected[0].reason, RejectedRow::Reason::NotATextFile);
    EXPECT_THAT(result->rejected[0].detail, HasSubstr("zero.txt"));

    std::filesystem::create_directories(folder / "empty");
    const auto none = importTexts({std::filesystem::path(folder / "empty"), {}});
    ASSERT_FALSE(none.ok());
    EXPECT_THAT(none.error().detail, HasSubstr("holds no text files"));
}

}  // namespace
}  // namespace labelwright
