// Names of persons: "Đ/c NGUYỄN VĂN  A (Nữ)" → "NGUYỄN VĂN A".
#pragma once

#include <string>
#include <string_view>

namespace baocao::table {

// Forms of address and brackets taken off, personal numbers hidden. Empty when no name is left ("12", "…").
std::string read_name(std::string_view text);

}  // namespace baocao::table
