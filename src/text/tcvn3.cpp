#include "text/tcvn3.hpp"

#include "text/letters.hpp"

#include <algorithm>

namespace baocao::text {
namespace {

constexpr char32_t first_code = 0xA1;

// The letters of A1..FE; "." where there is none.
constexpr std::u32string_view letters =
    U"ĂÂÊÔƠƯĐăâêôơưđ......àảãáạ.ằẳẵắ.......ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò.ỏõóọồổỗốộờởỡớợù."
    U"ủũúụừửữứựỳỷỹýỵ";
static_assert(letters.size() == 0xFE - first_code + 1);

constexpr std::u32string_view capital_vowels = U"AĂÂEÊIOÔƠUƯY";
constexpr std::u32string_view small_vowels = U"aăâeêioôơuưy";

bool is_letter(char32_t code) {
  const std::size_t at = code - first_code;
  return code >= first_code && at < letters.size() && letters[at] != U'.';
}

// Ticks, bullets and fractions stand alone in tables; their letters (ì, ã, ẵ …) never do.
bool is_symbol(char32_t c) {
  return std::u32string_view(U"·»¼½¾×÷").find(c) != std::u32string_view::npos;
}

bool ends_word(char32_t c) {
  return c <= U' ' || c == 0xA0;
}

bool is_toned(char32_t c) {
  return split(c).tone != Tone::ngang;
}

// A letter that shows by its code whether it is a capital.
bool is_capital(char32_t c) {
  return (c >= U'A' && c <= U'Z') || capital_vowels.find(c) != std::u32string_view::npos ||
         c == U'Đ';
}

bool is_small(char32_t c) {
  return (c >= U'a' && c <= U'z') || c == U'đ' || small_vowels.find(c) != std::u32string_view::npos;
}

bool is_pair(char32_t capital, char32_t toned) {
  const std::size_t at = capital_vowels.find(capital);
  return at != std::u32string_view::npos && is_toned(toned) &&
         split(toned).base == small_vowels[at];
}

// Three capitals, or two and one of them last ("ĐÁNH", but not "SRó").
bool is_in_capitals(std::u32string_view word) {
  const auto capitals = std::count_if(word.begin(), word.end(), is_capital);
  return (capitals >= 3 || (capitals == 2 && is_capital(word.back()))) &&
         std::none_of(word.begin(), word.end(), is_small);
}

void append_word(LegacyReading& out, std::u32string_view codes) {
  if (codes.size() == 1 && is_symbol(codes.front())) {
    out.text += codes;
    return;
  }
  std::u32string word;
  for (const char32_t code : codes) {
    const char32_t letter = is_letter(code) ? letters[code - first_code] : code;
    out.strays += code >= first_code && code <= 0xFF && !is_letter(code) ? 1U : 0U;
    if (!word.empty() && is_pair(word.back(), letter)) {
      word.back() = capital(letter);
    } else {
      word.push_back(letter);
    }
  }
  if (is_in_capitals(word)) {
    std::transform(word.begin(), word.end(), word.begin(), capital);
  }
  out.text += word;
}

}  // namespace

LegacyReading from_tcvn3(std::u32string_view text) {
  LegacyReading out;
  out.text.reserve(text.size());
  for (std::size_t from = 0; from < text.size();) {
    const auto begin = text.begin() + static_cast<std::ptrdiff_t>(from);
    const auto size = static_cast<std::size_t>(std::find_if(begin, text.end(), ends_word) - begin);
    append_word(out, text.substr(from, size));
    out.text += text.substr(from + size, 1);
    from += size + 1;
  }
  return out;
}

}  // namespace baocao::text
