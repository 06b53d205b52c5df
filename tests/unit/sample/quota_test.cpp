#include "sample/quota.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace baocao::sample {
namespace {

using ::testing::ElementsAre;

TEST(Apportion, GivesTheRestToTheLargestRemainders) {
  EXPECT_THAT(apportion({50, 30, 20}, 7), ElementsAre(4, 2, 1));
}

TEST(Apportion, GivesEqualRemaindersToTheEarlierPlace) {
  EXPECT_THAT(apportion({1, 1, 1}, 4), ElementsAre(2, 1, 1));
}

TEST(Apportion, TakesWeightsOfZeroAsEqual) {
  EXPECT_THAT(apportion({0, 0}, 3), ElementsAre(2, 1));
}

TEST(Apportion, LeavesCountsThatFitAsTheyAre) {
  EXPECT_THAT(apportion({92, 182, 605, 1448}, 2327), ElementsAre(92, 182, 605, 1448));
}

TEST(Highest, TakesTheEarlierOfEqualScores) {
  EXPECT_THAT(highest({5, 9, 5, 1}, 2), ElementsAre(0, 1));
}

TEST(Highest, TakesAllWhenMoreAreAskedFor) {
  EXPECT_THAT(highest({3, 4}, 5), ElementsAre(0, 1));
}

}  // namespace
}  // namespace baocao::sample
