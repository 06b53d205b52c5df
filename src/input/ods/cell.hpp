// A cell of a spreadsheet as its element and paragraphs spell it (OpenDocument 1.3, part 3, 9.1.4).
#pragma once

#include "input/sheet.hpp"
#include "input/xlsx/part.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace baocao::input::ods {

// The text of a cell: its paragraphs, without comments, drawings and readings.
class CellText {
 public:
  void clear();
  void start(std::string_view name, const xlsx::Attributes& attributes);
  void end(std::string_view name);
  void text(std::string_view piece);

  const std::string& value() const { return value_; }

 private:
  std::string value_;
  bool has_paragraph_ = false;
  bool after_blank_ = false;  // blanks that follow fall away
  int paragraph_depth_ = 0;   // of elements from the paragraph on; 0 outside
  int left_out_ = 0;          // of elements from one that is no part of the text on
};

struct CellElement {
  std::uint32_t repeated = 1;  // columns
  std::uint32_t columns_spanned = 1;
  std::uint32_t rows_spanned = 1;
  std::string type;
  std::string value;  // the attribute that belongs to the type
  std::string style;
  bool has_formula = false;
};

CellElement cell_element(const xlsx::Attributes& attributes);

// Without row, column and font. `text` is empty when the cell is; the views point into the
// arguments.
Cell cell_of(const CellElement& element, std::string_view text);

// A whole number of 1 and more; 1 when there is none.
std::uint32_t count_of(std::string_view text);

}  // namespace baocao::input::ods
