#include "input/xlsx/references.hpp"

#include "text/unicode.hpp"

#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <utility>

namespace baocao::input::xlsx {
namespace {

constexpr std::array<std::pair<std::string_view, char>, 5> named = {
    {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}}};

// XML 1.0, 2.2.
bool is_allowed(std::uint32_t character) {
  return character == 0x9 || character == 0xA || character == 0xD ||
         (character >= 0x20 && character <= 0xD7FF) ||
         (character >= 0xE000 && character <= 0xFFFD) ||
         (character >= 0x10000 && character <= 0x10FFFF);
}

// "38" or "x26", what stands between "&#" and ";".
std::optional<char32_t> numbered(std::string_view digits) {
  const bool is_hexadecimal = digits.starts_with('x');
  digits.remove_prefix(is_hexadecimal ? 1 : 0);
  std::uint32_t value = 0;
  const char* const end = digits.data() + digits.size();
  const auto [stopped, error] =
      std::from_chars(digits.data(), end, value, is_hexadecimal ? 16 : 10);
  const bool is_whole = error == std::errc() && stopped == end;
  return is_whole && is_allowed(value) ? std::optional<char32_t>(value) : std::nullopt;
}

// `name` stands between "&" and ";".
bool append_reference(std::string& out, std::string_view name) {
  if (name.starts_with('#')) {
    const std::optional<char32_t> character = numbered(name.substr(1));
    if (character) {
      out += text::utf8({&*character, 1});
    }
    return character.has_value();
  }
  for (const auto& [known, character] : named) {
    if (name == known) {
      out.push_back(character);
      return true;
    }
  }
  return false;
}

}  // namespace

bool append_resolved(std::string& out, std::string_view text) {
  while (!text.empty()) {
    const std::size_t plain = std::min(text.find_first_of("&\r]"), text.size());
    out += text.substr(0, plain);
    text.remove_prefix(plain);
    if (text.empty()) {
      break;
    }
    std::size_t taken = 1;
    if (text.front() == '&') {
      const std::size_t end = text.find(';');
      if (end == std::string_view::npos || !append_reference(out, text.substr(1, end - 1))) {
        return false;
      }
      taken = end + 1;
    } else if (text.front() == '\r') {
      out.push_back('\n');
      taken = text.starts_with("\r\n") ? 2 : 1;
    } else if (text.starts_with("]]>")) {
      return false;
    } else {
      out.push_back(']');
    }
    text.remove_prefix(taken);
  }
  return true;
}

}  // namespace baocao::input::xlsx
