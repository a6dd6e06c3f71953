#include "core/labels/lint/label_lint.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/utf8.h"
#include "core/labels/label_list.h"
#include "core/labels/merging.h"

namespace labelwright {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using Kind = LabelFindingKind;
using Repair = LabelRepair::Kind;

LabelSet setOf(const std::vector<std::string>& names) {
    LabelSet labels;
    labels.labels = makeLabels(names);
    return labels;
}

std::vector<LabelFinding> findings(const LabelSet& labels, Kind kind, const LintContext& context = {}) {
    auto all = lintLabels(labels, context);
    std::erase_if(all, [kind](const LabelFinding& finding) { return finding.kind != kind; });
    return all;
}

/// The set after the best repair of the only finding of a kind.
LabelSet repaired(const LabelSet& labels, Kind kind, const LintContext& context = {}) {
    const auto found = findings(labels, kind, context);
    EXPECT_EQ(found.size(), 1U);
    if (found.empty()) return labels;
    const auto result = applyRepair(labels, found.front().repairs.front());
    EXPECT_TRUE(result.ok()) << (result ? "" : result.error().detail);
    if (!result) return labels;
    EXPECT_THAT(findings(*result, kind, context), IsEmpty()) << "the repair must settle the finding";
    return *result;
}

std::vector<std::string> namesOf(const LabelSet& labels) {
    std::vector<std::string> names;
    for (const Label& label : labels.labels) names.push_back(label.name);
    return names;
}

TEST(LabelLint, AGoodSetHasNoFindings) {
    EXPECT_THAT(lintLabels(setOf({"咨询", "投诉", "建议", "物流"})), IsEmpty());
    EXPECT_THAT(lintLabels(LabelSet()), IsEmpty());
}

TEST(LabelLint, NamesThatAreOneToAPersonAreMerged) {
    const LabelSet labels = setOf({"App", "物流", " ＡＰＰ"});
    const auto found = findings(labels, Kind::DuplicateName);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].weight, LabelFindingWeight::Error);
    EXPECT_THAT(found[0].labels, ElementsAre(labels.labels[0].id, labels.labels[2].id));
    const LabelSet merged = repaired(labels, Kind::DuplicateName);
    EXPECT_THAT(namesOf(merged), ElementsAre("App", "物流"));
    EXPECT_EQ(merged.labels[0].merged, std::vector<Label>{labels.labels[2]});
    ASSERT_EQ(found[0].repairs.size(), 2U);
    EXPECT_EQ(found[0].repairs[1].kind, Repair::Remove);
}

TEST(LabelLint, InvisibleCharactersAndStraySpacesGo) {
    EXPECT_THAT(namesOf(repaired(setOf({"退\u200b款", "物流"}), Kind::UntidyName)), ElementsAre("退款", "物流"));
    EXPECT_THAT(namesOf(repaired(setOf({"order  status\n", "b"}), Kind::UntidyName)), ElementsAre("order status", "b"));
    EXPECT_THAT(findings(setOf({"👩‍👧 family", "b"}), Kind::UntidyName), IsEmpty());
}

TEST(LabelLint, AnEmptyLabelIsRemovedAndThoseBelowItMoveUp) {
    LabelSet labels = setOf({"售后", "\u200b ", "退款"});
    labels.labels[1].parent = labels.labels[0].id;
    labels.labels[2].parent = labels.labels[1].id;
    const LabelSet after = repaired(labels, Kind::EmptyName);
    EXPECT_THAT(namesOf(after), ElementsAre("售后", "退款"));
    EXPECT_EQ(after.labels[1].parent, after.labels[0].id);
}

TEST(LabelLint, WhatStoodBelowALabelMergedIntoARemovedOneMovesUpToo) {
    LabelSet labels = setOf({"售后", "退款", "退款慢"});
    labels.labels[2].parent = labels.labels[1].id;
    labels = *mergeLabels(labels, labels.labels[1].id, labels.labels[0].id);
    const LabelSet after = *applyRepair(labels, {Repair::Remove, labels.labels[0].id, {}, {}});
    ASSERT_THAT(namesOf(after), ElementsAre("退款慢"));
    EXPECT_EQ(after.labels[0].parent, "");
}

TEST(LabelLint, ATemplateGetsItsPlaceBeforeTheFullStop) {
    for (const auto& [before, after] : {std::pair{"这句话说的是。", "这句话说的是{}。"},
                                        {"This is about.", "This is about {}."},
                                        {"{}还是{}", "{}还是"},
                                        {"", "这是{}"}}) {
        LabelSet labels = setOf({"咨询", "投诉"});
        labels.hypothesisTemplate = before;
        LintContext context;
        context.recommendedTemplate = "这是{}";
        const bool several = std::string(before).starts_with("{}");
        const LabelSet fixed = repaired(labels, several ? Kind::TemplateWithSeveralPlaces : Kind::TemplateWithoutPlace, context);
        EXPECT_EQ(fixed.hypothesisTemplate, after);
        EXPECT_TRUE(checkLabelSet(fixed).ok());
    }
}

TEST(LabelLint, ALabelsOwnTemplateMayHaveOnePlaceOrBeASentence) {
    LabelSet labels = setOf({"咨询", "投诉", "建议"});
    labels.labels[0].hypothesis = "顾客在{}。";
    labels.labels[1].hypothesis = "顾客不满。";
    EXPECT_THAT(lintLabels(labels), IsEmpty());
    labels.labels[2].hypothesis = "{}或{}";
    EXPECT_EQ(repaired(labels, Kind::TemplateWithSeveralPlaces).labels[2].hypothesis, "{}或");
}

TEST(LabelLint, LabelsAskedTheSameAreToldApart) {
    LabelSet labels = setOf({"表扬", "好评", "praise"});
    labels.labels[0].englishName = "praise";
    labels.labels[1].englishName = "good review";
    const auto found = findings(labels, Kind::SameHypothesis);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_THAT(found[0].labels, ElementsAre(labels.labels[0].id, labels.labels[2].id));
    EXPECT_EQ(repaired(labels, Kind::SameHypothesis).labels[0].englishName, "");

    LabelSet sentences = setOf({"退款", "换货"});
    sentences.labels[0].hypothesis = sentences.labels[1].hypothesis = "要退换";
    EXPECT_EQ(repaired(sentences, Kind::SameHypothesis).labels[1].hypothesis, "");
}

TEST(LabelLint, ASentenceTooLongForTheModelIsShortened) {
    LintContext context;
    context.countTokens = [](std::string_view text) { return codePointCount(text); };
    context.mostTokens = 8;
    LabelSet labels = setOf({"关于订单配送速度的投诉", "咨询"});
    labels.hypothesisTemplate = "这是{}";
    const auto found = findings(labels, Kind::HypothesisTooLong, context);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_THAT(found[0].arguments, ElementsAre("这是关于订单配送速度的投诉", "13", "8"));
    const LabelSet shorter = repaired(labels, Kind::HypothesisTooLong, context);
    EXPECT_EQ(shorter.labels[0].name, "关于订单配送");
    EXPECT_EQ(shorter.labels[0].description, "关于订单配送速度的投诉");

    labels = setOf({"咨询", "投诉"});
    labels.labels[0].hypothesis = "顾客提出了一个问题";
    EXPECT_EQ(repaired(labels, Kind::HypothesisTooLong, context).labels[0].hypothesis, "");

    context.mostTokens = 12;
    EXPECT_EQ(repaired(setOf({"late delivery of orders", "b"}), Kind::HypothesisTooLong, context).labels[0].name, "late");
    labels = setOf({"late", "b"});
    labels.hypothesisTemplate = "The text is about {}.";
    EXPECT_EQ(findings(labels, Kind::HypothesisTooLong, context)[0].repairs.front().kind, Repair::SetTemplate);
}

TEST(LabelLint, TheEnglishNameIsMeasuredWhereThatIsAsked) {
    LintContext context;
    context.countTokens = [](std::string_view text) { return codePointCount(text); };
    context.mostTokens = 8;
    context.asked = AskedName::English;
    LabelSet labels = setOf({"咨询", "投诉"});
    labels.labels[1].englishName = "complaint or protest";
    EXPECT_THAT(findings(labels, Kind::HypothesisTooLong, context)[0].labels, ElementsAre(labels.labels[1].id));
    labels.labels[1].englishName = "a gripe about it";
    EXPECT_EQ(repaired(labels, Kind::HypothesisTooLong, context).labels[1].englishName, "a gripe");
}

TEST(LabelLint, KeysThatClashGetAFreeOne) {
    LabelSet labels = setOf({"a", "b", "c"});
    labels.labels[1].key = "q";
    labels.labels[2].key = "Q";
    EXPECT_EQ(repaired(labels, Kind::DoubledKey).labels[2].key, "");

    labels.labels[2].key = "1";  // the first label's by position
    EXPECT_EQ(repaired(labels, Kind::DoubledKey).labels[2].key, "");

    const std::vector<std::string> commands{"ctrl+F", "2"};
    LintContext context;
    context.commandKeys = commands;
    labels.labels[1].key = "Ctrl+f";
    labels.labels[2].key = "";
    const LabelSet after = repaired(labels, Kind::CommandKey, context);
    EXPECT_NE(after.labels[1].key, "");
    EXPECT_THAT(findings(after, Kind::DoubledKey, context), IsEmpty());
}

TEST(LabelLint, NearSynonymsAreMergedIntoTheOneWithMoreTexts) {
    const LabelSet labels = setOf({"物流", "快递", "好评", "差评"});
    const std::vector<LabelAffinity> affinities{{labels.labels[0].id, labels.labels[1].id, 0.95F},
                                                {labels.labels[2].id, labels.labels[3].id, 0.97F},
                                                {labels.labels[0].id, labels.labels[2].id, 0.5F},
                                                {labels.labels[0].id, "gone", 0.99F}};
    const std::vector<std::uint64_t> texts{3, 9, 1, 1};
    LintContext context;
    context.affinities = affinities;
    auto found = findings(labels, Kind::NearSynonyms, context);
    ASSERT_EQ(found.size(), 1U) << "opposites are alike to a model and must not be merged";
    EXPECT_THAT(found[0].arguments, ElementsAre("0.95"));
    EXPECT_EQ(found[0].repairs.front(), (LabelRepair{Repair::Merge, labels.labels[0].id, labels.labels[1].id, {}}));
    context.texts = texts;
    EXPECT_THAT(namesOf(repaired(labels, Kind::NearSynonyms, context)), ElementsAre("快递", "好评", "差评"));
    context.synonymsFrom = 0.96F;
    EXPECT_THAT(findings(labels, Kind::NearSynonyms, context), IsEmpty());
}

TEST(LabelLint, AContainedNameBecomesTheParent) {
    const LabelSet labels = setOf({"物流投诉", "物流", "reorder", "order"});
    const LabelSet after = repaired(labels, Kind::ContainedName);
    EXPECT_EQ(after.labels[0].parent, after.labels[1].id);
    EXPECT_THAT(findings(setOf({"付款", "未付款"}), Kind::ContainedName), IsEmpty());
    EXPECT_EQ(findings(setOf({"成人", "成人教育"}), Kind::ContainedName)[0].weight, LabelFindingWeight::Note);
}

TEST(LabelLint, OppositesAloneNeedAPlaceForTheRest) {
    const LabelSet labels = setOf({"好评", "差评"});
    EXPECT_THAT(findings(labels, Kind::Opposites)[0].arguments, ElementsAre("好", "差"));
    EXPECT_THAT(namesOf(repaired(labels, Kind::Opposites)), ElementsAre("好评", "差评", "中性"));
    EXPECT_THAT(namesOf(repaired(setOf({"resolved", "not resolved"}), Kind::Opposites)), ElementsAre("resolved", "not resolved", "other"));
    EXPECT_THAT(findings(setOf({"好评", "差评", "中评"}), Kind::Opposites), IsEmpty());
    EXPECT_THAT(findings(setOf({"good", "bad", "No opinion"}), Kind::Opposites), IsEmpty());
    EXPECT_THAT(findings(setOf({"咨询", "投诉", "表扬"}), Kind::Opposites), IsEmpty()) << "咨询 is neither";
    EXPECT_GE(findings(setOf({"好评", "差评", "resolved", "not resolved"}), Kind::Opposites).size(), 2U);
    LintContext context;
    context.mode = SelectionMode::EveryAboveThreshold;
    EXPECT_THAT(findings(labels, Kind::Opposites, context), IsEmpty());
    context = {};
    context.abstain = 0.4F;
    EXPECT_THAT(findings(labels, Kind::Opposites, context), IsEmpty());
}

TEST(LabelLint, ManyLabelsSayWhatTheyCostAndWhichEarnLeast) {
    std::vector<std::string> names;
    for (char c = 'a'; c < 'a' + 12; ++c) names.emplace_back(1, c);
    const LabelSet labels = setOf(names);
    EXPECT_THAT(findings(labels, Kind::ManyLabels)[0].arguments, ElementsAre("12", "", ""));
    const std::vector<std::uint64_t> texts{9, 8, 7, 0, 9, 8, 7, 6, 2, 4, 3, 9};
    LintContext context;
    context.texts = texts;
    context.cost = LabelCost{1.5, 1000};
    const auto found = findings(labels, Kind::ManyLabels, context);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_THAT(found[0].labels, ElementsAre(labels.labels[3].id, labels.labels[8].id));
    EXPECT_THAT(found[0].arguments, ElementsAre("12", "3.000000", "1000", "0", "2"));
    EXPECT_EQ(found[0].repairs.front(), (LabelRepair{Repair::Remove, labels.labels[3].id, {}, {}}));
    names.resize(10);
    EXPECT_THAT(findings(setOf(names), Kind::ManyLabels), IsEmpty());
}

TEST(LabelLint, ErrorsComeFirst) {
    LabelSet labels = setOf({"好评", "差评", "差评"});
    const auto all = lintLabels(labels);
    ASSERT_GE(all.size(), 2U);
    EXPECT_EQ(all.front().kind, Kind::DuplicateName);
    for (std::size_t i = 1; i < all.size(); ++i) EXPECT_LE(all[i - 1].weight, all[i].weight);
}

TEST(LabelRepairs, AreRefusedWhereTheLabelsHaveChanged) {
    LabelSet labels = setOf({"售后", "退款"});
    labels.labels[1].parent = labels.labels[0].id;
    const LabelId& first = labels.labels[0].id;
    const LabelId& second = labels.labels[1].id;
    for (const LabelRepair& repair : {LabelRepair{Repair::Rename, "gone", {}, "x"},
                                      {Repair::Merge, first, "gone", {}},
                                      {Repair::MakeParent, second, first, {}},
                                      {Repair::Merge, first, first, {}}}) {
        const auto result = applyRepair(labels, repair);
        ASSERT_FALSE(result.ok()) << labelRepairName(repair.kind);
        EXPECT_EQ(result.error().code, ErrorCode::InvalidArgument);
    }
    EXPECT_EQ(applyRepair(labels, {Repair::SetTemplate, {}, {}, "no place"}).error().code, ErrorCode::InvalidTemplate);
}

}  // namespace
}  // namespace labelwright
