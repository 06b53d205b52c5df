// Text of a string item (ECMA-376, 18.4.8): the runs joined, phonetic readings left out.
#pragma once

#include <string>
#include <string_view>

namespace baocao::input::xlsx {

class RichText {
 public:
  void clear();
  void start(std::string_view element);
  void end(std::string_view element);
  void text(std::string_view piece);

  const std::string& value() const { return value_; }

 private:
  std::string value_;
  bool in_text_ = false;
  bool in_phonetic_ = false;
};

// Undoes "_x000D_", the escape for characters XML cannot hold (ECMA-376, 22.9.2.19, ST_Xstring).
std::string unescaped(std::string_view text);

}  // namespace baocao::input::xlsx
