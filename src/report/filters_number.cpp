#include "base/period.hpp"
#include "report/evaluate.hpp"
#include "report/filter_functions.hpp"
#include "report/problem.hpp"
#include "text/dates.hpp"
#include "text/numbers.hpp"

#include <algorithm>
#include <array>
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
tl::expected<int, std::string> places(Arguments arguments, int fallback) {
  if (arguments.size() < 2) {
    return fallback;
  }
  const base::Ratio* number = arguments[1].number();
  if (number == nullptr || !number->is_integer() || *number < base::Ratio(0) ||
      *number > base::Ratio(9)) {
    return fault("số chữ số thập phân phải là số nguyên từ 0 đến 9");
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

// `method` "ceil" and "floor" as in Jinja2, else half away from zero.
base::Ratio rounded_to(const base::Ratio& number, int places, std::string_view method) {
  base::Ratio scale(1);
  for (int i = 0; i < places; ++i) {
    scale = scale * base::Ratio(10);
  }
  const base::Ratio scaled = number * scale;
  if (method == "ceil" || method == "floor") {
    return base::Ratio(method == "ceil" ? scaled.ceil() : scaled.floor()) / scale;
  }
  const bool is_negative = scaled < base::Ratio(0);
  const base::Ratio half(is_negative ? -1 : 1, 2);
  const base::Ratio moved = scaled + half;
  return base::Ratio(is_negative ? moved.ceil() : moved.floor()) / scale;
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
  const bool asked = arguments.size() > 1;
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
  const auto digits = places(arguments, 0);
  if (!digits) {
    return tl::unexpected(digits.error());
  }
  const Value& value = arguments[0];
  if (value.is_none()) {
    return Value();
  }
  if (value.number() == nullptr) {
    return wants("số", value);
  }
  return print_number(value, [&](const base::Ratio& number) {
    return rounded_to(number, *digits, printed(argument(arguments, 2)));
  });
}

Result points(Arguments arguments) {
  return print_number(arguments[0], change_in_points);
}

// A missing earlier share gives nothing: there is nothing to compare with.
Result change(Arguments arguments) {
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
  const auto number =
      value.string() != nullptr ? base::Ratio::parse(*value.string()) : std::nullopt;
  if (value.number() != nullptr) {
    return value;
  }
  const Value& fallback = argument(arguments, 1);
  return number ? Value(*number) : fallback.is_none() ? Value(0) : fallback;
}

Result integer(Arguments arguments) {
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
