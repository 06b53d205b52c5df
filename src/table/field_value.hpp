// The value of one field in one row, from all the columns that speak about it.
#pragma once

#include "diag/diagnostic.hpp"
#include "table/layout.hpp"
#include "table/row_cells.hpp"
#include "table/value.hpp"

#include <optional>
#include <string>
#include <vector>

namespace baocao::table {

struct PlacedFault {
  std::uint32_t column = 0;
  std::string header;
  CellFault fault;
  std::string shown;  // what the cell holds; empty for names and ID numbers
};

struct FieldValue {
  std::optional<Value> value;
  std::vector<PlacedFault> faults;
};

class FieldReader {
 public:
  FieldReader(const schema::Field& field, const FieldColumns& columns, const UnitIndex& units)
      : field_(field), columns_(columns), values_(field, units) {}

  FieldValue read(const RowCells& row);

 private:
  struct Said {
    const ColumnUse* use = nullptr;
    Value value;
  };

  const input::Cell* cell(const RowCells& row, const ColumnUse& use) const;
  std::optional<Value> say(const input::Cell& cell, const ColumnUse& use, FieldValue& result);
  std::optional<Value> say_mark(const input::Cell& cell, const ColumnUse& use, FieldValue& result);
  FieldValue read_parts(const RowCells& row);
  FieldValue read_one(const RowCells& row);
  FieldValue read_all(const RowCells& row);
  void agree(const std::vector<Said>& said, FieldValue& result) const;
  void blame(const input::Cell& cell,
             const ColumnUse& use,
             CellFault fault,
             FieldValue& result) const;

  const schema::Field& field_;
  const FieldColumns& columns_;
  ValueReader values_;
};

}  // namespace baocao::table
