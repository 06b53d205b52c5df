#include "report/filter_functions.hpp"
#include "report/problem.hpp"
#include "text/dates.hpp"
#include "text/numbers.hpp"

#include <stdexcept>

namespace baocao::report::filter {
namespace {

tl::unexpected<std::string> fault(std::string message) {
  return tl::unexpected(std::move(message));
}

using text::Zeros;

tl::unexpected<std::string> wants(std::string_view wanted, const Value& got) {
  return tl::unexpected("cần " + std::string(wanted) + ", nhận được " + type_name(got));
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
    return tl::unexpected("cần ngày dạng 2026-09-30, nhận được \"" + *value.string() + "\"");
  }
  return wants("ngày", value);
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
  const auto result = base::Ratio::parse(value.number()->decimal(*digits));
  if (!result) {
    return fault("số quá lớn");
  }
  return Value(*result);
}

Result points(Arguments arguments) {
  return print_number(arguments[0], [](const base::Ratio& difference) -> std::string {
    if (difference.is_zero()) {
      return "không thay đổi";
    }
    const bool rises = difference > base::Ratio(0);
    const base::Ratio size = (rises ? difference : base::Ratio(0) - difference) * base::Ratio(100);
    const std::string shown =
        size < base::Ratio(1, 20) ? "chưa đến 0,1" : text::decimal(size, 1, Zeros::drop);
    return (rises ? "tăng " : "giảm ") + shown + " điểm %";
  });
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
