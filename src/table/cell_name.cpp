#include "table/cell_name.hpp"

#include "text/id_numbers.hpp"
#include "text/keys.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <array>

namespace baocao::table {
namespace {

constexpr std::array<std::string_view, 13> addresses = {"đ/c: ",
                                                        "đ/c. ",
                                                        "đ/c ",
                                                        "đ.c ",
                                                        "đc: ",
                                                        "đồng chí: ",
                                                        "đồng chí ",
                                                        "ông/bà: ",
                                                        "ông/bà ",
                                                        "ông (bà) ",
                                                        "ông: ",
                                                        "ông ",
                                                        "bà "};

std::string without_address(const std::string& name) {
  // đ, ô or b, of either case
  if (name.empty() || std::string_view("bB\xC3\xC4").find(name.front()) == std::string_view::npos) {
    return name;
  }
  const std::string key = text::lower(name);
  for (const std::string_view address : addresses) {
    const std::string rest = key.size() == name.size() && key.starts_with(address)
                                 ? name.substr(address.size())
                                 : std::string();
    if (rest.find(' ') != std::string::npos) {  // a name has at least two words
      return text::cleaned(rest);
    }
  }
  return name;
}

std::string without_brackets(const std::string& name) {
  const std::size_t open = name.find('(');
  return open == std::string::npos ? name : text::cleaned(name.substr(0, open));
}

// ASCII letters and the lead bytes of the Vietnamese ones (U+00C0…U+01B0, U+1EA0…).
bool begins_letter(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (byte >= 0xC3 && byte <= 0xC6) ||
         byte == 0xE1;
}

}  // namespace

std::string read_name(std::string_view text) {
  const std::string name = without_brackets(without_address(text::cleaned(text)));
  return std::any_of(name.begin(), name.end(), begins_letter) ? text::hide_personal_numbers(name)
                                                              : std::string();
}

}  // namespace baocao::table
