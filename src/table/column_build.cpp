#include "table/column_build.hpp"

#include "text/keys.hpp"

#include <functional>
#include <iterator>
#include <utility>

namespace baocao::table {
namespace {

using schema::Type;

// Calls `act` with the one vector of values that a column of this type uses.
template <class Columns, class Act>
void with_values(Columns& column, Act act) {
  switch (column.field->type) {
    case Type::text:
    case Type::name:
    case Type::id:
      return act(column.texts);
    case Type::number:
      return act(column.numbers);
    case Type::date:
      return act(column.dates);
    case Type::boolean:
    case Type::code:
    case Type::unit:
      return act(column.codes);
    case Type::codes:
      return act(column.sets);
  }
}

template <class T>
void move_behind(std::vector<T>& to, std::vector<T>& from) {
  if (to.empty()) {
    to = std::move(from);
    return;
  }
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

}  // namespace

Column empty_column(const schema::Field& field) {
  Column column;
  column.field = &field;
  return column;
}

void reserve_rows(Column& column, std::size_t rows) {
  column.present.reserve(rows);
  with_values(column, [&](auto& values) { values.reserve(rows); });
}

void add_row(Column& column) {
  column.present.push_back(0);
  with_values(column, [](auto& values) { values.emplace_back(); });
}

void append(Column& to, Column&& from) {
  move_behind(to.present, from.present);
  move_behind(to.texts, from.texts);
  move_behind(to.numbers, from.numbers);
  move_behind(to.dates, from.dates);
  move_behind(to.codes, from.codes);
  move_behind(to.sets, from.sets);
}

void keep_rows(Column& column, const std::vector<char>& keep) {
  keep_values(column.present, keep);
  with_values(column, [&](auto& values) { keep_values(values, keep); });
}

bool same_value(const Column& column, std::size_t a, std::size_t b) {
  if (!column.has(a) || !column.has(b)) {
    return false;
  }
  if (column.field->type == Type::name) {
    return text::name_key(column.texts[a]) == text::name_key(column.texts[b]);
  }
  bool same = false;
  with_values(column, [&](const auto& values) { same = values[a] == values[b]; });
  return same;
}

std::size_t value_hash(const Column& column, std::size_t row) {
  switch (column.field->type) {
    case Type::text:
    case Type::id:
      return std::hash<std::string>()(column.texts[row]);
    case Type::name:
      return std::hash<std::string>()(text::name_key(column.texts[row]));
    case Type::number:
      return static_cast<std::size_t>(column.numbers[row].floor());
    case Type::date:
      return joined_hash(static_cast<std::size_t>(column.dates[row].first.days()),
                         static_cast<std::size_t>(column.dates[row].last.days()));
    case Type::boolean:
    case Type::code:
    case Type::unit:
      return column.codes[row];
    case Type::codes:
      return column.sets[row];
  }
  return 0;
}

std::string value_key(const Column& column, std::size_t row) {
  switch (column.field->type) {
    case Type::text:
    case Type::id:
      return column.texts[row];
    case Type::name:
      return text::name_key(column.texts[row]);
    case Type::number:
      return column.numbers[row].decimal();
    case Type::date:
      return std::to_string(column.dates[row].first.days()) + "-" +
             std::to_string(column.dates[row].last.days());
    case Type::boolean:
    case Type::code:
    case Type::unit:
      return std::to_string(column.codes[row]);
    case Type::codes:
      return std::to_string(column.sets[row]);
  }
  return {};
}

}  // namespace baocao::table
