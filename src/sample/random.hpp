// Pseudo-random numbers that are the same on every machine (xoshiro256**, Blackman and Vigna 2018;
// seeded by splitmix64). The distributions of <random> differ between libraries, so none is used.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace baocao::sample {

// What a row of numbers is for. Each purpose has its own row, so that a change in one part of the
// generator leaves the rest of the people as they were.
enum class Stream : std::uint64_t {
  places,
  words,
  ethnic_groups,
  births,
  names,
  identities,
  lives,
  layouts,
  habits,
  faults,
  grades,
  training,
  staffing,
  rotation,
  equipment
};

class Random {
 public:
  Random(std::uint64_t seed, Stream stream);

  std::uint64_t next();
  // 0 … limit-1, all equally likely; limit > 0.
  int below(int limit);

  int between(int first, int last) { return first + below(last - first + 1); }

  bool percent(int chance) { return below(100) < chance; }

  template <class T>
  const T& pick(const std::vector<T>& from) {
    return from[static_cast<std::size_t>(below(static_cast<int>(from.size())))];
  }

  // Index of an element, likely in proportion to its weight; the sum must be positive.
  std::size_t weighted(const std::vector<int>& weights);
  // The text of an entry (text, weight).
  const std::string& weighted(const std::vector<std::pair<std::string, int>>& entries);

  template <class T>
  void shuffle(std::vector<T>& all) {
    for (std::size_t i = all.size(); i > 1; --i) {
      std::swap(all[i - 1], all[static_cast<std::size_t>(below(static_cast<int>(i)))]);
    }
  }

 private:
  std::array<std::uint64_t, 4> state_ = {};
};

}  // namespace baocao::sample
