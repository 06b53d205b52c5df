#include "annotate/annotate.hpp"
#include "input/reader.hpp"
#include "package/zip_reader.hpp"
#include "package/zip_writer.hpp"

#include <map>
#include <string>
#include <vector>

#include <gmock/gmock.h>

namespace baocao::annotate {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

using Parts = std::vector<std::pair<std::string, std::string>>;

const std::string main_space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const std::string type_space =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

std::string links(const std::string& inner) {
  return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" +
         inner + "</Relationships>";
}

std::string link(const std::string& id, const std::string& kind, const std::string& target) {
  return "<Relationship Id=\"" + id + "\" Type=\"" + type_space + "/" + kind + "\" Target=\"" +
         target + "\"/>";
}

std::string sheet(const std::string& rows, const std::string& after = "") {
  return "<worksheet xmlns=\"" + main_space + "\"><sheetData>" + rows + "</sheetData>" + after +
         "</worksheet>";
}

// One sheet "Danh sách" whose formats are 0 plain, 1 bold with a grey fill, 2 a date.
Parts workbook(const std::string& sheet_xml) {
  return {
      {"[Content_Types].xml",
       "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
       "<Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"},
      {"_rels/.rels", links(link("rId1", "officeDocument", "xl/workbook.xml"))},
      {"xl/media/image1.png", "not touched"},
      {"xl/workbook.xml",
       "<workbook xmlns=\"" + main_space + "\" xmlns:r=\"" + type_space +
           "\"><sheets><sheet name=\"Danh sách\" sheetId=\"4\" r:id=\"rId1\"/></sheets>"
           "</workbook>"},
      {"xl/_rels/workbook.xml.rels",
       links(link("rId1", "worksheet", "worksheets/sheet1.xml") +
             link("rId2", "styles", "styles.xml"))},
      {"xl/styles.xml",
       "<styleSheet xmlns=\"" + main_space +
           "\"><fonts><font/><font><b/></font></fonts><fills count=\"2\"><fill><patternFill "
           "patternType=\"none\"/></fill><fill><patternFill patternType=\"solid\"><fgColor "
           "rgb=\"FFD9D9D9\"/></patternFill></fill></fills><borders><border/></borders><cellXfs>"
           "<xf/><xf fontId=\"1\" fillId=\"1\"/><xf numFmtId=\"14\"/></cellXfs><dxfs/>"
           "</styleSheet>"},
      {"xl/worksheets/sheet1.xml", sheet_xml}};
}

std::string zipped(const Parts& parts) {
  package::ZipWriter zip;
  for (const auto& [name, bytes] : parts) {
    zip.add(name, bytes);
  }
  return zip.finish();
}

diag::Diagnostic fault(const std::string& cell,
                       diag::Severity severity = diag::Severity::error,
                       const std::string& message = "sai") {
  diag::Diagnostic made{.code = "N204", .severity = severity, .message = message, .help = "sửa"};
  made.span = {.file = "xa.xlsx", .sheet = "Danh sách", .cell = cell, .column = "Ngày sinh"};
  made.span.row = static_cast<std::uint32_t>(std::stoul(cell.substr(1)));
  return made;
}

std::string marked(const std::string& bytes, const std::vector<diag::Diagnostic>& faults) {
  const auto copy = marked_copy(bytes, "xa.xlsx", faults);
  EXPECT_TRUE(copy) << copy.error().message;
  return copy ? copy->bytes : std::string();
}

std::string part(const std::string& bytes, const std::string& name) {
  const auto zip = package::ZipReader::open(bytes, "xa.xlsx");
  const auto content = zip ? zip->read(name) : diag::Result<base::Bytes>("");
  return content ? *content : "no part " + name;
}

std::string rows_of(const std::string& bytes) {
  const std::string xml = part(bytes, "xl/worksheets/sheet1.xml");
  const std::size_t from = xml.find("<sheetData");
  return xml.substr(from, xml.find("</sheetData>") - from);
}

TEST(MarkedCopy, ChangesTheFormatOfTheBadCellOnly) {
  const std::string bytes = marked(
      zipped(workbook(sheet("<row r=\"1\" ht=\"20\"><c r=\"A1\" s=\"1\" t=\"str\"><v>x</v></c>"
                            "<c r=\"B1\"><v>2</v></c></row>",
                            "<pageMargins left=\"1\"/><tableParts/>"))),
      {fault("B1")});
  EXPECT_EQ(rows_of(bytes),
            "<sheetData><row r=\"1\" ht=\"20\"><c r=\"A1\" s=\"1\" t=\"str\"><v>x</v></c>"
            "<c s=\"3\" r=\"B1\"><v>2</v></c></row>");
  EXPECT_THAT(part(bytes, "xl/styles.xml"),
              HasSubstr("<xf numFmtId=\"14\"/><xf fillId=\"2\" applyFill=\"1\"/>"));
  EXPECT_EQ(part(bytes, "xl/media/image1.png"), "not touched");
}

TEST(MarkedCopy, KeepsFontAndNumberFormatUnderTheColour) {
  const std::string bytes =
      marked(zipped(workbook(sheet("<row><c s='1'><v>1</v></c><c s=\"2\"><v>2</v></c></row>"))),
             {fault("A1"), fault("B1", diag::Severity::warning)});
  EXPECT_EQ(rows_of(bytes), "<sheetData><row><c s='3'><v>1</v></c><c s=\"4\"><v>2</v></c></row>");
  EXPECT_THAT(part(bytes, "xl/styles.xml"),
              HasSubstr("<xf fontId=\"1\" fillId=\"2\" applyFill=\"1\"/>"
                        "<xf numFmtId=\"14\" fillId=\"3\" applyFill=\"1\"/>"));
}

TEST(MarkedCopy, PutsMissingCellsAndRowsAtTheirPlace) {
  const std::string bytes = marked(
      zipped(workbook("<worksheet xmlns=\"" + main_space +
                      "\"><cols><col min=\"2\" max=\"2\" style=\"2\"/></cols><sheetData>"
                      "<row r=\"2\"><c r=\"A2\"/><c r=\"D2\"/></row><row r=\"4\"/></sheetData>"
                      "</worksheet>")),
      {fault("C1"), fault("B2"), fault("E2"), fault("A3"), fault("A4"), fault("A9")});
  EXPECT_EQ(
      rows_of(bytes),
      "<sheetData><row r=\"1\"><c r=\"C1\" s=\"3\"/></row>"
      "<row r=\"2\"><c r=\"A2\"/><c r=\"B2\" s=\"4\"/><c r=\"D2\"/><c r=\"E2\" s=\"3\"/></row>"
      "<row r=\"3\"><c r=\"A3\" s=\"3\"/></row><row r=\"4\"><c r=\"A4\" s=\"3\"/></row>"
      "<row r=\"9\"><c r=\"A9\" s=\"3\"/></row>");
}

TEST(MarkedCopy, FillsAnEmptySheet) {
  const std::string bytes = marked(
      zipped(workbook("<x:worksheet xmlns:x=\"" + main_space + "\"><x:sheetData/></x:worksheet>")),
      {fault("B2")});
  EXPECT_THAT(part(bytes, "xl/worksheets/sheet1.xml"),
              HasSubstr("<x:sheetData><x:row r=\"2\"><x:c r=\"B2\" s=\"3\"/></x:row></x:sheetData>"
                        "<x:legacyDrawing "));
}

TEST(MarkedCopy, MarksTheFirstCellOfAMergedArea) {
  const std::string bytes =
      marked(zipped(workbook(sheet("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"/>",
                                   "<mergeCells><mergeCell ref=\"A1:A2\"/></mergeCells>"))),
             {fault("A2")});
  EXPECT_THAT(rows_of(bytes), HasSubstr("<c s=\"3\" r=\"A1\">"));
  EXPECT_THAT(part(bytes, "xl/comments1.xml"), HasSubstr("ref=\"A1\""));
}

TEST(MarkedCopy, MarksTheFirstUsedCellForAFaultOfTheRow) {
  diag::Diagnostic of_row = fault("A1");
  of_row.span.cell.clear();
  const std::string bytes =
      marked(zipped(workbook(sheet("<row r=\"1\"><c r=\"A1\"/><c r=\"B1\"><v>1</v></c></row>"))),
             {of_row});
  EXPECT_THAT(rows_of(bytes), HasSubstr("<c s=\"3\" r=\"B1\">"));
}

TEST(MarkedCopy, JoinsTheFaultsOfACellInOneComment) {
  const std::string bytes = marked(zipped(workbook(sheet("<row r=\"1\"><c r=\"A1\"/></row>"))),
                                   {fault("A1", diag::Severity::warning, "ít <10"), fault("A1")});
  EXPECT_THAT(rows_of(bytes), HasSubstr("<c s=\"3\" r=\"A1\"/>"));
  const std::string comments = part(bytes, "xl/comments1.xml");
  EXPECT_THAT(comments, HasSubstr("<author>baocao</author>"));
  EXPECT_THAT(comments,
              HasSubstr("Cảnh báo N204: ít &lt;10\nCách sửa: sửa\n\nLỗi N204: sai\nCách sửa: sửa"));
  EXPECT_THAT(part(bytes, "xl/drawings/vmlDrawing1.vml"),
              HasSubstr("<x:Row>0</x:Row><x:Column>0</x:Column>"));
  EXPECT_THAT(part(bytes, "[Content_Types].xml"), HasSubstr("Extension=\"vml\""));
}

TEST(MarkedCopy, PutsTheDrawingOfCommentsWhereExcelWantsIt) {
  const std::string bytes = marked(
      zipped(workbook(sheet("<row r=\"1\"/>",
                            "<pageMargins left=\"1\"/><drawing r:id=\"rId9\"/><tableParts/>"))),
      {fault("A1")});
  EXPECT_THAT(part(bytes, "xl/worksheets/sheet1.xml"),
              HasSubstr("<drawing r:id=\"rId9\"/><legacyDrawing xmlns:r=\"" + type_space +
                        "\" r:id=\"rIdBaocao2\"/><tableParts/>"));
}

TEST(MarkedCopy, ListsAllFaultsInASheetAtTheEnd) {
  diag::Diagnostic of_file{.code = "S101", .message = "=tệp không có bảng"};
  const std::string bytes =
      marked(zipped(workbook(sheet("<row r=\"1\"/>"))), {of_file, fault("B17")});
  EXPECT_THAT(part(bytes, "xl/workbook.xml"),
              HasSubstr("<sheet name=\"Lỗi dữ liệu\" sheetId=\"5\" xmlns:r=\"" + type_space +
                        "\" r:id=\"rIdBaocao1\"/></sheets>"));
  const std::string list = part(bytes, "xl/worksheets/sheet2.xml");
  EXPECT_THAT(list, HasSubstr("location=\"'Danh sách'!B17\" display=\"B17\""));
  diag::Sink sink;
  const auto sheets = input::read(bytes, "xa.xlsx", sink);
  ASSERT_TRUE(sheets);
  const auto row = sheets->at(1).row(4);
  std::vector<std::string> texts;
  for (const input::Cell& cell : row) {
    texts.emplace_back(cell.text);
    EXPECT_EQ(cell.kind, input::CellKind::text);
  }
  EXPECT_THAT(texts, ElementsAre("Lỗi", "S101", "=tệp không có bảng"));
}

TEST(MarkedCopy, GivesALongMessageTheLinesItNeeds) {
  const std::string message(130, 'a');
  const std::string bytes = marked(zipped(workbook(sheet("<row r=\"1\"/>"))),
                                   {fault("B17", diag::Severity::error, message), fault("C17")});
  const std::string list = part(bytes, "xl/worksheets/sheet2.xml");
  EXPECT_THAT(list, HasSubstr("<row r=\"5\" ht=\"45\">"));
  EXPECT_THAT(list, HasSubstr("<row r=\"6\">"));
}

TEST(MarkedCopy, WritesTheNamesOfStrictInAStrictWorkbook) {
  const std::string strict_space = "http://purl.oclc.org/ooxml/spreadsheetml/main";
  const std::string strict_types = "http://purl.oclc.org/ooxml/officeDocument/relationships";
  Parts parts = workbook(sheet("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"));
  for (auto& [name, bytes] : parts) {
    for (const auto& [from, to] :
         {std::pair(main_space, strict_space), {type_space, strict_types}}) {
      for (std::size_t at = bytes.find(from); at != std::string::npos; at = bytes.find(from)) {
        bytes.replace(at, from.size(), to);
      }
    }
  }
  const std::string bytes = marked(zipped(parts), {fault("A1")});
  for (const char* name : {"xl/comments1.xml",
                           "xl/worksheets/sheet2.xml",
                           "xl/styles.xml",
                           "xl/workbook.xml",
                           "xl/_rels/workbook.xml.rels"}) {
    EXPECT_THAT(part(bytes, name), Not(HasSubstr("schemas.openxmlformats.org/spreadsheetml")))
        << name;
    EXPECT_THAT(part(bytes, name), Not(HasSubstr(type_space))) << name;
  }
  diag::Sink sink;
  const auto sheets = input::read(bytes, "xa.xlsx", sink);
  ASSERT_TRUE(sheets);
  EXPECT_EQ(sheets->size(), 2U);
}

// Marks in the middle of a large sheet cost one pass, and all rows around them stay as they were.
TEST(MarkedCopy, MarksCellsOfALargeSheetInOnePass) {
  std::string rows;
  std::vector<diag::Diagnostic> faults;
  for (int row = 1; row <= 50'000; ++row) {
    const std::string number = std::to_string(row);
    rows += "<row r=\"" + number + "\"><c r=\"A" + number + "\"><v>" + number + "</v></c></row>";
    if (row % 10 == 0) {
      faults.push_back(fault("A" + number));
    }
  }
  const std::string bytes = marked(zipped(workbook(sheet(rows))), faults);
  diag::Sink sink;
  const auto sheets = input::read(bytes, "xa.xlsx", sink);
  ASSERT_TRUE(sheets);
  EXPECT_EQ(sheets->at(0).rows(), 50'000U);
  EXPECT_EQ(sheets->at(0).at(49'999, 0)->text, "50000");
  EXPECT_THAT(rows_of(bytes), HasSubstr("<c r=\"A49999\"><v>49999</v></c></row>"));
  EXPECT_THAT(rows_of(bytes), Not(HasSubstr("<c r=\"A50000\"><v>")));
}

TEST(MarkedCopy, KeepsTheCommentsOfOthers) {
  Parts parts = workbook(sheet("<row r=\"1\"/>", "<legacyDrawing r:id=\"rId2\"/>"));
  parts.emplace_back("xl/worksheets/_rels/sheet1.xml.rels",
                     links(link("rId1", "comments", "../comments7.xml") +
                           link("rId2", "vmlDrawing", "../drawings/v.vml")));
  parts.emplace_back(
      "xl/comments7.xml",
      "<comments xmlns=\"" + main_space +
          "\"><authors><author>Lan</author><author>tc={1}</author></authors>"
          "<commentList><comment ref=\"A1\" authorId=\"0\"><text><t>hỏi lại</t></text>"
          "</comment><comment ref=\"B1\" authorId=\"1\"><text><t>chuỗi</t></text>"
          "</comment></commentList></comments>");
  parts.emplace_back("xl/drawings/v.vml",
                     "<xml><v:shape id=\"_x0000_s1030\">Lan<br></v:shape></xml>");
  const std::string bytes = marked(zipped(parts), {fault("A1"), fault("B1"), fault("C1")});
  const std::string comments = part(bytes, "xl/comments7.xml");
  EXPECT_THAT(comments, HasSubstr("<r><t>hỏi lại</t></r><r>"));
  EXPECT_THAT(comments, HasSubstr("\n[baocao] Lỗi N204: sai"));
  EXPECT_THAT(comments, HasSubstr("<text><t>chuỗi</t></text>"));
  EXPECT_THAT(comments, HasSubstr("<comment ref=\"C1\" authorId=\"2\">"));
  const std::string boxes = part(bytes, "xl/drawings/v.vml");
  EXPECT_THAT(boxes, HasSubstr("Lan<br></v:shape>"));
  EXPECT_THAT(boxes, HasSubstr("_x0000_s1031"));
  EXPECT_THAT(boxes, Not(HasSubstr("_x0000_s1032")));
}

TEST(MarkedCopy, TakesOffTheMarksOfAnEarlierRun) {
  const std::string original = zipped(
      workbook(sheet("<row r=\"1\"><c r=\"A1\" s=\"1\"/><c r=\"B1\" s=\"2\"><v>1</v></c></row>")));
  const std::string once = marked(original, {fault("A1"), fault("B1")});
  const std::string twice = marked(once, {fault("B1", diag::Severity::warning)});
  EXPECT_THAT(rows_of(twice),
              StartsWith("<sheetData><row r=\"1\"><c r=\"A1\" s=\"1\"/><c r=\"B1\" s=\"12\"><v>"));
  EXPECT_THAT(part(twice, "xl/comments1.xml"), Not(HasSubstr("ref=\"A1\"")));
  EXPECT_THAT(part(twice, "xl/drawings/vmlDrawing1.vml"), Not(HasSubstr("<x:Column>0<")));
  EXPECT_THAT(part(twice, "xl/workbook.xml"), Not(HasSubstr("Lỗi dữ liệu (2)")));
  EXPECT_EQ(part(twice, "xl/worksheets/sheet3.xml"), "no part xl/worksheets/sheet3.xml");
}

TEST(MarkedCopy, GivesTheSameBytesWhenMarkedAgain) {
  const std::string original = zipped(
      workbook(sheet("<row r=\"1\"><c r=\"A1\" s=\"1\"/><c r=\"B1\" s=\"2\"><v>1</v></c></row>")));
  const std::vector<diag::Diagnostic> faults = {fault("A1"), fault("C1", diag::Severity::note)};
  const std::string once = marked(original, faults);
  EXPECT_EQ(once, marked(original, faults));
  const std::string twice = marked(once, faults);
  EXPECT_EQ(rows_of(twice), rows_of(once));
  EXPECT_EQ(marked(twice, faults), twice);
}

TEST(MarkedCopy, KeepsASheetOfTheUserWithTheSameName) {
  Parts parts = workbook(sheet("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>của tôi</v></c></row>"));
  for (auto& [name, bytes] : parts) {
    if (name == "xl/workbook.xml") {
      bytes.replace(bytes.find("Danh sách"), std::string("Danh sách").size(), "Lỗi dữ liệu");
    }
  }
  EXPECT_THAT(part(marked(zipped(parts), {}), "xl/workbook.xml"), HasSubstr("Lỗi dữ liệu (2)"));
}

TEST(MarkedCopy, SaysThatASignatureNoLongerHolds) {
  Parts parts = workbook(sheet("<row r=\"1\"/>"));
  parts.emplace_back("_xmlsignatures/sig1.xml", "<s/>");
  const auto copy = marked_copy(zipped(parts), "xa.xlsx", std::vector{fault("A1")});
  ASSERT_TRUE(copy);
  ASSERT_EQ(copy->notes.size(), 1U);
  EXPECT_EQ(copy->notes[0].code.id(), "X712");
}

TEST(MarkedCopy, RefusesWhatItCannotEdit) {
  Parts parts = workbook(sheet("<row r=\"1\"/>"));
  parts.erase(parts.begin());
  const auto copy = marked_copy(zipped(parts), "xa.xlsx", std::vector{fault("A1")});
  ASSERT_FALSE(copy);
  EXPECT_EQ(copy.error().code.id(), "X711");
}

TEST(MarkedCopy, MakesAWorkbookOfACsvFile) {
  diag::Diagnostic bad = fault("B2");
  bad.span.sheet.clear();
  const auto copy = marked_copy("Họ tên,Ngày sinh\n=An,31/02/1985\n", "xa.csv", std::vector{bad});
  ASSERT_TRUE(copy);
  EXPECT_TRUE(copy->converted);
  ASSERT_EQ(copy->notes.size(), 1U);
  EXPECT_EQ(copy->notes[0].code.id(), "X713");
  diag::Sink sink;
  const auto sheets = input::read(copy->bytes, "xa.xlsx", sink);
  ASSERT_TRUE(sheets);
  EXPECT_EQ(sheets->at(0).name, "Dữ liệu");
  EXPECT_EQ(sheets->at(0).at(1, 0)->text, "=An");
  EXPECT_THAT(rows_of(copy->bytes), HasSubstr("<c s=\"1\" r=\"B2\" t=\"inlineStr\">"));
  EXPECT_THAT(part(copy->bytes, "xl/worksheets/sheet2.xml"), HasSubstr("'Dữ liệu'!B2"));
}

}  // namespace
}  // namespace baocao::annotate
