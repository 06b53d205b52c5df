#include "table/link.hpp"

#include "text/keys.hpp"

#include <algorithm>
#include <iterator>

namespace baocao::table {
namespace {

using schema::Type;

const Column* first_of(const Table& table, Type type) {
  for (const Column& column : table.columns) {
    if (column.field->type == type) {
      return &column;
    }
  }
  return nullptr;
}

class Linker {
 public:
  Linker(Table& records, const PersonNames& names, const Units& units, diag::Sink& faults);

  void link();

 private:
  using Rows = PersonNames::Rows;

  Rows candidates(std::size_t row) const;
  bool is_within(std::uint16_t unit, std::uint16_t whole) const;
  bool may_be_same_day(std::size_t record, std::uint32_t person) const;
  void report_unknown(std::size_t row, bool other_birth_date);
  void report_several(std::size_t row, std::size_t count);
  diag::Diagnostic fault(diag::Code code, std::size_t row) const;

  Table& records_;
  const PersonNames& names_;
  const Table& persons_;
  const Units& units_;
  diag::Sink& faults_;
  const Column* name_;
  const Column* birth_;
  const Column* person_birth_ = nullptr;
};

Linker::Linker(Table& records, const PersonNames& names, const Units& units, diag::Sink& faults)
    : records_(records),
      names_(names),
      persons_(names.persons()),
      units_(units),
      faults_(faults),
      name_(first_of(records, Type::name)),
      birth_(first_of(records, Type::date)) {
  // The roster's field of the same key: records repeat it to tell namesakes apart.
  person_birth_ = birth_ == nullptr ? nullptr : persons_.find(birth_->field->key);
}

bool Linker::is_within(std::uint16_t unit, std::uint16_t whole) const {
  if (unit == Table::no_unit || whole == Table::no_unit) {
    return false;
  }
  while (unit != whole && units_.all[unit].parent) {
    unit = *units_.all[unit].parent;
  }
  return unit == whole;
}

bool Linker::may_be_same_day(std::size_t record, std::uint32_t person) const {
  if (person_birth_ == nullptr || !birth_->has(record) || !person_birth_->has(person)) {
    return true;
  }
  const base::DateRange& a = birth_->dates[record];
  const base::DateRange& b = person_birth_->dates[person];
  return a.first <= b.last && b.first <= a.last;
}

Linker::Rows Linker::candidates(std::size_t row) const {
  Rows rows;
  const PersonNames::Rows& namesakes = names_.of(name_->texts[row]);
  std::copy_if(
      namesakes.begin(), namesakes.end(), std::back_inserter(rows), [&](std::uint32_t person) {
        return is_within(persons_.unit[person], records_.unit[row]);
      });
  return rows;
}

diag::Diagnostic Linker::fault(diag::Code code, std::size_t row) const {
  const std::uint16_t unit = records_.unit[row];
  return {.code = code,
          .span = records_.span(row, name_->field->key),
          .notes = {"dòng này không được tính cho ai"},
          .field = name_->field->key,
          .unit = unit == Table::no_unit ? std::string() : units_.all[unit].code};
}

void Linker::report_unknown(std::size_t row, bool other_birth_date) {
  diag::Diagnostic unknown = fault("K303", row);
  unknown.message = other_birth_date
                        ? "danh sách cán bộ của đơn vị có người cùng tên nhưng khác ngày sinh"
                        : "không có người này trong danh sách cán bộ của đơn vị";
  unknown.help = "sửa họ tên, ngày sinh hoặc đơn vị cho khớp với danh sách cán bộ";
  faults_.add(std::move(unknown));
}

void Linker::report_several(std::size_t row, std::size_t count) {
  diag::Diagnostic several = fault("K304", row);
  several.message =
      "danh sách cán bộ của đơn vị có " + std::to_string(count) + " người khớp với dòng này";
  several.help = "ghi đủ ngày, tháng, năm sinh để phân biệt";
  faults_.add(std::move(several));
}

void Linker::link() {
  records_.person.assign(records_.rows, Table::no_person);
  for (std::size_t row = 0; name_ != nullptr && row < records_.rows; ++row) {
    if (!name_->has(row) || records_.unit[row] == Table::no_unit) {
      continue;  // reported when the row was read
    }
    const Rows namesakes = candidates(row);
    Rows fitting;
    std::copy_if(
        namesakes.begin(), namesakes.end(), std::back_inserter(fitting), [&](std::uint32_t person) {
          return may_be_same_day(row, person);
        });
    if (fitting.empty()) {
      report_unknown(row, !namesakes.empty());
    } else if (fitting.size() > 1) {
      report_several(row, fitting.size());
    } else {
      records_.person[row] = fitting.front();
      records_.unit[row] = persons_.unit[fitting.front()];
    }
  }
}

}  // namespace

PersonNames::PersonNames(const Table& persons) : persons_(&persons) {
  const Column* names = first_of(persons, Type::name);
  rows_.reserve(persons.rows);
  for (std::size_t row = 0; row < persons.rows; ++row) {
    if (names->has(row)) {
      Rows& rows = rows_[text::name_key(names->texts[row])];
      rows.push_back(static_cast<std::uint32_t>(row));
      rows_as_spelt_.emplace(names->texts[row], &rows);
    }
  }
}

const PersonNames::Rows& PersonNames::of(const std::string& name) const {
  static const Rows none;
  const auto as_spelt = rows_as_spelt_.find(name);
  if (as_spelt != rows_as_spelt_.end()) {
    return *as_spelt->second;
  }
  const auto found = rows_.find(text::name_key(name));
  return found == rows_.end() ? none : found->second;
}

void link_persons(Table& records,
                  const PersonNames& names,
                  const Units& units,
                  diag::Sink& faults) {
  Linker(records, names, units, faults).link();
}

}  // namespace baocao::table
