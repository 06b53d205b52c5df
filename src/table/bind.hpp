// Sheets → Dataset: finds the table in each sheet, binds headers to fields, types the cells.
#pragma once

#include "diag/diagnostic.hpp"
#include "input/sheet.hpp"
#include "schema/schema.hpp"
#include "table/dataset.hpp"

#include <map>
#include <string>
#include <vector>

namespace baocao::table {

// A workbook or CSV file of the job, for one table of the schema.
struct File {
  std::string table;  // "can_bo"
  std::string name;   // relative to the job folder
  std::vector<input::Sheet> sheets;
  std::string unit;  // [unit_of]: unit code settled in the job; empty otherwise
  std::map<std::string, std::string> columns;  // [columns]: header → field key
};

// Order of work: don_vi first (units), then persons, then the rest; within a table, files in the
// given order. Takes the sheets as they are; never changes them. The unit of a row: `File::unit`, a
// unit column, the title block of the sheet, the file name; else a fault (S1xx) and no_unit.
// A bad cell: diagnostic + missing value. A row that names nobody, or repeats a person of its unit
// (same id, or same name, birth date and post; the first counts): diagnostic + left out.
// Files are read side by side; the number of threads never changes a result.
Dataset bind(const schema::Schema& schema,
             const std::vector<File>& files,
             diag::Sink& sink,
             unsigned threads = 1);

}  // namespace baocao::table
