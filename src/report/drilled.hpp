// The records behind every indicator, listed once for the reports of many units: listing them for
// each unit alone would walk all rows once per unit.
#pragma once

#include "indicator/indicator.hpp"
#include "resolution/finding.hpp"
#include "table/dataset.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace baocao::report {

class Drilled {
 public:
  // Of `top` and all units below it; those that do not meet and those that are not known. The
  // dataset must outlive this.
  Drilled(const indicator::Plan& plan,
          const resolution::Findings& findings,
          const table::Dataset& dataset,
          std::uint16_t top,
          unsigned threads);

  // What Plan::drill gives for the indicator with that number in the pack; `unit` is `top` or
  // below.
  std::vector<indicator::Member> members(std::size_t indicator,
                                         std::uint16_t unit,
                                         indicator::Side side) const;

 private:
  struct Listed {
    std::vector<indicator::Member> members;  // in dataset order
    std::vector<std::uint16_t> units;        // of each
    std::vector<std::uint32_t> by_unit;      // their numbers, in the order of units
  };

  const table::Dataset& dataset_;
  std::vector<std::array<Listed, 3>> lists_;  // per indicator and side; none of those that meet
};

}  // namespace baocao::report
