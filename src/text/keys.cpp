#include "text/keys.hpp"

#include "text/letters.hpp"
#include "text/look_alikes.hpp"
#include "text/unicode.hpp"

#include <algorithm>

#include <unicode/uchar.h>

namespace baocao::text {
namespace {

// Zero-width spaces and joiners, direction marks, byte order marks inside the text.
bool is_invisible(char32_t c) {
  return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF;
}

bool is_letter(char32_t c) {
  return u_isalpha(static_cast<UChar32>(c)) != 0;
}

bool is_tone(char32_t c) {
  return c == 0x0300 || c == 0x0301 || c == 0x0303 || c == 0x0309 || c == 0x0323;
}

// The circumflex, breve and horn that make another letter.
bool is_hat(char32_t c) {
  return c == 0x0302 || c == 0x0306 || c == 0x031B;
}

// Letter + tone + hat is no canonical equivalent of letter + hat + tone, so NFC leaves "é" + hat.
std::string with_hats_before_tones(std::string_view text) {
  std::u32string out;
  for (const char32_t c : code_points(nfd(text))) {
    const bool swaps = is_hat(c) && !out.empty() && is_tone(out.back());
    out.insert(swaps ? out.end() - 1 : out.end(), c);
  }
  return nfc(utf8(out));
}

bool has_loose_marks(std::string_view text) {
  return text.find('\xCC') != std::string_view::npos;  // lead byte of U+0300..U+033F
}

// ETH stands for Đ in text typed with a Western keyboard.
char32_t with_stroke(char32_t c) {
  if (c == U'Ð') {
    return U'Đ';
  }
  return c == U'ð' ? U'đ' : c;
}

std::u32string visible(std::string_view text) {
  std::u32string out;
  for (const char32_t c : code_points(text)) {
    if (is_invisible(c)) {
      continue;
    }
    if (!is_blank(c)) {
      out.push_back(with_stroke(c));
    } else if (!out.empty() && out.back() != U' ') {
      out.push_back(U' ');
    }
  }
  if (!out.empty() && out.back() == U' ') {
    out.pop_back();
  }
  fold_look_alikes(out);
  return out;
}

// "hòa" → "hoà", "khỏe" → "khoẻ", "thúy" → "thuý".
void move_tones(std::u32string& text) {
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    const char32_t next = text[i + 1];
    if (next != U'a' && next != U'e' && next != U'y') {
      continue;
    }
    const Letter first = split(text[i]);
    const bool pair = first.base == (next == U'y' ? U'u' : U'o');
    if (pair && first.tone != Tone::ngang) {
      text[i] = first.base;
      text[i + 1] = joined({next, first.tone});
    }
  }
}

// "sỹ" → "sĩ"; not "quý", "ngày", "y".
void fold_y(std::u32string& text) {
  for (std::size_t i = 1; i < text.size(); ++i) {
    const Letter letter = split(text[i]);
    if (letter.base != U'y') {
      continue;
    }
    const bool ends_word = i + 1 == text.size() || !is_letter(text[i + 1]);
    const bool after_consonant = is_letter(text[i - 1]) && !is_vowel(split(text[i - 1]).base);
    if (ends_word && after_consonant) {
      text[i] = joined({U'i', letter.tone});
    }
  }
}

std::u32string lower_toned(std::string_view text) {
  std::u32string out = lower_code_points(cleaned(text));
  move_tones(out);
  return out;
}

bool opens_bracket(char32_t c) {
  return c == U'(' || c == U'[' || c == U'{';
}

bool closes_bracket(char32_t c) {
  return c == U')' || c == U']' || c == U'}';
}

std::u32string without_brackets(std::u32string_view text) {
  std::u32string out;
  int depth = 0;
  for (const char32_t c : text) {
    depth += opens_bracket(c) ? 1 : 0;
    if (depth == 0 && !closes_bracket(c)) {
      out.push_back(c);
    }
    depth -= closes_bracket(c) && depth > 0 ? 1 : 0;
  }
  return out;
}

bool joins_words(char32_t c) {
  return c == U'/' || c == U'-';
}

char32_t plain_punctuation(char32_t c) {
  if (c == U'–' || c == U'—') {
    return U'-';
  }
  return c == U',' || c == U';' ? U' ' : c;
}

void append_header_character(std::u32string& out, char32_t c) {
  const char32_t meant = plain_punctuation(c);
  if (meant == U'.' || meant == U':' || meant == U'*') {
    return;
  }
  if (meant == U' ' && (out.empty() || out.back() == U' ' || joins_words(out.back()))) {
    return;
  }
  if (joins_words(meant) && !out.empty() && out.back() == U' ') {
    out.pop_back();
  }
  out.push_back(meant);
}

// Length of the letter at the front: ASCII, or a precomposed one of U+00C0..U+01BF and
// U+1E80..U+1EFF (lead bytes C3..C6, E1 BA, E1 BB) but for ETH; 0 for all others.
std::size_t clean_length(std::string_view text) {
  const auto byte = [&](std::size_t at) {
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
  };
  const auto follows = [&](std::size_t at) { return (byte(at) & 0xC0U) == 0x80U; };
  if (byte(0) < 0x80) {
    return byte(0) >= 0x20 && byte(0) < 0x7F ? 1 : 0;
  }
  if (byte(0) >= 0xC3 && byte(0) <= 0xC6) {
    const bool is_eth = byte(0) == 0xC3 && (byte(1) == 0x90 || byte(1) == 0xB0);
    return follows(1) && !is_eth ? 2 : 0;
  }
  const bool is_three = byte(0) == 0xE1 && (byte(1) == 0xBA || byte(1) == 0xBB) && follows(2);
  return is_three ? 3 : 0;
}

// Most cells are clean as they come: such letters only, with single blanks inside.
bool is_clean(std::string_view text) {
  bool after_blank = true;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = clean_length(text.substr(at));
    const bool is_space = text[at] == ' ';
    if (length == 0 || (is_space && after_blank)) {
      return false;
    }
    after_blank = is_space;
    at += length;
  }
  return text.empty() || !after_blank;
}

}  // namespace

std::string cleaned(std::string_view text) {
  if (is_clean(text)) {
    return std::string(text);
  }
  std::string out = nfc(utf8(visible(text)));
  return has_loose_marks(out) ? with_hats_before_tones(out) : out;
}

std::string header_key(std::string_view text) {
  std::u32string out;
  for (const char32_t c : without_brackets(lower_toned(text))) {
    append_header_character(out, c);
  }
  if (!out.empty() && out.back() == U' ') {
    out.pop_back();
  }
  return utf8(out);
}

std::string code_key(std::string_view text) {
  std::u32string key = lower_toned(text);
  fold_y(key);
  std::erase(key, U'.');
  return utf8(key);
}

std::string name_key(std::string_view text) {
  return utf8(lower_toned(text));
}

std::string mask_id(std::string_view digits) {
  constexpr std::size_t shown = 3;
  const std::u32string points = code_points(digits);
  const std::size_t hidden = points.size() > shown ? points.size() - shown : points.size();
  return utf8(std::u32string(hidden, U'•') + points.substr(hidden));
}

}  // namespace baocao::text
