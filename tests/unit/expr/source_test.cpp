#include "expr/source.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace baocao::expr {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Source, NamesAreFoundInEveryPlace) {
  EXPECT_THAT(names_in("a and tuoi(b) < c or exists(t where d in [e]) and sum(t.f) > don_vi.g"),
              ElementsAre("a", "b", "c", "d", "don_vi", "e", "f", "tuoi"));
  EXPECT_THAT(names_in("latest(t.x where y by z) == w if v else u"),
              ElementsAre("u", "v", "w", "x", "y", "z"));
  EXPECT_THAT(names_in("a and ("), IsEmpty());
}

TEST(Source, OnlyWhiteSpaceIsLeftOutOfTheCanonicalText) {
  EXPECT_EQ(canonical(" a  in [b,\n c ] "), canonical("a in [b, c]"));
  EXPECT_EQ(canonical("a == 'x  y'"), "a == 'x  y'");
  EXPECT_NE(canonical("a >= 75%"), canonical("a >= 0.75"));
}

}  // namespace
}  // namespace baocao::expr
