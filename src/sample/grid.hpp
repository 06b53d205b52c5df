// A list as an office would type it: lines above, one or two header rows, rows, lines below.
#pragma once

#include "base/bytes.hpp"
#include "base/date.hpp"
#include "diag/result.hpp"

#include <string>
#include <variant>
#include <vector>

namespace baocao::sample {

// A number in hundredths: 440 is 4,40; whole numbers print without decimals.
struct Hundredths {
  int value = 0;
};

using Cell = std::variant<std::monostate, std::string, Hundredths, base::Date>;

struct Head {
  std::string group;  // the merged header above; empty: the label takes both rows
  std::string label;
  int width = 10;  // characters
};

struct Row {
  enum class Kind { data, group, total };
  Kind kind = Kind::data;
  std::vector<Cell> cells;
};

struct Grid {
  std::string sheet;
  std::vector<std::string> title;
  std::size_t strong_line = 0;  // which line of the title is the title
  std::vector<Head> heads;
  bool numbered = false;  // a row of column numbers under the headers
  std::vector<Row> rows;
  // Place and date, then the two signature columns: label left, right, note left, right.
  std::vector<std::string> closing;
};

diag::Result<base::Bytes> to_xlsx(const Grid& grid, base::Date created);

// Dates as dd/mm/yyyy, numbers with a decimal comma, lines ended by CRLF. No lines above and below.
base::Bytes to_csv(const Grid& grid, char separator, bool byte_order_mark);

// "05/03/1985"
std::string day_text(base::Date date);

}  // namespace baocao::sample
