// Text files in encodings other than UTF-8, as Excel and Notepad on a Vietnamese Windows save them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace baocao::text {

enum class Encoding : std::uint8_t { windows_1258, utf16_little_endian, utf16_big_endian };

// The bytes (without a byte order mark) as UTF-8, not normalised: what was no windows-1258 can then
// still be told (text/legacy.hpp). What cannot be decoded becomes U+FFFD.
std::string decoded(std::string_view bytes, Encoding encoding);

}  // namespace baocao::text
