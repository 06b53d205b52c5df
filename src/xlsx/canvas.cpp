#include "xlsx/canvas.hpp"

#include "report/evaluate.hpp"

#include <array>
#include <utility>

#include <xlsxwriter.h>

namespace baocao::xlsx {
namespace {

constexpr std::int32_t excel_day_of_1970 = 25569;
constexpr std::int32_t first_safe_excel_day =
    61;  // 01/03/1900: Excel invents a 29/02/1900 before it

double as_double(const base::Ratio& number) {
  return static_cast<double>(number.numerator()) / static_cast<double>(number.denominator());
}

std::string address(Row row, ColumnNumber column) {
  std::array<char, LXW_MAX_CELL_NAME_LENGTH> name = {};
  ::lxw_rowcol_to_cell(name.data(), row, column);
  return name.data();
}

}  // namespace

void Canvas::note(int error) {
  overflowed_ = overflowed_ || error != LXW_NO_ERROR;
}

void Canvas::set_widths(std::vector<double> characters) {
  widths_ = std::move(characters);
  for (std::size_t i = 0; i < widths_.size(); ++i) {
    const auto column = static_cast<ColumnNumber>(i);
    note(::worksheet_set_column(sheet_, column, column, widths_[i], nullptr));
  }
}

void Canvas::write(Row row, ColumnNumber column, const report::Value& value, Style style) {
  if (const base::Ratio* number = value.number()) {
    if (style.form == NumberForm::general) {
      style.form = number->is_integer() ? NumberForm::whole : NumberForm::decimal;
    }
    note(::worksheet_write_number(sheet_, row, column, as_double(*number), formats_.get(style)));
    return;
  }
  const base::Date* date = value.date();
  const std::int32_t day = date == nullptr ? 0 : date->days() + excel_day_of_1970;
  if (day >= first_safe_excel_day) {
    style.form = NumberForm::date;
    note(::worksheet_write_number(sheet_, row, column, day, formats_.get(style)));
    return;
  }
  style.form = NumberForm::general;
  const std::string text = report::printed(value);
  if (text.empty()) {
    note(::worksheet_write_blank(sheet_, row, column, formats_.get(style)));
  } else {
    note(::worksheet_write_string(sheet_, row, column, text.c_str(), formats_.get(style)));
  }
}

void Canvas::write_share(Row row, ColumnNumber column, const Share& share, Style style) {
  style.form = NumberForm::percent;
  const std::string n = address(row, share.n_column);
  const std::string d = address(row, share.d_column);
  const std::string formula = "=IF(" + d + "=0,\"\"," + n + "/" + d + ")";
  note(::worksheet_write_formula_num(sheet_,
                                     row,
                                     column,
                                     formula.c_str(),
                                     formats_.get(style),
                                     as_double(share.n) / as_double(share.d)));
}

void Canvas::write_across(const Area& area, const std::string& text, const Style& style) {
  lxw_format* format = formats_.get(style);
  if (area.first_row == area.last_row && area.first_column == area.last_column) {
    note(::worksheet_write_string(sheet_, area.first_row, area.first_column, text.c_str(), format));
    return;
  }
  note(::worksheet_merge_range(sheet_,
                               area.first_row,
                               area.first_column,
                               area.last_row,
                               area.last_column,
                               text.c_str(),
                               format));
}

void Canvas::set_height(Row row, double points) {
  note(::worksheet_set_row(sheet_, row, points, nullptr));
}

double Canvas::room(ColumnNumber first, ColumnNumber last) const {
  double characters = 0;
  for (std::size_t i = first; i <= last && i < widths_.size(); ++i) {
    characters += widths_[i];
  }
  return column_room(characters);
}

}  // namespace baocao::xlsx
