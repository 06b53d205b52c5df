// What was taken for what in a sheet, told on request (`check --explain`).
#pragma once

#include "input/sheet.hpp"
#include "table/row_kind.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace baocao::table {

struct ColumnAccount {
  enum class Meaning : std::uint8_t { field, ignored, unknown };

  std::uint32_t column = 0;  // 0-based
  std::string header;        // as the user sees it: "Trình độ chuyên môn > Thạc sĩ"
  Meaning meaning = Meaning::unknown;
  std::string field = {};  // key of the field
  std::string label = {};  // its label
  std::string how = {};  // Vietnamese, when it is not plain: "dấu x là Thạc sĩ", "do [columns] nêu"
};

// Rows in a row that were taken for the same thing.
struct RowAccount {
  std::uint32_t first = 0;  // 0-based
  std::uint32_t last = 0;
  RowKind kind = RowKind::record;
  std::string text;  // of group rows: what they say, and the field it gives
};

struct SheetAccount {
  std::string file;
  std::string sheet;
  std::string table;               // key of the table it was read for
  std::string label;               // its label
  std::string unread;              // Vietnamese: why the sheet was not read; empty when it was
  std::string unit;                // Vietnamese: the unit and what named it
  std::string by_name;             // Vietnamese: what the sheet's name gives to all its rows
  std::uint32_t header_first = 0;  // 0-based rows of the header
  std::uint32_t header_last = 0;
  std::vector<ColumnAccount> columns;
  std::vector<RowAccount> rows;
  std::vector<input::DecodedColumn> decoded;
  std::size_t records = 0;  // rows that were kept
};

// For people: one paragraph per sheet, ending in a line break.
std::string text(const SheetAccount& account);

}  // namespace baocao::table
