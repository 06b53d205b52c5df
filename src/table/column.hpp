// Typed columns. A value is present or missing; there is no default.
#pragma once

#include "base/date.hpp"
#include "base/ratio.hpp"
#include "schema/schema.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace baocao::table {

// Exactly one of the value vectors is used, by the field's type; all of its entries exist, those of
// missing values hold a default that must not be read.
struct Column {
  const schema::Field* field = nullptr;
  std::vector<std::uint8_t> present;   // 1 or 0, one per row
  std::vector<std::string> texts;      // text, name, id
  std::vector<base::Ratio> numbers;    // number
  std::vector<base::DateRange> dates;  // date
  std::vector<std::uint16_t> codes;    // code: word number; boolean: 0 or 1; unit: unit number
  std::vector<std::uint64_t> sets;     // codes: bit i is word i

  bool has(std::size_t row) const { return present[row] != 0; }
};

}  // namespace baocao::table
