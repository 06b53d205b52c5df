#include "text/collate.hpp"

#include "text/keys.hpp"
#include "text/letters.hpp"
#include "text/unicode.hpp"

#include <unicode/uchar.h>

namespace baocao::text {
namespace {

constexpr std::u32string_view alphabet = U"aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

// Bytes of a key, in sorting order: end of text, end of a syllable's letters (its tone follows),
// number, letters, letters of other alphabets.
constexpr char end_of_text = '\x01';
constexpr char end_of_letters = '\x02';
constexpr char number = '\x10';
constexpr char first_letter = '\x20';
constexpr char foreign_letter = '\x7E';

void append_letter(std::string& key, char32_t base) {
  const std::size_t rank = alphabet.find(base);
  if (rank != std::u32string_view::npos) {
    key.push_back(static_cast<char>(first_letter + static_cast<char>(rank)));
    return;
  }
  key.push_back(foreign_letter);
  key += utf8({&base, 1});
}

bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}

// By value: more digits are more, whatever zeros stand in front.
std::size_t append_number(std::string& key, std::u32string_view text) {
  std::size_t size = 0;
  while (size < text.size() && is_digit(text[size])) {
    ++size;
  }
  std::u32string_view digits = text.substr(0, size);
  digits.remove_prefix(std::min(digits.find_first_not_of(U'0'), digits.size()));
  key.push_back(number);
  key.push_back(static_cast<char>(1 + std::min<std::size_t>(digits.size(), 100)));
  key += utf8(digits);
  return size;
}

std::size_t append_syllable(std::string& key, std::u32string_view text) {
  Tone tone = Tone::ngang;
  std::size_t size = 0;
  while (size < text.size() && u_isalpha(static_cast<UChar32>(text[size])) != 0) {
    const Letter letter = split(text[size]);
    tone = letter.tone == Tone::ngang ? tone : letter.tone;
    append_letter(key, letter.base);
    ++size;
  }
  key.push_back(end_of_letters);
  key.push_back(static_cast<char>('\x02' + static_cast<char>(tone)));
  return size;
}

// The text itself, lower case before upper, so that only equal texts have equal keys.
void append_tie_breaker(std::string& key, std::string_view text) {
  for (const char32_t c : code_points(text)) {
    key.push_back(u_isupper(static_cast<UChar32>(c)) != 0 ? '\x02' : '\x01');
  }
  key.push_back('\0');
  key += text;
}

}  // namespace

std::string sort_key(std::string_view text) {
  const std::string clean = cleaned(text);
  const std::u32string points = code_points(lower(clean));
  std::string key;
  for (std::size_t at = 0; at < points.size();) {
    const std::u32string_view rest = std::u32string_view(points).substr(at);
    if (is_digit(rest.front())) {
      at += append_number(key, rest);
    } else if (u_isalpha(static_cast<UChar32>(rest.front())) != 0) {
      at += append_syllable(key, rest);
    } else {
      ++at;
    }
  }
  key.push_back(end_of_text);
  append_tie_breaker(key, clean);
  return key;
}

std::string name_sort_key(std::string_view full_name) {
  const std::string name = cleaned(full_name);
  const std::size_t last = name.rfind(' ');
  if (last == std::string::npos) {
    return sort_key(name);
  }
  return sort_key(name.substr(last + 1) + " " + name.substr(0, last));
}

}  // namespace baocao::text
