// Text of a string item (ECMA-376, 18.4.8): the runs joined, phonetic readings left out.
#pragma once

#include "input/xlsx/part.hpp"

#include <string>
#include <string_view>

namespace baocao::input::xlsx {

class RichText {
 public:
  void clear();
  void start(std::string_view element, const Attributes& attributes);
  void end(std::string_view element);
  void text(std::string_view piece);

  const std::string& value() const { return value_; }

  // Of the first run that names one; empty where the font is that of the cell.
  const std::string& font() const { return font_; }

 private:
  std::string value_;
  std::string font_;
  bool in_text_ = false;
  bool in_phonetic_ = false;
};

// Undoes "_x000D_", the escape for characters XML cannot hold (ECMA-376, 22.9.2.19, ST_Xstring).
std::string unescaped(std::string_view text);

}  // namespace baocao::input::xlsx
