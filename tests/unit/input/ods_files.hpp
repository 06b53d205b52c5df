// Builds small spreadsheets from hand-written XML, for the tests of input/ods.
#pragma once

#include "unit/input/workbook_files.hpp"

#include <string>
#include <string_view>

namespace baocao::input {

// Styles: "day" and "month" are dates with and without a day, "vn" is in the font .VnTime, "gone"
// hides a sheet; "below" has "month" above it.
inline Parts spreadsheet_parts(std::string_view tables) {
  return {
      {"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
      {"styles.xml",
       "<office:document-styles xmlns:office=\"o\" xmlns:style=\"s\" xmlns:number=\"n\" "
       "xmlns:svg=\"v\"><office:font-face-decls><style:font-face style:name=\"F1\" "
       "svg:font-family=\"'.VnTime'\"/></office:font-face-decls>"
       "<number:date-style style:name=\"N1\"><number:day/><number:month/></number:date-style>"
       "<number:date-style style:name=\"N2\"><number:month/><number:year/></number:date-style>"
       "<style:style style:name=\"month\" style:data-style-name=\"N2\"/>"
       "</office:document-styles>"},
      {"content.xml",
       "<office:document-content xmlns:office=\"o\" xmlns:style=\"s\" xmlns:table=\"t\" "
       "xmlns:text=\"x\" xmlns:draw=\"d\" xmlns:calcext=\"c\"><office:automatic-styles>"
       "<style:style style:name=\"day\" style:data-style-name=\"N1\"/>"
       "<style:style style:name=\"below\" style:parent-style-name=\"month\"/>"
       "<style:style style:name=\"vn\"><style:text-properties "
       "style:font-name=\"F1\"/></style:style>"
       "<style:style style:name=\"gone\"><style:table-properties table:display=\"false\"/>"
       "</style:style></office:automatic-styles><office:body><office:spreadsheet>" +
           std::string(tables) + "</office:spreadsheet></office:body></office:document-content>"},
  };
}

// One sheet "Danh sách".
inline std::string spreadsheet_of(std::string_view rows) {
  return zip_of(spreadsheet_parts("<table:table table:name=\"Danh sách\">" + std::string(rows) +
                                  "</table:table>"));
}

inline std::string string_cell(std::string_view text, std::string_view attributes = "") {
  return "<table:table-cell office:value-type=\"string\" " + std::string(attributes) + "><text:p>" +
         std::string(text) + "</text:p></table:table-cell>";
}

}  // namespace baocao::input
