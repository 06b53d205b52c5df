// Counts the rows of many indicators in one pass.
#pragma once

#include "indicator/ready.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace baocao::indicator {

// As in Counts.
struct Tally {
  std::uint32_t n = 0;
  std::uint32_t d = 0;
  std::uint32_t u1 = 0;
  std::uint32_t u2 = 0;

  Tally& operator+=(const Tally& other);
};

// Of one pass: more do not fit in a word.
inline constexpr std::size_t most_tallied = 63;

// Some rows of the counted table.
struct RowRange {
  std::size_t first = 0;
  std::size_t count = 0;
};

// By indicator and unit number: the unit's own rows among `rows`. Of at most `most_tallied`
// indicators that count rows (not of ratios of sums), all of one table.
std::vector<std::vector<Tally>> tally(std::span<const Ready* const> indicators,
                                      const expr::View& view,
                                      RowRange rows);

}  // namespace baocao::indicator
