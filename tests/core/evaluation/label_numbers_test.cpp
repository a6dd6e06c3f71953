#include "core/evaluation/label_numbers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace labelwright {
namespace {

using ::testing::ElementsAre;

TEST(LabelNumbers, AreGivenInTheOrderOfNames) {
    LabelNumbers numbers;
    EXPECT_EQ(numbers.numberOf("b"), 0U);
    EXPECT_EQ(numbers.numberOf("a"), 1U);
    EXPECT_EQ(numbers.numberOf("b"), 0U);
    EXPECT_THAT(numbers.names(), ElementsAre("b", "a"));
}

}  // namespace
}  // namespace labelwright
