#include "core/labels/kept_apart.h"

#include <gtest/gtest.h>

#include "core/labels/label_list.h"
#include "core/labels/merging.h"

namespace labelwright {
namespace {

class KeptApart : public ::testing::Test {
protected:
    KeptApart() {
        labels.labels = makeLabels({"退款", "退货", "发票"});
        refund = labels.labels[0].id;
        returned = labels.labels[1].id;
        invoice = labels.labels[2].id;
    }

    LabelSet labels;
    LabelId refund, returned, invoice;
};

TEST_F(KeptApart, APairIsKeptApartInBothOrdersAndOnce) {
    const auto once = keepApart(labels, refund, returned);
    ASSERT_TRUE(once.ok());
    EXPECT_TRUE(areKeptApart(*once, refund, returned));
    EXPECT_TRUE(areKeptApart(*once, returned, refund));
    EXPECT_FALSE(areKeptApart(*once, refund, invoice));
    EXPECT_EQ(*keepApart(*once, returned, refund), *once);
    EXPECT_NE(*once, labels) << "it is a change of the set, so it makes a version and can be undone";
}

TEST_F(KeptApart, WhatHoldsForALabelHoldsForTheOneItIsMergedInto) {
    const LabelSet merged = *mergeLabels(*keepApart(labels, refund, returned), refund, invoice);
    EXPECT_TRUE(areKeptApart(merged, invoice, returned));
    EXPECT_EQ(withoutStrayPairs(merged), merged);
    const LabelSet together = *mergeLabels(*keepApart(labels, refund, returned), refund, returned);
    EXPECT_FALSE(areKeptApart(together, refund, returned)) << "a person merged them after all";
    EXPECT_TRUE(areKeptApart(*unmergeLabel(together, refund), refund, returned));
}

TEST_F(KeptApart, PairsOfADeletedLabelGo) {
    LabelSet kept = *keepApart(*keepApart(labels, refund, returned), returned, invoice);
    kept.labels.erase(kept.labels.begin());
    EXPECT_EQ(withoutStrayPairs(kept).keptApart, (std::vector<LabelPair>{{returned, invoice}}));
}

TEST_F(KeptApart, OnlyTwoLabelsOfTheSetCanBe) {
    for (const auto& refused : {keepApart(labels, refund, refund), keepApart(labels, refund, "nobody"), keepApart(labels, "", refund)}) {
        ASSERT_FALSE(refused.ok());
        EXPECT_EQ(refused.error().code, ErrorCode::InvalidArgument);
    }
}

}  // namespace
}  // namespace labelwright
