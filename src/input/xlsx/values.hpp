// Small values as the cells of a worksheet spell them.
#pragma once

#include "base/date.hpp"
#include "input/sheet.hpp"

#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

namespace baocao::input::xlsx {

struct Position {
  std::uint32_t row = 0;  // 0-based
  std::uint32_t column = 0;
};

// "D17"; nothing outside the grid of Excel.
std::optional<Position> parse_position(std::string_view reference);

// "A1:C2" or "A1".
std::optional<Area> parse_area(std::string_view reference);

// Whole, not negative, without sign or blanks.
inline std::optional<std::uint32_t> parse_index(std::string_view text) {
  constexpr std::uint64_t largest = std::numeric_limits<std::uint32_t>::max();
  std::uint64_t value = 0;
  for (const char c : text) {
    const unsigned digit = static_cast<unsigned char>(c) - unsigned{'0'};
    value = value * 10 + digit;
    if (digit > 9 || value > largest) {
      return std::nullopt;
    }
  }
  return text.empty() ? std::nullopt : std::optional(static_cast<std::uint32_t>(value));
}

bool is_number(std::string_view text);

// "0", "0.0": the height or width of what is collapsed.
bool is_zero(std::string_view text);

// The day of a serial number; the time of day is dropped. Nothing for what is no day: 0 and below,
// the 29/02/1900 that Excel counts but that never was, beyond the year 9999.
std::optional<base::Date> date_of_serial(std::string_view serial, bool date1904);

// "2026-09-30" with or without a time of day after it (ISO 8601).
std::optional<base::Date> date_of_iso(std::string_view text);

}  // namespace baocao::input::xlsx
