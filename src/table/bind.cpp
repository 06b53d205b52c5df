#include "table/bind.hpp"

#include "base/parallel.hpp"
#include "table/column_build.hpp"
#include "table/duplicates.hpp"
#include "table/link.hpp"
#include "table/make_units.hpp"
#include "table/part.hpp"

#include <optional>

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

void read_table(Table& table, Dataset& dataset, const UnitIndex& units, const Job& job) {
  std::vector<const File*> files;
  for (const File& file : job.files) {
    if (file.table == table.schema->name) {
      files.push_back(&file);
    }
  }
  table.supplied = !files.empty();
  std::vector<FileParts> parts(files.size());
  base::parallel_for(files.size(), job.threads, [&](std::size_t i) {
    parts[i] = read_file(*table.schema, units, *files[i]);
  });
  for (FileParts& file : parts) {
    job.faults.append(std::move(file.faults));
    for (Part& sheet : file.sheets) {
      dataset.accounts.push_back(std::move(sheet.account));
      append(table, std::move(sheet), job.faults);
    }
  }
}

// Rows that repeat others were dropped since the sheets were read.
void count_records(const Table& table, std::vector<SheetAccount>& accounts) {
  std::vector<std::size_t> kept(table.sources.size(), 0);
  for (const Origin& origin : table.origin) {
    ++kept[origin.source];
  }
  std::size_t source = 0;
  for (SheetAccount& account : accounts) {
    if (account.table == table.schema->name && account.unread.empty()) {
      account.records = kept[source++];
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

void read_tables(Dataset& dataset, bool per_person, const Job& job) {
  const UnitIndex units(dataset.units);
  const Table* persons = per_person ? persons_of(dataset) : nullptr;
  std::optional<PersonNames> names;
  for (auto& [name, table] : dataset.tables) {
    if (name == units_table || table.schema->per_person != per_person) {
      continue;
    }
    read_table(table, dataset, units, job);
    if (per_person) {
      table.person.assign(table.rows, Table::no_person);
    }
    if (persons != nullptr && table.rows > 0) {
      if (!names) {
        names.emplace(*persons);
      }
      link_persons(table, *names, dataset.units, job.faults);
    }
    drop_duplicates(table, job.faults);
    count_records(table, dataset.accounts);
  }
}

void read_units(Dataset& dataset, const Job& job) {
  const auto table = dataset.tables.find(units_table);
  if (table == dataset.tables.end()) {
    return;
  }
  const Units none;
  read_table(table->second, dataset, UnitIndex(none), job);
  drop_duplicates(table->second, job.faults);
  count_records(table->second, dataset.accounts);
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
  const Job job{files, sink, threads};
  read_units(dataset, job);
  read_tables(dataset, false, job);
  read_tables(dataset, true, job);
  return dataset;
}

}  // namespace baocao::table
