// What a row is to many indicators at once: bit i speaks of indicator i.
#pragma once

#include "indicator/tally.hpp"

#include <array>
#include <compare>
#include <cstdint>
#include <span>
#include <vector>

namespace baocao::indicator {

// What one value of a row rules out. A row is ruled out by any of its values, so the masks of its
// values are or-ed.
struct Masks {
  std::uint64_t not_certain = 0;   // it is not certain that the row is in the population
  std::uint64_t not_possible = 0;  // it is certainly not
  std::uint64_t not_certain_to_meet = 0;
  std::uint64_t not_possible_to_meet = 0;

  friend Masks operator|(const Masks& a, const Masks& b) {
    return {a.not_certain | b.not_certain,
            a.not_possible | b.not_possible,
            a.not_certain_to_meet | b.not_certain_to_meet,
            a.not_possible_to_meet | b.not_possible_to_meet};
  }

  friend auto operator<=>(const Masks&, const Masks&) = default;
};

// n, d, u1, u2: bit i is set when the row counts there for indicator i.
struct Marks {
  std::array<std::uint64_t, 4> words = {};
};

inline Marks marks_of(const Masks& row) {
  const std::uint64_t certain = ~row.not_certain;
  const std::uint64_t meets = ~row.not_certain_to_meet;
  return {{certain & meets,
           certain,
           certain & ~meets & ~row.not_possible_to_meet,
           ~row.not_possible & ~certain}};
}

// Counts of one unit for up to 64 indicators, kept by binary digit: plane k holds bit k of every
// count, so that rows are added to all of them by a few operations on whole words.
class Counter {
 public:
  void add(const Marks& row) { add(row, 0); }

  // As many at once cost little more than one.
  static constexpr std::size_t together = 8;
  void add(std::span<const Marks, together> rows);

  // Of all 64.
  std::array<Tally, 64> tallies() const;

 private:
  void add(Marks carry, std::size_t plane);
  void carry_out(const Marks& carry);

  static constexpr std::size_t planes = 8;

  std::array<Marks, planes> planes_ = {};
  std::vector<std::array<std::uint32_t, 4>> carried_;  // by indicator: how often 2^planes
};

}  // namespace baocao::indicator
