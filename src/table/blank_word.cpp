#include "table/blank_word.hpp"

#include "table/cell_boolean.hpp"
#include "text/keys.hpp"
#include "text/unicode.hpp"

namespace baocao::table {
namespace {

// "(x)" in a header asks to mark the rows that apply, and to leave the others blank.
bool asks_for_marks(const std::string& header) {
  const std::string lower = text::lower(header);
  return lower.find("(x)") != std::string::npos || lower.find("đánh dấu") != std::string::npos;
}

std::optional<std::uint16_t> implied(const schema::Field& field, const ColumnUse& use) {
  if (field.type == schema::Type::boolean && use.role == Role::whole &&
      (field.blank_is_no || asks_for_marks(use.header))) {
    return std::uint16_t{0};
  }
  if (use.role == Role::mark && field.bare_words && field.codes->words.size() == 2) {
    return static_cast<std::uint16_t>(1 - use.word);
  }
  return std::nullopt;
}

bool has_mark(const input::Sheet& sheet, const Header& header, std::uint32_t column) {
  for (std::uint32_t row = header.last_row + 1; row < sheet.rows(); ++row) {
    const input::Cell* cell = sheet.at(row, column);
    if (cell != nullptr && is_mark(cell->text).has_value()) {
      return true;
    }
  }
  return false;
}

}  // namespace

std::optional<std::uint16_t> blank_word(const input::Sheet& sheet,
                                        const Header& header,
                                        const schema::Field& field,
                                        const FieldColumns& columns,
                                        diag::Sink& faults) {
  if (columns.uses.size() != 1) {
    return std::nullopt;
  }
  const ColumnUse& use = columns.uses.front();
  const auto word = implied(field, use);
  if (!word || has_mark(sheet, header, use.column)) {
    return word;
  }
  faults.add({.code = "S107",
              .severity = diag::Severity::warning,
              .message = "cột đánh dấu \"" + use.header + "\" để trống hoàn toàn",
              .help = "đánh dấu x cho người có, hoặc ghi Không cho mọi người nếu không ai có",
              .span = {.file = sheet.file,
                       .sheet = sheet.name,
                       .cell = input::cell_name(header.last_row, use.column),
                       .column = use.header,
                       .row = header.last_row + 1},
              .notes = {"cả cột coi như chưa có số liệu"},
              .field = field.key});
  return std::nullopt;
}

}  // namespace baocao::table
