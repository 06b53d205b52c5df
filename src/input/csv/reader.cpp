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

// The line "sep=;" that Excel obeys and does not show.
struct Declared {
  char separator = 0;
  std::size_t size = 0;  // of the line with its end; 0 when there is none
};

Declared declared_separator(std::string_view text) {
  constexpr std::string_view key = "sep=";
  if (text.size() <= key.size() || (!text.starts_with(key) && !text.starts_with("SEP="))) {
    return {};
  }
  const std::string_view behind = text.substr(key.size() + 1);
  if (behind.starts_with("\r\n")) {
    return {text[key.size()], key.size() + 3};
  }
  const bool ends = behind.starts_with('\n') || behind.starts_with('\r');
  return ends ? Declared{text[key.size()], key.size() + 2} : Declared{};
}

}  // namespace

diag::Result<Sheet> read(std::string_view text, const std::string& file) {
  Sheet sheet;
  sheet.file = file;
  const Declared declared = declared_separator(text);
  const std::string_view content = text.substr(declared.size);
  Records records(content, declared.size > 0 ? declared.separator : detected_separator(content));
  for (std::uint32_t row = 0; records.next(); ++row) {
    if (row == max_rows || records.fields().size() > max_columns ||
        sheet.cells().size() + records.fields().size() > max_cells) {
      return diag::Failure(over_limit("quá nhiều hàng hoặc cột", {.file = file, .row = row + 1}));
    }
    add_row(sheet, row, records.fields());
  }
  if (records.unclosed_line() != 0) {
    return unclosed_quote(file, records.unclosed_line() + (declared.size > 0 ? 1 : 0));
  }
  return sheet;
}

}  // namespace baocao::input::csv
