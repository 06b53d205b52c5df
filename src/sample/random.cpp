#include "sample/random.hpp"

#include <bit>
#include <numeric>

namespace baocao::sample {
namespace {

std::uint64_t splitmix64(std::uint64_t& state) {
  state += 0x9E3779B97F4A7C15U;
  std::uint64_t z = state;
  z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
  z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
  return z ^ (z >> 31U);
}

}  // namespace

Random::Random(std::uint64_t seed, Stream stream) {
  std::uint64_t state = seed;
  state = splitmix64(state) + static_cast<std::uint64_t>(stream);
  for (std::uint64_t& word : state_) {
    word = splitmix64(state);
  }
}

std::uint64_t Random::next() {
  const std::uint64_t result = std::rotl(state_[1] * 5, 7) * 9;
  const std::uint64_t shifted = state_[1] << 17U;
  state_[2] ^= state_[0];
  state_[3] ^= state_[1];
  state_[1] ^= state_[2];
  state_[0] ^= state_[3];
  state_[2] ^= shifted;
  state_[3] = std::rotl(state_[3], 45);
  return result;
}

int Random::below(int limit) {
  const auto wide = static_cast<std::uint64_t>(limit);
  // Values under `unfair` would make small results a little more likely.
  const std::uint64_t unfair = (0 - wide) % wide;
  std::uint64_t value = next();
  while (value < unfair) {
    value = next();
  }
  return static_cast<int>(value % wide);
}

std::size_t Random::weighted(const std::vector<int>& weights) {
  int rest = below(std::accumulate(weights.begin(), weights.end(), 0));
  std::size_t index = 0;
  while (rest >= weights[index]) {
    rest -= weights[index];
    ++index;
  }
  return index;
}

const std::string& Random::weighted(const std::vector<std::pair<std::string, int>>& entries) {
  std::vector<int> weights;
  weights.reserve(entries.size());
  for (const auto& entry : entries) {
    weights.push_back(entry.second);
  }
  return entries[weighted(weights)].first;
}

}  // namespace baocao::sample
