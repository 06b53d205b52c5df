#include "expr/evaluate.hpp"

#include <numeric>

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
std::span<const std::uint32_t> View::of(Groups& groups,
                                        std::size_t key,
                                        std::size_t keys,
                                        std::span<const Key> key_of_row) {
  std::call_once(groups.made, [&] {
    groups.start.assign(keys + 1, 0);
    for (const Key of_row : key_of_row) {
      if (of_row < keys) {
        ++groups.start[of_row + 1];
      }
    }
    std::partial_sum(groups.start.begin(), groups.start.end(), groups.start.begin());
    groups.rows.resize(groups.start[keys]);
    std::vector<std::uint32_t> next(groups.start.begin(), groups.start.end() - 1);
    for (std::size_t row = 0; row < key_of_row.size(); ++row) {
      if (key_of_row[row] < keys) {
        groups.rows[next[key_of_row[row]]++] = static_cast<std::uint32_t>(row);
      }
    }
  });
  if (key >= keys) {
    return {};
  }
  return std::span(groups.rows)
      .subspan(groups.start[key], groups.start[key + 1] - groups.start[key]);
}

View::View(const table::Dataset& dataset) : dataset_(dataset) {
  for (const auto& schema : dataset.schema->tables()) {
    Grouped& grouped = tables_.emplace_back();
    grouped.table = dataset.find(schema->name);
    if (grouped.table != nullptr && schema->name == unit_table) {
      grouped.unit = described_units(dataset_, grouped.table->rows);
    }
    persons_ += schema->persons && grouped.table != nullptr ? grouped.table->rows : 0;
  }
}

std::size_t View::rows(std::size_t table) const {
  return tables_[table].table == nullptr ? 0 : tables_[table].table->rows;
}

std::span<const std::uint16_t> View::units(std::size_t table) const {
  const Grouped& grouped = tables_[table];
  return grouped.table == nullptr ? std::span<const std::uint16_t>()
         : grouped.unit.empty()   ? std::span(grouped.table->unit)
                                  : std::span(grouped.unit);
}

std::uint32_t View::unit_row(std::size_t table, std::size_t row) const {
  const std::uint16_t unit = unit_of(table, row);
  return unit < dataset_.units.all.size() ? static_cast<std::uint32_t>(dataset_.units.all[unit].row)
                                          : no_row;
}

std::span<const std::uint32_t> View::of_person(std::size_t table, std::size_t person) const {
  const Grouped& grouped = tables_[table];
  if (grouped.table == nullptr) {
    return {};
  }
  return of(*grouped.by_person, person, persons_, std::span(grouped.table->person));
}

std::span<const std::uint32_t> View::of_unit(std::size_t table, std::uint16_t unit) const {
  return of(*tables_[table].by_unit, unit, dataset_.units.all.size(), units(table));
}

}  // namespace baocao::expr
