// One worksheet being written: cells by row and column (from 0), with the row heights they need.
#pragma once

#include "base/ratio.hpp"
#include "report/value.hpp"
#include "xlsx/formats.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace baocao::xlsx {

using Row = std::uint32_t;
using ColumnNumber = std::uint16_t;

struct Area {
  Row first_row = 0;
  ColumnNumber first_column = 0;
  Row last_row = 0;
  ColumnNumber last_column = 0;
};

class Canvas {
 public:
  Canvas(lxw_worksheet* sheet, Formats& formats) : sheet_(sheet), formats_(formats) {}

  void set_widths(std::vector<double> characters);

  // Text stays text, whatever it begins with; dates and numbers become real ones.
  void write(Row row, ColumnNumber column, const report::Value& value, Style style);

  // n/d as a formula over two cells of the same row, with its value beside it. d is not zero.
  struct Share {
    ColumnNumber n_column = 0;
    ColumnNumber d_column = 0;
    base::Ratio n;
    base::Ratio d;
  };

  void write_share(Row row, ColumnNumber column, const Share& share, Style style);
  // One text over the whole area.
  void write_across(const Area& area, const std::string& text, const Style& style);

  void set_height(Row row, double points);
  double room(ColumnNumber first, ColumnNumber last) const;  // points for text

  lxw_worksheet* sheet() const { return sheet_; }

  bool overflowed() const { return overflowed_; }  // more than Excel can hold

 private:
  void note(int error);

  lxw_worksheet* sheet_;
  Formats& formats_;
  std::vector<double> widths_;
  bool overflowed_ = false;
};

}  // namespace baocao::xlsx
