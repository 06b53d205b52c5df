// One text → one word of a code list.
#pragma once

#include "schema/schema.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace baocao::table {

struct WordMatch {
  enum class Kind : std::uint8_t {
    unknown,
    exact,       // key, label, variant, or the beginning of a longer text ("Đại học Luật")
    alias,       // another name that needs a second look
    unattained,  // "đang học ThS"
  };

  Kind kind = Kind::unknown;
  std::uint16_t word = 0;

  bool known() const { return kind == Kind::exact || kind == Kind::alias; }
};

WordMatch match_word(const schema::CodeList& list, std::string_view text);

// A beginning of the text may be a misspelt word of the list.
bool is_near_word(const schema::CodeList& list, std::string_view text);

// "ý bạn là …?" with the nearest label or variant, or the list's labels when nothing is near.
std::string word_help(const schema::CodeList& list, std::string_view text);

}  // namespace baocao::table
