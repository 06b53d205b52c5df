// Builds small workbooks from hand-written XML, for the tests of input/.
#pragma once

#include "package/zip_writer.hpp"

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace baocao::input {

// Part name → content; a test changes the parts it is about.
using Parts = std::map<std::string, std::string>;

inline std::string zip_of(const Parts& parts) {
  package::ZipWriter writer;
  for (const auto& [name, content] : parts) {
    writer.add(name, content);
  }
  return writer.finish();
}

inline std::string worksheet(std::string_view rows, std::string_view after = "") {
  return "<worksheet "
         "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" +
         std::string(rows) + "</sheetData>" + std::string(after) + "</worksheet>";
}

inline std::string relationship(std::string_view id,
                                std::string_view type,
                                std::string_view target) {
  return "<Relationship Id=\"" + std::string(id) +
         "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" +
         std::string(type) + "\" Target=\"" + std::string(target) + "\"/>";
}

inline std::string relationships(std::string_view inner) {
  return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" +
         std::string(inner) + "</Relationships>";
}

// One sheet "Danh sách" with these rows; shared strings 0 "Nguyễn Văn An", 1 rich, 2 with
// phonetics; cell formats 0 general, 1 dd/mm/yyyy (built in), 2 a custom date, 3 a number with
// 0.00.
inline Parts workbook_parts(std::string_view rows, std::string_view after = "") {
  return {
      {"_rels/.rels", relationships(relationship("rId1", "officeDocument", "xl/workbook.xml"))},
      {"xl/workbook.xml",
       "<workbook xmlns:r=\"r\"><sheets>"
       "<sheet name=\"Danh sách\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"},
      {"xl/_rels/workbook.xml.rels",
       relationships(relationship("rId1", "worksheet", "worksheets/sheet1.xml") +
                     relationship("rId2", "sharedStrings", "/xl/sharedStrings.xml") +
                     relationship("rId3", "styles", "styles.xml"))},
      {"xl/sharedStrings.xml",
       "<sst><si><t>Nguyễn Văn An</t></si>"
       "<si><r><rPr><b/></rPr><t>Bí </t></r><r><t xml:space=\"preserve\">thư</t></r></si>"
       "<si><t>東</t><rPh sb=\"0\" eb=\"1\"><t>トウ</t></rPh></si></sst>"},
      {"xl/styles.xml",
       "<styleSheet><numFmts><numFmt numFmtId=\"164\" "
       "formatCode=\"[$-42A]dd\\/mm\\/yyyy;@\"/></numFmts>"
       "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
       "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf "
       "numFmtId=\"2\"/>"
       "</cellXfs></styleSheet>"},
      {"xl/worksheets/sheet1.xml", worksheet(rows, after)},
  };
}

inline std::string workbook_of(std::string_view rows, std::string_view after = "") {
  return zip_of(workbook_parts(rows, after));
}

}  // namespace baocao::input
