#include "resolution/completeness.hpp"

#include <algorithm>

namespace baocao::resolution {
namespace {

using table::Table;

std::vector<char> leaves_of(const table::Units& units) {
  std::vector<char> is_leaf(units.all.size(), 1);
  for (const table::Unit& unit : units.all) {
    if (unit.parent) {
      is_leaf[*unit.parent] = 0;
    }
  }
  return is_leaf;
}

std::vector<char> have_handed_in(const Table& table, const std::vector<char>& is_leaf) {
  std::vector<char> have(is_leaf.size(), 0);
  const auto mark = [&](std::uint16_t unit) {
    if (unit < have.size()) {
      have[unit] = is_leaf[unit];
    }
  };
  std::for_each(table.unit.begin(), table.unit.end(), mark);
  for (const table::Source& source : table.sources) {
    mark(source.unit.value_or(Table::no_unit));
  }
  return have;
}

// Per unit, the flags at and below it. A chain of parents that runs in a circle ends after as many
// steps as there are units.
std::vector<std::uint32_t> count_below(const std::vector<char>& flags, const table::Units& units) {
  std::vector<std::uint32_t> counts(flags.begin(), flags.end());
  for (std::size_t unit = 0; unit < flags.size(); ++unit) {
    auto parent = flags[unit] != 0 ? units.all[unit].parent : std::nullopt;
    for (std::size_t steps = 0; parent && steps < flags.size(); ++steps) {
      ++counts[*parent];
      parent = units.all[*parent].parent;
    }
  }
  return counts;
}

}  // namespace

Completeness::Completeness(const table::Dataset& dataset) : is_leaf_(leaves_of(dataset.units)) {
  leaves_ = count_below(is_leaf_, dataset.units);
  for (const auto& [name, table] : dataset.tables) {
    const std::vector<char> have = have_handed_in(table, is_leaf_);
    const bool from_above = std::find(have.begin(), have.end(), 1) == have.end();
    if (name != "don_vi" && table.supplied && !from_above) {
      tables_[name] = {table.schema, count_below(have, dataset.units)};
    }
  }
}

std::optional<Reporting> Completeness::of(const indicator::Result& result,
                                          std::uint16_t unit) const {
  std::optional<Reporting> least;
  if (unit >= is_leaf_.size() || is_leaf_[unit] != 0) {
    return least;
  }
  for (const std::string& name : result.tables) {
    const auto found = tables_.find(name);
    if (found == tables_.end()) {
      continue;
    }
    const Delivered& delivered = found->second;
    if (!least || delivered.below[unit] < least->units) {
      least = Reporting{delivered.below[unit], leaves_[unit], delivered.table};
    }
  }
  return least;
}

}  // namespace baocao::resolution
