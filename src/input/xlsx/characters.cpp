#include "input/xlsx/characters.hpp"

#include <cstdint>
#include <cstring>

namespace baocao::input::xlsx {
namespace {

// Eight bytes at once: all of them ASCII and none a control character? May say no to tabs and line
// ends, which the slow way then looks at.
bool are_plain(const char* bytes) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  constexpr std::uint64_t high_bits = 0x8080808080808080;
  constexpr std::uint64_t blanks = 0x2020202020202020;
  return ((word | (word - blanks)) & high_bits) == 0;
}

bool is_allowed_ascii(unsigned char byte) {
  return byte >= 0x20 || byte == '\t' || byte == '\n' || byte == '\r';
}

}  // namespace

bool CharacterCheck::accept(std::string_view piece) {
  const char* at = piece.data();
  const char* const end = at + piece.size();
  while (at != end) {
    if (wanted_ == 0 && end - at >= 8 && are_plain(at)) {
      at += 8;
    } else if (!accept_byte(static_cast<unsigned char>(*at++))) {
      return false;
    }
  }
  return true;
}

// The well-formed byte sequences of Unicode, table 3-7.
bool CharacterCheck::accept_byte(unsigned char byte) {
  if (wanted_ > 0) {
    const bool fits = byte >= low_ && byte <= high_;
    const bool is_noncharacter = may_be_noncharacter_ && wanted_ == 1 && byte >= 0xBE;
    may_be_noncharacter_ = may_be_noncharacter_ && byte == 0xBF;
    --wanted_;
    low_ = 0x80;
    high_ = 0xBF;
    return fits && !is_noncharacter;
  }
  if (byte < 0x80) {
    return is_allowed_ascii(byte);
  }
  if (byte < 0xC2 || byte > 0xF4) {
    return false;
  }
  wanted_ = byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3;
  low_ = byte == 0xE0 ? 0xA0 : byte == 0xF0 ? 0x90 : 0x80;
  high_ = byte == 0xED ? 0x9F : byte == 0xF4 ? 0x8F : 0xBF;
  may_be_noncharacter_ = byte == 0xEF;
  return true;
}

}  // namespace baocao::input::xlsx
