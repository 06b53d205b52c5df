#include "check/caps.hpp"

#include "check/row_rules.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace baocao::check {
namespace {

struct Group {
  std::int64_t holders = 0;  // of the capped word
  std::int64_t base = 0;     // of the word it is measured against
  std::size_t first_holder = 0;
};

// Value of a `by` field; text of its own kind, only compared.
std::string value_key(const table::Column& column, std::size_t row) {
  if (!column.has(row)) {
    return {};
  }
  return column.field->type == schema::Type::number ? column.numbers[row].decimal()
                                                    : std::to_string(column.codes[row]);
}

using Key = std::pair<std::uint16_t, std::vector<std::string>>;

Key group_key(const table::Table& table, const schema::Cap& cap, std::size_t row) {
  Key key{table.unit[row], {}};
  for (const std::string& field : cap.by) {
    key.second.push_back(value_key(*table.find(field), row));
  }
  return key;
}

std::map<Key, Group> count(const table::Table& table, const table::Column& column) {
  const schema::Cap& cap = *column.field->cap;
  const auto capped = column.field->codes->find_key(cap.word);
  const auto base = column.field->codes->find_key(cap.of);
  std::map<Key, Group> groups;
  for (std::size_t row = 0; row < table.rows; ++row) {
    if (!column.has(row)) {
      continue;
    }
    Group& group = groups[group_key(table, cap, row)];
    if (column.codes[row] == capped) {
      group.first_holder = group.holders == 0 ? row : group.first_holder;
      ++group.holders;
    }
    group.base += column.codes[row] == base ? 1 : 0;
  }
  return groups;
}

std::string label(const table::Column& column, const std::string& word) {
  return "\"" + column.field->codes->words[*column.field->codes->find_key(word)].label + "\"";
}

void check_column(const table::Dataset& dataset,
                  const table::Table& table,
                  const table::Column& column,
                  diag::Sink& faults) {
  const schema::Cap& cap = *column.field->cap;
  for (const auto& [key, group] : count(table, column)) {
    if (group.holders * 100 <= group.base * cap.percent) {
      continue;
    }
    faults.add({.code = "K313",
                .severity = diag::Severity::warning,
                .message = std::to_string(group.holders) + " người " + label(column, cap.word) +
                           ", quá " + std::to_string(cap.percent) + "% của " +
                           std::to_string(group.base) + " người " + label(column, cap.of),
                .help = "xem lại việc xếp loại của đơn vị này trong kỳ",
                .span = table.span(group.first_holder, column.field->key),
                .field = column.field->key,
                .unit = unit_code(dataset, table, group.first_holder)});
  }
}

}  // namespace

void check_caps(const table::Dataset& dataset, const table::Table& table, diag::Sink& faults) {
  for (const table::Column& column : table.columns) {
    if (column.field->cap) {
      check_column(dataset, table, column, faults);
    }
  }
}

}  // namespace baocao::check
