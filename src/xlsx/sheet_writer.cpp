#include "xlsx/sheet_writer.hpp"

#include "report/evaluate.hpp"

#include <algorithm>

#include <xlsxwriter.h>

namespace baocao::xlsx {
namespace {

constexpr double inch = 25.4;  // millimetres
// Margins of Party documents (Hướng dẫn 05-HD/VPTW): left 30, right 15, top and bottom 20 mm; the
// page number in the middle, 10 mm from the edge.
constexpr double left_margin = 30 / inch;
constexpr double right_margin = 15 / inch;
constexpr double top_margin = 20 / inch;
constexpr double bottom_margin = 20 / inch;
constexpr double page_number_margin = 10 / inch;
constexpr std::uint8_t a4 = 9;

ColumnNumber column_number(std::size_t index) {
  return static_cast<ColumnNumber>(index);
}

class SheetWriter {
 public:
  SheetWriter(const SheetContent& content, lxw_worksheet* worksheet, Formats& formats)
      : content_(content),
        sheet_(*content.sheet),
        table_(content.table),
        canvas_(worksheet, formats) {}

  bool write() {
    if (table_.columns.size() > LXW_COL_MAX) {
      return false;
    }
    set_widths();
    row_ = write_heading(canvas_, content_.heading, last_printed());
    head_row_ = row_;
    write_head();
    for (const TableRow& row : table_.rows) {
      write_row(row);
    }
    const Row last_table_row = row_ - 1;
    write_footnotes();
    set_up_screen(last_table_row);
    set_up_page();
    return !canvas_.overflowed();
  }

 private:
  ColumnNumber last_printed() const {
    return column_number(std::max<std::size_t>(table_.printed_columns, 1) - 1);
  }

  double room(std::size_t column) const {
    const bool indented = table_.columns[column].definition->align == Align::left;
    return canvas_.room(column_number(column), column_number(column)) -
           (indented ? indent_room : 0);
  }

  void set_widths() {
    std::vector<double> widths;
    for (const PlacedColumn& column : table_.columns) {
      widths.push_back(column.definition->width);
    }
    canvas_.set_widths(std::move(widths));
  }

  void write_head() {
    const Style style{
        .size = sheet_.font_size, .bold = true, .bordered = true, .align = Align::center};
    for (const HeadCell& cell : table_.head) {
      Style own = style;
      own.upright = cell.upright;
      canvas_.write_across({head_row_ + static_cast<Row>(cell.first_level),
                            column_number(cell.first_column),
                            head_row_ + static_cast<Row>(cell.last_level),
                            column_number(cell.last_column)},
                           cell.text,
                           own);
    }
    const std::vector<double> heights = head_heights(style.font());
    for (const double height : heights) {
      canvas_.set_height(row_, height);
      ++row_;
    }
  }

  double head_height(const HeadCell& cell, const Font& font) const {
    const double width =
        canvas_.room(column_number(cell.first_column), column_number(cell.last_column));
    return cell.upright ? upright_height(cell.text, width, font)
                        : row_height(wrapped_lines(cell.text, width, font), font);
  }

  // Cells of one level first; one that spans several then stretches its last level if it must.
  std::vector<double> head_heights(const Font& font) const {
    std::vector<double> heights(table_.levels, row_height(1, font));
    for (const HeadCell& cell : table_.head) {
      if (cell.first_level == cell.last_level) {
        heights[cell.first_level] = std::max(heights[cell.first_level], head_height(cell, font));
      }
    }
    for (const HeadCell& cell : table_.head) {
      double rest = head_height(cell, font);
      for (std::size_t level = cell.first_level; level < cell.last_level; ++level) {
        rest -= heights[level];
      }
      heights[cell.last_level] = std::max(heights[cell.last_level], rest);
    }
    return heights;
  }

  void write_row(const TableRow& row) {
    if (row.role == TableRow::Role::group || row.role == TableRow::Role::empty) {
      const bool is_group = row.role == TableRow::Role::group;
      write_line(canvas_,
                 row_,
                 last_printed(),
                 row.text,
                 {.size = sheet_.font_size,
                  .bold = is_group,
                  .italic = !is_group,
                  .bordered = true,
                  .indented = is_group,
                  .align = is_group ? Align::left : Align::center});
    } else {
      write_cells(row);
    }
    ++row_;
  }

  void write_cells(const TableRow& row) {
    Font font{.size = static_cast<double>(sheet_.font_size),
              .bold = row.role == TableRow::Role::total};
    std::size_t lines = 1;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      write_cell(row, i);
      const Cell& cell = row.cells[i];
      if (!cell.share && cell.value.string() != nullptr) {
        lines = std::max(lines, wrapped_lines(*cell.value.string(), room(i), font));
      }
    }
    canvas_.set_height(row_, row_height(lines, font));
  }

  void write_cell(const TableRow& row, std::size_t index) {
    const Cell& cell = row.cells[index];
    const Column& column = *table_.columns[index].definition;
    const Style style{
        .size = sheet_.font_size,
        .bold = row.role == TableRow::Role::total,
        .bordered = true,
        .indented = column.align == Align::left,
        .align = column.align,
        .form = column.kind == Kind::percent ? NumberForm::percent : NumberForm::general,
        .fill = cell.fill,
        .mark = cell.mark};
    if (!cell.share) {
      canvas_.write(row_, column_number(index), cell.value, style);
      return;
    }
    canvas_.write_share(row_,
                        column_number(index),
                        {.n_column = column_number(cell.share->n),
                         .d_column = column_number(cell.share->d),
                         .n = *row.cells[cell.share->n].value.number(),
                         .d = *row.cells[cell.share->d].value.number()},
                        style);
  }

  void write_footnotes() {
    for (const std::string& note : content_.footnotes) {
      write_line(canvas_, row_, last_printed(), note, {.size = sheet_.font_size, .italic = true});
      ++row_;
    }
    write_mark_note();
  }

  // Whether a cell in columns first…last-1 is marked.
  bool marked(std::size_t first, std::size_t last) const {
    return std::any_of(table_.rows.begin(), table_.rows.end(), [&](const TableRow& row) {
      for (std::size_t i = first; i < std::min(last, row.cells.size()); ++i) {
        if (!row.cells[i].mark.empty()) {
          return true;
        }
      }
      return false;
    });
  }

  // Where the reader of the marks is: under the printed table, under the columns beside it, or
  // both.
  void write_mark_note() {
    const Style style{.size = sheet_.font_size, .italic = true};
    const std::size_t columns = table_.columns.size();
    if (content_.mark_note.empty()) {
      return;
    }
    if (marked(table_.printed_columns, columns)) {
      const ColumnNumber first = column_number(table_.printed_columns);
      const ColumnNumber last = column_number(columns - 1);
      canvas_.write_across({row_, first, row_, last}, content_.mark_note, style);
      const double width = canvas_.room(first, last);
      canvas_.set_height(
          row_, row_height(wrapped_lines(content_.mark_note, width, style.font()), style.font()));
    }
    if (marked(0, table_.printed_columns)) {
      write_line(canvas_, row_, last_printed(), content_.mark_note, style);
      ++row_;
    }
  }

  void set_up_screen(Row last_table_row) {
    const Row body = head_row_ + static_cast<Row>(table_.levels);
    ::worksheet_freeze_panes(canvas_.sheet(),
                             sheet_.freeze_header ? body : 0,
                             static_cast<lxw_col_t>(sheet_.freeze_columns));
    // Codes such as "05665" and "10" are text on purpose: no warning triangles.
    ::worksheet_ignore_errors(canvas_.sheet(), LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576");
    if (sheet_.filter) {
      ::worksheet_autofilter(canvas_.sheet(), body - 1, 0, last_table_row, last_printed());
    }
  }

  void set_up_page() {
    lxw_worksheet* sheet = canvas_.sheet();
    ::worksheet_set_paper(sheet, a4);
    if (sheet_.landscape) {
      ::worksheet_set_landscape(sheet);
    }
    ::worksheet_set_margins(sheet, left_margin, right_margin, top_margin, bottom_margin);
    lxw_header_footer_options options = {};
    options.margin = page_number_margin;
    ::worksheet_set_header_opt(sheet, "&C&\"Times New Roman,Regular\"&14&P", &options);
    ::worksheet_set_start_page(sheet, 1);
    ::worksheet_center_horizontally(sheet);
    ::worksheet_fit_to_pages(sheet, 1, 0);
    ::worksheet_repeat_rows(sheet, head_row_, head_row_ + static_cast<Row>(table_.levels) - 1);
    ::worksheet_print_area(sheet, 0, 0, row_ - 1, last_printed());
  }

  const SheetContent& content_;
  const Sheet& sheet_;
  const Table& table_;
  Canvas canvas_;
  Row row_ = 0;
  Row head_row_ = 0;
};

}  // namespace

bool write_sheet(const SheetContent& content, lxw_worksheet* worksheet, Formats& formats) {
  return SheetWriter(content, worksheet, formats).write();
}

}  // namespace baocao::xlsx
