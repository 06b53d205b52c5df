#include "input/reader.hpp"
#include "unit/input/workbook_files.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <gmock/gmock.h>

namespace baocao::input {
namespace {

using testing::ElementsAre;

std::vector<Sheet> sheets_of(const std::string& bytes) {
  diag::Sink sink;
  auto sheets = read(bytes, "xa.xlsx", sink);
  EXPECT_TRUE(sheets) << (sheets ? "" : sheets.error().message);
  EXPECT_TRUE(sink.all().empty());
  return sheets ? std::move(*sheets) : std::vector<Sheet>();
}

// "A1=text:Nguyễn", with "*" after the kind for results of formulas.
std::vector<std::string> cells_of(const std::string& bytes) {
  constexpr const char* kinds[] = {"text", "number", "date", "boolean", "error"};
  std::vector<std::string> cells;
  for (const Sheet& sheet : sheets_of(bytes)) {
    for (const Cell& cell : sheet.cells()) {
      cells.push_back(cell_name(cell.row, cell.column) + "=" +
                      kinds[static_cast<std::size_t>(cell.kind)] +
                      (cell.from_formula ? "*:" : ":") + std::string(cell.text) +
                      (cell.kind == CellKind::date ? "|" + cell.date.iso() : ""));
    }
  }
  return cells;
}

std::string one_row(std::string_view cells) {
  return workbook_of("<row r=\"1\">" + std::string(cells) + "</row>");
}

TEST(Xlsx, ReadsStringsOfEveryKind) {
  EXPECT_THAT(cells_of(one_row(
                  "<c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
                  "<c r=\"C1\" t=\"s\"><v>2</v></c>"
                  "<c r=\"D1\" t=\"inlineStr\"><is><t>Tày</t></is></c>"
                  "<c r=\"E1\" t=\"inlineStr\"><is><r><t>a &amp; </t></r><r><t>b</t></r></is></c>"
                  "<c r=\"F1\" t=\"str\"><f>A1</f><v>kết quả</v></c>")),
              ElementsAre("A1=text:Nguyễn Văn An",
                          "B1=text:Bí thư",
                          "C1=text:東",
                          "D1=text:Tày",
                          "E1=text:a & b",
                          "F1=text*:kết quả"));
}

TEST(Xlsx, UndoesEscapedCharacters) {
  EXPECT_THAT(cells_of(one_row(
                  "<c r=\"A1\" t=\"inlineStr\"><is><t>a_x000D_b_x005F_x000D_ _xZZ_</t></is></c>")),
              ElementsAre("A1=text:a\rb_x000D_ _xZZ_"));
}

TEST(Xlsx, KeepsNumbersAsTheFileHasThem) {
  EXPECT_THAT(cells_of(one_row(
                  "<c r=\"A1\"><v>0.30000000000000004</v></c><c r=\"B1\" t=\"n\"><v> 5 </v></c>"
                  "<c r=\"C1\" s=\"3\"><v>1.08E+10</v></c><c r=\"D1\"><f>A1+1</f><v>-7</v></c>"
                  "<c r=\"E1\"><v>abc</v></c>")),
              ElementsAre("A1=number:0.30000000000000004",
                          "B1=number:5",
                          "C1=number:1.08E+10",
                          "D1=number*:-7",
                          "E1=text:abc"));
}

TEST(Xlsx, ReadsBooleansAndErrors) {
  EXPECT_THAT(
      cells_of(one_row(
          "<c r=\"A1\" t=\"b\"><v>1</v></c><c r=\"B1\" t=\"b\"><v>0</v></c>"
          "<c r=\"C1\" t=\"b\"><v>true</v></c><c r=\"D1\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>")),
      ElementsAre("A1=boolean:1", "B1=boolean:0", "C1=boolean:1", "D1=error*:#DIV/0!"));
}

TEST(Xlsx, ReadsDatesByTheFormatOfTheCell) {
  EXPECT_THAT(
      cells_of(one_row("<c r=\"A1\" s=\"1\"><v>31111</v></c><c r=\"B1\" s=\"2\"><v>31111.75</v></c>"
                       "<c r=\"C1\" s=\"0\"><v>31111</v></c><c r=\"D1\" s=\"9\"><v>31111</v></c>"
                       "<c r=\"E1\" t=\"d\"><v>1985-03-05T00:00:00</v></c><c r=\"F1\" "
                       "t=\"d\"><v>10:30</v></c>")),
      ElementsAre("A1=date:31111|1985-03-05",
                  "B1=date:31111.75|1985-03-05",
                  "C1=number:31111",
                  "D1=number:31111",
                  "E1=date:1985-03-05T00:00:00|1985-03-05",
                  "F1=text:10:30"));
}

TEST(Xlsx, HasNoDayWhereThereIsNone) {
  EXPECT_THAT(
      cells_of(one_row("<c r=\"A1\" s=\"1\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>60</v></c>"
                       "<c r=\"C1\" s=\"1\"><v>-1</v></c><c r=\"D1\" s=\"1\"><v>2958466</v></c>"
                       "<c r=\"E1\" s=\"1\"><v>59</v></c><c r=\"F1\" s=\"1\"><v>61</v></c>")),
      ElementsAre("A1=number:0",
                  "B1=number:60",
                  "C1=number:-1",
                  "D1=number:2958466",
                  "E1=date:59|1900-02-28",
                  "F1=date:61|1900-03-01"));
}

TEST(Xlsx, CountsDaysFrom1904WhenTheWorkbookDoes) {
  Parts parts = workbook_parts("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>29649</v></c></row>");
  std::string& workbook = parts["xl/workbook.xml"];
  workbook.insert(workbook.find("<sheets>"), "<workbookPr date1904=\"1\"/>");
  EXPECT_THAT(cells_of(zip_of(parts)), ElementsAre("A1=date:29649|1985-03-05"));
}

TEST(Xlsx, LeavesOutEmptyCells) {
  EXPECT_THAT(cells_of(workbook_of(
                  "<row r=\"2\"><c r=\"A2\" s=\"1\"/><c r=\"B2\" t=\"str\"><f>\"\"</f><v></v></c>"
                  "<c r=\"C2\"><v>1</v></c></row><row r=\"5\"/>")),
              ElementsAre("C2=number:1"));
}

TEST(Xlsx, CountsOnWhereAddressesAreLeftOut) {
  EXPECT_THAT(
      cells_of(workbook_of("<row><c><v>1</v></c><c><v>2</v></c></row>"
                           "<row r=\"4\"><c r=\"C4\"><v>3</v></c><c><v>4</v></c></row>"
                           "<row><c><v>5</v></c></row>")),
      ElementsAre("A1=number:1", "B1=number:2", "C4=number:3", "D4=number:4", "A5=number:5"));
}

TEST(Xlsx, ReadsMergedAreas) {
  const auto sheets = sheets_of(workbook_of("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>",
                                            "<mergeCells><mergeCell ref=\"A1:C2\"/></mergeCells>"));
  ASSERT_EQ(sheets.front().merged.size(), 1U);
  EXPECT_EQ(sheets.front().merged[0].last_row, 1U);
  EXPECT_EQ(sheets.front().merged[0].last_column, 2U);
}

TEST(Xlsx, GivesSheetsInTheOrderOfTheWorkbookHiddenOnesMarked) {
  Parts parts = workbook_parts("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>");
  parts["xl/workbook.xml"] =
      "<x:workbook xmlns:x=\"m\" xmlns:r=\"r\"><x:sheets><x:sheet name=\"B\" r:id=\"rId8\"/>"
      "<x:sheet name=\"Biểu đồ\" r:id=\"rId9\"/>"
      "<x:sheet name=\"A\" state=\"veryHidden\" r:id=\"rId7\"/></x:sheets></x:workbook>";
  parts["xl/_rels/workbook.xml.rels"] =
      relationships(relationship("rId7", "worksheet", "worksheets/sheet1.xml") +
                    relationship("rId8", "worksheet", "/xl/worksheets/b.xml") +
                    relationship("rId9", "chartsheet", "chartsheets/sheet1.xml"));
  parts["xl/worksheets/b.xml"] = worksheet("<row r=\"1\"><c r=\"A1\"><v>2</v></c></row>");
  const auto sheets = sheets_of(zip_of(parts));
  ASSERT_EQ(sheets.size(), 2U);
  EXPECT_EQ(sheets[0].name, "B");
  EXPECT_EQ(sheets[0].file, "xa.xlsx");
  EXPECT_FALSE(sheets[0].hidden);
  EXPECT_EQ(sheets[0].at(0, 0)->text, "2");
  EXPECT_EQ(sheets[1].name, "A");
  EXPECT_TRUE(sheets[1].hidden);
}

TEST(Xlsx, ReadsStrictFilesWithPrefixes) {
  const std::string strict = "http://purl.oclc.org/ooxml/officeDocument/relationships/";
  Parts parts = workbook_parts("");
  for (const char* part : {"_rels/.rels", "xl/_rels/workbook.xml.rels"}) {
    std::string& text = parts[part];
    const std::string transitional =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    for (std::size_t at = 0; (at = text.find(transitional)) != std::string::npos;) {
      text.replace(at, transitional.size(), strict);
    }
  }
  parts["xl/worksheets/sheet1.xml"] =
      "<x:worksheet xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><x:sheetData>"
      "<x:row r=\"1\"><x:c r=\"A1\" t=\"s\"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>";
  EXPECT_THAT(cells_of(zip_of(parts)), ElementsAre("A1=text:Nguyễn Văn An"));
}

TEST(Xlsx, ReadsPartsInUtf16) {
  Parts parts = workbook_parts("");
  const std::string ascii = worksheet("<row r=\"1\"><c r=\"A1\"><v>7</v></c></row>");
  std::string wide = "\xFF\xFE";
  for (const char c : ascii) {
    wide += {c, '\0'};
  }
  parts["xl/worksheets/sheet1.xml"] = wide;
  EXPECT_THAT(cells_of(zip_of(parts)), ElementsAre("A1=number:7"));
}

std::vector<std::string> warnings_of(const std::string& bytes) {
  diag::Sink sink;
  EXPECT_TRUE(read(bytes, "xa.xlsx", sink));
  std::vector<std::string> warnings;
  for (const diag::Diagnostic& d : sink.all()) {
    warnings.push_back(std::string(d.code.id()) + " " + d.span.cell);
  }
  return warnings;
}

TEST(Xlsx, WarnsOfFormulasWithoutResults) {
  const std::string rows =
      "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><f>A1+1</f></c>"
      "<c r=\"C1\"><f>A1+2</f><v></v></c></row>";
  EXPECT_THAT(warnings_of(workbook_of(rows)), ElementsAre("F210 B1"));
}

TEST(Xlsx, DistrustsTheZeroOfFormulasThatWereNeverComputed) {
  const std::string rows =
      "<row r=\"1\"><c r=\"A1\"><v>0</v></c><c r=\"B1\"><f>A1+1</f><v>0</v></c></row>";
  EXPECT_THAT(warnings_of(workbook_of(rows)), ElementsAre());
  Parts parts = workbook_parts(rows);
  std::string& workbook = parts["xl/workbook.xml"];
  workbook.insert(workbook.find("</workbook>"), "<calcPr fullCalcOnLoad=\"1\"/>");
  EXPECT_THAT(warnings_of(zip_of(parts)), ElementsAre("F210 B1"));
}

}  // namespace
}  // namespace baocao::input
