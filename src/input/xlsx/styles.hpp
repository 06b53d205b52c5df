// What a cell format says about the cell: is the number a date, which font (ECMA-376, 18.8).
#pragma once

#include "input/xlsx/fonts.hpp"
#include "input/xlsx/part.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace baocao::input::xlsx {

// What a number format shows of a date (18.8.30 and 18.8.31).
struct DateFormat {
  bool is_date = false;    // a day or a time: "dd/mm/yyyy"
  bool hides_day = false;  // a date, but not its day: "mm/yyyy"
};

struct CellFormat {
  DateFormat date = {};
  std::uint8_t font = 0;  // numbered by Fonts
};

class Styles {
 public:
  void add(const CellFormat& format) { formats_.push_back(format); }

  // Of the cells whose s="…" is `style`; says nothing when there is no such format.
  CellFormat of(std::size_t style) const {
    return style < formats_.size() ? formats_[style] : CellFormat{};
  }

 private:
  std::vector<CellFormat> formats_;
};

diag::Result<Styles> read_styles(const Source& source, const std::string& part, Fonts& fonts);

// What the format code shows, by its part for positive numbers.
DateFormat date_format(std::string_view code);

// The same for the formats every workbook has without saying so.
DateFormat builtin_date_format(unsigned id);

}  // namespace baocao::input::xlsx
