// How many of the lowest units have handed in what an indicator counts from: "91/92 xã". A share
// over those that have is not the share of all.
#pragma once

#include "indicator/indicator.hpp"
#include "table/dataset.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace baocao::resolution {

struct Reporting {
  std::uint32_t units = 0;  // lowest units that have rows, or a file or sheet, of the table
  std::uint32_t of = 0;
  const schema::Table* table = nullptr;  // the one that the fewest have handed in

  bool complete() const { return units == of; }
};

class Completeness {
 public:
  Completeness() = default;
  explicit Completeness(const table::Dataset& dataset);

  // Over the lowest units below `unit`. Tables of which no such unit has any row are delivered for
  // all of them from above, and do not count. Nothing where there is no other table, and for a
  // lowest unit itself.
  std::optional<Reporting> of(const indicator::Result& result, std::uint16_t unit) const;

 private:
  struct Delivered {
    const schema::Table* table = nullptr;
    std::vector<std::uint32_t> below;  // per unit: lowest units at or below it that have
  };

  std::map<std::string, Delivered, std::less<>> tables_;  // those that lowest units hand in
  std::vector<std::uint32_t> leaves_;                     // per unit: at or below it
  std::vector<char> is_leaf_;
};

}  // namespace baocao::resolution
