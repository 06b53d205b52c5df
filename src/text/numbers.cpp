#include "text/numbers.hpp"

#include <array>
#include <string_view>
#include <utility>

namespace baocao::text {
namespace {

constexpr std::array<std::string_view, 10> digit_words = {
    "không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"};

std::string grouped(std::string_view digits) {
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) {
      out.push_back('.');
    }
    out.push_back(digits[i]);
  }
  return out;
}

void append_word(std::string& out, std::string_view word) {
  out += out.empty() ? "" : " ";
  out += word;
}

std::string_view unit_word(std::uint64_t tens, std::uint64_t unit) {
  if (unit == 1 && tens > 1) {
    return "mốt";
  }
  if (unit == 4 && tens > 1) {
    return "tư";
  }
  if (unit == 5 && tens > 0) {
    return "lăm";
  }
  return digit_words[unit];
}

// 1..999; inside a number the hundreds are always said: "một nghìn không trăm linh năm".
void append_below_thousand(std::string& out, std::uint64_t value) {
  const std::uint64_t hundreds = value / 100;
  const std::uint64_t tens = value / 10 % 10;
  const std::uint64_t unit = value % 10;
  const bool says_hundreds = hundreds > 0 || !out.empty();
  if (says_hundreds) {
    append_word(out, digit_words[hundreds]);
    append_word(out, "trăm");
  }
  if (tens == 1) {
    append_word(out, "mười");
  } else if (tens > 1) {
    append_word(out, digit_words[tens]);
    append_word(out, "mươi");
  } else if (unit > 0 && says_hundreds) {
    append_word(out, "linh");
  }
  if (unit > 0) {
    append_word(out, unit_word(tens, unit));
  }
}

void append_words(std::string& out, std::uint64_t value) {
  constexpr std::array<std::pair<std::uint64_t, std::string_view>, 3> scales = {
      {{1'000'000'000, "tỷ"}, {1'000'000, "triệu"}, {1'000, "nghìn"}}};
  for (const auto& [scale, name] : scales) {
    if (value >= scale) {
      append_words(out, value / scale);
      append_word(out, name);
      value %= scale;
    }
  }
  if (value > 0) {
    append_below_thousand(out, value);
  }
}

std::uint64_t magnitude(std::int64_t value) {
  const auto bits = static_cast<std::uint64_t>(value);
  return value < 0 ? 0 - bits : bits;
}

// Whether rounding makes nothing, or all, of a share that is not.
bool looks_whole(const base::Ratio& share, int places) {
  const auto shown = base::Ratio::parse(share.decimal(places + 2));
  return shown && *shown != share && (shown->is_zero() || *shown == base::Ratio(1));
}

}  // namespace

std::string integer(std::int64_t value) {
  return (value < 0 ? "-" : "") + grouped(std::to_string(magnitude(value)));
}

std::string decimal(const base::Ratio& value, int places, Zeros zeros) {
  std::string plain = value.decimal(places);
  if (plain.find_first_of("123456789") == std::string::npos && plain.front() == '-') {
    plain.erase(0, 1);
  }
  const std::string sign = plain.front() == '-' ? "-" : "";
  const std::size_t point = std::min(plain.find('.'), plain.size());
  std::string fraction = plain.substr(point);
  if (zeros == Zeros::drop) {
    fraction.erase(fraction.find_last_not_of('0') + 1);
  }
  const std::string whole = sign + grouped(plain.substr(sign.size(), point - sign.size()));
  return fraction.size() <= 1 ? whole : whole + "," + fraction.substr(1);
}

std::string percent(const base::Ratio& share, Zeros zeros, int places) {
  constexpr int most_places = 6;
  while (places < most_places && looks_whole(share, places)) {
    ++places;
  }
  return decimal(share * base::Ratio(100), places, zeros) + "%";
}

std::string count(std::int64_t value) {
  return value > 0 && value < 10 ? "0" + integer(value) : integer(value);
}

std::string in_words(std::int64_t value) {
  if (value == 0) {
    return std::string(digit_words[0]);
  }
  std::string out;
  append_words(out, magnitude(value));
  return value < 0 ? "âm " + out : out;
}

std::string roman(int value) {
  constexpr std::array<std::pair<int, std::string_view>, 13> numerals = {{{1000, "M"},
                                                                          {900, "CM"},
                                                                          {500, "D"},
                                                                          {400, "CD"},
                                                                          {100, "C"},
                                                                          {90, "XC"},
                                                                          {50, "L"},
                                                                          {40, "XL"},
                                                                          {10, "X"},
                                                                          {9, "IX"},
                                                                          {5, "V"},
                                                                          {4, "IV"},
                                                                          {1, "I"}}};
  if (value < 1 || value > 3999) {
    return std::to_string(value);
  }
  std::string out;
  for (const auto& [worth, numeral] : numerals) {
    for (; value >= worth; value -= worth) {
      out += numeral;
    }
  }
  return out;
}

}  // namespace baocao::text
