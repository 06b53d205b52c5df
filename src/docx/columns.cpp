#include "docx/columns.hpp"

#include <algorithm>
#include <numeric>
#include <sstream>
#include <vector>

#include <pugixml.hpp>

namespace baocao::docx {
namespace {

using Widths = std::vector<unsigned>;  // twentieths of a point

unsigned total(const Widths& widths) {
  return std::accumulate(widths.begin(), widths.end(), 0U);
}

unsigned span_of(pugi::xml_node cell) {
  return cell.child("w:tcPr").child("w:gridSpan").attribute("w:val").as_uint(1);
}

Widths grid_of(pugi::xml_node table) {
  Widths widths;
  for (const pugi::xml_node column : table.child("w:tblGrid").children("w:gridCol")) {
    widths.push_back(column.attribute("w:w").as_uint());
  }
  return widths;
}

// One width for each column that the row's cells take; 0 where a cell says none.
Widths columns_of(pugi::xml_node row) {
  Widths widths(row.child("w:trPr").child("w:gridBefore").attribute("w:val").as_uint());
  for (const pugi::xml_node cell : row.children("w:tc")) {
    const unsigned span = span_of(cell);
    const pugi::xml_node width = cell.child("w:tcPr").child("w:tcW");
    const bool absolute = std::string_view(width.attribute("w:type").value()) == "dxa";
    widths.insert(widths.end(), span, absolute ? width.attribute("w:w").as_uint() / span : 0U);
  }
  const unsigned after = row.child("w:trPr").child("w:gridAfter").attribute("w:val").as_uint();
  widths.insert(widths.end(), after, 0U);
  return widths;
}

// `wanted` made to add up to `sum`; equal widths when some are not known.
Widths scaled(const Widths& wanted, unsigned sum) {
  const bool known = std::find(wanted.begin(), wanted.end(), 0U) == wanted.end();
  const std::uint64_t whole = known ? total(wanted) : wanted.size();
  Widths out;
  std::uint64_t share = 0;
  unsigned given = 0;
  for (const unsigned width : wanted) {
    share += known ? width : 1U;
    const auto end = static_cast<unsigned>(sum * share / whole);
    out.push_back(end - given);
    given = end;
  }
  return out;
}

void write_grid(pugi::xml_node table, const Widths& widths) {
  pugi::xml_node grid = table.child("w:tblGrid");
  grid.remove_children();
  for (const unsigned width : widths) {
    grid.append_child("w:gridCol").append_attribute("w:w") = width;
  }
}

void write_cells(pugi::xml_node table, const Widths& widths) {
  for (const pugi::xml_node row : table.children("w:tr")) {
    std::size_t column = row.child("w:trPr").child("w:gridBefore").attribute("w:val").as_uint();
    for (const pugi::xml_node cell : row.children("w:tc")) {
      const std::size_t end = std::min<std::size_t>(column + span_of(cell), widths.size());
      pugi::xml_node width = cell.child("w:tcPr").child("w:tcW");
      if (std::string_view(width.attribute("w:type").value()) == "dxa" && column < end) {
        width.attribute("w:w") =
            std::accumulate(widths.begin() + static_cast<std::ptrdiff_t>(column),
                            widths.begin() + static_cast<std::ptrdiff_t>(end),
                            0U);
      }
      column = end;
    }
  }
}

}  // namespace

void fit_columns(std::string& xml, std::size_t begin) {
  pugi::xml_document document;
  constexpr unsigned options = pugi::parse_default | pugi::parse_ws_pcdata;
  if (!document.load_buffer(xml.data() + begin, xml.size() - begin, options)) {
    return;
  }
  const pugi::xml_node table = document.child("w:tbl");
  const Widths grid = grid_of(table);
  Widths widest;
  for (const pugi::xml_node row : table.children("w:tr")) {
    Widths columns = columns_of(row);
    widest = columns.size() > widest.size() ? std::move(columns) : std::move(widest);
  }
  if (widest.empty() || widest.size() == grid.size()) {
    return;
  }
  if (total(grid) == 0 && total(widest) == 0) {
    return;  // widths are left to Word
  }
  const Widths widths = scaled(widest, total(grid) == 0 ? total(widest) : total(grid));
  write_grid(table, widths);
  write_cells(table, widths);
  std::ostringstream out;
  table.print(out, "", pugi::format_raw);
  xml.resize(begin);
  xml += out.str();
}

}  // namespace baocao::docx
