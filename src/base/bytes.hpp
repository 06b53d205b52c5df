// Byte strings. Files are read whole into memory; text inside them is UTF-8 unless said otherwise.
#pragma once

#include <string>
#include <string_view>

namespace baocao::base {

using Bytes = std::string;
using ByteView = std::string_view;

}  // namespace baocao::base
