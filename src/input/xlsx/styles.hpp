// Which cell formats show a number as a date (ECMA-376, 18.8.30 and 18.8.31).
#pragma once

#include "input/xlsx/part.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace baocao::input::xlsx {

class Styles {
 public:
  void add(bool shows_date) { shows_date_.push_back(shows_date); }

  bool shows_date(std::size_t style) const {
    return style < shows_date_.size() && shows_date_[style];
  }

 private:
  std::vector<bool> shows_date_;  // by index of the cell format
};

diag::Result<Styles> read_styles(const Source& source, const std::string& part);

// Does the format code (its part for positive numbers) show a day or a time? "dd/mm/yyyy" does.
bool is_date_code(std::string_view code);

// The same for the formats every workbook has without saying so.
bool is_builtin_date(unsigned id);

}  // namespace baocao::input::xlsx
