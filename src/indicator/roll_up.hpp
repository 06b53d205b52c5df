// From the units' own parts to their totals.
#pragma once

#include "table/dataset.hpp"

#include <cstddef>
#include <vector>

namespace baocao::indicator {

// Adds each unit's own part to itself and to everything above it. A chain of parents that runs
// in a circle ends after as many steps as there are units.
template <class T>
std::vector<T> rolled_up(const std::vector<T>& own, const table::Units& units) {
  std::vector<T> total = own;
  for (std::size_t unit = 0; unit < own.size(); ++unit) {
    auto parent = units.all[unit].parent;
    for (std::size_t steps = 0; parent && steps < own.size(); ++steps) {
      total[*parent] += own[unit];
      parent = units.all[*parent].parent;
    }
  }
  return total;
}

}  // namespace baocao::indicator
