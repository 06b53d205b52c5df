#include "text/legacy.hpp"

#include "text/cp1258.hpp"
#include "text/letters.hpp"
#include "text/syllables.hpp"
#include "text/tcvn3.hpp"
#include "text/unicode.hpp"
#include "text/vni.hpp"

#include <algorithm>
#include <cctype>
#include <utility>

namespace baocao::text {
namespace {

unsigned char byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
}

bool starts_with_ignoring_case(std::string_view text, std::string_view small) {
  return text.size() >= small.size() &&
         std::equal(small.begin(), small.end(), text.begin(), [](char a, char b) {
           return a == std::tolower(static_cast<unsigned char>(b));
         });
}

LegacyReading decoded(std::u32string_view text, Legacy encoding) {
  const std::u32string codes = without_cp1258(text);
  return encoding == Legacy::vni ? from_vni(codes) : from_tcvn3(codes);
}

// Latin-1 letters of Vietnamese in Unicode; ETH is what a Western keyboard types for Đ.
bool is_unicode_letter(char32_t c) {
  constexpr std::u32string_view letters = U"ÀÁÂÃÈÉÊÌÍÐÒÓÔÕÙÚÝàáâãèéêìíðòóôõùúý";
  return letters.find(c) != std::u32string_view::npos;
}

bool is_a_or_e(char c) {
  return c == 'a' || c == 'e' || c == 'A' || c == 'E';
}

// Degrees and powers; in no legacy encoding a letter.
bool is_sign(char32_t c) {
  return c >= 0xB0 && c <= 0xB4;
}

bool ends_word(char32_t c) {
  const bool is_ascii_letter = (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z');
  return (c < 0x80 && !is_ascii_letter) || c == 0xA0 || is_sign(c);
}

bool has_letter(std::u32string_view word) {
  return std::any_of(word.begin(), word.end(), [](char32_t c) {
    return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') ||
           (c >= 0xC0 && c != 0xD7 && c != 0xF7);
  });
}

bool is_ascii(std::u32string_view word) {
  return std::all_of(word.begin(), word.end(), [](char32_t c) { return c < 0x80; });
}

bool reads_well(std::u32string_view word) {
  return is_syllable(code_points(nfc(lower(utf8(word)))));
}

bool reads_well(const LegacyReading& word) {
  return word.strays == 0 && reads_well(word.text);
}

}  // namespace

std::string_view name_of(Legacy encoding) {
  switch (encoding) {
    case Legacy::tcvn3:
      return "TCVN3";
    case Legacy::vni:
      return "VNI";
    default:
      return "Unicode";
  }
}

Legacy legacy_of_font(std::string_view font) {
  if (starts_with_ignoring_case(font, ".vn")) {
    return Legacy::tcvn3;
  }
  return starts_with_ignoring_case(font, "vni-") ? Legacy::vni : Legacy::none;
}

bool is_capital_font(std::string_view font) {
  return legacy_of_font(font) == Legacy::tcvn3 && font.ends_with('H');
}

std::string from_legacy(std::string_view text, Legacy encoding) {
  return encoding == Legacy::none ? nfc(text)
                                  : nfc(utf8(decoded(code_points(text), encoding).text));
}

bool may_be_legacy(std::string_view text) {
  bool has_more_than_ascii = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const unsigned char byte = byte_at(text, i);
    const unsigned char next = byte_at(text, i + 1);
    const bool is_only_unicode = (byte == 0xE1 && (next == 0xBA || next == 0xBB)) ||
                                 ((byte == 0xC4 || byte == 0xC5) && (next == 0xA8 || next == 0xA9));
    if (is_only_unicode) {
      return false;
    }
    has_more_than_ascii = has_more_than_ascii || byte >= 0x80;
  }
  return has_more_than_ascii;
}

bool looks_legacy(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const unsigned char byte = byte_at(text, i);
    if (byte != 0xC2 && byte != 0xC3) {
      continue;
    }
    const auto c = static_cast<char32_t>((byte & 0x1FU) << 6U | (byte_at(text, i + 1) & 0x3FU));
    const bool is_behind_a_or_e = i > 0 && is_a_or_e(text[i - 1]);
    if (c > 0xA0 && !is_sign(c) && (!is_unicode_letter(c) || is_behind_a_or_e)) {
      return true;
    }
  }
  return false;
}

void LegacyScore::add(std::string_view text) {
  const std::u32string points = code_points(text);
  for (std::size_t from = 0; from < points.size();) {
    const auto begin = points.begin() + static_cast<std::ptrdiff_t>(from);
    const auto end = std::find_if(begin, points.end(), ends_word);
    const std::u32string_view word(begin, end);
    from += word.size() + 1;
    if (is_ascii(word) || !has_letter(word)) {
      continue;
    }
    ++words_;
    legal_[0] += reads_well(word) ? 1U : 0U;
    legal_[1] += reads_well(decoded(word, Legacy::tcvn3)) ? 1U : 0U;
    legal_[2] += reads_well(decoded(word, Legacy::vni)) ? 1U : 0U;
  }
}

void LegacyScore::add(const LegacyScore& other) {
  words_ += other.words_;
  for (std::size_t i = 0; i < std::size(legal_); ++i) {
    legal_[i] += other.legal_[i];
  }
}

Legacy LegacyScore::best() const {
  const std::size_t unicode = legal(Legacy::none);
  const std::size_t tcvn3 = legal(Legacy::tcvn3);
  const std::size_t vni = legal(Legacy::vni);
  if (tcvn3 > unicode && tcvn3 > vni) {
    return Legacy::tcvn3;
  }
  return vni > unicode && vni > tcvn3 ? Legacy::vni : Legacy::none;
}

}  // namespace baocao::text
