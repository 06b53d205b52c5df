#include "table/bind.hpp"

#include "table/column_build.hpp"
#include "table/duplicates.hpp"
#include "table/link.hpp"
#include "table/make_units.hpp"
#include "table/part.hpp"

namespace baocao::table {
namespace {

constexpr std::string_view units_table = "don_vi";

Table empty_table(const schema::Table& schema) {
  Table table;
  table.schema = &schema;
  for (const schema::Field& field : schema.fields) {
    table.columns.push_back(empty_column(field));
  }
  return table;
}

void read_table(Table& table,
                const std::vector<File>& files,
                const UnitIndex& units,
                diag::Sink& faults) {
  for (const File& file : files) {
    if (file.table == table.schema->name) {
      table.supplied = true;
      append(table, read_file(*table.schema, units, file), faults);
    }
  }
}

const Table* persons_of(const Dataset& dataset) {
  for (const auto& [name, table] : dataset.tables) {
    if (table.schema->persons && table.supplied) {
      return &table;
    }
  }
  return nullptr;
}

void read_tables(Dataset& dataset,
                 const std::vector<File>& files,
                 bool per_person,
                 diag::Sink& faults) {
  const UnitIndex units(dataset.units);
  const Table* persons = per_person ? persons_of(dataset) : nullptr;
  for (auto& [name, table] : dataset.tables) {
    if (name == units_table || table.schema->per_person != per_person) {
      continue;
    }
    read_table(table, files, units, faults);
    if (per_person) {
      table.person.assign(table.rows, Table::no_person);
    }
    if (persons != nullptr) {
      link_persons(table, *persons, dataset.units, faults);
    }
    drop_duplicates(table, faults);
  }
}

void read_units(Dataset& dataset, const std::vector<File>& files, diag::Sink& faults) {
  const auto table = dataset.tables.find(units_table);
  if (table == dataset.tables.end()) {
    return;
  }
  const Units none;
  read_table(table->second, files, UnitIndex(none), faults);
  drop_duplicates(table->second, faults);
  dataset.units = make_units(table->second, faults);
  for (std::size_t i = 0; i < dataset.units.all.size(); ++i) {
    table->second.unit[dataset.units.all[i].row] = static_cast<std::uint16_t>(i);
  }
}

}  // namespace

Dataset bind(const schema::Schema& schema, const std::vector<File>& files, diag::Sink& sink) {
  Dataset dataset;
  dataset.schema = &schema;
  for (const auto& table : schema.tables()) {
    dataset.tables.emplace(table->name, empty_table(*table));
  }
  read_units(dataset, files, sink);
  read_tables(dataset, files, false, sink);
  read_tables(dataset, files, true, sink);
  return dataset;
}

}  // namespace baocao::table
