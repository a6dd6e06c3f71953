// Suggestions as the window asks for them: through the engine, with the real bundled models and a real cache.
#include <algorithm>
#include <fstream>

#include "core/base/utf8.h"
#include "core/labels/kept_apart.h"
#include "tests/core/engine/engine_fixture.h"

namespace labelwright::testing {
namespace {

class MergeSuggestionsTest : public EngineTest {
protected:
    MergeRequest asked(LabelSet set, const std::string& model = "auto") const {
        MergeRequest request;
        request.labels = std::move(set);
        request.model = model;
        request.device = "cpu";
        request.precision = Precision::Fp32;
        return request;
    }
    MergeSuggestions suggestions(const MergeRequest& request) {
        const auto events = eventsOf(engine().suggestMerges(request));
        const auto* found = std::get_if<MergesSuggested>(&events.back());
        if (found == nullptr) {
            const auto* failed = std::get_if<Failed>(&events.back());
            ADD_FAILURE() << (failed == nullptr ? "no suggestions" : failed->error.detail);
            return {};
        }
        return found->result;
    }
};

TEST_F(MergeSuggestionsTest, NamesThatMeanTheSameAreFoundAndOppositesWithheld) {
    const LabelSet set = labels({"退款", "好评", "物流", "退钱", "差评", "发票"});
    const MergeSuggestions found = suggestions(asked(set));
    ASSERT_EQ(found.suggestions.size(), 1U);
    EXPECT_EQ(found.suggestions[0].act, SuggestedAct::Merge);
    auto ids = found.suggestions[0].labels;
    std::sort(ids.begin(), ids.end());
    auto expected = std::vector<LabelId>{set.labels[0].id, set.labels[3].id};
    std::sort(expected.begin(), expected.end());
    EXPECT_EQ(ids, expected);
    EXPECT_EQ(found.modelId, "labelwright-zh-mini");
    ASSERT_EQ(found.withheld.size(), 1U);
    EXPECT_EQ(found.withheld[0].meaning.opposition, (OppositionFound{Opposition::Antonyms, "好", "差"}));
}

TEST_F(MergeSuggestionsTest, OppositesAndKindsOfOneThingAreNeverSuggested) {
    std::ifstream file(fixtures() / "labels" / "not_the_same.tsv");
    std::size_t pairs = 0;
    for (std::string line; std::getline(file, line); ++pairs) {
        const std::size_t tab = line.find('\t');
        const std::string left = line.substr(0, tab);
        const std::string right = line.substr(tab + 1);
        if (!containsCjk(left) && !std::filesystem::exists(englishModel())) continue;
        for (const MergeSuggestion& suggestion : suggestions(asked(labels({left, right}))).suggestions)
            EXPECT_EQ(suggestion.act, SuggestedAct::MakeParent) << line;
    }
    EXPECT_GE(pairs, 207U) << "the seven of the design and two hundred more";
}

TEST_F(MergeSuggestionsTest, TheSecondTimeNothingIsEmbeddedAndARenamedLabelIsOne) {
    LabelSet set = labels({"退款", "物流", "退货", "发票", "货款"});
    EXPECT_GT(suggestions(asked(set)).forwards, 5U);
    EXPECT_EQ(suggestions(asked(set)).forwards, 0U);
    set.labels[4].name = "货票";  // of characters that were read before
    EXPECT_EQ(suggestions(asked(set)).forwards, 1U);
    restart();
    EXPECT_EQ(suggestions(asked(set)).forwards, 0U);
}

TEST_F(MergeSuggestionsTest, AModelWithoutEmbeddingsLeavesTheNamesToTheBundledOne) {
    EXPECT_EQ(suggestions(asked(labels({"退款", "退钱"}), crossEncoder())).modelId, "labelwright-zh-mini");
}

TEST_F(MergeSuggestionsTest, EnglishNamesAreComparedByTheEnglishModel) {
    SKIP_WITHOUT(englishModel());
    const LabelSet set = labels({"refund", "delivery", "money back", "weather"});
    const MergeSuggestions found = suggestions(asked(set));
    EXPECT_EQ(found.modelId, "all-MiniLM-L6-v2");
    ASSERT_EQ(found.suggestions.size(), 1U);
    EXPECT_EQ(found.suggestions[0].labels.size(), 2U);
}

TEST_F(MergeSuggestionsTest, WithoutAnyModelWithEmbeddingsItSaysWhatIsMissing) {
    m_options.models.bundled.clear();
    restart();
    const auto events = eventsOf(engine().suggestMerges(asked(labels({"退款", "退钱"}))));
    const auto* failed = std::get_if<Failed>(&events.back());
    ASSERT_NE(failed, nullptr);
    EXPECT_EQ(failed->error.code, ErrorCode::ModelUnknown);
    EXPECT_NE(failed->error.detail.find("labelwright-zh-mini"), std::string::npos);
}

TEST_F(MergeSuggestionsTest, WhatAPersonWantsApartIsCountedAndNotSuggested) {
    LabelSet set = labels({"退款", "退钱", "物流"});
    MergeRequest request = asked(set);
    request.neverTogether = {{" 退钱", "退款"}};
    MergeSuggestions found = suggestions(request);
    EXPECT_TRUE(found.suggestions.empty());
    EXPECT_EQ(found.keptApart, 1U);
    found = suggestions(asked(*keepApart(set, set.labels[1].id, set.labels[0].id)));
    EXPECT_TRUE(found.suggestions.empty());
    EXPECT_EQ(found.keptApart, 1U);
}

}  // namespace
}  // namespace labelwright::testing
