#include "check/id_numbers.hpp"

#include "check/row_rules.hpp"
#include "text/keys.hpp"

namespace baocao::check {
namespace {

constexpr std::size_t personal_number_digits = 12;

int digit(const std::string& id, std::size_t at) {
  return id[at] - '0';
}

int birth_year(const std::string& id) {
  const int century = 1900 + 100 * (digit(id, 3) / 2);
  return century + digit(id, 4) * 10 + digit(id, 5);
}

bool tells_male(const std::string& id) {
  return digit(id, 3) % 2 == 0;
}

bool year_differs(const table::Column& births, std::size_t row, const std::string& id) {
  if (!births.has(row)) {
    return false;
  }
  const base::DateRange& birth = births.dates[row];
  return birth_year(id) < birth.first.year() || birth_year(id) > birth.last.year();
}

bool sex_differs(const table::Column& sexes, std::size_t row, const std::string& id) {
  if (!sexes.has(row)) {
    return false;
  }
  const std::string& sex = sexes.field->codes->words[sexes.codes[row]].key;
  return sex != (tells_male(id) ? "nam" : "nu");
}

diag::Diagnostic warning(diag::Code code,
                         std::string message,
                         const table::Dataset& dataset,
                         const table::Table& table,
                         std::size_t row,
                         const table::Column& ids) {
  return {.code = code,
          .severity = diag::Severity::warning,
          .message = std::move(message),
          .help = "đối chiếu với căn cước; nếu đúng thì bỏ qua cảnh báo này",
          .span = table.span(row, ids.field->key),
          .field = ids.field->key,
          .value = text::mask_id(ids.texts[row]),
          .unit = unit_code(dataset, table, row)};
}

void check_column(const table::Dataset& dataset,
                  const table::Table& table,
                  const table::Column& ids,
                  diag::Sink& faults) {
  const table::Column* births = table.find(ids.field->tells_birth);
  const table::Column* sexes = table.find(ids.field->tells_sex);
  for (std::size_t row = 0; row < table.rows; ++row) {
    if (!ids.has(row) || ids.texts[row].size() != personal_number_digits) {
      continue;
    }
    const std::string& id = ids.texts[row];
    if (births != nullptr && year_differs(*births, row, id)) {
      faults.add(warning("K311",
                         "số định danh ghi năm sinh " + std::to_string(birth_year(id)) +
                             ", khác với ngày sinh trong danh sách",
                         dataset,
                         table,
                         row,
                         ids));
    }
    if (sexes != nullptr && sex_differs(*sexes, row, id)) {
      faults.add(warning("K312",
                         std::string("số định danh là của ") + (tells_male(id) ? "nam" : "nữ") +
                             ", khác với giới tính trong danh sách",
                         dataset,
                         table,
                         row,
                         ids));
    }
  }
}

}  // namespace

void check_id_numbers(const table::Dataset& dataset,
                      const table::Table& table,
                      diag::Sink& faults) {
  for (const table::Column& column : table.columns) {
    const bool tells = !column.field->tells_birth.empty() || !column.field->tells_sex.empty();
    if (column.field->type == schema::Type::id && tells) {
      check_column(dataset, table, column, faults);
    }
  }
}

}  // namespace baocao::check
