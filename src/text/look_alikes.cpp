#include "text/look_alikes.hpp"

#include "text/unicode.hpp"

#include <algorithm>

namespace baocao::text {
namespace {

constexpr std::u32string_view foreign = U"АВЕЅІЈКМНОРСТУХҺаеѕіјорсухһΑΒΕΖΗΙΚΜΝΟΡΤΥΧο";
constexpr std::u32string_view latin = U"ABESIJKMHOPCTYXHaesijopcyxhABEZHIKMNOPTYXo";
static_assert(foreign.size() == latin.size());

bool is_latin(char32_t c) {
  return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') || (c >= 0xC0 && c < 0x250) ||
         (c >= 0x1E00 && c < 0x1F00);
}

bool is_foreign(char32_t c) {
  return foreign.find(c) != std::u32string_view::npos;
}

bool are_mixed(std::u32string_view text) {
  return std::any_of(text.begin(), text.end(), is_foreign) &&
         std::any_of(text.begin(), text.end(), is_latin);
}

}  // namespace

bool has_look_alikes(std::string_view text) {
  const bool may_have = std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0xCE && byte <= 0xD3;  // lead bytes of Greek and Cyrillic
  });
  return may_have && are_mixed(code_points(text));
}

void fold_look_alikes(std::u32string& text) {
  if (!are_mixed(text)) {
    return;
  }
  for (char32_t& c : text) {
    const std::size_t at = foreign.find(c);
    c = at == std::u32string_view::npos ? c : latin[at];
  }
}

}  // namespace baocao::text
