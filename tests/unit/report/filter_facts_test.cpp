#include "report/filter_facts.hpp"

#include "report/shape.hpp"

#include <gtest/gtest.h>

namespace baocao::report {
namespace {

TEST(FilterFacts, AreFoundByTrying) {
  const FilterFacts& sort = facts_of(*find_filter("sap_xep"));
  EXPECT_EQ(sort.gives, FilterGives::items);
  EXPECT_EQ(sort.takes, Shape::bit(Value::Type::list));
  EXPECT_EQ(facts_of(*find_filter("dau")).gives, FilterGives::item);
  EXPECT_EQ(facts_of(*find_filter("mac_dinh")).gives, FilterGives::same);
  EXPECT_EQ(facts_of(*find_filter("noi")).gives, FilterGives::other);
  EXPECT_EQ(facts_of(*find_filter("noi")).makes, Shape::bit(Value::Type::string));
  EXPECT_EQ(facts_of(*find_filter("phan_tram")).takes, Shape::bit(Value::Type::number));
  EXPECT_EQ(facts_of(*find_filter("replace")).fewest, 2U);
  EXPECT_EQ(facts_of(*find_filter("so")).fewest, 0U);
}

// A filter that seems to take nothing would make every use of it a fault.
TEST(FilterFacts, EveryFilterTakesSomething) {
  for (const Filter& filter : all_filters()) {
    EXPECT_NE(facts_of(filter).takes, 0) << filter.name;
  }
}

}  // namespace
}  // namespace baocao::report
