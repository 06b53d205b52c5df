#include "text/letters.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace baocao::text {
namespace {

// One row a vowel, in the order of Tone.
constexpr std::array<std::u32string_view, 12> vowels = {U"aàảãáạ",
                                                        U"ăằẳẵắặ",
                                                        U"âầẩẫấậ",
                                                        U"eèẻẽéẹ",
                                                        U"êềểễếệ",
                                                        U"iìỉĩíị",
                                                        U"oòỏõóọ",
                                                        U"ôồổỗốộ",
                                                        U"ơờởỡớợ",
                                                        U"uùủũúụ",
                                                        U"ưừửữứự",
                                                        U"yỳỷỹýỵ"};

}  // namespace

Letter split(char32_t c) {
  if (c < 0x80) {
    return {c, Tone::ngang};
  }
  for (const std::u32string_view row : vowels) {
    if (const std::size_t at = row.find(c); at != std::u32string_view::npos) {
      return {row.front(), static_cast<Tone>(at)};
    }
  }
  return {c, Tone::ngang};
}

char32_t joined(Letter letter) {
  for (const std::u32string_view row : vowels) {
    if (row.front() == letter.base) {
      return row[static_cast<std::size_t>(letter.tone)];
    }
  }
  return letter.base;
}

char32_t capital(char32_t c) {
  if (c >= 0x1EA0 && c <= 0x1EF9) {
    return c & ~char32_t{1};  // capitals have the even code points
  }
  switch (c) {
    case U'ă':
    case U'đ':
    case U'ĩ':
    case U'ũ':
    case U'ơ':
      return c - 1;
    case U'ư':
      return U'Ư';
    default:
      const bool is_small = (c >= U'a' && c <= U'z') || (c >= U'à' && c <= U'ý' && c != U'÷');
      return is_small ? c - 0x20 : c;
  }
}

bool is_vowel(char32_t base) {
  return std::any_of(
      vowels.begin(), vowels.end(), [&](std::u32string_view row) { return row.front() == base; });
}

}  // namespace baocao::text
