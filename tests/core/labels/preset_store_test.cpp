#include "core/labels/preset_store.h"

#include <gtest/gtest.h>

#include "core/labels/label_list.h"
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

LabelSet withoutIds(LabelSet labels) {
    labels.id.clear();
    for (Label& label : labels.labels) label.id.clear();
    return labels;
}

TEST(LabelSetJson, GivesBackEverythingButTheIds) {
    const auto read = labelSetFromJson(labelSetToJson(set("客服"), "说明"), "test");
    ASSERT_TRUE(read.ok()) << read.error().detail;
    EXPECT_EQ(withoutIds(read->labelSet), withoutIds(set("客服")));
    EXPECT_EQ(read->description, "说明");
}

TEST(LabelSetJson, ReadsDoccanosLabelsAndPlainNames) {
    const auto doccano = labelSetFromJson(
        R"([{"text":"Dog","prefix_key":null,"suffix_key":"a","background_color":"#FF0000","text_color":"#ffffff"}])", "test");
    ASSERT_TRUE(doccano.ok());
    EXPECT_EQ(doccano->labelSet.labels[0].name, "Dog");
    EXPECT_EQ(doccano->labelSet.labels[0].colour, 0xFF0000U);
    EXPECT_EQ(doccano->labelSet.labels[0].key, "a");
    EXPECT_EQ(labelSetFromJson(R"(["a","b"])", "test")->labelSet.labels.size(), 2U);
}

TEST(LabelSetJson, RefusesWhatIsNoLabelSetAndNamesTheFile) {
    for (const char* bad : {"", "{", "3", "{}", R"({"labels":3})", R"({"labels":[{}]})", R"({"labels":[]})", R"(["a","Ａ"])",
                            R"({"version":2,"labels":["a"]})", R"({"template":"no place","labels":["a"]})"}) {
        const auto read = labelSetFromJson(bad, "my.json");
        ASSERT_FALSE(read.ok()) << bad;
        EXPECT_EQ(read.error().code, ErrorCode::FileMalformed) << bad;
        EXPECT_NE(read.error().detail.find("my.json"), std::string::npos) << bad;
    }
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
