#include "base/period.hpp"
#include "report/evaluate.hpp"
#include "report/filter_functions.hpp"
#include "report/operators.hpp"
#include "report/problem.hpp"
#include "text/dates.hpp"
#include "text/numbers.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <stdexcept>

namespace baocao::report::filter {
namespace {

tl::unexpected<std::string> fault(std::string message) {
  return tl::unexpected(std::move(message));
}

using text::Zeros;

tl::unexpected<std::string> wants(std::string_view wanted, const Value& got) {
  return tl::unexpected<std::string>("cần " + std::string(wanted) + ", nhận được " +
                                     type_name(got));
}

// The optional argument "decimal places".
tl::expected<int, std::string> places(Arguments arguments, int fallback, int fewest = 0) {
  constexpr int most = 9;
  if (argument(arguments, 1).is_none()) {
    return fallback;
  }
  const base::Ratio* number = arguments[1].number();
  if (number == nullptr || !number->is_integer() || *number < base::Ratio(fewest) ||
      *number > base::Ratio(most)) {
    return fault("số chữ số thập phân phải là số nguyên từ " + std::to_string(fewest) + " đến " +
                 std::to_string(most));
  }
  return static_cast<int>(number->numerator());
}

template <class Print>
Result print_number(const Value& value, Print print) {
  if (value.is_none()) {
    return Value();
  }
  if (value.number() == nullptr) {
    return wants("số", value);
  }
  try {
    return Value(print(*value.number()));
  } catch (const std::overflow_error&) {
    return fault("số quá lớn");
  }
}

Result print_share(Arguments arguments, Zeros zeros) {
  const auto digits = places(arguments, 1);
  if (!digits) {
    return tl::unexpected(digits.error());
  }
  return print_number(
      arguments[0], [&](const base::Ratio& share) { return text::percent(share, zeros, *digits); });
}

template <class Print>
Result print_whole(const Value& value, Print print) {
  if (value.number() != nullptr && !value.number()->is_integer()) {
    return fault("cần số nguyên");
  }
  return print_number(value, [&](const base::Ratio& whole) { return print(whole.numerator()); });
}

// Dates of JSON data are texts like "2026-09-30".
template <class Print>
Result print_date(const Value& value, Print print) {
  if (value.is_none()) {
    return Value();
  }
  if (value.date() != nullptr) {
    return Value(print(*value.date()));
  }
  if (value.string() != nullptr) {
    if (const auto date = base::Date::parse_iso(*value.string())) {
      return Value(print(*date));
    }
    return tl::unexpected<std::string>("cần ngày dạng 2026-09-30, nhận được \"" + *value.string() +
                                       "\"");
  }
  return wants("ngày", value);
}

// A share's change: "tăng 2,1 điểm %".
std::string change_in_points(const base::Ratio& difference) {
  if (difference.is_zero()) {
    return "không thay đổi";
  }
  const bool rises = difference > base::Ratio(0);
  const base::Ratio size = (rises ? difference : base::Ratio(0) - difference) * base::Ratio(100);
  const std::string shown =
      size < base::Ratio(1, 20) ? "chưa đến 0,1" : text::decimal(size, 1, Zeros::drop);
  return (rises ? "tăng " : "giảm ") + shown + " điểm %";
}

std::string two_digits(int number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

// 10 to the power of `exponent`.
base::Ratio power_of_ten(int exponent) {
  base::Ratio power(1);
  for (int i = 0; i < std::abs(exponent); ++i) {
    power = power * base::Ratio(10);
  }
  return exponent < 0 ? base::Ratio(1) / power : power;
}

// `method` "ceil" and "floor" as in Jinja2, else half away from zero.
base::Ratio rounded_to(const base::Ratio& number, int places, std::string_view method) {
  const base::Ratio scale = power_of_ten(places);
  const base::Ratio scaled = number * scale;
  if (method == "ceil" || method == "floor") {
    return base::Ratio(method == "ceil" ? scaled.ceil() : scaled.floor()) / scale;
  }
  const bool is_negative = scaled < base::Ratio(0);
  const base::Ratio half(is_negative ? -1 : 1, 2);
  const base::Ratio moved = scaled + half;
  return base::Ratio(is_negative ? moved.ceil() : moved.floor()) / scale;
}

struct Spelling {
  std::string digits;  // "-12.5"
  int exponent = 0;
};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Takes the character off the text when it is one of these.
std::string take_any(std::string_view& text, std::string_view characters) {
  if (text.empty() || characters.find(text.front()) == std::string_view::npos) {
    return {};
  }
  const std::string taken(text.substr(0, 1));
  text.remove_prefix(1);
  return taken;
}

// "1_000": digits, with "_" between them.
std::string take_digits(std::string_view& text) {
  std::string digits;
  while (!text.empty()) {
    const bool is_joint =
        text.front() == '_' && !digits.empty() && text.size() > 1 && is_digit(text[1]);
    if (!is_digit(text.front()) && !is_joint) {
      break;
    }
    digits += is_joint ? "" : std::string(text.substr(0, 1));
    text.remove_prefix(1);
  }
  return digits;
}

// Python's ways to write a number: " +1_000.5e3 "; a decimal comma too. Nothing for other texts.
std::optional<Spelling> spelling_of(std::string_view text) {
  constexpr std::string_view blanks = " \t\n\r\f\v";
  constexpr int too_large = 999;
  text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
  text = text.substr(0, text.find_last_not_of(blanks) + 1);
  const bool is_negative = take_any(text, "+-") == "-";
  const std::string whole = take_digits(text);
  const std::string fraction = take_any(text, ".,").empty() ? "" : take_digits(text);
  if (whole.empty() && fraction.empty()) {
    return std::nullopt;
  }
  Spelling spelling{(is_negative ? "-" : "") + whole + "." + (fraction.empty() ? "0" : fraction)};
  if (!take_any(text, "eE").empty()) {
    const bool is_small = take_any(text, "+-") == "-";
    const std::string exponent = take_digits(text);
    if (exponent.empty()) {
      return std::nullopt;
    }
    const int size = exponent.size() > 3 ? too_large : std::stoi(exponent);
    spelling.exponent = is_small ? -size : size;
  }
  return text.empty() ? std::optional(spelling) : std::nullopt;
}

// None for a text that is no number.
tl::expected<Value, std::string> number_in(std::string_view text) {
  constexpr int largest_exponent = 18;
  const auto spelling = spelling_of(text);
  if (!spelling) {
    return Value();
  }
  const auto digits = base::Ratio::parse(spelling->digits);
  if (!digits || std::abs(spelling->exponent) > largest_exponent) {
    return fault("số quá lớn");
  }
  try {
    return Value(*digits * power_of_ten(spelling->exponent));
  } catch (const std::overflow_error&) {
    return fault("số quá lớn");
  }
}

// "dd/MM/yyyy": letters that are no part of a date stand for themselves.
std::string date_as(base::Date date, std::string_view pattern) {
  const std::array<std::pair<std::string_view, std::string>, 6> fields{
      {{"yyyy", std::to_string(date.year())},
       {"yy", two_digits(date.year() % 100)},
       {"dd", two_digits(date.day())},
       {"d", std::to_string(date.day())},
       {"MM", two_digits(date.month())},
       {"M", std::to_string(date.month())}}};
  std::string out;
  while (!pattern.empty()) {
    const auto field = std::find_if(
        fields.begin(), fields.end(), [&](const auto& f) { return pattern.starts_with(f.first); });
    out += field == fields.end() ? std::string(pattern.substr(0, 1)) : field->second;
    pattern.remove_prefix(field == fields.end() ? 1 : field->first.size());
  }
  return out;
}

}  // namespace

Result number(Arguments arguments) {
  constexpr int most_places_unasked = 2;
  const bool asked = !argument(arguments, 1).is_none();
  const auto digits = places(arguments, most_places_unasked);
  if (!digits) {
    return tl::unexpected(digits.error());
  }
  return print_number(arguments[0], [&](const base::Ratio& value) {
    return text::decimal(value, *digits, asked ? Zeros::keep : Zeros::drop);
  });
}

Result percent(Arguments arguments) {
  return print_share(arguments, Zeros::drop);
}

Result percent_table(Arguments arguments) {
  return print_share(arguments, Zeros::keep);
}

Result count(Arguments arguments) {
  return print_whole(arguments[0], text::count);
}

Result in_words(Arguments arguments) {
  return print_whole(arguments[0], text::in_words);
}

Result roman(Arguments arguments) {
  constexpr int largest = 3999;
  const base::Ratio* value = arguments[0].number();
  if (value != nullptr && (*value < base::Ratio(1) || *value > base::Ratio(largest))) {
    return fault("số La Mã chỉ viết được từ 1 đến 3999");
  }
  return print_whole(arguments[0],
                     [](std::int64_t whole) { return text::roman(static_cast<int>(whole)); });
}

Result rounded(Arguments arguments) {
  const auto digits = places(arguments, 0, -9);
  const std::string method = printed(argument(arguments, 2));
  if (!digits) {
    return tl::unexpected(digits.error());
  }
  if (!method.empty() && method != "common" && method != "ceil" && method != "floor") {
    return fault("cách làm tròn phải là 'common', 'ceil' hoặc 'floor', nhận được \"" + method +
                 "\"");
  }
  const Value& value = arguments[0];
  if (value.is_none()) {
    return Value();
  }
  if (value.number() == nullptr) {
    return wants("số", value);
  }
  return print_number(
      value, [&](const base::Ratio& number) { return rounded_to(number, *digits, method); });
}

Result points(Arguments arguments) {
  return print_number(arguments[0], change_in_points);
}

// A missing earlier share gives nothing: there is nothing to compare with.
Result change(Arguments arguments) {
  if (arguments.size() < 2) {
    return fault("cần tỷ lệ kỳ trước");
  }
  const Value& before = argument(arguments, 1);
  if (arguments[0].is_none() || before.is_none()) {
    return Value();
  }
  if (before.number() == nullptr) {
    return wants("số", before);
  }
  return print_number(arguments[0], [&](const base::Ratio& now) {
    return change_in_points(now - *before.number());
  });
}

Result money(Arguments arguments) {
  return print_number(arguments[0],
                      [](const base::Ratio& amount) { return text::decimal(amount, 0) + " đồng"; });
}

Result absolute(Arguments arguments) {
  const base::Ratio* number = arguments[0].number();
  if (number == nullptr) {
    return wants("số", arguments[0]);
  }
  return Value(*number < base::Ratio(0) ? base::Ratio(0) - *number : *number);
}

// Texts that are no numbers give the argument, as in Jinja2 0 when there is none.
Result real(Arguments arguments) {
  const Value& value = arguments[0];
  if (value.number() != nullptr) {
    return value;
  }
  if (value.boolean() != nullptr) {
    return Value(*value.boolean() ? 1 : 0);
  }
  const Value& fallback = argument(arguments, 1);
  return number_in(value.string() == nullptr ? "" : *value.string()).map([&](Value number) {
    return !number.is_none() ? std::move(number) : fallback.is_none() ? Value(0) : fallback;
  });
}

Result integer(Arguments arguments) {
  const Value& base = argument(arguments, 2);
  if (!base.is_none() && !equal(base, Value(10))) {
    return fault("chỉ đọc số hệ mười");
  }
  return real(arguments).map([](const Value& value) {
    const base::Ratio* number = value.number();
    if (number == nullptr) {
      return value;
    }
    return Value(*number < base::Ratio(0) ? number->ceil() : number->floor());
  });
}

Result quarter(Arguments arguments) {
  const Value& value = arguments[0];
  if (const auto period = base::Period::parse(value.string() != nullptr ? *value.string() : "")) {
    return Value(text::period_name(*period));
  }
  return print_date(value, [](base::Date date) {
    return text::period_name({base::Period::Kind::quarter, date.year(), (date.month() + 2) / 3});
  });
}

Result date_by_pattern(Arguments arguments) {
  const std::string pattern = printed(argument(arguments, 1));
  if (pattern.empty()) {
    return fault("cần mẫu, ví dụ 'dd/MM/yyyy'");
  }
  return print_date(arguments[0], [&](base::Date date) { return date_as(date, pattern); });
}

Result short_date(Arguments arguments) {
  return print_date(arguments[0], text::short_date);
}

Result long_date(Arguments arguments) {
  return print_date(arguments[0], text::long_date);
}

Result table_date(Arguments arguments) {
  return print_date(arguments[0], text::table_date);
}

}  // namespace baocao::report::filter
