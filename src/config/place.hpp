// Where a character of a TOML string stands in its file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace baocao::config {

struct Place {
  std::uint32_t line = 0;    // 1-based
  std::uint32_t column = 0;  // 1-based character in that line
};

// `at` is the place of the string's opening quote in `source` (Node::line, Node::column); `offset`
// is a byte of its value. Follows escapes, lines and joined lines of all four kinds of strings.
// What is no string, or ends earlier, gives `at`.
Place place_in_string(std::string_view source, Place at, std::size_t offset);

}  // namespace baocao::config
