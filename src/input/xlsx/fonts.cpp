#include "input/xlsx/fonts.hpp"

#include <algorithm>
#include <limits>

namespace baocao::input::xlsx {

std::uint8_t Fonts::number_of(std::string_view name) {
  const auto found = std::find(names_.begin(), names_.end(), name);
  const auto number = static_cast<std::size_t>(found - names_.begin());
  if (number > std::numeric_limits<std::uint8_t>::max()) {
    return 0;
  }
  if (found == names_.end()) {
    names_.emplace_back(name);
  }
  return static_cast<std::uint8_t>(number);
}

}  // namespace baocao::input::xlsx
