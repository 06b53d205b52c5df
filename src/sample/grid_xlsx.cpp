#include "sample/grid.hpp"
#include "xlsx/workbook.hpp"

#include <algorithm>
#include <filesystem>

#include <xlsxwriter.h>

namespace baocao::sample {
namespace {

constexpr int excel_day_of_1970 = 25569;  // serial number of 1970-01-01, 1900 date system
constexpr int a3 = 8;
constexpr double head_height = 45;  // points: three lines

// One sheet being written, line by line.
class Writer {
 public:
  Writer(xlsx::Workbook& workbook, const Grid& grid)
      : workbook_(workbook), grid_(grid), sheet_(workbook.add_sheet(grid.sheet)) {}

  void write() {
    make_formats();
    page();
    title();
    heads();
    for (const Row& row : grid_.rows) {
      write_row(row);
    }
    closing();
  }

 private:
  lxw_format* format(bool bold, std::uint8_t align, bool boxed) {
    lxw_format* made = workbook_.add_format();
    ::format_set_font_size(made, 11);
    ::format_set_align(made, align);
    ::format_set_align(made, LXW_ALIGN_VERTICAL_CENTER);
    ::format_set_text_wrap(made);
    if (bold) {
      ::format_set_bold(made);
    }
    if (boxed) {
      ::format_set_border(made, LXW_BORDER_THIN);
    }
    return made;
  }

  void make_formats() {
    line_ = format(false, LXW_ALIGN_CENTER, false);
    strong_ = format(true, LXW_ALIGN_CENTER, false);
    head_ = format(true, LXW_ALIGN_CENTER, true);
    text_ = format(false, LXW_ALIGN_LEFT, true);
    bold_ = format(true, LXW_ALIGN_LEFT, true);
    date_ = format(false, LXW_ALIGN_CENTER, true);
    ::format_set_num_format(date_, "dd/mm/yyyy");
    whole_ = format(false, LXW_ALIGN_CENTER, true);
    decimal_ = format(false, LXW_ALIGN_CENTER, true);
    ::format_set_num_format(decimal_, "0.00");
  }

  void page() {
    ::worksheet_set_landscape(sheet_);
    ::worksheet_set_paper(sheet_, a3);
    ::worksheet_fit_to_pages(sheet_, 1, 0);
    for (std::size_t i = 0; i < grid_.heads.size(); ++i) {
      ::worksheet_set_column(sheet_, column(i), column(i), grid_.heads[i].width, nullptr);
    }
  }

  static lxw_col_t column(std::size_t index) { return static_cast<lxw_col_t>(index); }

  lxw_col_t last_column() const { return column(grid_.heads.size() - 1); }

  void title() {
    const lxw_col_t last = std::min<lxw_col_t>(last_column(), 13);
    for (std::size_t i = 0; i < grid_.title.size(); ++i) {
      ::worksheet_merge_range(sheet_,
                              row_,
                              0,
                              row_,
                              last,
                              grid_.title[i].c_str(),
                              i == grid_.strong_line ? strong_ : line_);
      ++row_;
    }
  }

  bool grouped() const {
    return std::any_of(grid_.heads.begin(), grid_.heads.end(), [](const Head& head) {
      return !head.group.empty();
    });
  }

  void heads() {
    const lxw_row_t top = row_;
    const lxw_row_t bottom = grouped() ? top + 1 : top;
    for (lxw_row_t row = top; row <= bottom; ++row) {
      ::worksheet_set_row(sheet_, row, head_height, nullptr);
    }
    for (std::size_t i = 0; i < grid_.heads.size();) {
      i = grid_.heads[i].group.empty() ? single_head(i, top, bottom) : group_head(i, top);
    }
    row_ = bottom + 1;
    if (grid_.numbered) {
      for (std::size_t i = 0; i < grid_.heads.size(); ++i) {
        ::worksheet_write_number(sheet_, row_, column(i), static_cast<double>(i + 1), head_);
      }
      ++row_;
    }
    ::worksheet_repeat_rows(sheet_, top, bottom);
    ::worksheet_freeze_panes(sheet_, row_, 2);
  }

  std::size_t single_head(std::size_t i, lxw_row_t top, lxw_row_t bottom) {
    const char* label = grid_.heads[i].label.c_str();
    if (top == bottom) {
      ::worksheet_write_string(sheet_, top, column(i), label, head_);
    } else {
      ::worksheet_merge_range(sheet_, top, column(i), bottom, column(i), label, head_);
    }
    return i + 1;
  }

  // Writes the columns of one group; returns the first column after them.
  std::size_t group_head(std::size_t first, lxw_row_t top) {
    const std::string& group = grid_.heads[first].group;
    std::size_t end = first;
    for (; end < grid_.heads.size() && grid_.heads[end].group == group; ++end) {
      ::worksheet_write_string(sheet_, top + 1, column(end), grid_.heads[end].label.c_str(), head_);
    }
    if (end - first == 1) {
      ::worksheet_write_string(sheet_, top, column(first), group.c_str(), head_);
    } else {
      ::worksheet_merge_range(
          sheet_, top, column(first), top, column(end - 1), group.c_str(), head_);
    }
    return end;
  }

  void write_row(const Row& row) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      write_cell(column(i), row.cells[i], row.kind == Row::Kind::data ? text_ : bold_);
    }
    ++row_;
  }

  void write_cell(lxw_col_t at, const Cell& cell, lxw_format* text_format) {
    if (const auto* text = std::get_if<std::string>(&cell)) {
      ::worksheet_write_string(sheet_, row_, at, text->c_str(), text_format);
    } else if (const auto* date = std::get_if<base::Date>(&cell)) {
      ::worksheet_write_number(sheet_, row_, at, date->days() + excel_day_of_1970, date_);
    } else if (const auto* number = std::get_if<Hundredths>(&cell)) {
      ::worksheet_write_number(
          sheet_, row_, at, number->value / 100.0, number->value % 100 == 0 ? whole_ : decimal_);
    } else {
      ::worksheet_write_blank(sheet_, row_, at, text_format);
    }
  }

  void closing() {
    if (grid_.closing.size() < 5) {
      return;
    }
    const lxw_col_t half = std::min<lxw_col_t>(last_column() / 2, 6);
    const lxw_col_t end = std::min<lxw_col_t>(last_column(), 13);
    const auto right = [&](lxw_row_t at, std::size_t line, lxw_format* look) {
      ::worksheet_merge_range(sheet_, at, half + 1, at, end, grid_.closing[line].c_str(), look);
    };
    const auto left = [&](lxw_row_t at, std::size_t line, lxw_format* look) {
      ::worksheet_merge_range(sheet_, at, 0, at, half, grid_.closing[line].c_str(), look);
    };
    right(row_ + 1, 0, line_);
    left(row_ + 2, 1, strong_);
    right(row_ + 2, 2, strong_);
    left(row_ + 3, 3, line_);
    right(row_ + 3, 4, line_);
  }

  xlsx::Workbook& workbook_;
  const Grid& grid_;
  lxw_worksheet* sheet_;
  lxw_row_t row_ = 0;
  lxw_format* line_ = nullptr;
  lxw_format* strong_ = nullptr;
  lxw_format* head_ = nullptr;
  lxw_format* text_ = nullptr;
  lxw_format* bold_ = nullptr;
  lxw_format* date_ = nullptr;
  lxw_format* whole_ = nullptr;
  lxw_format* decimal_ = nullptr;
};

}  // namespace

diag::Result<base::Bytes> to_xlsx(const Grid& grid, base::Date created) {
  std::error_code error;
  const std::filesystem::path scratch = std::filesystem::temp_directory_path(error);
  auto workbook =
      xlsx::Workbook::create(error ? "." : scratch, created, grid.sheet, "baocao sample");
  if (!workbook) {
    return diag::Failure(workbook.error());
  }
  Writer(*workbook, grid).write();
  return workbook->finish();
}

}  // namespace baocao::sample
