#include "text/unicode.hpp"

#include <algorithm>
#include <array>

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

namespace baocao::text {
namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

icu::StringPiece piece(std::string_view text) {
  return {text.data(), static_cast<std::int32_t>(text.size())};
}

std::string normalised(const icu::Normalizer2& form, std::string_view text) {
  std::string out;
  icu::StringByteSink<std::string> sink(&out, static_cast<std::int32_t>(text.size()));
  UErrorCode status = U_ZERO_ERROR;
  form.normalizeUTF8(0, piece(text), sink, nullptr, status);
  return out;
}

constexpr char32_t no_code_point = 0xFFFFFFFF;

// The code point at `at`, which moves behind it; no_code_point where the bytes are none (Unicode,
// table 3-7), and then `at` moves behind those that might have begun one.
char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto byte_at = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
  };
  const unsigned lead = byte_at(at++);
  if (lead < 0x80) {
    return lead;
  }
  if (lead < 0xC2 || lead > 0xF4) {
    return no_code_point;
  }
  const std::size_t following = lead < 0xE0 ? 1 : (lead < 0xF0 ? 2 : 3);
  unsigned low = lead == 0xE0 ? 0xA0 : (lead == 0xF0 ? 0x90 : 0x80);
  unsigned high = lead == 0xED ? 0x9F : (lead == 0xF4 ? 0x8F : 0xBF);
  char32_t c = lead & (0x3FU >> following);
  for (std::size_t i = 0; i < following; ++i) {
    const unsigned byte = byte_at(at);
    if (byte < low || byte > high) {
      return no_code_point;
    }
    c = (c << 6U) | (byte & 0x3FU);
    low = 0x80;
    high = 0xBF;
    ++at;
  }
  return c;
}

void append_utf8(std::string& out, char32_t c) {
  if (c < 0x80) {
    out.push_back(static_cast<char>(c));
    return;
  }
  constexpr std::array<unsigned, 4> leads = {0, 0xC0, 0xE0, 0xF0};
  unsigned following = 1 + (c >= 0x800 ? 1U : 0U) + (c >= 0x10000 ? 1U : 0U);
  out.push_back(static_cast<char>(leads[following] | (c >> (6 * following))));
  while (following-- > 0) {
    out.push_back(static_cast<char>(0x80U | ((c >> (6 * following)) & 0x3FU)));
  }
}

bool is_mark(char32_t c) {
  return u_charType(static_cast<UChar32>(c)) == U_NON_SPACING_MARK;
}

char32_t small_letter(char32_t c) {
  if (c < 0x80) {
    return c >= U'A' && c <= U'Z' ? c + (U'a' - U'A') : c;
  }
  return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
}

char32_t upper_letter(char32_t c) {
  return static_cast<char32_t>(u_totitle(static_cast<UChar32>(c)));
}

}  // namespace

bool is_blank(char32_t c) {
  return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}

bool is_word_letter(char32_t c) {
  return u_isalnum(static_cast<UChar32>(c)) != 0 || is_mark(c);
}

bool is_valid_utf8(std::string_view text) {
  if (is_ascii(text)) {
    return true;
  }
  for (std::size_t at = 0; at < text.size();) {
    if (next_code_point(text, at) == no_code_point) {
      return false;
    }
  }
  return true;
}

std::string nfc(std::string_view text) {
  if (is_ascii(text)) {
    return std::string(text);
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2& form = *icu::Normalizer2::getNFCInstance(status);
  if (!is_valid_utf8(text)) {
    return normalised(form, utf8(code_points(text)));
  }
  return form.isNormalizedUTF8(piece(text), status) != 0 ? std::string(text)
                                                         : normalised(form, text);
}

std::string nfd(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  return normalised(*icu::Normalizer2::getNFDInstance(status), utf8(code_points(text)));
}

std::u32string code_points(std::string_view text) {
  std::u32string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    out.push_back(c == no_code_point ? U'\uFFFD' : c);
  }
  return out;
}

std::string utf8(std::u32string_view code_points) {
  std::string out;
  out.reserve(code_points.size() * 2);
  for (const char32_t c : code_points) {
    append_utf8(out, c);
  }
  return out;
}

std::u32string lower_code_points(std::string_view text) {
  // The small forms of these two are longer, or go by the letters around them.
  constexpr std::u32string_view not_alone = U"\u0130\u03A3";
  std::u32string points = code_points(text);
  if (points.find_first_of(not_alone) == std::u32string::npos) {
    std::transform(points.begin(), points.end(), points.begin(), small_letter);
    return points;
  }
  std::string out;
  icu::StringByteSink<std::string> sink(&out, static_cast<std::int32_t>(text.size()));
  UErrorCode status = U_ZERO_ERROR;
  icu::CaseMap::utf8ToLower("", 0, piece(text), sink, nullptr, status);
  return code_points(out);
}

std::string lower(std::string_view text) {
  return utf8(lower_code_points(text));
}

std::string upper(std::string_view text) {
  std::string out;
  icu::StringByteSink<std::string> sink(&out, static_cast<std::int32_t>(text.size()));
  UErrorCode status = U_ZERO_ERROR;
  icu::CaseMap::utf8ToUpper("", 0, piece(text), sink, nullptr, status);
  return out;
}

std::string title(std::string_view text) {
  std::u32string points = lower_code_points(text);
  bool inside = false;
  for (char32_t& c : points) {
    const bool letter = is_word_letter(c);
    c = letter && !inside ? upper_letter(c) : c;
    inside = letter;
  }
  return utf8(points);
}

std::string capitalized(std::string_view text) {
  std::u32string points = code_points(text);
  const auto first = std::find_if(points.begin(), points.end(), is_word_letter);
  if (first != points.end()) {
    *first = upper_letter(*first);
  }
  return utf8(points);
}

std::size_t length(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

std::string without_marks(std::string_view text) {
  if (is_ascii(text)) {
    return std::string(text);
  }
  std::u32string points = code_points(nfd(text));
  std::erase_if(points, is_mark);
  std::replace(points.begin(), points.end(), U'đ', U'd');
  std::replace(points.begin(), points.end(), U'Đ', U'D');
  return utf8(points);
}

}  // namespace baocao::text
