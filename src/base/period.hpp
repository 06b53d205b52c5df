// Reporting periods: a year, half-year, quarter or month.
#pragma once

#include "base/date.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace baocao::base {

struct Period {
  enum class Kind : std::uint8_t { year, half, quarter, month };

  Kind kind = Kind::year;
  int year = 0;
  int index = 0;  // 1-based within the year; 0 for a whole year

  // "2026", "2026-H1", "2026-Q3", "2026-07".
  static std::optional<Period> parse(std::string_view text);

  std::string code() const;
  Date first() const;
  Date last() const;
  friend bool operator==(const Period&, const Period&) = default;
};

}  // namespace baocao::base
