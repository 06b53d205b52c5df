// The headers of a range of rows, read down each column over merged cells.
#pragma once

#include "input/sheet.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace baocao::table {

struct ColumnLevels {
  std::uint32_t column = 0;
  std::vector<std::string> texts = {};     // cleaned, outermost first, repeats of one text dropped
  std::optional<std::size_t> merged = {};  // index into Sheet::merged of the lowest level's area
};

class HeaderRows {
 public:
  HeaderRows(const input::Sheet& sheet, std::uint32_t first_row, std::uint32_t last_row);

  // No merged area may stick out of the rows, and headers are text.
  bool sound() const;
  std::vector<ColumnLevels> columns() const;

 private:
  struct Text {
    std::string text;
    std::optional<std::size_t> merged;
  };

  Text own_text(std::uint32_t row, std::uint32_t column) const;
  bool has_below(std::uint32_t row, std::uint32_t column) const;
  Text text(std::uint32_t row, std::uint32_t column) const;

  const input::Sheet& sheet_;
  std::uint32_t first_row_;
  std::uint32_t last_row_;
  std::vector<std::size_t> areas_;  // merged areas that touch the rows
  std::uint32_t width_ = 0;
};

}  // namespace baocao::table
