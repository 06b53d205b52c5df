#include "input/csv/reader.hpp"

#include "input/csv/records.hpp"
#include "input/limits.hpp"

namespace baocao::input::csv {
namespace {

diag::Failure unclosed_quote(const std::string& file, std::uint32_t line) {
  return diag::Failure(diag::Diagnostic{
      .code = "F208",
      .message = "dấu ngoặc kép mở ở dòng này không có dấu đóng, phần sau của tệp bị hiểu sai",
      .help = "thêm dấu ngoặc kép đóng hoặc xóa dấu mở thừa",
      .span = {.file = file, .line = line}});
}

void add_row(Sheet& sheet, std::uint32_t row, const std::vector<std::string>& fields) {
  for (std::uint32_t column = 0; column < fields.size(); ++column) {
    if (!fields[column].empty()) {
      sheet.add(row, column, CellKind::text, fields[column]);
    }
  }
}

}  // namespace

diag::Result<Sheet> read(std::string_view text, const std::string& file) {
  Sheet sheet;
  sheet.file = file;
  Records records(text, detected_separator(text));
  for (std::uint32_t row = 0; records.next(); ++row) {
    if (row == max_rows || records.fields().size() > max_columns ||
        sheet.cells().size() + records.fields().size() > max_cells) {
      return diag::Failure(over_limit("quá nhiều hàng hoặc cột", {.file = file, .row = row + 1}));
    }
    add_row(sheet, row, records.fields());
  }
  if (records.unclosed_line() != 0) {
    return unclosed_quote(file, records.unclosed_line());
  }
  return sheet;
}

}  // namespace baocao::input::csv
