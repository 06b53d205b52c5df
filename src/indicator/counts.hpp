// What is counted of one indicator in one unit, or in a part of it.
#pragma once

#include "base/ratio.hpp"

namespace baocao::indicator {

// Of the records certainly in the population (d), n certainly meet the condition and u1 cannot be
// judged; u2 more may or may not belong to the population (design §3). Only these are added up.
struct Counts {
  base::Ratio n = {};
  base::Ratio d = {};
  base::Ratio u1 = {};
  base::Ratio u2 = {};
  // Ratios of sums only: missing amounts. Nothing bounds what they would add to n and d, so there
  // is no interval and no verdict while one is missing.
  base::Ratio open = {};

  base::Ratio unknown() const { return u1 + u2 + open; }

  Counts& operator+=(const Counts& other);
  friend bool operator==(const Counts&, const Counts&) = default;
};

}  // namespace baocao::indicator
