// Python's "%s: %05.1f" % values.
#include "report/evaluate.hpp"
#include "report/filter_functions.hpp"
#include "report/problem.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <optional>

namespace baocao::report::filter {
namespace {

constexpr std::size_t widest = 1000;
constexpr std::size_t most_places = 9;

struct Directive {
  bool left = false;   // "-"
  bool zeros = false;  // "0"
  std::string plus;    // "+" or " ": what stands before a number that is not negative
  std::size_t width = 0;
  std::optional<std::size_t> places;
  char kind = 's';
};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::size_t read_number(std::string_view pattern, std::size_t& at) {
  std::size_t number = 0;
  while (at < pattern.size() && is_digit(pattern[at])) {
    number = std::min(number * 10 + static_cast<std::size_t>(pattern[at++] - '0'), widest);
  }
  return number;
}

// Behind "%"; `at` ends behind the directive.
std::optional<Directive> read(std::string_view pattern, std::size_t& at) {
  Directive directive;
  for (;
       at < pattern.size() && std::string_view("-+0 ").find(pattern[at]) != std::string_view::npos;
       ++at) {
    directive.left = directive.left || pattern[at] == '-';
    directive.zeros = directive.zeros || pattern[at] == '0';
    if (pattern[at] == '+' || (pattern[at] == ' ' && directive.plus.empty())) {
      directive.plus = pattern[at];
    }
  }
  directive.width = read_number(pattern, at);
  if (at < pattern.size() && pattern[at] == '.') {
    directive.places = read_number(pattern, ++at);
  }
  if (at == pattern.size()) {
    return std::nullopt;
  }
  directive.kind = pattern[at++];
  return directive;
}

std::string hexadecimal(std::int64_t number, std::string_view digits) {
  std::string out;
  auto rest = static_cast<std::uint64_t>(number < 0 ? -number : number);
  do {
    out.insert(out.begin(), digits[rest % 16]);
    rest /= 16;
  } while (rest > 0);
  return (number < 0 ? "-" : "") + out;
}

std::string whole_number(std::int64_t number, char kind) {
  switch (kind) {
    case 'x':
      return hexadecimal(number, "0123456789abcdef");
    case 'X':
      return hexadecimal(number, "0123456789ABCDEF");
    default:
      return std::to_string(number);
  }
}

std::string padded(const Directive& directive, std::string text, bool is_number) {
  if (is_number && !text.starts_with('-')) {
    text.insert(0, directive.plus);
  }
  const std::size_t length = text::length(text);
  if (length >= directive.width) {
    return text;
  }
  const std::size_t rest = directive.width - length;
  if (directive.left) {
    return text + std::string(rest, ' ');
  }
  const bool zeros = is_number && directive.zeros;
  const bool has_sign = text.find_first_of("-+ ") == 0;
  return zeros ? text.insert(has_sign ? 1 : 0, rest, '0') : std::string(rest, ' ') + text;
}

tl::expected<std::string, std::string> print(const Directive& directive, const Value& value) {
  if (directive.kind == 's') {
    std::u32string text = text::code_points(printed(value));
    text.resize(std::min(text.size(), directive.places.value_or(text.size())));
    return padded(directive, text::utf8(text), false);
  }
  const base::Ratio* number = value.number();
  const bool whole = std::string_view("dixX").find(directive.kind) != std::string_view::npos;
  if (!whole && directive.kind != 'f') {
    return tl::unexpected<std::string>("không có dạng %" + std::string(1, directive.kind) +
                                       "; dùng %s, %d, %x hoặc %.1f");
  }
  if (number == nullptr) {
    return tl::unexpected<std::string>("%" + std::string(1, directive.kind) +
                                       " cần số, nhận được " + type_name(value));
  }
  if (!whole) {
    const std::size_t places = std::min(directive.places.value_or(6), most_places);
    return padded(directive, number->decimal(static_cast<int>(places)), true);
  }
  const std::int64_t toward_zero = *number < base::Ratio(0) ? number->ceil() : number->floor();
  return padded(directive, whole_number(toward_zero, directive.kind), true);
}

}  // namespace

Result format(Arguments arguments) {
  const std::string pattern = printed(arguments[0]);
  std::string out;
  std::size_t used = 1;
  for (std::size_t at = 0; at < pattern.size();) {
    if (pattern[at] != '%') {
      out += pattern[at++];
      continue;
    }
    const auto directive = read(pattern, ++at);
    if (directive && directive->kind == '%') {
      out += '%';
      continue;
    }
    if (!directive || used == arguments.size()) {
      return tl::unexpected<std::string>(directive ? "thiếu giá trị cho một dấu %"
                                                   : "dấu % cuối cùng thiếu dạng");
    }
    const auto text = print(*directive, arguments[used++]);
    if (!text) {
      return tl::unexpected(text.error());
    }
    out += *text;
  }
  if (used < arguments.size()) {
    return tl::unexpected<std::string>("có nhiều giá trị hơn dấu %");
  }
  return Value(std::move(out));
}

}  // namespace baocao::report::filter
