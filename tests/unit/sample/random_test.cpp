#include "sample/random.hpp"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

namespace baocao::sample {
namespace {

TEST(Random, RepeatsForTheSameSeedAndStream) {
  Random a(7, Stream::names);
  Random b(7, Stream::names);
  for (int i = 0; i < 100; ++i) {
    EXPECT_EQ(a.next(), b.next());
  }
}

// Kept numbers: the committed inputs rest on them.
TEST(Random, GivesKnownNumbers) {
  Random random(2026, Stream::places);
  EXPECT_EQ(random.next(), 5159695002844813483U);
  EXPECT_EQ(random.next(), 13519939862066462642U);
}

TEST(Random, DiffersBetweenStreamsAndSeeds) {
  EXPECT_NE(Random(7, Stream::names).next(), Random(7, Stream::lives).next());
  EXPECT_NE(Random(7, Stream::names).next(), Random(8, Stream::names).next());
}

TEST(Random, StaysBelowItsLimitAndReachesAllOfIt) {
  Random random(1, Stream::words);
  std::set<int> seen;
  for (int i = 0; i < 500; ++i) {
    seen.insert(random.below(6));
  }
  EXPECT_EQ(seen, (std::set<int>{0, 1, 2, 3, 4, 5}));
}

TEST(Random, NeverPicksAWeightOfZero) {
  Random random(3, Stream::words);
  for (int i = 0; i < 200; ++i) {
    EXPECT_NE(random.weighted({2, 0, 1}), 1U);
  }
}

TEST(Random, ShufflesWithoutLoss) {
  Random random(3, Stream::words);
  std::vector<int> all = {1, 2, 3, 4, 5, 6, 7, 8};
  random.shuffle(all);
  EXPECT_FALSE(std::is_sorted(all.begin(), all.end()));
  std::sort(all.begin(), all.end());
  EXPECT_EQ(all, (std::vector<int>{1, 2, 3, 4, 5, 6, 7, 8}));
}

}  // namespace
}  // namespace baocao::sample
