// What the format of rows, columns and cells says about the data.
#include "input/reader.hpp"
#include "unit/input/workbook_files.hpp"

#include <string>
#include <vector>

#include <gmock/gmock.h>

namespace baocao::input {
namespace {

using testing::ElementsAre;

Sheet sheet_of(const Parts& parts) {
  diag::Sink sink;
  auto sheets = read(zip_of(parts), "xa.xlsx", sink);
  EXPECT_TRUE(sheets) << (sheets ? "" : sheets.error().message);
  return sheets ? std::move(sheets->front()) : Sheet();
}

// The worksheet with something before its rows.
Sheet sheet_with(std::string_view before, std::string_view rows) {
  Parts parts = workbook_parts(rows);
  std::string& sheet = parts["xl/worksheets/sheet1.xml"];
  sheet.insert(sheet.find("<sheetData>"), before);
  return sheet_of(parts);
}

std::vector<std::string> shown(const std::vector<Lines>& lines) {
  std::vector<std::string> out;
  for (const Lines& each : lines) {
    out.push_back(std::to_string(each.first) + "-" + std::to_string(each.last));
  }
  return out;
}

constexpr std::string_view one_cell = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";

TEST(HiddenRows, AreThoseHiddenOrOfNoHeight) {
  const Sheet sheet = sheet_with(
      "",
      "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\" hidden=\"1\"/>"
      "<row r=\"3\" hidden=\"true\"><c r=\"A3\"><v>1</v></c></row><row r=\"4\" hidden=\"0\"/>"
      "<row r=\"6\" ht=\"0\" customHeight=\"1\"/><row r=\"7\" ht=\"15\"/>");
  EXPECT_THAT(shown(sheet.hidden_rows), ElementsAre("1-2", "5-5"));
  EXPECT_EQ(sheet.cells().size(), 2U);
}

TEST(HiddenColumns, AreThoseHiddenOrOfNoWidth) {
  const Sheet sheet = sheet_with(
      "<cols><col min=\"2\" max=\"3\" hidden=\"1\"/><col min=\"4\" max=\"4\" width=\"0\"/>"
      "<col min=\"5\" max=\"5\" width=\"9\"/><col min=\"20\" max=\"16384\" hidden=\"1\"/></cols>",
      one_cell);
  EXPECT_THAT(shown(sheet.hidden_columns), ElementsAre("1-3", "19-16383"));
  EXPECT_TRUE(sheet.hidden_rows.empty());
}

TEST(HiddenColumns, OutsideTheSheetAreADamage) {
  for (const char* column : {"<col min=\"0\" max=\"1\"/>",
                             "<col min=\"1\" max=\"16385\"/>",
                             "<col min=\"1\" max=\"9999999999\"/>",
                             "<col min=\"3\" max=\"2\"/>",
                             "<col min=\"1\"/>"}) {
    diag::Sink sink;
    Parts parts = workbook_parts(one_cell);
    std::string& sheet = parts["xl/worksheets/sheet1.xml"];
    sheet.insert(sheet.find("<sheetData>"), "<cols>" + std::string(column) + "</cols>");
    const auto read_sheets = read(zip_of(parts), "xa.xlsx", sink);
    ASSERT_FALSE(read_sheets) << column;
    EXPECT_EQ(read_sheets.error().code.id(), "F205") << column;
  }
}

Parts with_fonts(std::string_view cells) {
  Parts parts = workbook_parts("<row r=\"1\">" + std::string(cells) + "</row>");
  parts["xl/sharedStrings.xml"] =
      "<sst><si><t>a</t></si>"
      "<si><r><t>b</t></r><r><rPr><rFont val=\".VnTimeH\"/></rPr><t>c</t></r>"
      "<r><rPr><rFont val=\"Arial\"/></rPr><t>d</t></r></si></sst>";
  parts["xl/styles.xml"] =
      "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"mm/yyyy\"/></numFmts>"
      "<fonts><font><sz val=\"11\"/><name val=\"Times New Roman\"/></font>"
      "<font><name val=\"VNI-Times\"/></font><font/></fonts>"
      "<cellStyleXfs><xf fontId=\"1\"/></cellStyleXfs>"
      "<cellXfs><xf numFmtId=\"0\" fontId=\"0\"/><xf fontId=\"1\"/><xf fontId=\"2\"/>"
      "<xf fontId=\"9\"/><xf numFmtId=\"164\"/></cellXfs>"
      "<dxfs><dxf><font><name val=\"Wingdings\"/></font></dxf></dxfs></styleSheet>";
  return parts;
}

TEST(Font, IsThatOfTheCellFormatOrOfTheFirstRunThatNamesOne) {
  const Sheet sheet = sheet_of(with_fonts(
      "<c t=\"s\"><v>0</v></c><c s=\"1\" t=\"s\"><v>0</v></c><c s=\"2\"><v>1</v></c>"
      "<c s=\"3\"><v>1</v></c><c s=\"1\" t=\"s\"><v>1</v></c>"
      "<c s=\"1\" t=\"inlineStr\"><is><r><rPr><rFont val=\".VnArial\"/></rPr><t>e</t></r></is></c>"
      "<c s=\"1\" t=\"inlineStr\"><is><t>e</t></is></c>"));
  std::vector<std::string> fonts;
  for (const Cell& cell : sheet.cells()) {
    fonts.push_back(sheet.fonts.at(cell.font));
  }
  EXPECT_THAT(
      fonts,
      ElementsAre("Times New Roman", "VNI-Times", "", "", ".VnTimeH", ".VnArial", "VNI-Times"));
}

TEST(Font, IsUnknownWithoutStyles) {
  const Sheet sheet = sheet_with("", "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>1</v></c></row>");
  EXPECT_EQ(sheet.cells().front().font, 0U);
  ASSERT_FALSE(sheet.fonts.empty());
  EXPECT_EQ(sheet.fonts.front(), "");
}

TEST(Date, HidesItsDayWhenItsFormatDoes) {
  const Sheet sheet =
      sheet_of(with_fonts("<c s=\"4\"><v>31111</v></c><c s=\"4\" t=\"d\"><v>1985-03-05</v></c>"
                          "<c s=\"4\" t=\"s\"><v>0</v></c>"));
  EXPECT_TRUE(sheet.cells()[0].hides_day);
  EXPECT_TRUE(sheet.cells()[1].hides_day);
  EXPECT_FALSE(sheet.cells()[2].hides_day);
  const Sheet plain = sheet_with("", "<row r=\"1\"><c s=\"1\"><v>31111</v></c></row>");
  EXPECT_EQ(plain.cells()[0].kind, CellKind::date);
  EXPECT_FALSE(plain.cells()[0].hides_day);
}

}  // namespace
}  // namespace baocao::input
