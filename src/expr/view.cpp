#include "expr/evaluate.hpp"

#include <limits>

namespace baocao::expr {
namespace {

constexpr std::string_view unit_table = "don_vi";

std::vector<std::uint16_t> described_units(const table::Dataset& dataset, std::size_t rows) {
  std::vector<std::uint16_t> units(rows, table::Table::no_unit);
  for (std::size_t unit = 0; unit < dataset.units.all.size(); ++unit) {
    if (dataset.units.all[unit].row < rows) {
      units[dataset.units.all[unit].row] = static_cast<std::uint16_t>(unit);
    }
  }
  return units;
}

}  // namespace

// A counting sort: two passes whatever the number of keys.
template <class Key>
View::Groups View::group(std::size_t keys, const std::vector<Key>& key_of_row) {
  Groups groups;
  groups.start.assign(keys + 1, 0);
  for (const Key key : key_of_row) {
    if (key < keys) {
      ++groups.start[key + 1];
    }
  }
  for (std::size_t key = 0; key < keys; ++key) {
    groups.start[key + 1] += groups.start[key];
  }
  groups.rows.resize(groups.start[keys]);
  std::vector<std::uint32_t> next(groups.start.begin(), groups.start.end() - 1);
  for (std::size_t row = 0; row < key_of_row.size(); ++row) {
    if (key_of_row[row] < keys) {
      groups.rows[next[key_of_row[row]]++] = static_cast<std::uint32_t>(row);
    }
  }
  return groups;
}

std::span<const std::uint32_t> View::of(const Groups& groups, std::size_t key) {
  if (key + 1 >= groups.start.size()) {
    return {};
  }
  return std::span(groups.rows)
      .subspan(groups.start[key], groups.start[key + 1] - groups.start[key]);
}

View::View(const table::Dataset& dataset) : dataset_(dataset) {
  std::size_t persons = 0;
  for (const auto& table : dataset.schema->tables()) {
    const table::Table* rows = dataset.find(table->name);
    persons += table->persons && rows != nullptr ? rows->rows : 0;
  }
  for (const auto& table : dataset.schema->tables()) {
    tables_.push_back(grouped(dataset.find(table->name), persons));
  }
}

View::Grouped View::grouped(const table::Table* table, std::size_t persons) const {
  Grouped grouped;
  grouped.table = table;
  if (table == nullptr) {
    return grouped;
  }
  if (table->schema->name == unit_table) {
    grouped.unit = described_units(dataset_, table->rows);
  }
  grouped.by_person = group(persons, table->person);
  grouped.by_unit =
      group(dataset_.units.all.size(), grouped.unit.empty() ? table->unit : grouped.unit);
  return grouped;
}

std::size_t View::rows(std::size_t table) const {
  return tables_[table].table == nullptr ? 0 : tables_[table].table->rows;
}

std::uint16_t View::unit_of(std::size_t table, std::size_t row) const {
  const Grouped& grouped = tables_[table];
  return grouped.unit.empty() ? grouped.table->unit[row] : grouped.unit[row];
}

std::uint32_t View::unit_row(std::size_t table, std::size_t row) const {
  const std::uint16_t unit = unit_of(table, row);
  return unit < dataset_.units.all.size() ? static_cast<std::uint32_t>(dataset_.units.all[unit].row)
                                          : no_row;
}

std::span<const std::uint32_t> View::of_person(std::size_t table, std::size_t person) const {
  return of(tables_[table].by_person, person);
}

std::span<const std::uint32_t> View::of_unit(std::size_t table, std::uint16_t unit) const {
  return of(tables_[table].by_unit, unit);
}

}  // namespace baocao::expr
