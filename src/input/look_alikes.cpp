#include "input/look_alikes.hpp"

#include "text/look_alikes.hpp"

#include <map>
#include <string>

namespace baocao::input {
namespace {

struct Found {
  const Cell* first = nullptr;
  std::size_t cells = 0;
};

}  // namespace

void report_look_alikes(const Sheet& sheet, diag::Sink& sink) {
  std::map<std::uint32_t, Found> columns;
  for (const Cell& cell : sheet.cells()) {
    if (cell.kind == CellKind::text && text::has_look_alikes(cell.text)) {
      Found& found = columns[cell.column];
      found.first = found.cells++ == 0 ? &cell : found.first;
    }
  }
  for (const auto& [column, found] : columns) {
    sink.add({.code = "F221",
              .severity = diag::Severity::warning,
              .message = "cột " + column_name(column) + ": " + std::to_string(found.cells) +
                         " ô có chữ cái Kirin hoặc Hy Lạp trông giống chữ Việt, khi đọc coi như "
                         "chữ Việt",
              .help = "gõ lại ô đã nêu bằng bàn phím tiếng Việt",
              .span = {.file = sheet.file,
                       .sheet = sheet.name,
                       .cell = cell_name(found.first->row, found.first->column)},
              .value = std::string(found.first->text)});
  }
}

}  // namespace baocao::input
