#include "table/cell_number.hpp"

#include "text/keys.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>

namespace baocao::table {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

CellFault no_number(std::string_view text) {
  return {.code = "N207",
          .message = in_quotes(text) + " không phải là số",
          .help = "chỉ ghi chữ số; dấu phẩy ngăn phần thập phân, ví dụ 1.234 hoặc 12,5"};
}

CellFault either_way(std::string_view text) {
  return {.code = "N207",
          .message = in_quotes(text) + " có thể là số thập phân hoặc số hàng nghìn",
          .help = "ghi hàng nghìn bằng dấu chấm (1.234), phần thập phân bằng dấu phẩy (1,2)"};
}

// "1.234.567": groups of three after the first.
bool is_grouped(std::string_view digits) {
  const std::size_t first = digits.find('.');
  if (first == std::string_view::npos || first == 0 || first > 3) {
    return false;
  }
  for (std::size_t at = first; at < digits.size(); at += 4) {
    if (digits[at] != '.' || !all_digits(digits.substr(at + 1, 3)) ||
        digits.substr(at + 1, 3).size() != 3) {
      return false;
    }
  }
  return all_digits(digits.substr(0, first));
}

// What a program wrote: a decimal, or a binary fraction with noise in its last digits.
std::optional<base::Ratio> machine_number(std::string_view text) {
  constexpr std::size_t exact_length = 15;
  if (text.size() <= exact_length && text.find_first_of("eE") == std::string_view::npos) {
    return base::Ratio::parse(text);
  }
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) {
    return std::nullopt;
  }
  constexpr int digits_that_count = 12;
  std::array<char, 64> shown{};
  const auto written = std::to_chars(shown.data(),
                                     shown.data() + shown.size(),
                                     value,
                                     std::chars_format::general,
                                     digits_that_count);
  return base::Ratio::parse({shown.data(), static_cast<std::size_t>(written.ptr - shown.data())});
}

Reading<base::Ratio> typed_number(std::string_view written) {
  std::string text = text::cleaned(written);
  std::erase(text, ' ');
  if (text.size() > 1 && text.back() == '.') {
    text.pop_back();  // "1." of a numbered list
  }
  const std::size_t sign = text.starts_with('-') ? 1 : 0;
  const std::string_view body = std::string_view(text).substr(sign);
  const std::size_t comma = body.find(',');
  const std::string_view whole = body.substr(0, comma);
  const bool grouped = is_grouped(whole);
  if (comma != std::string_view::npos && !grouped && body.size() - comma == 4) {
    return {std::nullopt, either_way(written)};
  }
  if (grouped) {
    std::erase(text, '.');
  } else if (!all_digits(whole) && base::Ratio::parse(body) == std::nullopt) {
    return {std::nullopt, no_number(written)};
  }
  const auto value = base::Ratio::parse(text);
  return value ? Reading<base::Ratio>{value, std::nullopt}
               : Reading<base::Ratio>{std::nullopt, no_number(written)};
}

}  // namespace

Reading<base::Ratio> read_number(const input::Cell& cell) {
  if (cell.kind == input::CellKind::text) {
    return typed_number(cell.text);
  }
  if (cell.kind == input::CellKind::number) {
    if (const auto value = machine_number(cell.text)) {
      return {value, std::nullopt};
    }
  }
  return {std::nullopt, no_number(cell.text)};
}

}  // namespace baocao::table
