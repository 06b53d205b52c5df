#include "input/xlsx/values.hpp"

#include "input/limits.hpp"

#include <charconv>
#include <cmath>

namespace baocao::input::xlsx {
namespace {

std::optional<double> parse_double(std::string_view text) {
  double value = 0;
  const char* const end = text.data() + text.size();
  const auto [stopped, error] = std::from_chars(text.data(), end, value);
  return error == std::errc() && stopped == end && std::isfinite(value) ? std::optional(value)
                                                                        : std::nullopt;
}

}  // namespace

std::optional<Position> parse_position(std::string_view reference) {
  std::uint32_t column = 0;
  std::size_t letters = 0;
  while (letters < reference.size() && letters < 4 && reference[letters] >= 'A' &&
         reference[letters] <= 'Z') {
    column = column * 26 + static_cast<std::uint32_t>(reference[letters] - 'A') + 1;
    ++letters;
  }
  const std::optional<std::uint32_t> row = parse_index(reference.substr(letters));
  if (column == 0 || column > max_columns || !row || *row == 0 || *row > max_rows) {
    return std::nullopt;
  }
  return Position{*row - 1, column - 1};
}

std::optional<Area> parse_area(std::string_view reference) {
  const std::size_t colon = std::min(reference.find(':'), reference.size());
  const std::optional<Position> first = parse_position(reference.substr(0, colon));
  const std::optional<Position> last =
      colon == reference.size() ? first : parse_position(reference.substr(colon + 1));
  if (!first || !last || last->row < first->row || last->column < first->column) {
    return std::nullopt;
  }
  return Area{first->row, first->column, last->row, last->column};
}

bool is_number(std::string_view text) {
  return parse_double(text).has_value();
}

bool is_zero(std::string_view text) {
  return parse_double(text) == 0.0;
}

std::optional<base::Date> date_of_serial(std::string_view serial, bool date1904) {
  constexpr int last_serial = 2'958'465;  // 31/12/9999 of the 1900 system
  constexpr int no_such_day = 60;         // 29/02/1900
  const std::optional<double> value = parse_double(serial);
  if (!value || *value < (date1904 ? 0 : 1) || *value >= last_serial + 1) {
    return std::nullopt;
  }
  const int days = static_cast<int>(std::floor(*value));
  if (date1904) {
    const base::Date date = base::Date::from_ymd(1904, 1, 1)->plus_days(days);
    return date.year() <= 9999 ? std::optional(date) : std::nullopt;
  }
  if (days == no_such_day) {
    return std::nullopt;
  }
  return base::Date::from_ymd(1899, 12, days < no_such_day ? 31 : 30)->plus_days(days);
}

std::optional<base::Date> date_of_iso(std::string_view text) {
  constexpr std::size_t day_size = 10;
  if (text.size() > day_size && text[day_size] != 'T' && text[day_size] != ' ') {
    return std::nullopt;
  }
  return base::Date::parse_iso(text.substr(0, day_size));
}

}  // namespace baocao::input::xlsx
