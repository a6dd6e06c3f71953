#include "core/labels/exchange/label_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/labels/exchange/label_set_json.h"
#include "core/labels/kept_apart.h"
#include "core/labels/label_list.h"
#include "core/labels/merging.h"

namespace labelwright {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

/// Everything that a label set can hold, with characters that formats must escape.
LabelSet fullSet() {
    LabelSet labels;
    labels.id = newId();
    labels.name = "客服";
    labels.hypothesisTemplate = "这是{}";
    labels.version = 7;
    labels.labels = makeLabels({"售后", "退款, \"快\"", "<投诉> & 其他", "=1+1"});
    labels.labels[0].description = "第一行\n第二行";
    labels.labels[0].englishName = "after-sales";
    labels.labels[0].key = "Ctrl+Shift+a";
    labels.labels[1].parent = labels.labels[0].id;
    labels.labels[1].hypothesis = "顾客要求{}。";
    labels.labels[2].colour = 0x123456;
    labels.labels[2].parent = labels.labels[1].id;
    labels.labels[3].hypothesis = "一句没有空位的话";
    labels.keptApart = {{labels.labels[0].id, labels.labels[3].id}};
    return labels;
}

LabelSet readBack(const LabelSet& labels, LabelFileFormat format) {
    const std::string bytes = writeLabelFile(labels, format);
    EXPECT_EQ(recognisedLabelFileFormat(bytes), format) << bytes;
    auto read = readLabelFile(bytes, "test");
    EXPECT_TRUE(read.ok()) << (read ? "" : read.error().detail);
    return read ? read->labelSet : LabelSet();
}

std::string errorOf(const std::string& bytes) {
    const auto read = readLabelFile(bytes, "my.file");
    if (read) return "no error";
    EXPECT_EQ(read.error().code, ErrorCode::FileMalformed);
    return read.error().detail;
}

std::vector<std::string> names(const std::string& bytes) {
    const auto read = readLabelFile(bytes, "test");
    EXPECT_TRUE(read.ok()) << (read ? "" : read.error().detail);
    std::vector<std::string> all;
    if (read)
        for (const Label& label : read->labelSet.labels) all.push_back(label.name);
    return all;
}

TEST(LabelFiles, OurOwnJsonGivesBackEverything) {
    const LabelSet labels = fullSet();
    const auto read = readLabelFile(writeLabelFile(labels, LabelFileFormat::Json, {"说明", SelectionMode::SingleBest}), "test");
    ASSERT_TRUE(read.ok()) << read.error().detail;
    EXPECT_EQ(read->labelSet, labels);
    EXPECT_EQ(read->description, "说明");
}

TEST(LabelFiles, OurOwnJsonKeepsMergedLabelsWholeAndThoseBelowThem) {
    LabelSet labels = fullSet();
    labels = *mergeLabels(labels, labels.labels[1].id, labels.labels[3].id);  // labels[2] stays below the one that is merged
    labels = *mergeLabels(labels, labels.labels[2].id, labels.labels[0].id);  // merged in merged
    ASSERT_EQ(labels.labels.size(), 2U);
    EXPECT_EQ(readBack(labels, LabelFileFormat::Json), labels);
}

TEST(LabelFiles, ACopyUnderNewIdsKeepsMergedLabelsAndParents) {
    LabelSet labels = fullSet();
    labels = *mergeLabels(labels, labels.labels[1].id, labels.labels[3].id);
    const LabelSet copy = withNewIds(labels);
    ASSERT_EQ(copy.labels.size(), 3U);
    ASSERT_EQ(copy.labels[2].merged.size(), 1U);
    EXPECT_NE(copy.labels[2].merged[0].id, labels.labels[2].merged[0].id);
    EXPECT_EQ(copy.labels[1].parent, copy.labels[2].merged[0].id);
    EXPECT_EQ(copy.labels[2].merged[0].parent, copy.labels[0].id);
    EXPECT_EQ(copy.keptApart, (std::vector<LabelPair>{{copy.labels[0].id, copy.labels[2].id}}));
}

TEST(LabelFiles, PairsKeptApartAreWrittenByHandAsNames) {
    const auto read = readLabelFile(R"({"labels": ["退款", "退货", "发票"], "kept_apart": [["退款", " 退货"]]})", "test");
    ASSERT_TRUE(read.ok()) << read.error().detail;
    const LabelSet& labels = read->labelSet;
    EXPECT_TRUE(areKeptApart(labels, labels.labels[1].id, labels.labels[0].id));
    EXPECT_FALSE(areKeptApart(labels, labels.labels[1].id, labels.labels[2].id));
    EXPECT_THAT(errorOf(R"({"labels": ["a", "b"], "kept_apart": [["a", "c"]]})"), AllOf(HasSubstr("kept_apart"), HasSubstr("\"c\"")));
    EXPECT_THAT(errorOf(R"({"labels": ["a", "b"], "kept_apart": [["a"]]})"), HasSubstr("list of pairs"));
    EXPECT_THAT(errorOf(R"({"labels": ["a", "b"], "kept_apart": [["a", "a"]]})"), HasSubstr("beside itself"));
}

TEST(LabelFiles, AParentThatIsGoneIsNotWritten) {
    LabelSet labels = fullSet();
    labels.labels.erase(labels.labels.begin());
    const LabelSet read = readBack(labels, LabelFileFormat::Json);
    ASSERT_EQ(read.labels.size(), 3U);
    EXPECT_EQ(read.labels[0].parent, "");
    EXPECT_EQ(read.labels[1].parent, labels.labels[0].id);
}

TEST(LabelFiles, ATableGivesBackEverythingOfTheLabels) {
    LabelSet labels = fullSet();
    const LabelSet read = readBack(labels, LabelFileFormat::Csv);
    EXPECT_EQ(read.labels, labels.labels);
    EXPECT_EQ(read.hypothesisTemplate, labels.hypothesisTemplate);
    EXPECT_THAT(fieldsLost(labels, LabelFileFormat::Csv), ElementsAre(LabelField::SetName, LabelField::KeptApart));
}

TEST(LabelFiles, ATableIsSafeToOpenInASpreadsheet) {
    EXPECT_THAT(writeLabelFile(fullSet(), LabelFileFormat::Csv), AllOf(HasSubstr("\n'=1+1,"), ::testing::StartsWith("\xef\xbb\xbfname,")));
    for (const char* name : {"=a", "'=a", "''=a", "'a", "-1", "@b", "'"}) {
        LabelSet labels;
        labels.labels = makeLabels({name, "other"});
        EXPECT_EQ(readBack(labels, LabelFileFormat::Csv).labels[0].name, name);
    }
}

TEST(LabelFiles, ATableMadeByHandIsReadByItsColumnNames) {
    const auto read = readLabelFile("编号;标签;上级;颜色;快捷键;备注\n1;退款;售后;red;q;x\n2;售后;;#0f0;;y\n\n", "t.csv");
    ASSERT_TRUE(read.ok()) << read.error().detail;
    const auto& labels = read->labelSet.labels;
    ASSERT_EQ(labels.size(), 2U);
    EXPECT_EQ(labels[0].name, "退款");
    EXPECT_EQ(labels[0].parent, labels[1].id);
    EXPECT_EQ(labels[0].colour, 0xFF0000U);
    EXPECT_EQ(labels[1].colour, 0x00FF00U);
    EXPECT_EQ(labels[0].key, "q");
    EXPECT_NE(labels[0].id, "1") << "a number of another program stands in every file";
}

TEST(LabelFiles, AChineseTableInGb18030IsRead) {
    EXPECT_THAT(names("name,description\n\xd7\xc9\xd1\xaf,\xcc\xe1\xce\xca\n\xcd\xb6\xcb\xdf,\xb2\xbb\xc2\xfa\n"),
                ElementsAre("咨询", "投诉"));
}

TEST(LabelFiles, DoccanosExportIsRead) {
    const auto read = readLabelFile(R"([
  {"id": 44, "text": "Dog", "prefix_key": null, "suffix_key": "d", "background_color": "#FF0000", "text_color": "#ffffff"},
  {"id": 45, "text": "猫", "prefix_key": "ctrl shift", "suffix_key": "c", "background_color": "#73D8FF", "text_color": "#000000"},
  {"id": 46, "text": "Bird", "prefix_key": null, "suffix_key": null, "background_color": "#209CEE", "text_color": "#ffffff"}
])",
                                    "label_config.json");
    ASSERT_TRUE(read.ok()) << read.error().detail;
    const auto& labels = read->labelSet.labels;
    ASSERT_EQ(labels.size(), 3U);
    EXPECT_EQ(labels[0].name, "Dog");
    EXPECT_EQ(labels[0].key, "d");
    EXPECT_EQ(labels[0].colour, 0xFF0000U);
    EXPECT_EQ(labels[1].key, "Ctrl+Shift+c");
    EXPECT_EQ(labels[2].key, "");
}

TEST(LabelFiles, DoccanosLabelsComeBackWithNameColourAndKey) {
    LabelSet labels;
    labels.labels = makeLabels({"Dog", "猫", "Bird"});
    labels.labels[0].key = "d";
    labels.labels[1].key = "Ctrl+1";
    labels.labels[2].key = "D";  // the same key for doccano, which refuses a second one
    const std::string bytes = writeLabelFile(labels, LabelFileFormat::Doccano);
    EXPECT_THAT(bytes, AllOf(HasSubstr(R"("prefix_key": null)"), HasSubstr(R"("suffix_key": "d")"), HasSubstr(R"("prefix_key": "ctrl")")));
    const LabelSet read = readBack(labels, LabelFileFormat::Doccano);
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(read.labels[i].name, labels.labels[i].name);
        EXPECT_EQ(read.labels[i].colour, labels.labels[i].colour);
    }
    EXPECT_EQ(read.labels[1].key, "Ctrl+1");
    EXPECT_EQ(read.labels[2].key, "");
}

TEST(LabelFiles, LinesArePlainNamesWithDescriptions) {
    EXPECT_THAT(names("# mine\n质量, 做工\t材质\n物流\n"), ElementsAre("质量, 做工", "物流"));
    EXPECT_THAT(names("[\"a\", \"b\"]"), ElementsAre("a", "b"));
    LabelSet labels;
    labels.labels = makeLabels({"质量, 做工", "物流"});
    labels.labels[1].description = "快慢";
    const LabelSet read = readBack(labels, LabelFileFormat::Text);
    EXPECT_EQ(read.labels[0].name, "质量, 做工");
    EXPECT_EQ(read.labels[1].description, "快慢");
}

TEST(LabelFiles, WhatAFormatCannotHoldIsNamed) {
    LabelSet labels = fullSet();
    EXPECT_THAT(fieldsLost(labels, LabelFileFormat::Json), IsEmpty());
    EXPECT_THAT(fieldsLost(labels, LabelFileFormat::LabelStudio),
                UnorderedElementsAre(LabelField::Id, LabelField::EnglishName, LabelField::Hypothesis, LabelField::Template,
                                     LabelField::SetName, LabelField::KeptApart));
    labels = *mergeLabels(labels, labels.labels[0].id, labels.labels[3].id);
    EXPECT_THAT(fieldsLost(labels, LabelFileFormat::Csv), ElementsAre(LabelField::Merged, LabelField::SetName, LabelField::KeptApart));
    EXPECT_THAT(fieldsLost(labels, LabelFileFormat::Json), IsEmpty());
}

TEST(LabelFiles, ErrorsNameFilePlaceAndRemedy) {
    EXPECT_THAT(errorOf("name,colour\na,#ff0000\nb,reddish\n"),
                AllOf(HasSubstr("my.file, line 3, colour"), HasSubstr("reddish"), HasSubstr("#rrggbb")));
    EXPECT_THAT(errorOf("name,key\na,1\n,2\n"), AllOf(HasSubstr("my.file, line 3"), HasSubstr("no name")));
    EXPECT_THAT(errorOf("name,key\na,1\nＡ,2\n"), AllOf(HasSubstr("line 3"), HasSubstr("stands twice, first at line 2")));
    EXPECT_THAT(errorOf("name,parent\na,b\n"), AllOf(HasSubstr("line 2"), HasSubstr("the parent \"b\" is no label of this file")));
    EXPECT_THAT(errorOf("name,parent\na,b\nb,c\nc,a\n"), HasSubstr("its own parent"));
    EXPECT_THAT(errorOf("[\n\"a\",\n"), AllOf(HasSubstr("my.file, line 3"), HasSubstr("not JSON")));
    EXPECT_THAT(errorOf(R"({"labels": [{"name": "a"}, {"name": 3}]})"), AllOf(HasSubstr("label 2"), HasSubstr("\"name\" is not a text")));
    EXPECT_THAT(errorOf(R"({"labels": ["a", {"name": "b", "merged": 3}]})"), AllOf(HasSubstr("label 2"), HasSubstr("merged")));
    EXPECT_THAT(errorOf(R"({"labels": ["a", {"name": "b", "merged": [{"name": ""}]}]})"), HasSubstr("label 2, merged 1"));
    EXPECT_THAT(errorOf(R"([{"text": "a", "suffix_key": 1}])"), AllOf(HasSubstr("label 1"), HasSubstr("suffix_key")));
    EXPECT_THAT(errorOf(R"({"labels": 3})"), HasSubstr("no list of labels"));
    EXPECT_THAT(errorOf(R"({"version": 2, "labels": ["a"]})"), HasSubstr("later version"));
    EXPECT_THAT(errorOf(R"({"template": "no place", "labels": ["a"]})"), HasSubstr("exactly once"));
    EXPECT_THAT(errorOf(R"({"labels": [{"name": "a", "id": "x"}, {"name": "b", "id": "x"}]})"), HasSubstr("id \"x\" stands twice"));
    EXPECT_THAT(errorOf(""), HasSubstr("no label"));
    EXPECT_THAT(errorOf("a\n# b\n\nＡ\n"), AllOf(HasSubstr("line 4"), HasSubstr("stands twice, first at line 1")));
    EXPECT_THAT(errorOf(std::string((16U << 20U) + 1, 'a')), HasSubstr("16 MiB"));
}

TEST(LabelFiles, EndingsNameFormats) {
    EXPECT_EQ(labelFileFormatOf("/a/b.JSON"), LabelFileFormat::Json);
    EXPECT_EQ(labelFileFormatOf("b.csv"), LabelFileFormat::Csv);
    EXPECT_EQ(labelFileFormatOf("b.xml"), LabelFileFormat::LabelStudio);
    EXPECT_EQ(labelFileFormatOf("b.txt"), LabelFileFormat::Text);
    EXPECT_EQ(labelFileFormatOf("csv"), std::nullopt);
}

}  // namespace
}  // namespace labelwright
