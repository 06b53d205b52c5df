// Python's "%s: %05.1f" % values and "{}: {:,.1f}".format(values).
#include "report/evaluate.hpp"
#include "report/filter_functions.hpp"
#include "report/problem.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <optional>
#include <stdexcept>

namespace baocao::report::filter {
namespace {

using Printed = tl::expected<std::string, std::string>;

constexpr std::size_t widest = 1000;
constexpr std::size_t most_places = 9;

struct Directive {
  char align = '>';  // '<', '>', '^'; '=': between the sign and the digits
  std::string fill = " ";
  std::string plus;        // "+" or " ": what stands before a number that is not negative
  bool thousands = false;  // 1,234,567
  std::size_t width = 0;
  std::optional<std::size_t> places;
  char kind = 's';
};

tl::unexpected<std::string> fault(std::string message) {
  return tl::unexpected(std::move(message));
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_one_of(char c, std::string_view characters) {
  return characters.find(c) != std::string_view::npos;
}

std::size_t read_number(std::string_view pattern, std::size_t& at) {
  std::size_t number = 0;
  while (at < pattern.size() && is_digit(pattern[at])) {
    number = std::min(number * 10 + static_cast<std::size_t>(pattern[at++] - '0'), widest);
  }
  return number;
}

void read_places(std::string_view pattern, std::size_t& at, Directive& directive) {
  if (at < pattern.size() && pattern[at] == '.') {
    directive.places = read_number(pattern, ++at);
  }
}

// Behind "%"; `at` ends behind the directive.
std::optional<Directive> read(std::string_view pattern, std::size_t& at) {
  Directive directive;
  bool zeros = false;
  for (; at < pattern.size() && is_one_of(pattern[at], "-+0 "); ++at) {
    directive.align = pattern[at] == '-' ? '<' : directive.align;
    zeros = zeros || pattern[at] == '0';
    if (pattern[at] == '+' || (pattern[at] == ' ' && directive.plus.empty())) {
      directive.plus = pattern[at];
    }
  }
  directive.width = read_number(pattern, at);
  read_places(pattern, at, directive);
  if (at == pattern.size()) {
    return std::nullopt;
  }
  directive.kind = pattern[at++];
  if (zeros && directive.align != '<' && directive.kind != 's') {
    directive.align = '=';
    directive.fill = "0";
  }
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

std::string with_commas(std::string digits) {
  const std::size_t first = digits.starts_with('-') ? 1 : 0;
  for (std::size_t at = std::min(digits.find_first_of(".%"), digits.size()); at > first + 3;) {
    at -= 3;
    digits.insert(at, 1, ',');
  }
  return digits;
}

std::string padded(const Directive& directive, std::string text) {
  const std::size_t length = text::length(text);
  const std::size_t rest = directive.width - std::min(directive.width, length);
  const std::size_t behind = directive.align == '<'   ? rest
                             : directive.align == '^' ? rest - rest / 2
                                                      : 0;
  const bool between = directive.align == '=' && text.find_first_of("-+ ") == 0;
  for (std::size_t i = 0; i < rest - behind; ++i) {
    text.insert(between ? 1 : 0, directive.fill);
  }
  for (std::size_t i = 0; i < behind; ++i) {
    text += directive.fill;
  }
  return text;
}

std::string padded_number(const Directive& directive, std::string digits) {
  if (directive.thousands) {
    digits = with_commas(std::move(digits));
  }
  return padded(directive, (digits.starts_with('-') ? "" : directive.plus) + digits);
}

Printed print(const Directive& directive, const Value& value) {
  if (directive.kind == 's') {
    std::u32string text = text::code_points(printed(value));
    text.resize(std::min(text.size(), directive.places.value_or(text.size())));
    return padded(directive, text::utf8(text));
  }
  if (!is_one_of(directive.kind, "dixXf%")) {
    return fault("không có dạng \"" + std::string(1, directive.kind) + "\"; dùng s, d, x hoặc .1f");
  }
  const base::Ratio* number = value.number();
  if (number == nullptr) {
    return fault("dạng \"" + std::string(1, directive.kind) + "\" cần số, nhận được " +
                 type_name(value));
  }
  if (is_one_of(directive.kind, "f%")) {
    const auto places =
        static_cast<int>(std::min<std::size_t>(directive.places.value_or(6), most_places));
    const bool is_share = directive.kind == '%';
    const base::Ratio shown = is_share ? *number * base::Ratio(100) : *number;
    return padded_number(directive, shown.decimal(places) + (is_share ? "%" : ""));
  }
  const std::int64_t toward_zero = *number < base::Ratio(0) ? number->ceil() : number->floor();
  return padded_number(directive, whole_number(toward_zero, directive.kind));
}

// "[[fill]align][sign][0][width][,][.places][kind]", of a value of this type.
tl::expected<Directive, std::string> read_specification(std::string_view text, const Value& value) {
  constexpr std::string_view alignments = "<>^=";
  const bool is_number = value.number() != nullptr;
  Directive directive;
  directive.align = is_number ? '>' : '<';
  std::size_t at = 0;
  const std::string fill = text::utf8(text::code_points(text).substr(0, 1));
  if (fill.size() < text.size() && is_one_of(text[fill.size()], alignments)) {
    directive.fill = fill;
    at = fill.size();
  }
  if (at < text.size() && is_one_of(text[at], alignments)) {
    directive.align = text[at++];
  }
  if (at < text.size() && is_one_of(text[at], "+- ")) {
    directive.plus = text[at] == '-' ? "" : std::string(1, text[at]);
    ++at;
  }
  if (at < text.size() && text[at] == '0') {
    directive.fill = "0";
    directive.align = is_number ? '=' : '<';
    ++at;
  }
  directive.width = read_number(text, at);
  if (at < text.size() && text[at] == ',') {
    directive.thousands = true;
    ++at;
  }
  read_places(text, at, directive);
  directive.kind = at < text.size() ? text[at++] : is_number ? '\0' : 's';
  if (at != text.size() || (directive.kind == '\0' && directive.places)) {
    return fault("không đọc được dạng \"" + std::string(text) + "\"; ví dụ {:,.1f}");
  }
  return directive;
}

Printed print_field(std::string_view specification, const Value& value) {
  if (specification.empty()) {
    return printed(value);
  }
  return read_specification(specification, value).and_then([&](const Directive& directive) {
    const bool is_whole = value.number() == nullptr || value.number()->is_integer();
    if (!is_whole && is_one_of(directive.kind, "dixX")) {
      return Printed(fault("dạng \"" + std::string(1, directive.kind) + "\" cần số nguyên"));
    }
    return directive.kind == '\0' ? Printed(padded_number(directive, value.number()->decimal()))
                                  : print(directive, value);
  });
}

// The place of the value that "{}" or "{0}" asks for; `next` counts those without a number.
std::optional<std::size_t> place_of(std::string_view name, std::size_t& next) {
  if (name.empty()) {
    return next++;
  }
  std::size_t at = 0;
  const std::size_t place = read_number(name, at);
  return at == name.size() ? std::optional(place + 1) : std::nullopt;
}

// The field between braces: "0:,.1f".
Printed filled(std::string_view field, Arguments arguments, std::size_t& next) {
  const std::size_t colon = std::min(field.find(':'), field.size());
  const auto place = place_of(field.substr(0, colon), next);
  if (!place || *place >= arguments.size()) {
    return fault("không có giá trị cho \"{" + std::string(field) + "}\"");
  }
  return print_field(field.substr(std::min(colon + 1, field.size())), arguments[*place]);
}

Result with_values(std::string_view pattern, Arguments arguments) {
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
      return fault(directive ? "thiếu giá trị cho một dấu %" : "dấu % cuối cùng thiếu dạng");
    }
    const auto text = print(*directive, arguments[used++]);
    if (!text) {
      return tl::unexpected(text.error());
    }
    out += *text;
  }
  if (used < arguments.size()) {
    return fault("có nhiều giá trị hơn dấu %");
  }
  return Value(std::move(out));
}

Result with_fields(std::string_view pattern, Arguments arguments) {
  std::string out;
  std::size_t next = 1;
  while (!pattern.empty()) {
    const char c = pattern.front();
    if (pattern.starts_with("{{") || pattern.starts_with("}}") || !is_one_of(c, "{}")) {
      out += c;
      pattern.remove_prefix(is_one_of(c, "{}") ? 2 : 1);
      continue;
    }
    const std::size_t end = pattern.find('}');
    if (c == '}' || end == std::string_view::npos) {
      return fault("dấu { và } không thành cặp");
    }
    const auto text = filled(pattern.substr(1, end - 1), arguments, next);
    if (!text) {
      return tl::unexpected(text.error());
    }
    out += *text;
    pattern.remove_prefix(end + 1);
  }
  return Value(std::move(out));
}

// A number may become too large, as in '{:%}'.
Result checked(Result (*format)(std::string_view, Arguments), Arguments arguments) {
  try {
    return format(printed(arguments[0]), arguments);
  } catch (const std::overflow_error&) {
    return fault("số quá lớn");
  }
}

}  // namespace

Result format(Arguments arguments) {
  return checked(with_values, arguments);
}

Result format_fields(Arguments arguments) {
  return checked(with_fields, arguments);
}

}  // namespace baocao::report::filter
