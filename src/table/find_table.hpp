// Where the table of a sheet is: its header rows and what each column is called.
#pragma once

#include "input/sheet.hpp"
#include "table/header_match.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace baocao::table {

struct HeaderColumn {
  std::uint32_t column = 0;
  std::vector<std::string> levels = {};  // as written, cleaned, outermost first
  std::vector<std::string> keys = {};    // text::header_key of each; empty ones dropped
  HeaderMatch match = {};
  std::optional<std::size_t> merged = {};  // index of the merged area that gives the lowest level

  std::string title() const;  // "Trình độ chuyên môn > Thạc sĩ"
};

struct Header {
  std::uint32_t first_row = 0;
  std::uint32_t last_row = 0;
  std::vector<HeaderColumn> columns;  // those that have a header, left to right
};

// One to four header rows below a title block, over merged cells; the range whose columns the
// schema knows best. Nothing when no range names two fields.
// Looks from row `from` on.
std::optional<Header> find_table(const input::Sheet& sheet,
                                 const HeaderMatcher& matcher,
                                 std::uint32_t from = 0);

// Does the row name so many columns that it can only be a header? Cheap for rows of records.
bool is_header_row(const input::Sheet& sheet, std::uint32_t row, const HeaderMatcher& matcher);

}  // namespace baocao::table
