// What the score cache promises: no forward pass that a stored value answers. Forward passes are counted by the encoder itself.
#include <algorithm>
#include <cmath>

#include "core/labels/merging.h"
#include "tests/core/engine/engine_fixture.h"

namespace labelwright::testing {
namespace {

using ForwardCount = EngineTest;

const std::vector<std::string> tenNames{"咨询", "投诉", "建议", "表扬", "物流", "售后", "退款", "发票", "安装", "价格"};

std::vector<std::string> elevenNames() {
    auto names = tenNames;
    names.push_back("质量");
    return names;
}

TEST_F(ForwardCount, ACrossEncoderReadsEachPairOnce) {
    const auto dataset = texts(messages(20));
    const Run first = run(request(dataset, labels(tenNames), crossEncoder()));
    EXPECT_EQ(first.summary.forwards, 200U);
    EXPECT_EQ(first.summary.fromCache, 0U);
    EXPECT_EQ(first.rowsReported, 20U);
    const Run second = run(request(dataset, labels(tenNames), crossEncoder()));
    EXPECT_EQ(second.summary.forwards, 0U);
    EXPECT_EQ(second.summary.fromCache, 200U);
}

TEST_F(ForwardCount, ABiEncoderReadsEachTextAndEachLabelOnce) {
    const auto dataset = texts(messages(20));
    EXPECT_EQ(run(request(dataset, labels(tenNames), biEncoder())).summary.forwards, 30U);
    EXPECT_EQ(run(request(dataset, labels(tenNames), biEncoder())).summary.forwards, 0U);
}

TEST_F(ForwardCount, ARestartForgetsNothing) {
    const auto dataset = texts(messages(10));
    const Run before = run(request(dataset, labels(tenNames), crossEncoder()));
    restart();
    const Run after = run(request(dataset, labels(tenNames), crossEncoder()));
    EXPECT_EQ(after.summary.forwards, 0U);
    for (std::size_t row = 0; row < dataset->size(); ++row) {
        for (std::size_t column = 0; column < tenNames.size(); ++column) {
            EXPECT_EQ(before.scores.at(row, column).yes, after.scores.at(row, column).yes);
            EXPECT_EQ(before.scores.at(row, column).no, after.scores.at(row, column).no);
            EXPECT_EQ(before.scores.at(row, column).neutral, after.scores.at(row, column).neutral);
        }
    }
}

TEST_F(ForwardCount, OneMoreLabelOnTenCostsOneLabel) {
    const auto dataset = texts(messages(20));
    run(request(dataset, labels(tenNames), crossEncoder()));
    EXPECT_EQ(run(request(dataset, labels(elevenNames()), crossEncoder())).summary.forwards, 20U) << "one pair for each text";
    run(request(dataset, labels(tenNames), biEncoder()));
    EXPECT_EQ(run(request(dataset, labels(elevenNames()), biEncoder())).summary.forwards, 1U) << "the label itself; texts are known";
}

TEST_F(ForwardCount, RenamingAndReorderingBackCostNothing) {
    const auto dataset = texts(messages(20));
    for (const std::string& model : {crossEncoder(), biEncoder()}) {
        const LabelSet set = labels(tenNames);
        run(request(dataset, set, model));
        LabelSet reordered = set;
        std::reverse(reordered.labels.begin(), reordered.labels.end());
        EXPECT_EQ(run(request(dataset, reordered, model)).summary.forwards, 0U) << model;
        LabelSet renamed = set;
        renamed.labels[3].name = "称赞";
        run(request(dataset, renamed, model));
        EXPECT_EQ(run(request(dataset, set, model)).summary.forwards, 0U) << model;
    }
}

TEST_F(ForwardCount, OneOfTenRenamedCostsOneColumn) {
    const auto dataset = texts(messages(20));
    LabelSet renamed = labels(tenNames);
    renamed.labels[3].name = "称赞";
    const Run first = run(request(dataset, labels(tenNames), crossEncoder()));
    const Run crossed = run(request(dataset, renamed, crossEncoder()));
    EXPECT_EQ(crossed.summary.forwards, 20U) << "one pair for each text";
    EXPECT_EQ(crossed.summary.fromCache, 180U);
    for (std::size_t row = 0; row < dataset->size(); ++row) EXPECT_EQ(crossed.scores.at(row, 0).yes, first.scores.at(row, 0).yes) << row;
    run(request(dataset, labels(tenNames), biEncoder()));
    EXPECT_EQ(run(request(dataset, renamed, biEncoder())).summary.forwards, 1U) << "one embedding, of the new name";
}

TEST_F(ForwardCount, MergingTakingOutAndMergingOtherwiseCostNothing) {
    const auto dataset = texts(messages(20));
    for (const std::string& model : {crossEncoder(), biEncoder()}) {
        const LabelSet set = labels(tenNames);
        run(request(dataset, set, model));
        const LabelSet merged = *mergeLabels(*mergeLabels(set, set.labels[5].id, set.labels[6].id), set.labels[1].id, set.labels[0].id);
        EXPECT_EQ(run(request(dataset, merged, model)).summary.forwards, 0U) << model;
        const LabelSet takenOut = *unmergeLabel(merged, set.labels[5].id);
        EXPECT_EQ(run(request(dataset, takenOut, model)).summary.forwards, 0U) << model;
        const LabelSet otherwise = *mergeLabels(takenOut, set.labels[5].id, set.labels[9].id);
        EXPECT_EQ(run(request(dataset, otherwise, model)).summary.forwards, 0U) << model;
    }
}

TEST_F(ForwardCount, WhatNoModelReadsOfALabelCostsNothing) {
    const auto dataset = texts(messages(20));
    for (const std::string& model : {crossEncoder(), biEncoder()}) {
        LabelSet set = labels(tenNames);
        run(request(dataset, set, model));
        set.labels[0].description = "提问";
        set.labels[1].colour = 0x123456;
        set.labels[2].key = "q";
        set.labels[3].parent = set.labels[4].id;
        set.labels[5].id = newId();
        set.name = "客服";
        EXPECT_EQ(run(request(dataset, set, model)).summary.forwards, 0U) << model;
    }
}

TEST_F(ForwardCount, AThresholdAModeAndATemperatureCostNothing) {
    const auto dataset = texts(messages(8));
    const LabelSet set = labels(tenNames);
    const Run scored = run(request(dataset, set, biEncoder()));
    const auto columns = scored.scores.columns(hypothesisHashes(set));
    std::vector<PairLogits> logits(columns.size());
    scored.scores.read(0, columns, logits);
    std::vector<float> single(columns.size());
    std::vector<float> alone(columns.size());
    Selection selection;
    probabilities(logits, scored.scores.reading(0), selection, single);
    selection.mode = SelectionMode::EveryAboveThreshold;
    selection.threshold = 0.9F;
    probabilities(logits, scored.scores.reading(0), selection, alone);
    EXPECT_NE(single, alone) << "labels are made from stored logits: there is no call that could run the model";
    EXPECT_EQ(run(request(dataset, set, biEncoder())).summary.forwards, 0U);
}

TEST_F(ForwardCount, EqualTextsAreReadOnceAndAllReported) {
    auto repeated = messages(3);
    for (int i = 0; i < 9; ++i) repeated.push_back(repeated[static_cast<std::size_t>(i) % 3]);
    LabelingRequest uncached = request(texts(repeated), labels({"咨询", "投诉"}), crossEncoder());
    uncached.cache = CacheUse::Off;
    const Run once = run(uncached);
    EXPECT_EQ(once.summary.forwards, 6U);
    EXPECT_EQ(once.rowsReported, 12U);
    EXPECT_EQ(once.scores.at(0, 0).yes, once.scores.at(3, 0).yes);
}

TEST_F(ForwardCount, WithoutTheCacheEverythingIsComputedAgainWithTheSameResult) {
    LabelingRequest uncached = request(texts(messages(6)), labels({"咨询", "投诉"}), crossEncoder());
    const Run cached = run(uncached);
    uncached.cache = CacheUse::Off;
    const Run again = run(uncached);
    EXPECT_EQ(again.summary.forwards, 12U);
    for (std::size_t row = 0; row < 6; ++row) EXPECT_NEAR(cached.scores.at(row, 0).yes, again.scores.at(row, 0).yes, 1e-5);
}

TEST_F(ForwardCount, APlanTellsWhatTheRunThenDoes) {
    const auto dataset = texts(messages(20));
    run(request(texts(messages(12)), labels(tenNames), crossEncoder()));
    const auto plan = eventsOf(engine().plan(request(dataset, labels(tenNames), crossEncoder())));
    const auto* ready = std::get_if<PlanReady>(&plan.back());
    ASSERT_NE(ready, nullptr);
    EXPECT_EQ(ready->plan.pairs, 200U);
    EXPECT_EQ(ready->plan.pairsFromCache, 120U);
    EXPECT_EQ(ready->plan.forwards, 80U);
    EXPECT_FALSE(ready->plan.sampled);
    EXPECT_GT(ready->plan.seconds, 0);
    EXPECT_EQ(run(request(dataset, labels(tenNames), crossEncoder())).summary.forwards, 80U);
}

}  // namespace
}  // namespace labelwright::testing
