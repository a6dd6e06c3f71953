#include "core/io/result_export.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

#include "tests/support/test_paths.h"

namespace labelwright {
namespace {

using ::testing::HasSubstr;
using testing::readFile;
using testing::TemporaryFolder;

LabelSet labelSet(const std::vector<std::string>& names) {
    LabelSet set;
    for (const std::string& name : names) {
        Label label;
        label.id = name;
        label.name = name;
        set.labels.push_back(label);
    }
    return set;
}

ScoreReading cosines() { return {"zh-mini", "Labelwright zh-mini", ScoreRule::Cosine, 1, {LogitRole::Cosine}}; }

/// Three texts and two labels, scored by a bi-encoder at temperature 1; the last text is not scored.
ExportTable table() {
    DatasetBuilder builder({"messages.csv", "", "内容", "编号", "csv", "UTF-8"}, {"channel", "label"});
    builder.add("a1", "发票, \"抬头\"\n写错了", std::vector<std::string_view>{"电话", "旧"}, 2);
    builder.add("-7", "=cmd()", std::vector<std::string_view>{"-1.5", "@x"}, 4);
    builder.add("+86 1", "plain", std::vector<std::string_view>{"", "-"}, 5);
    ExportTable table;
    table.dataset = std::move(builder).build();
    table.rows = {0, 1, 2};
    table.labels = labelSet({"咨询", "投诉"});
    table.scores = ScoreTable(3);
    const std::vector<Hash128> hypotheses{hypothesisHash(table.labels, table.labels.labels[0]),
                                          hypothesisHash(table.labels, table.labels.labels[1])};
    const std::vector<std::uint32_t> rows{0, 1};
    const std::vector<PairLogits> logits{{0.25F, 0}, {0.75F, 0}, {0.5F, 0}, {0.5F, 0}};
    table.scores.set(rows, hypotheses, logits);
    for (const std::uint32_t row : {0, 1, 2}) table.scores.setReading(row, table.scores.addReading(cosines()));
    table.scores.setTruncated(1, true);
    return table;
}

std::string exported(const ExportTable& table, const ExportOptions& options) {
    const TemporaryFolder folder;
    const auto done = exportResults(folder / "out", table, options);
    EXPECT_TRUE(done.ok());
    return readFile(folder / "out");
}

ExportOptions csv() { return {}; }
ExportOptions jsonLines() {
    ExportOptions options;
    options.format = ExportFormat::JsonLines;
    return options;
}

TEST(Export, WritesExactlyTheDocumentedCsv) {
    ExportOptions options = csv();
    options.scores = ExportedScores::Probabilities;
    EXPECT_EQ(exported(table(), options),
              "\xef\xbb\xbfid,text,label,confidence,truncated,score__咨询,score__投诉,channel,source_label\r\n"
              "a1,\"发票, \"\"抬头\"\"\n写错了\",投诉,0.62245935,false,0.37754068,0.62245935,电话,旧\r\n"
              "-7,'=cmd(),咨询,0.5,true,0.5,0.5,-1.5,'@x\r\n"
              "'+86 1,plain,,,false,,,,'-\r\n");
}

TEST(Export, WritesExactlyTheDocumentedJsonLines) {
    ExportOptions options = jsonLines();
    options.scores = ExportedScores::Probabilities;
    EXPECT_EQ(exported(table(), options),
              R"({"id":"a1","text":"发票, \"抬头\"\n写错了","label":"投诉","confidence":0.62245935,"truncated":false,)"
              R"("scores":{"咨询":0.37754068,"投诉":0.62245935},"channel":"电话","source_label":"旧"})"
              "\n"
              R"-({"id":"-7","text":"=cmd()","label":"咨询","confidence":0.5,"truncated":true,)-"
              R"("scores":{"咨询":0.5,"投诉":0.5},"channel":"-1.5","source_label":"@x"})"
              "\n"
              R"({"id":"+86 1","text":"plain","label":null,"confidence":null,"truncated":false,)"
              R"("scores":{"咨询":null,"投诉":null},"channel":"","source_label":"-"})"
              "\n");
}

/// The table above, with a word of a person on two of its texts.
ExportTable reviewedTable() {
    ExportTable reviewed = table();
    reviewed.reviews = ReviewTable(3);
    Review accepted;
    accepted.decided = accepted.flagged = true;
    accepted.labels = {"投诉"};
    reviewed.reviews.set(0, accepted);
    Review corrected;
    corrected.decided = true;
    corrected.labels = {"left the set", "咨询"};
    corrected.note = "=1+1";
    reviewed.reviews.set(2, corrected);
    reviewed.formerNames["left the set"] = "表扬";
    return reviewed;
}

TEST(Export, KeepsWhatPeopleSaidApartFromThePrediction) {
    ExportOptions options = csv();
    options.extraColumns = false;
    EXPECT_EQ(exported(reviewedTable(), options),
              "\xef\xbb\xbfid,text,label,confidence,truncated,human_label,review,deferred,flagged,note\r\n"
              "a1,\"发票, \"\"抬头\"\"\n写错了\",投诉,0.62245935,false,投诉,accepted,false,true,\r\n"
              "-7,'=cmd(),咨询,0.5,true,,suggested,false,false,\r\n"
              "'+86 1,plain,,,false,咨询|表扬,corrected,false,false,'=1+1\r\n");
}

TEST(Export, WritesReviewsAsJsonWithNullWhereNobodyHasDecided) {
    ExportOptions options = jsonLines();
    options.extraColumns = false;
    const std::string text = exported(reviewedTable(), options);
    EXPECT_THAT(text, HasSubstr("\"label\":\"投诉\",\"confidence\":0.62245935,\"truncated\":false,\"human_labels\":[\"投诉\"],"
                                "\"review\":\"accepted\",\"deferred\":false,\"flagged\":true,\"note\":\"\"}"));
    EXPECT_THAT(text, HasSubstr("\"human_labels\":null,\"review\":\"suggested\""));
    EXPECT_THAT(text, HasSubstr("\"human_labels\":[\"咨询\",\"表扬\"],\"review\":\"corrected\""));
}

TEST(Export, LeavesOutMarkGuardAndExtraColumnsWhenAsked) {
    ExportOptions options = csv();
    options.byteOrderMark = ByteOrderMark::Omit;
    options.formulaGuard = FormulaGuard::Off;
    options.extraColumns = false;
    ExportTable unscored = table();
    unscored.scores = ScoreTable();
    EXPECT_EQ(exported(unscored, options),
              "id,text,label,confidence,truncated\r\n"
              "a1,\"发票, \"\"抬头\"\"\n写错了\",,,false\r\n"
              "-7,=cmd(),,,false\r\n"
              "+86 1,plain,,,false\r\n");
}

TEST(Export, WritesTheRowsGivenInTheirOrder) {
    ExportTable some = table();
    some.rows = {2, 0};
    ExportOptions options = jsonLines();
    options.extraColumns = false;
    EXPECT_EQ(
        exported(some, options),
        "{\"id\":\"+86 1\",\"text\":\"plain\",\"label\":null,\"confidence\":null,\"truncated\":false}\n"
        "{\"id\":\"a1\",\"text\":\"发票, \\\"抬头\\\"\\n写错了\",\"label\":\"投诉\",\"confidence\":0.62245935,\"truncated\":false}\n");
}

TEST(Export, JoinsSeveralLabelsInCsvAndListsThemInJson) {
    ExportTable several = table();
    several.rows = {0, 1, 2};
    several.selection.mode = SelectionMode::EveryAboveThreshold;
    several.selection.threshold = 0.3F;
    several.scores.set(1, several.scores.hypotheses()[0], {-3, 0});
    several.scores.set(1, several.scores.hypotheses()[1], {3, 0});
    EXPECT_THAT(exported(several, csv()), HasSubstr(",投诉|咨询,0.62245935,"));
    const std::string json = exported(several, jsonLines());
    EXPECT_THAT(json, HasSubstr(R"("labels":["投诉","咨询"],"confidence":0.62245935)"));
    EXPECT_THAT(json, HasSubstr(R"("labels":["投诉"],)"));
    EXPECT_THAT(json, HasSubstr(R"("labels":[],"confidence":null)"));
    // With several labels the key "label" is free for the source's own column.
    EXPECT_THAT(json, HasSubstr(R"("label":"旧")"));
}

TEST(Export, GivesNoLabelWhereTheModelAbstains) {
    ExportTable unsure = table();
    unsure.selection.abstain = 0.6F;
    const std::string json = exported(unsure, jsonLines());
    EXPECT_THAT(json, HasSubstr(R"("label":"投诉","confidence":0.62245935)"));
    EXPECT_THAT(json, HasSubstr(R"("label":null,"confidence":0.5)"));
}

/// One text scored by a cross-encoder whose columns are contradiction, neutral, entailment.
ExportTable crossEncoderTable() {
    DatasetBuilder builder({}, {});
    builder.add("1", "text", {}, 1);
    builder.add("2", "text", {}, 2);
    ExportTable table;
    table.dataset = std::move(builder).build();
    table.rows = {0, 1};
    table.labels = labelSet({"a", "b"});
    table.scores = ScoreTable(2);
    for (const Label& label : table.labels.labels) {
        table.scores.set(0, hypothesisHash(table.labels, label), {1.5F, -2, 0.1F});
        table.scores.set(1, hypothesisHash(table.labels, label), {0.125F, 0});
    }
    const ScoreReading nli{"nli", "NLI", ScoreRule::Entailment, 1, {LogitRole::Contradiction, LogitRole::Neutral, LogitRole::Entailment}};
    table.scores.setReading(0, table.scores.addReading(nli));
    table.scores.setReading(1, table.scores.addReading(cosines()));
    return table;
}

TEST(Export, WritesLogitsInTheOrderOfEachRowsCheckpoint) {
    ExportOptions options = jsonLines();
    options.scores = ExportedScores::Logits;
    const std::string json = exported(crossEncoderTable(), options);
    EXPECT_THAT(json, HasSubstr(R"("scores":{"a":[-2,0.1,1.5],"b":[-2,0.1,1.5]})"));
    EXPECT_THAT(json, HasSubstr(R"("scores":{"a":[0.125],"b":[0.125]})"));
}

TEST(Export, WritesLogitsAsOneCsvColumnEach) {
    ExportOptions options = csv();
    options.scores = ExportedScores::Logits;
    options.byteOrderMark = ByteOrderMark::Omit;
    EXPECT_EQ(exported(crossEncoderTable(), options),
              "id,text,label,confidence,truncated,contradiction__a,neutral__a,entailment__a,cosine__a,contradiction__b,neutral__b,"
              "entailment__b,cosine__b\r\n"
              "1,text,a,0.5,false,-2,0.1,1.5,,-2,0.1,1.5,\r\n"
              "2,text,a,0.5,false,,,,0.125,,,,0.125\r\n");
}

TEST(Export, GuardsHeadersAndLabelsAsWell) {
    DatasetBuilder builder({}, {"=A1"});
    builder.add("1", "\tt", std::vector<std::string_view>{"\rx"}, 1);
    ExportTable odd;
    odd.dataset = std::move(builder).build();
    odd.rows = {0};
    odd.labels = labelSet({"+plus"});
    odd.scores = ScoreTable(1);
    odd.scores.set(0, hypothesisHash(odd.labels, odd.labels.labels[0]), {1, 0});
    ExportOptions options = csv();
    options.byteOrderMark = ByteOrderMark::Omit;
    EXPECT_EQ(exported(odd, options), "id,text,label,confidence,truncated,'=A1\r\n1,'\tt,'+plus,0.7310586,false,\"'\rx\"\r\n");
}

TEST(Export, GivesTheSameBytesEveryTime) {
    for (const ExportOptions& options : {csv(), jsonLines()}) EXPECT_EQ(exported(table(), options), exported(table(), options));
}

TEST(Export, LeavesNothingBehindWhenCancelled) {
    const TemporaryFolder folder;
    testing::writeFile(folder / "out.csv", "the old file");
    ExportTable many = table();
    many.rows.assign(20'000, 0);
    std::stop_source stop;
    const auto done = exportResults(folder / "out.csv", many, csv(), stop.get_token(), [&](std::size_t written, std::size_t) {
        if (written > 5'000) stop.request_stop();
    });
    ASSERT_FALSE(done.ok());
    EXPECT_EQ(done.error().code, ErrorCode::Cancelled);
    EXPECT_EQ(readFile(folder / "out.csv"), "the old file");
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1);
}

TEST(Export, ReplacesAFileInOneStepAndKeepsALink) {
    const TemporaryFolder folder;
    testing::writeFile(folder / "real.csv", "old");
    std::filesystem::create_symlink(folder / "real.csv", folder / "link.csv");
    ASSERT_TRUE(exportResults(folder / "link.csv", table(), csv()).ok());
    EXPECT_TRUE(std::filesystem::is_symlink(folder / "link.csv"));
    EXPECT_THAT(readFile(folder / "real.csv"), HasSubstr("a1,"));
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 2);
}

TEST(Export, SaysWhyAFileCannotBeWritten) {
    const TemporaryFolder folder;
    const auto missing = exportResults(folder / "no" / "out.csv", table(), csv());
    ASSERT_FALSE(missing.ok());
    EXPECT_EQ(missing.error().code, ErrorCode::FileUnwritable);
    EXPECT_EQ(missing.error().arguments[0], (folder.path() / "no" / "out.csv").string());
    EXPECT_EQ(exportResults(folder.path(), table(), csv()).error().code, ErrorCode::FileUnwritable);
}

TEST(Export, SaysThatTheDiskIsFull) {
    const std::filesystem::path full = "/dev/full";
    SKIP_WITHOUT(full);
    const auto done = exportResults(full, table(), csv());
    ASSERT_FALSE(done.ok());
    EXPECT_EQ(done.error().code, ErrorCode::FileUnwritable);
}

TEST(Export, RefusesRowsThatTheDatasetDoesNotHave) {
    const TemporaryFolder folder;
    ExportTable wrong = table();
    wrong.rows = {3};
    EXPECT_EQ(exportResults(folder / "out.csv", wrong, csv()).error().code, ErrorCode::InvalidArgument);
    wrong.dataset = nullptr;
    EXPECT_EQ(exportResults(folder / "out.csv", wrong, csv()).error().code, ErrorCode::InvalidArgument);
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

}  // namespace
}  // namespace labelwright
