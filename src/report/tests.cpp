#include "report/tests.hpp"

#include "report/evaluate.hpp"
#include "report/operators.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <array>

namespace baocao::report {
namespace {

using Arguments = std::span<const Value>;
using expr::Op;

template <Value::Type... types>
Step has_type(Arguments arguments) {
  return Value(((arguments[0].type() == types) || ...));
}

template <bool wanted>
Step is_flag(Arguments arguments) {
  const bool* flag = arguments[0].boolean();
  return Value(flag != nullptr && *flag == wanted);
}

template <Op op>
Step holds_operator(Arguments arguments) {
  if (arguments.size() != 2) {
    return tl::unexpected(Problem{"T517", "phép thử này cần một giá trị để so"});
  }
  return apply_binary(op, arguments[0], arguments[1]);
}

Step is_defined(Arguments) {
  return Value(true);
}

Step is_undefined(Arguments) {
  return Value(false);
}

Step is_empty(Arguments arguments) {
  const Value& value = arguments[0];
  return Value(value.is_none() || (value.string() != nullptr && value.string()->empty()) ||
               (value.list() != nullptr && value.list()->empty()) ||
               (value.map() != nullptr && value.map()->empty()));
}

Step is_multiple(const Value& value, const Value& divisor) {
  return apply_binary(Op::remainder, value, divisor).map([](const Value& rest) {
    return Value(rest.number() != nullptr && rest.number()->is_zero());
  });
}

Step is_even(Arguments arguments) {
  return is_multiple(arguments[0], Value(2));
}

Step is_odd(Arguments arguments) {
  return apply_binary(Op::subtract, arguments[0], Value(1)).and_then([](const Value& less_one) {
    return is_multiple(less_one, Value(2));
  });
}

Step is_divisible(Arguments arguments) {
  if (arguments.size() != 2) {
    return tl::unexpected(Problem{"T517", "phép thử \"divisibleby\" cần một số chia"});
  }
  return is_multiple(arguments[0], arguments[1]);
}

Step is_integer(Arguments arguments) {
  const base::Ratio* number = arguments[0].number();
  return Value(number != nullptr && number->is_integer());
}

Step is_fraction(Arguments arguments) {
  const base::Ratio* number = arguments[0].number();
  return Value(number != nullptr && !number->is_integer());
}

Step is_lower(Arguments arguments) {
  const std::string* text = arguments[0].string();
  return Value(text != nullptr && text::lower(*text) == *text && text::upper(*text) != *text);
}

Step is_upper(Arguments arguments) {
  const std::string* text = arguments[0].string();
  return Value(text != nullptr && text::upper(*text) == *text && text::lower(*text) != *text);
}

using Type = Value::Type;

constexpr std::array tests = {
    Test{"defined", "", "tên có trong dữ liệu", "1 is defined", is_defined},
    Test{"undefined",
         "",
         "tên không có trong dữ liệu",
         "khong_co_ten_nay is undefined",
         is_undefined},
    Test{"none", "trong", "giá trị trống", "none is none", has_type<Type::none>},
    Test{"empty",
         "rong",
         "trống, chữ rỗng hoặc danh sách không có phần tử",
         "[] is empty",
         is_empty},
    Test{"integer", "so_nguyen", "là số nguyên", "12 is integer", is_integer},
    Test{"float", "", "là số có phần thập phân", "1.5 is float", is_fraction},
    Test{"lower", "", "là chữ thường", "'abc' is lower", is_lower},
    Test{"upper", "", "là chữ in hoa", "'ABC' is upper", is_upper},
    Test{"sameas", "", "bằng", "1 is sameas(1)", holds_operator<Op::equal>},
    Test{"number", "so", "là số", "12.5 is number", has_type<Type::number>},
    Test{"string", "chu", "là chữ", "'a' is string", has_type<Type::string>},
    Test{"date", "ngay", "là ngày", "2026-09-30 is date", has_type<Type::date>},
    Test{"boolean", "", "là đúng hoặc sai", "true is boolean", has_type<Type::boolean>},
    Test{"danh_sach", "", "là danh sách", "[1, 2] is danh_sach", has_type<Type::list>},
    Test{"sequence",
         "",
         "là danh sách, bảng hoặc chữ (như Jinja2)",
         "'ab' is sequence",
         has_type<Type::list, Type::map, Type::string>},
    Test{"iterable",
         "",
         "lặp được bằng for",
         "[1, 2] is iterable",
         has_type<Type::list, Type::map, Type::string>},
    Test{"mapping", "", "là bảng tên và giá trị", "1 is not mapping", has_type<Type::map>},
    Test{"true", "", "đúng", "true is true", is_flag<true>},
    Test{"false", "", "sai", "false is false", is_flag<false>},
    Test{"even", "", "số chẵn", "4 is even", is_even},
    Test{"odd", "", "số lẻ", "3 is odd", is_odd},
    Test{"divisibleby", "chia_het", "chia hết cho", "9 is divisibleby(3)", is_divisible},
    Test{"eq", "equalto", "bằng", "1 is eq(1)", holds_operator<Op::equal>},
    Test{"ne", "", "khác", "1 is ne(2)", holds_operator<Op::not_equal>},
    Test{"lt", "lessthan", "nhỏ hơn", "1 is lt(2)", holds_operator<Op::less>},
    Test{"le", "", "nhỏ hơn hoặc bằng", "2 is le(2)", holds_operator<Op::less_equal>},
    Test{"gt", "greaterthan", "lớn hơn", "2 is gt(1)", holds_operator<Op::greater>},
    Test{"ge", "", "lớn hơn hoặc bằng", "2 is ge(2)", holds_operator<Op::greater_equal>},
    Test{"==", "", "bằng", "[1, 2] | select('==', 2) | do_dai == 1", holds_operator<Op::equal>},
    Test{"!=", "", "khác", "[1, 2] | select('!=', 2) | do_dai == 1", holds_operator<Op::not_equal>},
    Test{"<", "", "nhỏ hơn", "[1, 2] | select('<', 2) | do_dai == 1", holds_operator<Op::less>},
    Test{"<=",
         "",
         "nhỏ hơn hoặc bằng",
         "[1, 2] | select('<=', 2) | do_dai == 2",
         holds_operator<Op::less_equal>},
    Test{">", "", "lớn hơn", "[1, 2] | select('>', 1) | do_dai == 1", holds_operator<Op::greater>},
    Test{">=",
         "",
         "lớn hơn hoặc bằng",
         "[1, 2] | select('>=', 1) | do_dai == 2",
         holds_operator<Op::greater_equal>},
    Test{"in", "", "có trong danh sách", "2 is in([1, 2])", holds_operator<Op::in>},
};

}  // namespace

std::span<const Test> all_tests() {
  return tests;
}

const Test* find_test(std::string_view name_or_alias) {
  const auto at = std::find_if(tests.begin(), tests.end(), [&](const Test& test) {
    return test.name == name_or_alias || (!test.alias.empty() && test.alias == name_or_alias);
  });
  return at == tests.end() ? nullptr : &*at;
}

}  // namespace baocao::report
