// A sheet as it is written: every cell that is not empty, with its address. Nothing is interpreted
// beyond what the file format itself says.
#pragma once

#include "base/date.hpp"
#include "text/legacy.hpp"

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace baocao::input {

enum class CellKind : std::uint8_t {
  text,
  number,   // `text` holds the decimal as the file has it
  date,     // a number under a date format: `text` holds the serial number, `date` the day;
            // or an ISO date cell: `text` holds the ISO date
  boolean,  // `text` is "1" or "0"
  error,    // `text` is "#N/A" and the like
};

struct Cell {
  std::uint32_t row = 0;  // 0-based
  std::uint32_t column = 0;
  std::string_view text;  // as written (XML entities resolved); lives as long as the sheet
  base::Date date;
  CellKind kind = CellKind::text;
  bool from_formula = false;
  bool hides_day = false;  // a date whose number format shows no day: "mm/yyyy"
  std::uint8_t font = 0;   // index into Sheet::fonts; 0: not known
};

// Rows or columns from first to last, 0-based.
struct Lines {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

// The same lines ascending and apart, whatever their order.
std::vector<Lines> joined(std::vector<Lines> lines);

// A column whose text came in a legacy encoding and was decoded.
struct DecodedColumn {
  std::uint32_t column = 0;
  text::Legacy encoding = text::Legacy::none;
  bool by_font = false;   // the font said so; otherwise the syllables of the whole column
  std::size_t cells = 0;  // how many were changed
};

// A merged area, corners included, 0-based.
struct Area {
  std::uint32_t first_row = 0;
  std::uint32_t first_column = 0;
  std::uint32_t last_row = 0;
  std::uint32_t last_column = 0;
};

class Sheet {
 public:
  std::string file;          // as the user named it, relative to the job folder
  std::string name;          // sheet name as in the file; empty for CSV
  std::string decoded_name;  // the name in Unicode when it came in a legacy encoding, else empty
  bool hidden = false;
  std::vector<Area> merged;
  std::vector<Lines> hidden_rows;      // ascending, apart
  std::vector<Lines> hidden_columns;   // ascending, apart
  std::vector<std::string> fonts;      // names of fonts; the first is empty
  std::vector<DecodedColumn> decoded;  // ascending

  // Cells must come in row order, and in column order within a row. Copies the text.
  void add(const Cell& cell);

  void add(std::uint32_t row,
           std::uint32_t column,
           CellKind kind,
           std::string_view text,
           base::Date date = {}) {
    add(Cell{row, column, text, date, kind});
  }

  // The same without copying: the text must stand in the block given to `share`.
  void add_shared(const Cell& cell);

  void share(std::shared_ptr<const std::string> block) { shared_ = std::move(block); }

  // Room for as many cells; takes memory only as they come.
  void reserve(std::size_t cells) { cells_.reserve(cells); }

  std::span<const Cell> cells() const { return cells_; }

  std::uint32_t rows() const { return rows_; }  // one past the last row that has a cell

  std::span<const Cell> row(std::uint32_t row) const;
  const Cell* at(std::uint32_t row, std::uint32_t column) const;  // null when empty

  // What the file has in a cell of this sheet: its text, or what that was decoded from.
  std::string_view raw(const Cell& cell) const;

  // Replaces the text of cells()[index]; raw() goes on giving the old one. Cells must come in
  // order.
  void decode(std::size_t index, std::string_view text);

  Sheet() = default;
  Sheet(Sheet&&) = default;
  Sheet& operator=(Sheet&&) = default;

 private:
  std::string_view keep(std::string_view text);
  std::string_view append(std::string_view text);

  struct Raw {
    std::size_t index;  // of the cell
    std::string_view text;
  };

  std::vector<Cell> cells_;
  std::vector<Raw> raws_;                  // ascending
  std::vector<std::uint32_t> row_starts_;  // index of the first cell of each row
  std::deque<std::string> pool_;           // large blocks; cells point into them
  std::vector<std::string_view> recent_;   // texts of the pool by their hash: most are repeated
  std::shared_ptr<const std::string> shared_;
  std::uint32_t rows_ = 0;
};

// "A", "AB" for a 0-based column; "D17" for a 0-based row and column.
std::string column_name(std::uint32_t column);
std::string cell_name(std::uint32_t row, std::uint32_t column);

}  // namespace baocao::input
