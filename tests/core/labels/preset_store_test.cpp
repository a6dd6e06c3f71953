#include "core/labels/preset_store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/labels/label_list.h"
#include "core/labels/lint/label_lint.h"
#include "tests/support/test_paths.h"

namespace labelwright::testing {
namespace {

LabelSet set(const std::string& name) {
    LabelSet labels;
    labels.name = name;
    labels.hypothesisTemplate = "这是{}";
    labels.labels = makeLabels({"咨询", "投诉"});
    labels.labels[0].description = "提问";
    labels.labels[0].englishName = "question";
    labels.labels[1].hypothesis = "顾客在投诉。";
    return labels;
}

TEST(PresetStore, EveryBuiltInPresetCanBeUsed) {
    std::vector<Error> problems;
    const auto presets = PresetStore(sourceRoot() / "resources/presets", "").presets(&problems);
    EXPECT_TRUE(problems.empty());
    EXPECT_GE(presets.size(), 5U);
    for (const LabelPreset& preset : presets) {
        EXPECT_TRUE(preset.builtIn);
        EXPECT_FALSE(preset.labelSet.name.empty());
        EXPECT_TRUE(checkLabelSet(preset.labelSet).ok()) << preset.id;
    }
}

/// Names of the labels as English models are asked; empty: some have none.
std::vector<std::string> englishNames(const LabelSet& labels) {
    std::vector<std::string> names;
    for (const Label& label : labels.labels) {
        if (label.englishName.empty()) return {};
        names.push_back(label.englishName);
    }
    return names;
}

TEST(BuiltInPresets, HaveNothingThatTheLintFinds) {
    for (const LabelPreset& preset : PresetStore(sourceRoot() / "resources/presets", "").presets()) {
        for (const SelectionMode mode : {SelectionMode::SingleBest, SelectionMode::EveryAboveThreshold}) {
            LintContext context;
            context.mode = mode;
            for (const LabelFinding& finding : lintLabels(preset.labelSet, context))
                ADD_FAILURE() << preset.id << ": " << labelFindingName(finding.kind);
        }
    }
}

TEST(BuiltInPresets, DescribeThemselvesAndEachLabelShortlyAndTakeTheirColoursFromThePalette) {
    for (const LabelPreset& preset : PresetStore(sourceRoot() / "resources/presets", "").presets()) {
        EXPECT_FALSE(preset.description.empty()) << preset.id;
        for (std::size_t i = 0; i < preset.labelSet.labels.size(); ++i) {
            const Label& label = preset.labelSet.labels[i];
            EXPECT_FALSE(label.description.empty()) << preset.id << ", " << label.name;
            EXPECT_LE(label.description.size(), 60U) << preset.id << ", " << label.name;
            EXPECT_EQ(label.colour, labelColour(i)) << preset.id << ", " << label.name;
        }
    }
}

TEST(BuiltInPresets, AreTheSameInChineseAndInEnglish) {
    std::vector<std::vector<std::string>> ofChinese;
    std::vector<std::vector<std::string>> inEnglish;
    for (const LabelPreset& preset : PresetStore(sourceRoot() / "resources/presets", "").presets()) {
        if (auto names = englishNames(preset.labelSet); !names.empty()) {
            ofChinese.push_back(std::move(names));
            continue;
        }
        std::vector<std::string>& names = inEnglish.emplace_back();
        for (const Label& label : preset.labelSet.labels) names.push_back(label.name);
    }
    EXPECT_GE(ofChinese.size(), 5U);
    EXPECT_THAT(inEnglish, ::testing::UnorderedElementsAreArray(ofChinese));
}

TEST(PresetStore, SavesReplacesFindsAndRemovesTheUsersOwn) {
    const TemporaryFolder folder;
    const PresetStore store(sourceRoot() / "resources/presets", folder / "own");
    const auto saved = store.save(set("我的"), "第一");
    ASSERT_TRUE(saved.ok());
    ASSERT_TRUE(store.save(set("我的"), "第二").ok());
    const auto found = store.find("我的");
    ASSERT_TRUE(found.ok());
    EXPECT_EQ(found->id, saved->id);
    EXPECT_EQ(found->description, "第二");
    EXPECT_TRUE(store.find("01-customer-messages").ok());
    EXPECT_EQ(store.remove("01-customer-messages").error().code, ErrorCode::InvalidArgument);
    EXPECT_FALSE(store.remove("../own/" + saved->id).ok());
    ASSERT_TRUE(store.remove(saved->id).ok());
    EXPECT_FALSE(store.find("我的").ok());
}

TEST(PresetStore, ACopyOfABuiltInPresetIsTheUsersOwn) {
    const TemporaryFolder folder;
    const PresetStore store(sourceRoot() / "resources/presets", folder / "own");
    const auto original = store.find("01-customer-messages");
    ASSERT_TRUE(original.ok());
    const auto copy = store.duplicate("01-customer-messages", " 我的客服 ");
    ASSERT_TRUE(copy.ok()) << copy.error().detail;
    EXPECT_FALSE(copy->builtIn);
    const auto found = store.find("我的客服");
    ASSERT_TRUE(found.ok());
    EXPECT_EQ(*found, *copy);
    ASSERT_EQ(found->labelSet.labels.size(), original->labelSet.labels.size());
    EXPECT_EQ(found->labelSet.labels[0].name, original->labelSet.labels[0].name);
    EXPECT_NE(found->labelSet.labels[0].id, original->labelSet.labels[0].id);
    EXPECT_FALSE(store.duplicate("01-customer-messages", "我的客服").ok());
    EXPECT_FALSE(store.duplicate("01-customer-messages", "  ").ok());
    EXPECT_FALSE(store.duplicate("none", "另一个").ok());
}

TEST(PresetStore, ParentsOfACopyFollowTheirLabels) {
    const TemporaryFolder folder;
    const PresetStore store(folder / "none", folder / "own");
    LabelSet labels = set("树");
    labels.labels[1].parent = labels.labels[0].id;
    const auto copy = store.duplicate(store.save(labels, "")->id, "另一棵树");
    ASSERT_TRUE(copy.ok());
    EXPECT_EQ(copy->labelSet.labels[1].parent, copy->labelSet.labels[0].id);
    EXPECT_NE(copy->labelSet.labels[1].parent, labels.labels[0].id);
}

TEST(PresetStore, ARenamedOrDescribedPresetKeepsItsIdAndLabels) {
    const TemporaryFolder folder;
    const PresetStore store(sourceRoot() / "resources/presets", folder / "own");
    const auto saved = store.save(set("旧名"), "旧说明");
    ASSERT_TRUE(saved.ok());
    ASSERT_TRUE(store.rename(saved->id, "新名").ok());
    ASSERT_TRUE(store.describe(saved->id, "新说明").ok());
    const auto found = store.find(saved->id);
    ASSERT_TRUE(found.ok());
    EXPECT_EQ(found->labelSet.name, "新名");
    EXPECT_EQ(found->description, "新说明");
    EXPECT_EQ(found->labelSet.labels, saved->labelSet.labels);
    EXPECT_FALSE(store.find("旧名").ok());
    EXPECT_TRUE(store.rename(saved->id, "新名").ok()) << "its own name is free for it";
}

TEST(PresetStore, NamesOfOthersAndBuiltInPresetsAreNotTouched) {
    const TemporaryFolder folder;
    const PresetStore store(sourceRoot() / "resources/presets", folder / "own");
    const auto saved = store.save(set("我的"), "");
    ASSERT_TRUE(saved.ok());
    const auto builtIn = store.find("01-customer-messages");
    ASSERT_TRUE(builtIn.ok());
    EXPECT_EQ(store.rename(saved->id, builtIn->labelSet.name).error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(store.rename("01-customer-messages", "别的").error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(store.describe("01-customer-messages", "别的").error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(store.find("01-customer-messages")->labelSet.name, builtIn->labelSet.name);
}

TEST(PresetStore, SkipsAndReportsADamagedFile) {
    const TemporaryFolder folder;
    writeFile(folder / "own/bad.json", "{");
    std::vector<Error> problems;
    EXPECT_TRUE(PresetStore(folder / "none", folder / "own").presets(&problems).empty());
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_NE(problems.front().detail.find("bad.json"), std::string::npos);
}

}  // namespace
}  // namespace labelwright::testing
