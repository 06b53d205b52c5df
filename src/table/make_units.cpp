#include "table/make_units.hpp"

#include "text/keys.hpp"

#include <unordered_map>

namespace baocao::table {
namespace {

class UnitMaker {
 public:
  UnitMaker(const Table& table, diag::Sink& faults) : table_(table), faults_(faults) {}

  Units make();

 private:
  std::string text(std::string_view field, std::size_t row) const;
  Unit make_unit(std::size_t row) const;
  void complete_names(Unit& unit) const;
  void set_parent(Unit& unit);
  void break_circles();
  bool reaches_itself(std::uint16_t unit) const;

  const Table& table_;
  diag::Sink& faults_;
  Units units_;
  std::unordered_map<std::string, std::uint16_t> by_code_;
};

std::string UnitMaker::text(std::string_view field, std::size_t row) const {
  const Column* column = table_.find(field);
  return column != nullptr && column->has(row) ? column->texts[row] : std::string();
}

// "Xã Văn Lăng" without a kind is a xã; "Văn Lăng" of kind xã is "Xã Văn Lăng".
void UnitMaker::complete_names(Unit& unit) const {
  const schema::Field* field = table_.schema->find("loai");
  const std::string& longest = unit.full_name.empty() ? unit.name : unit.full_name;
  for (const schema::CodeWord& word : field->codes->words) {
    const std::string prefix = text::name_key(word.label) + " ";
    if ((unit.kind.empty() || unit.kind == word.key) &&
        text::name_key(longest).starts_with(prefix)) {
      unit.kind = word.key;
      unit.full_name = longest;
      unit.name = text::cleaned(longest.substr(word.label.size()));
      return;
    }
    if (unit.full_name.empty() && unit.kind == word.key) {
      unit.full_name = word.label + " " + unit.name;
      return;
    }
  }
  if (unit.full_name.empty()) {
    unit.full_name = unit.name;
  }
}

Unit UnitMaker::make_unit(std::size_t row) const {
  Unit unit{
      .code = text("ma", row), .name = text("ten", row), .full_name = text("ten_day_du", row)};
  const Column* kind = table_.find("loai");
  if (kind != nullptr && kind->has(row)) {
    unit.kind = kind->field->codes->words[kind->codes[row]].key;
  }
  unit.row = row;
  complete_names(unit);
  return unit;
}

void UnitMaker::set_parent(Unit& unit) {
  const std::string code = text("cap_tren", unit.row);
  if (code.empty()) {
    return;
  }
  if (const auto found = by_code_.find(code); found != by_code_.end()) {
    unit.parent = found->second;
    return;
  }
  faults_.add({.code = "S114",
               .message = "đơn vị cấp trên \"" + code + "\" không có trong danh sách đơn vị",
               .help = "thêm dòng của đơn vị cấp trên, hoặc sửa mã",
               .span = table_.span(unit.row, "cap_tren"),
               .field = "cap_tren",
               .value = code,
               .unit = unit.code});
}

bool UnitMaker::reaches_itself(std::uint16_t unit) const {
  auto above = units_.all[unit].parent;
  for (std::size_t steps = 0; above && steps < units_.all.size(); ++steps) {
    if (*above == unit) {
      return true;
    }
    above = units_.all[*above].parent;
  }
  return false;
}

void UnitMaker::break_circles() {
  for (std::size_t i = 0; i < units_.all.size(); ++i) {
    Unit& unit = units_.all[i];
    if (!reaches_itself(static_cast<std::uint16_t>(i))) {
      continue;
    }
    unit.parent.reset();
    faults_.add({.code = "S114",
                 .message = "đơn vị " + unit.full_name + " là cấp trên của chính nó",
                 .help = "sửa mã đơn vị cấp trên",
                 .span = table_.span(unit.row, "cap_tren"),
                 .field = "cap_tren",
                 .unit = unit.code});
  }
}

Units UnitMaker::make() {
  for (std::size_t row = 0; row < table_.rows; ++row) {
    Unit unit = make_unit(row);
    if (unit.code.empty() || unit.name.empty()) {
      continue;  // reported as N201 when the row was read
    }
    if (by_code_.try_emplace(unit.code, static_cast<std::uint16_t>(units_.all.size())).second) {
      units_.all.push_back(std::move(unit));
    }
  }
  for (Unit& unit : units_.all) {
    set_parent(unit);
  }
  break_circles();
  return std::move(units_);
}

}  // namespace

Units make_units(const Table& don_vi, diag::Sink& faults) {
  return UnitMaker(don_vi, faults).make();
}

}  // namespace baocao::table
