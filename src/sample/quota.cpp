#include "sample/quota.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>

namespace baocao::sample {

std::vector<int> apportion(const std::vector<int>& weights, int total) {
  const auto sum = std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
  if (sum == 0) {
    return weights.empty() ? weights : apportion(std::vector<int>(weights.size(), 1), total);
  }
  std::vector<int> parts;
  std::vector<std::int64_t> remainders;
  for (const int weight : weights) {
    parts.push_back(static_cast<int>(std::int64_t{weight} * total / sum));
    remainders.push_back(std::int64_t{weight} * total % sum);
  }
  std::vector<std::size_t> order(weights.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return remainders[a] > remainders[b];
  });
  const int rest = total - std::accumulate(parts.begin(), parts.end(), 0);
  for (std::size_t i = 0; i < static_cast<std::size_t>(rest); ++i) {
    ++parts[order[i]];
  }
  return parts;
}

std::vector<std::size_t> highest(const std::vector<int>& scores, int count) {
  std::vector<std::size_t> order(scores.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return scores[a] > scores[b];
  });
  order.resize(std::min(order.size(), static_cast<std::size_t>(std::max(count, 0))));
  std::sort(order.begin(), order.end());
  return order;
}

}  // namespace baocao::sample
