#include "check/id_numbers.hpp"

#include "check/row_rules.hpp"
#include "text/keys.hpp"

#include <utility>

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

class IdChecker {
 public:
  IdChecker(const table::Dataset& dataset,
            const table::Table& table,
            const table::Column& ids,
            diag::Sink& faults)
      : dataset_(dataset),
        table_(table),
        ids_(ids),
        births_(table.find(ids.field->tells_birth)),
        sexes_(table.find(ids.field->tells_sex)),
        faults_(faults) {}

  void check(std::size_t row);

 private:
  void warn(diag::Code code, std::size_t row, std::string message);

  const table::Dataset& dataset_;
  const table::Table& table_;
  const table::Column& ids_;
  const table::Column* births_;
  const table::Column* sexes_;
  diag::Sink& faults_;
};

void IdChecker::warn(diag::Code code, std::size_t row, std::string message) {
  faults_.add({.code = code,
               .severity = diag::Severity::warning,
               .message = std::move(message),
               .help = "đối chiếu với căn cước; nếu đúng thì ghi vào overrides.toml",
               .span = table_.span(row, ids_.field->key),
               .field = ids_.field->key,
               .value = text::mask_id(ids_.texts[row]),
               .unit = unit_code(dataset_, table_, row)});
}

void IdChecker::check(std::size_t row) {
  const std::string& id = ids_.texts[row];
  if (!ids_.has(row) || id.size() != personal_number_digits) {
    return;
  }
  const std::string place = id.substr(0, 3);
  if (ids_.field->tells_place != nullptr && !ids_.field->tells_place->find_key(place)) {
    warn("K314",
         row,
         "số định danh bắt đầu bằng " + place +
             ", không phải mã tỉnh nào: đăng ký khai sinh ở nước ngoài, hoặc ghi sai");
  }
  if (births_ != nullptr && year_differs(*births_, row, id)) {
    warn("K311",
         row,
         "số định danh ghi năm sinh " + std::to_string(birth_year(id)) +
             ", khác với ngày sinh trong danh sách");
  }
  if (sexes_ != nullptr && sex_differs(*sexes_, row, id)) {
    warn("K312",
         row,
         std::string("số định danh là của ") + (tells_male(id) ? "nam" : "nữ") +
             ", khác với giới tính trong danh sách");
  }
}

}  // namespace

void check_id_numbers(const table::Dataset& dataset,
                      const table::Table& table,
                      diag::Sink& faults) {
  for (const table::Column& column : table.columns) {
    if (column.field->type != schema::Type::id) {
      continue;
    }
    IdChecker checker(dataset, table, column, faults);
    for (std::size_t row = 0; row < table.rows; ++row) {
      checker.check(row);
    }
  }
}

}  // namespace baocao::check
