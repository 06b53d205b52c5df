#include "text/id_numbers.hpp"

#include "text/keys.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace baocao::text {
namespace {

constexpr std::size_t personal_digits = 12;
constexpr std::size_t cmnd_digits = 9;
constexpr std::size_t least_group = 3;
constexpr std::size_t shortest_hash = 32;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_hex(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f');
}

// What a number does not stand alone beside: it is a part of a word or of the name of a file.
bool is_of_word(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '/';
}

// Length of the one separator at the front, 0 when there is none.
std::size_t separator(std::string_view text) {
  constexpr std::string_view no_break_space = "\u00A0";
  if (text.starts_with(no_break_space)) {
    return no_break_space.size();
  }
  return text.starts_with(' ') || text.starts_with('.') || text.starts_with('-') ? 1 : 0;
}

std::size_t digits_at(std::string_view text) {
  return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_digit) -
                                  text.begin());
}

struct Number {
  std::size_t length = 0;  // bytes, separators included
  std::string digits;
};

// Groups of three digits and more, one separator between two of them, until they are a personal
// number or too long for one.
Number grouped(std::string_view text) {
  Number number;
  for (std::size_t at = 0; digits_at(text.substr(at)) >= least_group;) {
    const std::size_t group = digits_at(text.substr(at));
    number.digits += text.substr(at, group);
    number.length = at + group;
    const std::size_t between = separator(text.substr(number.length));
    if (between == 0 || number.digits.size() >= personal_digits) {
      break;
    }
    at = number.length + between;
  }
  return number;
}

bool is_personal(std::string_view digits) {
  return digits.size() == personal_digits && digits.front() == '0';
}

bool in_hash(std::string_view text, std::size_t at) {
  std::size_t first = at;
  std::size_t last = at;
  while (first > 0 && is_hex(text[first - 1])) {
    --first;
  }
  while (last < text.size() && is_hex(text[last])) {
    ++last;
  }
  return last - first >= shortest_hash;
}

// The number to hide that begins at a digit with none before it; empty: none.
Number number_at(std::string_view text, std::size_t at, bool any_long_number) {
  if (in_hash(text, at)) {
    return {};
  }
  if (Number number = grouped(text.substr(at)); is_personal(number.digits)) {
    return number;
  }
  const std::size_t length = digits_at(text.substr(at));
  const Number number{length, std::string(text.substr(at, length))};
  const std::size_t end = at + length;
  const bool alone =
      (at == 0 || !is_of_word(text[at - 1])) && (end == text.size() || !is_of_word(text[end]));
  const bool is_long = any_long_number && alone && length >= cmnd_digits;
  return is_long || is_personal(number.digits) ? number : Number{};
}

std::string hide(std::string text, bool any_long_number) {
  const auto digits = std::count_if(text.begin(), text.end(), is_digit);
  if (static_cast<std::size_t>(digits) < cmnd_digits) {
    return text;
  }
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_digit(text[at])) {
      out += text[at++];
      continue;
    }
    const Number number = number_at(text, at, any_long_number);
    const std::size_t plain = digits_at(std::string_view(text).substr(at));
    out += number.length == 0 ? text.substr(at, plain) : mask_id(number.digits);
    at += number.length == 0 ? plain : number.length;
  }
  return out;
}

}  // namespace

std::string hide_personal_numbers(std::string text) {
  return hide(std::move(text), false);
}

std::string hide_id_numbers(std::string text) {
  return hide(std::move(text), true);
}

}  // namespace baocao::text
