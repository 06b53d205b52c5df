#include "table/cell_id.hpp"

#include "text/keys.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace baocao::table {
namespace {

constexpr std::size_t cccd_digits = 12;
constexpr std::size_t cmnd_digits = 9;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// "1.9085001234E10" → "19085001234": exact below 2^53.
std::string number_digits(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  constexpr double largest = 999999999999.0;
  const bool whole =
      error == std::errc() && value >= 0 && value <= largest && std::floor(value) == value;
  return whole ? std::to_string(static_cast<long long>(value)) : std::string(text);
}

std::string typed_digits(std::string_view text) {
  std::string digits = text::cleaned(text);
  std::erase_if(digits, [](char c) { return c == ' ' || c == '.' || c == '\'' || c == '-'; });
  return digits;
}

// "1,08E+10": what was typed is gone.
bool is_rounded(std::string_view text) {
  const std::size_t at = text.find_first_of("eE");
  return at != std::string_view::npos && at > 0 && at + 2 < text.size() && is_digit(text[0]) &&
         text[at + 1] == '+';
}

CellFault bad_id(std::string_view written, bool digits_only, std::size_t digits) {
  const std::string help = "ghi đủ 12 chữ số, định dạng ô là văn bản (Text)";
  if (is_rounded(written)) {
    return {.code = "N209",
            .message = "số CCCD đã bị bảng tính đổi thành dạng làm tròn (…E+…) nên mất chữ số",
            .help = help};
  }
  return {.code = "N209",
          .message = digits_only
                         ? "số CCCD có " + std::to_string(digits) + " chữ số, phải có 12 (CMND: 9)"
                         : std::string("số CCCD có ký tự không phải chữ số"),
          .help = help};
}

Reading<std::string> padded(std::string digits) {
  digits.insert(0, cccd_digits - digits.size(), '0');
  return {digits,
          CellFault{.code = "N210",
                    .severity = diag::Severity::warning,
                    .message = "số CCCD mất số 0 ở đầu, đã điền lại đủ 12 chữ số",
                    .help = "định dạng cột số CCCD là văn bản (Text) rồi ghi đủ 12 chữ số"}};
}

}  // namespace

Reading<std::string> read_id(const input::Cell& cell) {
  const bool number = cell.kind == input::CellKind::number;
  std::string digits = number ? number_digits(cell.text) : typed_digits(cell.text);
  const bool sound = std::all_of(digits.begin(), digits.end(), is_digit);
  if (sound && (digits.size() == cccd_digits || digits.size() == cmnd_digits)) {
    return {std::move(digits), std::nullopt};
  }
  if (sound && number && (digits.size() == cccd_digits - 1 || digits.size() == cccd_digits - 2)) {
    return padded(std::move(digits));
  }
  return {std::nullopt, bad_id(text::cleaned(cell.text), sound, digits.size())};
}

}  // namespace baocao::table
