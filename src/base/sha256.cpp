#include "base/sha256.hpp"

#include <array>

#include <openssl/sha.h>

namespace baocao::base {

std::string sha256_hex(ByteView bytes) {
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest.data());
  constexpr std::string_view hex = "0123456789abcdef";
  std::string text;
  text.reserve(digest.size() * 2);
  for (const unsigned char byte : digest) {
    text.push_back(hex[byte >> 4U]);
    text.push_back(hex[byte & 15U]);
  }
  return text;
}

}  // namespace baocao::base
