#include "core/labels/exchange/label_studio_config.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/labels/exchange/label_file.h"
#include "core/labels/label_list.h"

namespace labelwright {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

std::vector<Label> read(const std::string& xml) {
    const auto preset = readLabelFile(xml, "config.xml");
    EXPECT_TRUE(preset.ok()) << (preset ? "" : preset.error().detail);
    return preset ? preset->labelSet.labels : std::vector<Label>();
}

std::string errorOf(const std::string& xml) {
    const auto preset = readLabelFile(xml, "config.xml");
    return preset ? "no error" : preset.error().detail;
}

std::string names(const std::vector<Label>& labels) {
    std::string all;
    for (const Label& label : labels) all += (all.empty() ? "" : "|") + label.name;
    return all;
}

TEST(LabelStudioConfig, ChoicesOfATextClassificationAreRead) {
    const auto labels = read(R"(<View>
  <Text name="text" value="$text"/>
  <View style="box-shadow: 2px 2px 5px #999; padding: 20px;">
    <Header value="Choose text sentiment"/>
    <Choices name="sentiment" toName="text" choice="single" showInLine="true">
      <Choice value="咨询" alias="question" hotkey="1" background="#FFA39E" hint="提问"/>
      <Choice value="Positive" alias="pos"/>
      <Choice value="R&amp;D &lt;x&gt;"/>
    </Choices>
  </View>
</View>)");
    ASSERT_EQ(names(labels), "咨询|Positive|R&D <x>");
    EXPECT_EQ(labels[0].englishName, "question");
    EXPECT_EQ(labels[0].key, "1");
    EXPECT_EQ(labels[0].colour, 0xFFA39EU);
    EXPECT_EQ(labels[0].description, "提问");
    EXPECT_EQ(labels[1].englishName, "");
}

TEST(LabelStudioConfig, SpanLabelsAreReadWhereThereIsNoClassification) {
    const std::string spans =
        R"(<Labels name="label" toName="text"><Label value="PER" background="red"/><Label value="ORG" background="darkorange"/></Labels>)";
    EXPECT_EQ(names(read("<View>" + spans + "<Text name=\"text\" value=\"$text\"/></View>")), "PER|ORG");
    EXPECT_EQ(names(read("<View>" + spans + R"(<Choices name="c" toName="text"><Choice value="spam"/></Choices></View>)")), "spam");
}

TEST(LabelStudioConfig, ATaxonomyBecomesParentsAndDoubledNamesAreToldApart) {
    const auto labels = read(R"(<?xml version="1.0" encoding="UTF-8"?><View><Text name="text" value="$text"/>
  <Taxonomy name="taxonomy" toName="text">
    <Choice value="Archaea"/>
    <Choice value="Eukarya"><Choice value="Human"/><Choice value="Other"/></Choice>
    <Choice value="Bacteria"><Choice value="Other"/></Choice>
  </Taxonomy></View>)");
    ASSERT_EQ(names(labels), "Archaea|Eukarya|Human|Eukarya/Other|Bacteria|Bacteria/Other");
    EXPECT_EQ(labels[0].parent, "");
    EXPECT_EQ(labels[2].parent, labels[1].id);
    EXPECT_EQ(labels[5].parent, labels[4].id);
}

TEST(LabelStudioConfig, AFlatSetIsWrittenAsChoicesOfTheMode) {
    LabelSet labels;
    labels.labels = makeLabels({"咨询", "a \"b\" <c> & 'd'"});
    labels.labels[0].key = "Ctrl+Shift+q";
    labels.labels[0].description = "一\n二";
    const std::string single = writeLabelStudioConfig(labels, SelectionMode::SingleBest);
    EXPECT_THAT(single, AllOf(HasSubstr(R"(<Text name="text" value="$text"/>)"),
                              HasSubstr(R"(<Choices name="label" toName="text" choice="single">)"), HasSubstr(R"(hotkey="ctrl+shift+q")"),
                              Not(HasSubstr("alias"))));
    EXPECT_THAT(writeLabelStudioConfig(labels, SelectionMode::EveryAboveThreshold), HasSubstr(R"(choice="multiple")"));
    const auto back = read(single);
    ASSERT_EQ(back.size(), 2U);
    for (std::size_t i = 0; i < 2; ++i) {
        Label expected = labels.labels[i];
        expected.id = back[i].id;
        EXPECT_EQ(back[i], expected);
    }
}

TEST(LabelStudioConfig, ASetWithParentsIsWrittenAsATaxonomyAndComesBack) {
    LabelSet labels;
    labels.labels = makeLabels({"售后", "物流", "退款", "退款慢"});
    labels.labels[2].parent = labels.labels[0].id;
    labels.labels[3].parent = labels.labels[2].id;
    const auto back = read(writeLabelStudioConfig(labels, SelectionMode::SingleBest));
    ASSERT_EQ(names(back), "售后|退款|退款慢|物流");
    EXPECT_EQ(back[1].parent, back[0].id);
    EXPECT_EQ(back[2].parent, back[1].id);
    EXPECT_EQ(back[3].parent, "");
}

TEST(LabelStudioConfig, EntitiesAreNotExpanded) {
    const std::string bomb = R"(<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<View><Choices name="c" toName="t"><Choice value="&b;"/></Choices></View>)";
    EXPECT_THAT(errorOf(bomb), AllOf(HasSubstr("config.xml, line 1"), HasSubstr("DOCTYPE")));
    const std::string external =
        R"(<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><View><Choices name="c"><Choice value="&a;"/></Choices></View>)";
    EXPECT_THAT(errorOf(external), HasSubstr("DOCTYPE"));
    EXPECT_THAT(errorOf("<View><Choices name=\"c\"><Choice value=\"&a;\"/></Choices></View>"), HasSubstr("not XML"));
}

TEST(LabelStudioConfig, ErrorsNameTheLineAndTheRemedy) {
    EXPECT_THAT(errorOf("<View>\n<Choices>\n</View>"), AllOf(HasSubstr("config.xml, line 3"), HasSubstr("mismatched tag")));
    EXPECT_THAT(errorOf("<View>\n<Choices name=\"c\">\n<Choice/></Choices></View>"), AllOf(HasSubstr("line 3"), HasSubstr("value=")));
    EXPECT_THAT(errorOf("<View/>"), HasSubstr("no <Choices>"));
    EXPECT_THAT(errorOf("<View>\n<Choices name=\"c\"/></View>"), AllOf(HasSubstr("line 2"), HasSubstr("has no choices")));
    EXPECT_THAT(errorOf("<View><Choices name=\"c\" value=\"$options\"/></View>"), HasSubstr("from the data ($options)"));
    EXPECT_THAT(
        errorOf("<View><Choices name=\"a\"><Choice value=\"x\"/></Choices>\n<Choices name=\"b\"><Choice value=\"y\"/></Choices></View>"),
        AllOf(HasSubstr("several lists"), HasSubstr("Choices \"b\" at line 2")));
    EXPECT_THAT(errorOf("<View><Choices name=\"a\"><Choice value=\"x\"/>\n<Choice value=\"X\"/></Choices></View>"),
                AllOf(HasSubstr("line 2"), HasSubstr("stands twice")));
    std::string deep = "<Choices name=\"c\">";
    for (int i = 0; i < 200; ++i) deep += "<Choice value=\"" + std::to_string(i) + "\">";
    EXPECT_THAT(errorOf(deep), HasSubstr("nested"));
}

}  // namespace
}  // namespace labelwright
