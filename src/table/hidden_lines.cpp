#include "table/hidden_lines.hpp"

#include <algorithm>

namespace baocao::table {
namespace {

// `line` is within; ranges ascend, and so do the lines asked for when `from` is kept.
bool is_hidden(const std::vector<input::Lines>& hidden, std::uint32_t line, std::size_t& from) {
  while (from < hidden.size() && hidden[from].last < line) {
    ++from;
  }
  return from < hidden.size() && hidden[from].first <= line;
}

void report_rows(const input::Sheet& sheet, Part& part) {
  constexpr std::size_t most_shown = 10;
  std::size_t from = 0;
  std::size_t count = 0;
  std::string rows;
  for (const Origin& origin : part.origin) {
    if (is_hidden(sheet.hidden_rows, origin.row, from)) {
      if (count++ < most_shown) {
        rows += (rows.empty() ? "" : ", ") + std::to_string(origin.row + 1);
      }
    }
  }
  if (count == 0) {
    return;
  }
  part.faults.add(
      {.code = "S116",
       .severity = diag::Severity::warning,
       .message = std::to_string(count) + " dòng số liệu nằm ở hàng đang ẩn",
       .help = "bỏ lọc, bỏ ẩn để xem lại; xóa hàng không còn thuộc danh sách",
       .span = {.file = sheet.file, .sheet = sheet.name},
       .notes = {"các dòng này vẫn được tính: hàng " + rows + (count > most_shown ? "…" : "")}});
}

void report_columns(const input::Sheet& sheet,
                    const schema::Table& table,
                    const Layout& layout,
                    Part& part) {
  std::string columns;
  for (std::size_t i = 0; i < layout.fields.size(); ++i) {
    for (const ColumnUse& use : layout.fields[i].uses) {
      std::size_t from = 0;
      if (is_hidden(sheet.hidden_columns, use.column, from)) {
        columns += (columns.empty() ? "cột " : ", cột ") + input::column_name(use.column) + " (" +
                   table.fields[i].label + ")";
      }
    }
  }
  if (columns.empty()) {
    return;
  }
  part.faults.add({.code = "S117",
                   .severity = diag::Severity::warning,
                   .message = "số liệu nằm ở cột đang ẩn: " + columns,
                   .help = "bỏ ẩn để xem lại; xóa cột nếu số liệu trong đó không còn đúng",
                   .span = {.file = sheet.file, .sheet = sheet.name},
                   .notes = {"các cột này vẫn được đọc"}});
}

}  // namespace

void report_hidden(const input::Sheet& sheet,
                   const schema::Table& table,
                   const Layout& layout,
                   Part& part) {
  report_rows(sheet, part);
  report_columns(sheet, table, layout, part);
}

}  // namespace baocao::table
