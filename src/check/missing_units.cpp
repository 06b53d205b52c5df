#include "check/missing_units.hpp"

#include <vector>

namespace baocao::check {
namespace {

std::vector<bool> units_of(const table::Table& table, std::size_t units) {
  std::vector<bool> found(units);
  for (const std::uint16_t unit : table.unit) {
    if (unit != table::Table::no_unit) {
      found[unit] = true;
    }
  }
  return found;
}

void check_roster(const table::Dataset& dataset,
                  const table::Table& roster,
                  std::uint16_t whole,
                  diag::Sink& faults) {
  const table::Table* list = dataset.find("don_vi");
  const std::vector<bool> reported = units_of(roster, dataset.units.all.size());
  for (const std::uint16_t unit : dataset.units.subtree(whole)) {
    if (reported[unit] || !dataset.units.is_leaf(unit)) {
      continue;
    }
    const table::Unit& missing = dataset.units.all[unit];
    faults.add({.code = "K315",
                .severity = diag::Severity::warning,
                .message = missing.full_name + " chưa có ai trong danh sách cán bộ",
                .help = "bổ sung tệp danh sách của đơn vị này; nếu đơn vị không phải nộp thì ghi "
                        "vào overrides.toml",
                .span = list->span(missing.row),
                .notes = {"các tổng của báo cáo không có đơn vị này"},
                .unit = missing.code});
  }
}

}  // namespace

void check_missing_units(const table::Dataset& dataset, std::uint16_t whole, diag::Sink& faults) {
  for (const auto& [name, table] : dataset.tables) {
    if (table.schema->persons && table.supplied) {
      check_roster(dataset, table, whole, faults);
    }
  }
}

}  // namespace baocao::check
