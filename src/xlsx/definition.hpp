// What appendices.toml says, parsed and checked: sheets, their columns and the heading they share.
#pragma once

#include "diag/result.hpp"
#include "xlsx/words.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace baocao::xlsx {

enum class Kind : std::uint8_t { text, number, percent, date };
enum class Align : std::uint8_t { left, center, right };

// Index, among the columns of the sheet, of the two columns a percentage is made from.
struct ShareOf {
  std::size_t n = 0;
  std::size_t d = 0;
};

struct Column {
  std::string key;            // by which other columns name it; may be empty
  std::vector<Words> header;  // from the top level down; equal neighbours are merged
  std::int64_t rotated = 0;   // header level (from 1) written upwards; 0: none
  Kind kind = Kind::text;
  Expression value;              // absent when `share` is there
  std::optional<ShareOf> share;  // a formula over two cells of the same row
  Expression otherwise;          // printed where there is no value
  Expression total;              // the cell in the total row
  Expression fill;               // gives a word of Definition::fills
  Expression mark;               // a text shown behind the number, which stays a number; or ""
  Expression total_mark;         // the same in the total row
  Loop each;                     // the column is repeated; neighbours with the same loop together
  double width = 10;             // in Excel's characters
  Align align = Align::left;
  bool printed = true;  // false: right of the print area, for the figures behind percentages
};

struct Sheet {
  Words name;
  Words title;  // printed in capitals
  Words subtitle;
  Words caption;  // right above the table, e.g. the unit of measure
  std::vector<std::string> levels;
  bool internal = false;
  bool optional = false;  // left out when it has no row
  bool landscape = false;
  Loop groups;  // optional: a heading row, then its own rows
  Words group_title;
  Loop rows;
  Words empty;  // printed when there is no row
  std::vector<Words> footnotes;
  std::vector<Column> columns;
  int font_size = 12;
  int freeze_columns = 0;
  bool freeze_header = true;
  bool filter = false;  // filter buttons on the header
};

struct Heading {
  Words superior;
  Words issuer;
  Words party;
  Words label;  // "PHỤ LỤC {{ phu_luc }}"
};

struct Definition {
  Words title;  // of the workbook's properties
  Words author;
  Expression created;
  Words mark_note;  // under a table with marked cells
  Heading heading;
  std::map<std::string, std::uint32_t, std::less<>> fills;  // word → 0xRRGGBB
  std::vector<Sheet> sheets;
};

// All faults go to the sink; with any, the result is the first of them.
diag::Result<Definition> load_definition(std::string_view toml,
                                         const std::string& file,
                                         diag::Sink& sink);

}  // namespace baocao::xlsx
