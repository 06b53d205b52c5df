// Are the bytes of a stream UTF-8 text of characters XML 1.0 allows? (XML 1.0, 2.2)
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace baocao::input::xlsx {

class CharacterCheck {
 public:
  // The next piece of the stream; characters may be split between pieces. False once and for all
  // when a byte is out of place.
  bool accept(std::string_view piece);

  // Is no character begun and not ended?
  bool is_complete() const { return wanted_ == 0; }

 private:
  bool accept_byte(unsigned char byte);

  std::size_t wanted_ = 0;    // bytes that must still follow
  unsigned char low_ = 0x80;  // bounds of the next of them
  unsigned char high_ = 0xBF;
  bool may_be_noncharacter_ = false;  // so far U+FFFE and U+FFFF are possible
};

}  // namespace baocao::input::xlsx
