// Writes Vietnamese in legacy encodings by the tables of tests/data, for the tests of decoding.
#pragma once

#include "base/file.hpp"
#include "text/unicode.hpp"

#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace baocao::text {

inline std::vector<std::string> lines_of(const std::string& name) {
  const auto bytes = base::read_file(std::string(BAOCAO_SOURCE_DIR) + "/tests/data/" + name);
  if (!bytes) {
    throw std::runtime_error(name);
  }
  std::vector<std::string> lines;
  for (std::size_t from = 0; from < bytes->size();) {
    const std::size_t to = bytes->find('\n', from);
    lines.push_back(bytes->substr(from, to - from));
    from = to + 1;
  }
  return lines;
}

// Letter → codes, widened to code points.
using Letters = std::map<char32_t, std::u32string>;

// Lines "41 C0,Ầ".
inline Letters letters_of(const std::string& name) {
  Letters letters;
  for (const std::string& line : lines_of(name)) {
    const std::size_t comma = line.find(',');
    std::u32string codes;
    for (std::size_t at = 0; at < comma; at += 3) {
      codes.push_back(static_cast<char32_t>(std::stoul(line.substr(at, 2), nullptr, 16)));
    }
    letters[code_points(line.substr(comma + 1)).front()] = codes;
  }
  return letters;
}

// TCVN3 writes a toned capital as the capital of its vowel and the small toned letter.
inline Letters tcvn3_letters() {
  Letters letters = letters_of("tcvn3.csv");
  const Letters table = letters;
  constexpr std::u32string_view vowels[] = {U"Aàảãáạ",
                                            U"Ăằẳẵắặ",
                                            U"Âầẩẫấậ",
                                            U"Eèẻẽéẹ",
                                            U"Êềểễếệ",
                                            U"Iìỉĩíị",
                                            U"Oòỏõóọ",
                                            U"Ôồổỗốộ",
                                            U"Ơờởỡớợ",
                                            U"Uùủũúụ",
                                            U"Ưừửữứự",
                                            U"Yỳỷỹýỵ"};
  for (const std::u32string_view row : vowels) {
    const auto capital = table.find(row.front());
    const std::u32string base =
        capital == table.end() ? std::u32string(row.substr(0, 1)) : capital->second;
    for (const char32_t toned : row.substr(1)) {
      letters[code_points(upper(utf8({&toned, 1}))).front()] = base + table.at(toned);
    }
  }
  return letters;
}

inline Letters vni_letters() {
  return letters_of("vni.csv");
}

inline std::string written(const std::string& text, const Letters& letters) {
  std::u32string out;
  for (const char32_t c : code_points(text)) {
    const auto found = letters.find(c);
    out += found == letters.end() ? std::u32string(1, c) : found->second;
  }
  return utf8(out);
}

// What windows-1258 makes of bytes (widened).
inline std::string damaged_by_1258(const std::string& text) {
  static const std::map<char32_t, char32_t> changes = {{0xC3, U'Ă'},
                                                       {0xCC, 0x300},
                                                       {0xD0, U'Đ'},
                                                       {0xD2, 0x309},
                                                       {0xD5, U'Ơ'},
                                                       {0xDD, U'Ư'},
                                                       {0xDE, 0x303},
                                                       {0xE3, U'ă'},
                                                       {0xEC, 0x301},
                                                       {0xF0, U'đ'},
                                                       {0xF2, 0x323},
                                                       {0xF5, U'ơ'},
                                                       {0xFD, U'ư'},
                                                       {0xFE, U'₫'}};
  std::u32string out = code_points(text);
  for (char32_t& c : out) {
    const auto found = changes.find(c);
    c = found == changes.end() ? c : found->second;
  }
  return utf8(out);
}

}  // namespace baocao::text
