#include "table/date_parts.hpp"

namespace baocao::table {
namespace {

struct Number {
  int value = 0;
  int digits = 0;
};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Takes a number off the front of `text`.
Number take_number(std::string_view& text) {
  Number number;
  while (!text.empty() && is_digit(text.front()) && number.digits < 5) {
    number.value = number.value * 10 + (text.front() - '0');
    ++number.digits;
    text.remove_prefix(1);
  }
  return number;
}

char take_separator(std::string_view& text) {
  if (text.empty() || std::string_view("/.-").find(text.front()) == std::string_view::npos) {
    return 0;
  }
  const char separator = text.front();
  text.remove_prefix(1);
  return separator;
}

}  // namespace

std::optional<DateParts> date_parts(std::string_view text) {
  while (!text.empty() && text.front() == ' ') {
    text.remove_prefix(1);
  }
  while (!text.empty() && text.back() == ' ') {
    text.remove_suffix(1);
  }
  const Number first = take_number(text);
  const char separator = take_separator(text);
  const Number second = take_number(text);
  const char again = take_separator(text);
  const Number year = take_number(text);
  const bool short_parts =
      first.digits >= 1 && first.digits <= 2 && second.digits >= 1 && second.digits <= 2;
  const bool sound_year = year.digits == 2 || year.digits == 4;
  if (!text.empty() || separator == 0 || again != separator || !short_parts || !sound_year) {
    return std::nullopt;
  }
  return DateParts{first.value, second.value, year.value, year.digits};
}

}  // namespace baocao::table
