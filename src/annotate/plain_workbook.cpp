#include "annotate/plain_workbook.hpp"

#include "annotate/xml_part.hpp"
#include "package/xml.hpp"
#include "package/zip_writer.hpp"
#include "text/dates.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace baocao::annotate {
namespace {

constexpr std::string_view declaration =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::size_t longest_name = 31;
constexpr std::size_t longest_text = 32'767;  // of a cell, in UTF-16 units

std::string shortened(const std::string& text, std::size_t length) {
  const std::u32string letters = text::code_points(text);
  return letters.size() <= length ? text : text::utf8(letters.substr(0, length));
}

std::string shown(const input::Cell& cell) {
  if (cell.kind == input::CellKind::date) {
    return text::table_date(cell.date);
  }
  if (cell.kind == input::CellKind::boolean) {
    return cell.text == "1" ? "TRUE" : "FALSE";
  }
  // Half the limit is safe: a code point takes at most two units.
  return cell.text.size() > longest_text ? shortened(std::string(cell.text), longest_text / 2)
                                         : std::string(cell.text);
}

std::string column_widths(const input::Sheet& sheet) {
  constexpr std::size_t narrowest = 6;
  constexpr std::size_t widest = 40;
  std::map<std::uint32_t, std::size_t> widths;
  for (const input::Cell& cell : sheet.cells()) {
    std::size_t& width = widths[cell.column];
    width = std::max(width, std::min(text::length(shown(cell)) + 2, widest));
  }
  std::string out;
  for (const auto& [column, width] : widths) {
    const std::string number = std::to_string(column + 1);
    out += "<col min=\"" + number + "\" max=\"" + number + "\" width=\"" +
           std::to_string(std::max(width, narrowest)) + "\" customWidth=\"1\"/>";
  }
  return out.empty() ? out : "<cols>" + out + "</cols>";
}

std::string merged_cells(const input::Sheet& sheet) {
  std::string out;
  for (const input::Area& area : sheet.merged) {
    out += "<mergeCell ref=\"" + input::cell_name(area.first_row, area.first_column) + ":" +
           input::cell_name(area.last_row, area.last_column) + "\"/>";
  }
  return out.empty() ? out : "<mergeCells>" + out + "</mergeCells>";
}

base::Bytes worksheet(const input::Sheet& sheet) {
  base::Bytes out = std::string(declaration) + "<worksheet xmlns=\"" +
                    spreadsheet_namespace(false) + "\">" + column_widths(sheet) + "<sheetData>";
  for (std::uint32_t row = 0; row < sheet.rows(); ++row) {
    const auto cells = sheet.row(row);
    if (cells.empty()) {
      continue;
    }
    out += "<row r=\"" + std::to_string(row + 1) + "\">";
    for (const input::Cell& cell : cells) {
      out += "<c r=\"" + input::cell_name(cell.row, cell.column) +
             "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" + package::escaped(shown(cell)) +
             "</t></is></c>";
    }
    out += "</row>";
  }
  return out + "</sheetData>" + merged_cells(sheet) + "</worksheet>";
}

std::string link(const std::string& id, const std::string& kind, const std::string& target) {
  return "<Relationship Id=\"" + id + "\" Type=\"" + relationship_type(false, kind) +
         "\" Target=\"" + target + "\"/>";
}

std::string links(const std::string& all) {
  return std::string(declaration) +
         "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" +
         all + "</Relationships>";
}

}  // namespace

std::vector<std::string> sheet_names(std::span<const input::Sheet> sheets) {
  std::vector<std::string> names;
  std::set<std::string> taken;
  for (const input::Sheet& sheet : sheets) {
    std::string base = sheet.name.empty() ? "Dữ liệu" : sheet.name;
    std::replace_if(
        base.begin(),
        base.end(),
        [](char c) { return std::string_view("[]:*?/\\").find(c) != std::string_view::npos; },
        '-');
    std::string name = shortened(base, longest_name);
    for (std::size_t number = 2; !taken.insert(text::lower(name)).second; ++number) {
      const std::string ending = " (" + std::to_string(number) + ")";
      name = shortened(base, longest_name - ending.size()) + ending;
    }
    names.push_back(name);
  }
  return names;
}

base::Bytes plain_workbook(std::span<const input::Sheet> sheets,
                           const std::vector<std::string>& names) {
  const std::string type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  std::string types =
      "<Default Extension=\"rels\" "
      "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
      "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" +
      type + "sheet.main+xml\"/>";
  std::string entries;
  std::string targets;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    types += "<Override PartName=\"/xl/worksheets/sheet" + number + ".xml\" ContentType=\"" + type +
             "worksheet+xml\"/>";
    entries += "<sheet name=\"" + package::escaped(names[i]) + "\" sheetId=\"" + number +
               "\" r:id=\"rId" + number + "\"/>";
    targets += link("rId" + number, "worksheet", "worksheets/sheet" + number + ".xml");
  }
  package::ZipWriter zip;
  zip.add("[Content_Types].xml",
          std::string(declaration) +
              "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">" +
              types + "</Types>");
  zip.add("_rels/.rels", links(link("rId1", "officeDocument", "xl/workbook.xml")));
  zip.add("xl/workbook.xml",
          std::string(declaration) + "<workbook xmlns=\"" + spreadsheet_namespace(false) +
              "\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
              "<sheets>" +
              entries + "</sheets></workbook>");
  zip.add("xl/_rels/workbook.xml.rels", links(targets));
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    zip.add("xl/worksheets/sheet" + std::to_string(i + 1) + ".xml", worksheet(sheets[i]));
  }
  return zip.finish();
}

}  // namespace baocao::annotate
