// The rows of one sheet, before they are put behind those of the sheets before it.
#pragma once

#include "diag/diagnostic.hpp"
#include "table/bind.hpp"
#include "table/dataset.hpp"
#include "table/header_match.hpp"
#include "table/unit_index.hpp"

#include <cstdint>
#include <vector>

namespace baocao::table {

struct Part {
  std::size_t rows = 0;
  std::vector<Column> columns;
  std::vector<std::uint16_t> unit;
  std::vector<Origin> origin;  // sources counted within the part
  std::vector<Source> sources;
  diag::Sink faults;
  SheetAccount account;
};

// What one file gave.
struct FileParts {
  std::vector<Part> sheets;  // one per sheet, in their order; those not read have no rows
  diag::Sink faults;         // about the file as a whole
};

// Reads all sheets of one file. Shares nothing with other calls, so files can be read side by side.
FileParts read_file(const schema::Table& table, const UnitIndex& units, const File& file);

// Leaves the rows whose flag is set.
void keep_part_rows(Part& part, const std::vector<char>& keep);

// Puts `part` behind the rows of `table`, its faults into `faults`.
void append(Table& table, Part&& part, diag::Sink& faults);

}  // namespace baocao::table
