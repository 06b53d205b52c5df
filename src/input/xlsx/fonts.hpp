// The names of fonts a workbook uses, numbered as Cell::font and Sheet::fonts want them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace baocao::input::xlsx {

class Fonts {
 public:
  // The number of a font; 0 for an empty name, and for any beyond the 255 a cell can tell apart.
  std::uint8_t number_of(std::string_view name);

  // By number; the first is empty.
  const std::vector<std::string>& names() const { return names_; }

 private:
  std::vector<std::string> names_ = {""};
};

}  // namespace baocao::input::xlsx
