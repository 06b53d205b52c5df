// Filling and joining typed columns.
#pragma once

#include "table/column.hpp"

#include <string>
#include <vector>

namespace baocao::table {

Column empty_column(const schema::Field& field);

void reserve_rows(Column& column, std::size_t rows);

// One more row, its value missing.
void add_row(Column& column);

// Moves the rows of `from` behind those of `to`; both are of the same field.
void append(Column& to, Column&& from);

// Leaves the rows whose flag is set.
void keep_rows(Column& column, const std::vector<char>& keep);

// Leaves the values whose flag is set.
template <class T>
void keep_values(std::vector<T>& values, const std::vector<char>& keep) {
  std::size_t kept = 0;
  for (std::size_t row = 0; row < values.size(); ++row) {
    if (keep[row] != 0) {
      if (kept != row) {
        values[kept] = std::move(values[row]);
      }
      ++kept;
    }
  }
  values.resize(kept);
}

// Equal values have equal keys; the value must be there. Names by text::name_key.
std::string value_key(const Column& column, std::size_t row);

// Equal values have equal hashes; the value must be there. Names by text::name_key.
std::size_t value_hash(const Column& column, std::size_t row);

constexpr std::size_t joined_hash(std::size_t a, std::size_t b) {
  constexpr std::size_t odd = 0x9E3779B97F4A7C15;
  return (a ^ (b + odd + (a << 6U) + (a >> 2U))) * odd;
}

// The same value in two rows; false when either is missing. Names are compared by text::name_key.
bool same_value(const Column& column, std::size_t a, std::size_t b);

}  // namespace baocao::table
