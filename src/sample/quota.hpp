// Exact shares of whole people.
#pragma once

#include <cstddef>
#include <vector>

namespace baocao::sample {

// Divides `total` in proportion to the weights by the largest remainders (Hare quota); equal
// remainders go to the earlier place. The parts add up to `total`. A weight sum of 0 counts as
// equal weights.
std::vector<int> apportion(const std::vector<int>& weights, int total);

// The places of the `count` highest scores, ascending; of equal scores the earlier place wins.
std::vector<std::size_t> highest(const std::vector<int>& scores, int count);

}  // namespace baocao::sample
