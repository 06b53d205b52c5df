// What a filter does with values of each type, found out by trying it: nobody has to write it down,
// and it cannot become untrue.
#pragma once

#include "report/filters.hpp"

#include <cstdint>

namespace baocao::report {

// What comes out, as far as it comes from the value on the left.
enum class FilterGives : std::uint8_t {
  other,
  same,   // the value itself: default
  items,  // items of the list: sort, where
  item,   // one of them: first, max
};

struct FilterFacts {
  std::uint8_t takes = 0;  // types, as in Shape::types
  std::uint8_t makes = 0;  // types of the results
  std::size_t fewest = 0;  // arguments that it demands behind the first
  FilterGives gives = FilterGives::other;
};

const FilterFacts& facts_of(const Filter& filter);

}  // namespace baocao::report
