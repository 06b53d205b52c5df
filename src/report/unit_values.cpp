#include "report/unit_values.hpp"

#include "report/indicator_values.hpp"
#include "report/small_cells.hpp"
#include "report/task_values.hpp"

#include <algorithm>
#include <array>

namespace baocao::report {
namespace {

using table::Dataset;
using table::Table;
using table::Unit;

Value integer(std::size_t count) {
  return static_cast<std::int64_t>(count);
}

const Table* roster(const Dataset& dataset) {
  for (const auto& [name, table] : dataset.tables) {
    if (table.schema->persons) {
      return &table;
    }
  }
  return nullptr;
}

// Rows of the roster per unit number, that unit alone.
std::vector<std::size_t> people_per_unit(const Dataset& dataset) {
  std::vector<std::size_t> counts(dataset.units.all.size());
  const Table* table = roster(dataset);
  if (table == nullptr) {
    return counts;
  }
  for (const std::uint16_t unit : table->unit) {
    if (unit != Table::no_unit) {
      ++counts[unit];
    }
  }
  return counts;
}

// Units that have handed in a roster, even one without people.
std::vector<bool> handed_in(const Dataset& dataset) {
  const std::vector<std::size_t> people = people_per_unit(dataset);
  std::vector<bool> done(people.size());
  std::transform(
      people.begin(), people.end(), done.begin(), [](std::size_t count) { return count > 0; });
  const Table* table = roster(dataset);
  if (table == nullptr) {
    return done;
  }
  for (const table::Source& source : table->sources) {
    if (source.unit) {
      done[*source.unit] = true;
    }
  }
  return done;
}

std::vector<std::uint16_t> leaves(const Dataset& dataset, std::uint16_t unit) {
  std::vector<std::uint16_t> out = dataset.units.subtree(unit);
  std::erase_if(out, [&](std::uint16_t below) { return !dataset.units.is_leaf(below); });
  return out;
}

std::size_t people_below(const Dataset& dataset,
                         const std::vector<std::size_t>& people,
                         std::uint16_t unit) {
  std::size_t total = 0;
  for (const std::uint16_t below : dataset.units.subtree(unit)) {
    total += people[below];
  }
  return total;
}

std::string kind_label(const Dataset& dataset, const std::string& kind) {
  const schema::CodeList* kinds = dataset.schema->codes("loai_don_vi");
  const auto word = kinds == nullptr ? std::nullopt : kinds->find_key(kind);
  return word ? kinds->words[*word].label : kind;
}

Map unit_map(const Dataset& dataset, std::uint16_t unit) {
  const Unit& u = dataset.units.all[unit];
  return Map{{"ma", u.code},
             {"ten", u.name},
             {"ten_day_du", u.full_name},
             {"loai", u.kind},
             {"loai_ten", kind_label(dataset, u.kind)}};
}

}  // namespace

Value unit_value(const Dataset& dataset, std::uint16_t unit) {
  return unit_map(dataset, unit);
}

Map staff_values(const Dataset& dataset, std::uint16_t unit) {
  const std::vector<std::uint16_t> communes = leaves(dataset, unit);
  Map map;
  map.emplace_back("tong_so", integer(people_below(dataset, people_per_unit(dataset), unit)));
  map.emplace_back("so_xa", integer(communes.size()));
  for (const char* kind : {"xa", "phuong", "dac_khu"}) {
    const auto count = std::count_if(communes.begin(), communes.end(), [&](std::uint16_t commune) {
      return dataset.units.all[commune].kind == kind;
    });
    map.emplace_back(kind, static_cast<std::int64_t>(count));
  }
  return map;
}

Value submission_value(const Dataset& dataset, std::uint16_t unit) {
  const std::vector<bool> done = handed_in(dataset);
  const std::vector<std::uint16_t> communes = leaves(dataset, unit);
  List missing;
  for (const std::uint16_t commune : communes) {
    if (!done[commune]) {
      missing.emplace_back(dataset.units.all[commune].full_name);
    }
  }
  return Map{{"phai_nop", integer(communes.size())},
             {"da_nop", integer(communes.size() - missing.size())},
             {"day_du", missing.empty()},
             {"chua_nop", std::move(missing)}};
}

List commune_values(const Input& input) {
  const Dataset& dataset = *input.dataset;
  const std::vector<bool> done = handed_in(dataset);
  const std::vector<std::size_t> people = people_per_unit(dataset);
  List out;
  for (std::size_t i = 0; i < dataset.units.all.size(); ++i) {
    if (dataset.units.all[i].parent != input.unit) {
      continue;
    }
    const auto unit = static_cast<std::uint16_t>(i);
    const List indicators = indicator_values(input, unit);
    Map map = unit_map(dataset, unit);
    const Value persons = integer(people_below(dataset, people, unit));
    map.emplace_back("so_nguoi", persons);
    map.emplace_back("so_nguoi_sao", small_sign(input, persons));
    map.emplace_back("da_nop", static_cast<bool>(done[unit]));
    Map counts = tally(indicators);
    map.insert(map.end(), counts.begin(), counts.end());
    map.emplace_back("chi_tieu", indicators);
    map.emplace_back("tong_nhiem_vu", task_tally(input, unit));
    out.emplace_back(std::move(map));
  }
  return out;
}

}  // namespace baocao::report
