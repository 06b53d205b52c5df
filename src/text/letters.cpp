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

bool is_vowel(char32_t base) {
  return std::any_of(
      vowels.begin(), vowels.end(), [&](std::u32string_view row) { return row.front() == base; });
}

}  // namespace baocao::text
