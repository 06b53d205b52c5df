#include "docx/chart_workbook.hpp"

#include "package/xml.hpp"
#include "package/zip_writer.hpp"

namespace baocao::docx {
namespace {

constexpr std::string_view declaration =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view sheet_space =
    " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
constexpr std::string_view content_types =
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default "
    "Extension=\"rels\" "
    "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override "
    "PartName=\"/xl/workbook.xml\" "
    "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
    "<Override PartName=\"/xl/worksheets/sheet1.xml\" "
    "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
    "</Types>";

std::string relationship(std::string_view type, std::string_view target) {
  return std::string(declaration) +
         "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
         "<Relationship Id=\"rId1\" "
         "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" +
         std::string(type) + "\" Target=\"" + std::string(target) + "\"/></Relationships>";
}

// 0 → "A", 26 → "AA".
std::string letters(std::size_t column) {
  constexpr std::size_t count = 26;
  std::string out(1, static_cast<char>('A' + column % count));
  for (column /= count; column > 0; column = (column - 1) / count) {
    out.insert(out.begin(), static_cast<char>('A' + (column - 1) % count));
  }
  return out;
}

std::string cell(std::size_t column, std::size_t row) {
  return "$" + letters(column) + "$" + std::to_string(row);
}

void write_text(std::string& out, const std::string& text) {
  out += "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">" + package::escaped(text) +
         "</t></is></c>";
}

void write_number(std::string& out, const std::string& number) {
  out += number.empty() ? "<c/>" : "<c><v>" + number + "</v></c>";
}

std::string sheet(const ChartData& data) {
  std::string out(declaration);
  out += "<worksheet" + std::string(sheet_space) + "><sheetData><row>";
  write_text(out, "");
  for (const ChartSeries& series : data.series) {
    write_text(out, series.name);
  }
  out += "</row>";
  for (std::size_t i = 0; i < data.categories.size(); ++i) {
    out += "<row>";
    data.has_numbers ? write_number(out, data.categories[i]) : write_text(out, data.categories[i]);
    for (const ChartSeries& series : data.series) {
      write_number(out, series.values[i] ? stored_number(*series.values[i]) : "");
    }
    out += "</row>";
  }
  return out + "</sheetData></worksheet>";
}

}  // namespace

base::Bytes chart_workbook(const ChartData& data) {
  package::ZipWriter zip;
  zip.add("[Content_Types].xml", std::string(declaration) + std::string(content_types));
  zip.add("_rels/.rels", relationship("officeDocument", "xl/workbook.xml"));
  zip.add("xl/workbook.xml",
          std::string(declaration) + "<workbook" + std::string(sheet_space) +
              " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
              "<sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
  zip.add("xl/_rels/workbook.xml.rels", relationship("worksheet", "worksheets/sheet1.xml"));
  zip.add("xl/worksheets/sheet1.xml", sheet(data));
  return zip.finish();
}

std::string name_cell(std::size_t series) {
  return "Sheet1!" + cell(series + 1, 1);
}

std::string category_cells(std::size_t categories) {
  return "Sheet1!" + cell(0, 2) + ":" + cell(0, categories + 1);
}

std::string value_cells(std::size_t series, std::size_t categories) {
  return "Sheet1!" + cell(series + 1, 2) + ":" + cell(series + 1, categories + 1);
}

}  // namespace baocao::docx
