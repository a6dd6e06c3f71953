#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/base/utf8.h"
#include "tests/ui/models/random_rows.h"
#include "ui/models/row_order.h"

namespace labelwright::ui {
namespace {

constexpr std::array allKeys{SortKey::FileOrder,  SortKey::Text,   SortKey::Length, SortKey::Label,
                             SortKey::Confidence, SortKey::Margin, SortKey::Review, SortKey::Entropy};

/// In bits; NaN where a label lacks its score.
double entropyAt(const RowFacts& facts, std::uint32_t row) {
    LabelReader reader(facts.labels, facts.scores);
    double entropy = 0;
    if (!reader.read(facts.scores, row)) return std::nan("");
    for (const float p : reader.probabilities(facts.scores, facts.selection)) {
        if (p > 0 || std::isnan(p)) entropy -= double(p) * std::log2(double(p));
        if (facts.selection.mode == SelectionMode::EveryAboveThreshold && p < 1) entropy -= (1 - double(p)) * std::log2(1 - double(p));
    }
    return entropy;
}

/// Whether `a` may stand before `b`.
bool inOrder(const RowFacts& facts, const RowSort& sort, std::uint32_t a, std::uint32_t b) {
    const bool up = sort.direction == SortDirection::Ascending;
    const auto before = [&](const auto& x, const auto& y) { return x == y ? a < b : (up ? x < y : y < x); };
    const DecisionTable& d = *facts.decisions;
    if (sort.readsDecisions() && sort.key != SortKey::Entropy) {
        const bool scoredA = d.best[a] != DecisionTable::notScored;
        const bool scoredB = d.best[b] != DecisionTable::notScored;
        if (scoredA != scoredB) return scoredA;
        if (!scoredA) return a < b;
    }
    switch (sort.key) {
        case SortKey::FileOrder: return up ? a < b : b < a;
        case SortKey::Text: return before((*facts.dataset)[a].text, (*facts.dataset)[b].text);
        case SortKey::Length: return before(codePointCount((*facts.dataset)[a].text), codePointCount((*facts.dataset)[b].text));
        case SortKey::Confidence: return before(d.confidence[a], d.confidence[b]);
        case SortKey::Margin: return before(d.margin[a], d.margin[b]);
        case SortKey::Label: {
            const bool noneA = d.best[a] == DecisionTable::noLabel;
            const bool noneB = d.best[b] == DecisionTable::noLabel;
            if (noneA != noneB) return noneB;
            if (d.best[a] != d.best[b]) return up ? d.best[a] < d.best[b] : d.best[b] < d.best[a];
            return noneA || d.confidence[a] >= d.confidence[b] - 2e-5F;
        }
        case SortKey::Review: {
            const auto rank = [&facts](std::uint32_t row) { return facts.reviews.decided(row) ? 2 : facts.reviews.deferred(row) ? 1 : 0; };
            return before(rank(a), rank(b));
        }
        case SortKey::Entropy: {
            const double ha = entropyAt(facts, a);
            const double hb = entropyAt(facts, b);
            if (std::isnan(ha) || std::isnan(hb)) return std::isnan(hb) && (!std::isnan(ha) || a < b);
            return std::abs(ha - hb) < 1e-5 || (up ? ha < hb : hb < ha);
        }
        case SortKey::Random: return true;
    }
    return false;
}

TEST(RowOrder, EverySortIsAPermutationInTheOrderPromised) {
    for (const std::uint32_t seed : {1U, 2U, 3U, 4U}) {
        const RandomRows rows(seed, 5000, 3 + seed);
        for (const SortKey key : allKeys) {
            for (const SortDirection direction : {SortDirection::Ascending, SortDirection::Descending}) {
                const RowSort sort{key, direction};
                const auto order = arrangedRows(rows.facts, {}, sort);
                ASSERT_TRUE(order);
                for (std::size_t i = 1; i < order->size(); ++i) {
                    ASSERT_TRUE(inOrder(rows.facts, sort, (*order)[i - 1], (*order)[i])) << "key " << int(key) << " at " << i;
                }
                std::vector<std::uint32_t> sorted = *order;
                std::sort(sorted.begin(), sorted.end());
                std::vector<std::uint32_t> all(rows.facts.dataset->size());
                std::iota(all.begin(), all.end(), 0U);
                ASSERT_EQ(sorted, all);
            }
        }
    }
}

TEST(RowOrder, FilterAndItsNegationShareTheRowsOut) {
    const RandomRows rows(5, 3000, 4);
    for (const char* query :
         {"conf:<0.5", "label:\"label 1\"", "退款", "dup:yes", "truncated:yes", "len:>8", "/^ref/", "scored:no", "model:rand", "été"}) {
        const auto kept = arrangedRows(rows.facts, parseQuery(QString::fromUtf8(query)).filter, {});
        const auto rest = arrangedRows(rows.facts, parseQuery(QStringLiteral("-") + QString::fromUtf8(query)).filter, {});
        ASSERT_TRUE(kept && rest) << query;
        EXPECT_FALSE(kept->empty()) << query;
        EXPECT_FALSE(rest->empty()) << query;
        EXPECT_EQ(kept->size() + rest->size(), 3000U) << query;
        std::vector<std::uint32_t> both;
        std::set_intersection(kept->begin(), kept->end(), rest->begin(), rest->end(), std::back_inserter(both));
        EXPECT_TRUE(both.empty()) << query;
    }
}

TEST(RowOrder, ASortOfFilteredRowsIsTheSortWithoutTheOtherRows) {
    const RandomRows rows(6, 3000, 4);
    const RowFilter filter = parseQuery(QStringLiteral("refund")).filter;
    const RowSort sort{SortKey::Margin, SortDirection::Ascending};
    const auto all = arrangedRows(rows.facts, {}, sort);
    const auto some = arrangedRows(rows.facts, filter, sort);
    RowMatcher matcher(filter, rows.facts);
    std::vector<std::uint32_t> expected;
    std::copy_if(all->begin(), all->end(), std::back_inserter(expected), [&matcher](std::uint32_t row) { return matcher.matches(row); });
    EXPECT_EQ(*some, expected);
}

TEST(RowOrder, TheFirstRowsOfARandomOrderAreARandomSampleThatItsSeedGivesAgain) {
    const RandomRows rows(8, 4000, 3);
    const RowSort sort{SortKey::Random, SortDirection::Ascending, 7};
    const auto order = arrangedRows(rows.facts, {}, sort);
    EXPECT_EQ(order, arrangedRows(rows.facts, {}, sort));
    EXPECT_NE(order, arrangedRows(rows.facts, {}, {SortKey::Random, SortDirection::Ascending, 8}));
    // Over 200 seeds each tenth of the file gets its share of the first 100 rows: 2000 of 20,000, give or take 6 standard deviations.
    std::array<int, 10> drawn{};
    for (std::uint32_t seed = 1; seed <= 200; ++seed) {
        const auto sample = arrangedRows(rows.facts, {}, {SortKey::Random, SortDirection::Ascending, seed});
        for (std::size_t i = 0; i < 100; ++i) ++drawn[(*sample)[i] / 400];
    }
    for (const int count : drawn) EXPECT_NEAR(count, 2000, 255);
    // A filter does not shuffle anew.
    const RowFilter filter = parseQuery(QStringLiteral("refund")).filter;
    const auto some = arrangedRows(rows.facts, filter, sort);
    RowMatcher matcher(filter, rows.facts);
    std::vector<std::uint32_t> expected;
    std::copy_if(order->begin(), order->end(), std::back_inserter(expected),
                 [&matcher](std::uint32_t row) { return matcher.matches(row); });
    EXPECT_EQ(*some, expected);
}

TEST(RowOrder, StopsWhenAsked) {
    const RandomRows rows(7, 100, 2);
    std::stop_source stop;
    stop.request_stop();
    EXPECT_FALSE(arrangedRows(rows.facts, parseQuery(QStringLiteral("x")).filter, {}, stop.get_token()));
    EXPECT_FALSE(arrangedRows(rows.facts, {}, {SortKey::Margin, SortDirection::Ascending}, stop.get_token()));
}

}  // namespace
}  // namespace labelwright::ui
