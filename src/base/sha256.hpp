#pragma once

#include "base/bytes.hpp"

#include <string>

namespace baocao::base {

// SHA-256 (FIPS 180-4) as 64 lower-case hexadecimal digits.
std::string sha256_hex(ByteView bytes);

}  // namespace baocao::base
