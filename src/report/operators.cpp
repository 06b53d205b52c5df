#include "report/operators.hpp"

#include "report/evaluate.hpp"
#include "report/filter_functions.hpp"
#include "report/limits.hpp"
#include "text/collate.hpp"

#include <algorithm>
#include <cstdlib>
#include <stdexcept>

namespace baocao::report {
namespace {

using expr::Op;

tl::unexpected<Problem> cannot(std::string_view what, const Value& a, const Value& b) {
  return tl::unexpected(
      Problem{"T515",
              "không " + std::string(what) + " được " + type_name(a) + " với " + type_name(b),
              "kiểm tra lại tên hai bên của phép tính; giá trị có thể trống thì "
              "xét trước bằng {% if … %}"});
}

bool equal_maps(const Map& a, const Value& b) {
  return b.map() != nullptr && a.size() == b.map()->size() &&
         std::all_of(a.begin(), a.end(), [&](const auto& entry) {
           const Value* other = b.find(entry.first);
           return other != nullptr && equal(entry.second, *other);
         });
}

Step contains(const Value& item, const Value& container) {
  if (const List* list = container.list()) {
    return Value(std::any_of(
        list->begin(), list->end(), [&](const Value& other) { return equal(item, other); }));
  }
  if (container.string() != nullptr && item.string() != nullptr) {
    return Value(container.string()->find(*item.string()) != std::string::npos);
  }
  if (container.map() != nullptr && item.string() != nullptr) {
    return Value(container.find(*item.string()) != nullptr);
  }
  return cannot("tìm", item, container);
}

Step compared(Op op, const Value& a, const Value& b) {
  const auto result = order(a, b);
  if (!result) {
    return cannot("so sánh", a, b);
  }
  switch (op) {
    case Op::less:
      return Value(std::is_lt(*result));
    case Op::less_equal:
      return Value(std::is_lteq(*result));
    case Op::greater:
      return Value(std::is_gt(*result));
    default:
      return Value(std::is_gteq(*result));
  }
}

Step power(const base::Ratio& a, const base::Ratio& b) {
  constexpr std::int64_t most = 64;
  if (!b.is_integer() || b < base::Ratio(-most) || b > base::Ratio(most) ||
      (a.is_zero() && b < base::Ratio(0))) {
    return tl::unexpected(Problem{"T516", "số mũ phải là số nguyên từ -64 đến 64"});
  }
  base::Ratio result(1);
  for (std::int64_t i = 0; i < std::abs(b.numerator()); ++i) {
    result = b < base::Ratio(0) ? result / a : result * a;
  }
  return Value(result);
}

Step number_arithmetic(Op op, const base::Ratio& a, const base::Ratio& b) {
  if (op == Op::add) {
    return Value(a + b);
  }
  if (op == Op::subtract) {
    return Value(a - b);
  }
  if (op == Op::multiply) {
    return Value(a * b);
  }
  if (op == Op::power) {
    return power(a, b);
  }
  if (b.is_zero()) {
    return tl::unexpected(
        Problem{"T516", "phép chia cho 0", "xét số chia trước: {% if số_chia %} … {% endif %}"});
  }
  const base::Ratio quotient = a / b;
  if (op == Op::floor_divide) {
    return Value(quotient.floor());
  }
  return op == Op::divide ? Value(quotient) : Value(a - b * base::Ratio(quotient.floor()));
}

Step date_arithmetic(Op op, base::Date date, const Value& other) {
  if (other.date() != nullptr && op == Op::subtract) {
    return Value(date.days() - other.date()->days());
  }
  constexpr std::int64_t most_days = 4'000'000;
  const base::Ratio* days = other.number();
  const bool usable = days != nullptr && days->is_integer() && days->numerator() < most_days &&
                      days->numerator() > -most_days;
  if (!usable || (op != Op::add && op != Op::subtract)) {
    return cannot("cộng trừ", Value(date), other);
  }
  const int count = static_cast<int>(days->numerator());
  return Value(date.plus_days(op == Op::add ? count : -count));
}

Step too_large() {
  return tl::unexpected(Problem{"T516", "kết quả dài quá mức"});
}

Step joined(const Value& a, const Value& b) {
  if (a.string() != nullptr && b.string() != nullptr) {
    return Value(*a.string() + *b.string());
  }
  if (a.list() != nullptr && b.list() != nullptr) {
    if (a.list()->size() + b.list()->size() > largest_list) {
      return too_large();
    }
    List all = *a.list();
    all.insert(all.end(), b.list()->begin(), b.list()->end());
    return Value(std::move(all));
  }
  return cannot("cộng", a, b);
}

// '%d xã' % so
Step with_values(const std::string& pattern, const Value& value) {
  List given{pattern};
  if (const List* several = value.list()) {
    given.insert(given.end(), several->begin(), several->end());
  } else {
    given.push_back(value);
  }
  auto text = filter::format(given);
  return text ? Step(std::move(*text)) : tl::unexpected(Problem{"T515", std::move(text.error())});
}

Step arithmetic(Op op, const Value& a, const Value& b) {
  if (a.number() != nullptr && b.number() != nullptr) {
    try {
      return number_arithmetic(op, *a.number(), *b.number());
    } catch (const std::overflow_error&) {
      return tl::unexpected(Problem{"T516", "kết quả phép tính quá lớn"});
    }
  }
  if (a.date() != nullptr) {
    return date_arithmetic(op, *a.date(), b);
  }
  if (op == Op::remainder && a.string() != nullptr) {
    return with_values(*a.string(), b);
  }
  return op == Op::add ? joined(a, b) : cannot("tính", a, b);
}

}  // namespace

bool equal(const Value& a, const Value& b) {
  if (a.type() != b.type()) {
    return false;
  }
  switch (a.type()) {
    case Value::Type::none:
      return true;
    case Value::Type::boolean:
      return *a.boolean() == *b.boolean();
    case Value::Type::number:
      return *a.number() == *b.number();
    case Value::Type::date:
      return *a.date() == *b.date();
    case Value::Type::string:
      return *a.string() == *b.string();
    case Value::Type::list:
      return std::equal(
          a.list()->begin(), a.list()->end(), b.list()->begin(), b.list()->end(), equal);
    case Value::Type::map:
      return equal_maps(*a.map(), b);
  }
  return false;
}

std::optional<std::strong_ordering> order(const Value& a, const Value& b) {
  if (a.number() != nullptr && b.number() != nullptr) {
    return *a.number() <=> *b.number();
  }
  if (a.date() != nullptr && b.date() != nullptr) {
    return *a.date() <=> *b.date();
  }
  if (a.string() != nullptr && b.string() != nullptr) {
    return text::sort_key(*a.string()) <=> text::sort_key(*b.string());
  }
  return std::nullopt;
}

Step apply_binary(Op op, const Value& a, const Value& b) {
  switch (op) {
    case Op::equal:
      return Value(equal(a, b));
    case Op::not_equal:
      return Value(!equal(a, b));
    case Op::less:
    case Op::less_equal:
    case Op::greater:
    case Op::greater_equal:
      return compared(op, a, b);
    case Op::in:
      return contains(a, b);
    case Op::not_in:
      return contains(a, b).map([](const Value& found) { return Value(!truthy(found)); });
    case Op::concat:
      return Value(printed(a) + printed(b));
    default:
      return arithmetic(op, a, b);
  }
}

Step negated(const Value& value) {
  if (value.number() == nullptr) {
    return tl::unexpected(Problem{"T515", "không đổi dấu được " + type_name(value)});
  }
  return apply_binary(Op::subtract, Value(0), value);
}

}  // namespace baocao::report
