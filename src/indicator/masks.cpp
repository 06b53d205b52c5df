#include "indicator/masks.hpp"

#include <bit>

namespace baocao::indicator {
namespace {

// Adds two rows to a plane; the bits that carry into the next one.
Marks added(Marks& plane, const Marks& a, const Marks& b) {
  Marks carry;
  for (std::size_t word = 0; word < plane.words.size(); ++word) {
    const std::uint64_t differ = a.words[word] ^ b.words[word];
    carry.words[word] = (a.words[word] & b.words[word]) | (plane.words[word] & differ);
    plane.words[word] ^= differ;
  }
  return carry;
}

// The bits of eight bytes turned about: bit j of byte i becomes bit i of byte j (Warren, Hacker's
// Delight, 7-3).
std::uint64_t transposed(std::uint64_t bytes) {
  const auto swap = [&bytes](std::uint64_t mask, unsigned distance) {
    const std::uint64_t moved = (bytes ^ bytes >> distance) & mask;
    bytes ^= moved ^ moved << distance;
  };
  swap(0x00AA00AA00AA00AAU, 7);
  swap(0x0000CCCC0000CCCCU, 14);
  swap(0x00000000F0F0F0F0U, 28);
  return bytes;
}

}  // namespace

void Counter::add(std::span<const Marks, together> rows) {
  const auto four = [this](std::span<const Marks, 4> some) {
    const Marks first = added(planes_[0], some[0], some[1]);
    const Marks second = added(planes_[0], some[2], some[3]);
    return added(planes_[1], first, second);
  };
  const Marks first = four(rows.first<4>());
  const Marks second = four(rows.last<4>());
  add(added(planes_[2], first, second), 3);
}

void Counter::add(Marks carry, std::size_t plane) {
  for (; plane < planes; ++plane) {
    std::uint64_t rest = 0;
    for (std::size_t word = 0; word < carry.words.size(); ++word) {
      const std::uint64_t both = planes_[plane].words[word] & carry.words[word];
      planes_[plane].words[word] ^= carry.words[word];
      carry.words[word] = both;
      rest |= both;
    }
    if (rest == 0) {
      return;
    }
  }
  carry_out(carry);
}

void Counter::carry_out(const Marks& carry) {
  carried_.resize(64);
  for (std::size_t word = 0; word < carry.words.size(); ++word) {
    for (std::uint64_t bits = carry.words[word]; bits != 0; bits &= bits - 1) {
      ++carried_[static_cast<std::size_t>(std::countr_zero(bits))][word];
    }
  }
}

std::array<Tally, 64> Counter::tallies() const {
  std::array<std::array<std::uint32_t, 64>, 4> counts = {};
  for (std::size_t word = 0; word < counts.size(); ++word) {
    for (std::size_t first = 0; first < 64; first += 8) {  // eight indicators at a time
      std::uint64_t bytes = 0;
      for (std::size_t plane = planes; plane-- > 0;) {
        bytes = bytes << 8U | (planes_[plane].words[word] >> first & 0xFFU);
      }
      bytes = transposed(bytes);
      for (std::size_t i = 0; i < 8; ++i, bytes >>= 8U) {
        const std::uint32_t carried = carried_.empty() ? 0 : carried_[first + i][word];
        counts[word][first + i] = carried << planes | static_cast<std::uint32_t>(bytes & 0xFFU);
      }
    }
  }
  std::array<Tally, 64> tallies;
  for (std::size_t i = 0; i < tallies.size(); ++i) {
    tallies[i] = {counts[0][i], counts[1][i], counts[2][i], counts[3][i]};
  }
  return tallies;
}

}  // namespace baocao::indicator
