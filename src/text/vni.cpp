#include "text/vni.hpp"

#include "text/letters.hpp"

#include <cstdint>
#include <optional>

namespace baocao::text {
namespace {

enum class Hat : std::uint8_t { none, circumflex, breve };

struct Mark {
  char32_t code;
  Hat hat;
  Tone tone;
};

// Behind a capital the marks stand 0x20 lower.
constexpr Mark marks[] = {
    {0xE0, Hat::circumflex, Tone::huyen},
    {0xE1, Hat::circumflex, Tone::sac},
    {0xE2, Hat::circumflex, Tone::ngang},
    {0xE3, Hat::circumflex, Tone::nga},
    {0xE4, Hat::circumflex, Tone::nang},
    {0xE5, Hat::circumflex, Tone::hoi},
    {0xE8, Hat::breve, Tone::huyen},
    {0xE9, Hat::breve, Tone::sac},
    {0xEA, Hat::breve, Tone::ngang},
    {0xEB, Hat::breve, Tone::nang},
    {0xFA, Hat::breve, Tone::hoi},
    {0xFC, Hat::breve, Tone::nga},
    {0xEF, Hat::none, Tone::nang},
    {0xF5, Hat::none, Tone::nga},
    {0xF8, Hat::none, Tone::huyen},
    {0xF9, Hat::none, Tone::sac},
    {0xFB, Hat::none, Tone::hoi},
};

// Letters of one code; U+00EC ì and U+00ED í are themselves.
constexpr std::u32string_view single_codes = U"æîñòóôö";
constexpr std::u32string_view single_letters = U"ỉỵđịĩơư";

bool is_capital_code(char32_t c) {
  return (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0xDD && c != 0xD7);
}

char32_t small_code(char32_t c) {
  return is_capital_code(c) ? c + 0x20 : c;
}

bool is_single(char32_t code) {
  return code == U'ì' || code == U'í' || single_codes.find(code) != std::u32string_view::npos;
}

// Of a small code.
char32_t letter_of(char32_t code) {
  const std::size_t at = single_codes.find(code);
  return at == std::u32string_view::npos ? code : single_letters[at];
}

std::optional<char32_t> with_hat(char32_t vowel, Hat hat) {
  if (hat == Hat::none) {
    return is_vowel(vowel) && vowel != U'i' ? std::optional(vowel) : std::nullopt;
  }
  const std::u32string_view bare = hat == Hat::breve ? U"a" : U"aeo";
  const std::u32string_view hatted = hat == Hat::breve ? U"ă" : U"âêô";
  const std::size_t at = bare.find(vowel);
  return at == std::u32string_view::npos ? std::nullopt : std::optional(hatted[at]);
}

// The small letter that a small vowel and a mark make.
std::optional<char32_t> marked(char32_t vowel, char32_t code) {
  for (const Mark& mark : marks) {
    if (mark.code == small_code(code)) {
      const std::optional<char32_t> base = with_hat(vowel, mark.hat);
      return base ? std::optional(joined({*base, mark.tone})) : std::nullopt;
    }
  }
  return std::nullopt;
}

}  // namespace

LegacyReading from_vni(std::u32string_view text) {
  LegacyReading out;
  out.text.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_capital = is_capital_code(text[i]);
    const char32_t code = small_code(text[i]);
    char32_t letter = letter_of(code);
    const bool is_stray = code > 0xA0 && code <= 0xFF && !is_single(code);
    out.strays += is_stray ? 1U : 0U;
    if (i + 1 < text.size()) {
      if (const std::optional<char32_t> whole = marked(letter, text[i + 1])) {
        letter = *whole;
        ++i;
      }
    }
    out.text.push_back(is_capital ? capital(letter) : letter);
  }
  return out;
}

}  // namespace baocao::text
