#include "table/bind.hpp"

#include "base/parallel.hpp"
#include "diag/id_numbers.hpp"
#include "table/column_build.hpp"
#include "table/duplicates.hpp"
#include "table/link.hpp"
#include "table/make_units.hpp"
#include "table/part.hpp"

#include <iterator>
#include <optional>
#include <utility>

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

struct Job {
  const std::vector<File>& files;
  diag::Sink& faults;
  unsigned threads = 1;
};

// A table on its way into the dataset; each keeps its faults to itself, so that tables can be put
// together side by side and still tell of their faults in one order.
struct Binding {
  Table* table = nullptr;
  std::vector<const File*> files;
  std::vector<FileParts> parts;  // of each file
  std::vector<SheetAccount> accounts;
  diag::Sink faults;
};

std::vector<Binding> bindings_of(const std::vector<Table*>& tables, const Job& job) {
  std::vector<Binding> bindings(tables.size());
  for (std::size_t i = 0; i < tables.size(); ++i) {
    Binding& binding = bindings[i];
    binding.table = tables[i];
    for (const File& file : job.files) {
      if (file.table == tables[i]->schema->name) {
        binding.files.push_back(&file);
      }
    }
    binding.parts.resize(binding.files.size());
    tables[i]->supplied = !binding.files.empty();
  }
  return bindings;
}

void read_files(std::vector<Binding>& bindings, const UnitIndex& units, unsigned threads) {
  std::vector<std::pair<Binding*, std::size_t>> all;
  for (Binding& binding : bindings) {
    for (std::size_t i = 0; i < binding.files.size(); ++i) {
      all.emplace_back(&binding, i);
    }
  }
  base::parallel_for(all.size(), threads, [&](std::size_t i) {
    const auto& [binding, file] = all[i];
    binding->parts[file] = read_file(*binding->table->schema, units, *binding->files[file]);
  });
}

void join_parts(Binding& binding) {
  for (FileParts& file : binding.parts) {
    binding.faults.append(std::move(file.faults));
    for (Part& sheet : file.sheets) {
      binding.accounts.push_back(std::move(sheet.account));
      append(*binding.table, std::move(sheet), binding.faults);
    }
  }
}

// Rows that repeat others were dropped since the sheets were read.
void count_records(Binding& binding) {
  std::vector<std::size_t> kept(binding.table->sources.size(), 0);
  for (const Origin& origin : binding.table->origin) {
    ++kept[origin.source];
  }
  std::size_t source = 0;
  for (SheetAccount& account : binding.accounts) {
    if (account.unread.empty()) {
      account.records = kept[source++];
    }
  }
}

void drop_duplicates(Binding& binding) {
  drop_duplicates(*binding.table, binding.faults);
  count_records(binding);
}

void take_in(Dataset& dataset, std::vector<Binding> bindings, diag::Sink& faults) {
  for (Binding& binding : bindings) {
    faults.append(std::move(binding.faults));
    std::move(
        binding.accounts.begin(), binding.accounts.end(), std::back_inserter(dataset.accounts));
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

std::vector<Table*> tables_of(Dataset& dataset, bool per_person) {
  std::vector<Table*> tables;
  for (auto& [name, table] : dataset.tables) {
    if (name != units_table && table.schema->per_person == per_person) {
      tables.push_back(&table);
    }
  }
  return tables;
}

void read_tables(Dataset& dataset, bool per_person, const Job& job) {
  std::vector<Binding> bindings = bindings_of(tables_of(dataset, per_person), job);
  read_files(bindings, UnitIndex(dataset.units), job.threads);
  const Table* persons = per_person ? persons_of(dataset) : nullptr;
  std::optional<PersonNames> names;
  if (persons != nullptr) {
    names.emplace(*persons);
  }
  base::parallel_for(bindings.size(), job.threads, [&](std::size_t i) {
    Table& table = *bindings[i].table;
    join_parts(bindings[i]);
    if (per_person) {
      table.person.assign(table.rows, Table::no_person);
    }
    if (names && table.rows > 0) {
      link_persons(table, *names, dataset.units, bindings[i].faults);
    }
    drop_duplicates(bindings[i]);
  });
  take_in(dataset, std::move(bindings), job.faults);
}

void read_units(Dataset& dataset, const Job& job) {
  const auto table = dataset.tables.find(units_table);
  if (table == dataset.tables.end()) {
    return;
  }
  std::vector<Binding> binding = bindings_of({&table->second}, job);
  const Units none;
  read_files(binding, UnitIndex(none), job.threads);
  join_parts(binding.front());
  drop_duplicates(binding.front());
  take_in(dataset, std::move(binding), job.faults);
  dataset.units = make_units(table->second, job.faults);
  for (std::size_t i = 0; i < dataset.units.all.size(); ++i) {
    table->second.unit[dataset.units.all[i].row] = static_cast<std::uint16_t>(i);
  }
}

}  // namespace

Dataset bind(const schema::Schema& schema,
             const std::vector<File>& files,
             diag::Sink& sink,
             unsigned threads) {
  Dataset dataset;
  dataset.schema = &schema;
  for (const auto& table : schema.tables()) {
    dataset.tables.emplace(table->name, empty_table(*table));
  }
  diag::Sink faults;
  const Job job{files, faults, threads};
  read_units(dataset, job);
  read_tables(dataset, false, job);
  read_tables(dataset, true, job);
  sink.append(diag::without_id_numbers(std::move(faults)));
  return dataset;
}

}  // namespace baocao::table
