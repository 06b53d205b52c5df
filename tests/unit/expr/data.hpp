// Small datasets over the project's own schema, written as text: "1984" is a date known to the
// year, "bi_thu truong_phong" a set of words, "có"/"không" a flag.
#pragma once

#include "table/dataset.hpp"
#include "text/dates.hpp"
#include "unit/schema/project_schema.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace baocao::test {

using Values = std::map<std::string, std::string>;

class Data {
 public:
  Data() {
    dataset.schema = &project_schema();
    for (const auto& table : dataset.schema->tables()) {
      table::Table& built = dataset.tables[table->name];
      built.schema = table.get();
      for (const schema::Field& field : table->fields) {
        built.columns.emplace_back().field = &field;
      }
    }
    supply("don_vi");
  }

  table::Table& supply(const std::string& table) {
    table::Table& found = dataset.tables.at(table);
    found.supplied = true;
    return found;
  }

  // A unit and its row of don_vi; returns its number.
  std::uint16_t unit(const std::string& code,
                     const std::string& kind,
                     std::optional<std::uint16_t> parent = std::nullopt) {
    const auto number = static_cast<std::uint16_t>(dataset.units.all.size());
    dataset.units.all.push_back({code, code, code, kind, parent, supply("don_vi").rows});
    add("don_vi", number, {{"ma", code}, {"loai", kind}});
    return number;
  }

  // A row of a unit; for a table of a person's records, of that row of can_bo.
  void add(const std::string& table,
           std::uint16_t unit,
           const Values& values,
           std::uint32_t person = table::Table::no_person) {
    table::Table& rows = supply(table);
    ++rows.rows;
    rows.unit.push_back(unit);
    rows.origin.emplace_back();
    if (rows.schema->per_person) {
      rows.person.push_back(person);
    }
    for (table::Column& column : rows.columns) {
      const auto value = values.find(column.field->key);
      column.present.push_back(value == values.end() ? 0 : 1);
      put(column, value == values.end() ? std::string() : value->second);
    }
    for (const auto& [key, value] : values) {
      EXPECT_NE(rows.schema->find(key), nullptr) << key;
    }
  }

  table::Dataset dataset;

 private:
  static std::uint16_t word(const schema::CodeList& codes, std::string_view key) {
    const auto found = codes.find_key(key);
    EXPECT_TRUE(found.has_value()) << key;
    return found.value_or(0);
  }

  static std::uint64_t words(const schema::CodeList& codes, std::string_view keys) {
    std::uint64_t set = 0;
    while (!keys.empty()) {
      const std::size_t end = std::min(keys.find(' '), keys.size());
      set |= std::uint64_t{1} << word(codes, keys.substr(0, end));
      keys.remove_prefix(std::min(end + 1, keys.size()));
    }
    return set;
  }

  static void put(table::Column& column, const std::string& value) {
    const schema::Field& field = *column.field;
    switch (field.type) {
      case schema::Type::number:
        column.numbers.push_back(base::Ratio::parse(value).value_or(base::Ratio()));
        break;
      case schema::Type::boolean:
        column.codes.push_back(value == "có" ? 1 : 0);
        break;
      case schema::Type::date:
        column.dates.push_back(text::parse_date(value).value_or(base::DateRange()));
        break;
      case schema::Type::code:
        column.codes.push_back(value.empty() ? 0 : word(*field.codes, value));
        break;
      case schema::Type::codes:
        column.sets.push_back(words(*field.codes, value));
        break;
      case schema::Type::unit:
        column.codes.push_back(0);
        break;
      default:
        column.texts.push_back(value);
    }
  }
};

}  // namespace baocao::test
