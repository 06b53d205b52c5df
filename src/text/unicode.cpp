#include "text/unicode.hpp"

#include <algorithm>
#include <array>

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/ustring.h>

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

// `text` is valid UTF-8 (RFC 3629): a byte 10xxxxxx adds six bits to the code point before it.
std::u32string decoded_valid(std::string_view text) {
  std::u32string out;
  out.reserve(text.size());
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0U) == 0x80U) {
      out.back() = (out.back() << 6U) | (byte & 0x3FU);
    } else if (byte < 0x80) {
      out.push_back(byte);
    } else {
      out.push_back(byte & (byte < 0xE0 ? 0x1FU : (byte < 0xF0 ? 0x0FU : 0x07U)));
    }
  }
  return out;
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

bool is_word_letter(char32_t c) {
  return u_isalnum(static_cast<UChar32>(c)) != 0 || is_mark(c);
}

char32_t upper_letter(char32_t c) {
  return static_cast<char32_t>(u_totitle(static_cast<UChar32>(c)));
}

}  // namespace

bool is_valid_utf8(std::string_view text) {
  if (is_ascii(text)) {
    return true;
  }
  UErrorCode status = U_ZERO_ERROR;
  u_strFromUTF8(nullptr, 0, nullptr, text.data(), static_cast<std::int32_t>(text.size()), &status);
  return status != U_INVALID_CHAR_FOUND;
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
  if (!is_valid_utf8(text)) {
    std::string valid;
    icu::UnicodeString::fromUTF8(piece(text)).toUTF8String(valid);
    return decoded_valid(valid);
  }
  return decoded_valid(text);
}

std::string utf8(std::u32string_view code_points) {
  std::string out;
  out.reserve(code_points.size() * 2);
  for (const char32_t c : code_points) {
    append_utf8(out, c);
  }
  return out;
}

std::string lower(std::string_view text) {
  std::string out;
  icu::StringByteSink<std::string> sink(&out, static_cast<std::int32_t>(text.size()));
  UErrorCode status = U_ZERO_ERROR;
  icu::CaseMap::utf8ToLower("", 0, piece(text), sink, nullptr, status);
  return out;
}

std::string upper(std::string_view text) {
  std::string out;
  icu::StringByteSink<std::string> sink(&out, static_cast<std::int32_t>(text.size()));
  UErrorCode status = U_ZERO_ERROR;
  icu::CaseMap::utf8ToUpper("", 0, piece(text), sink, nullptr, status);
  return out;
}

std::string title(std::string_view text) {
  std::u32string points = code_points(lower(text));
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
