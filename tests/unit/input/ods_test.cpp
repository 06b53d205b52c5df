#include "base/file.hpp"
#include "input/reader.hpp"
#include "unit/input/ods_files.hpp"

#include <string>
#include <vector>

#include <gmock/gmock.h>

namespace baocao::input {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<Sheet> sheets_of(const std::string& bytes) {
  diag::Sink sink;
  auto sheets = read(bytes, "xa.ods", sink);
  if (!sheets) {
    ADD_FAILURE() << sheets.error().code.id() << " " << sheets.error().message;
    return {};
  }
  return std::move(*sheets);
}

std::vector<std::string> cells_of(const Sheet& sheet) {
  constexpr const char* kinds[] = {"text", "number", "date", "boolean", "error"};
  std::vector<std::string> cells;
  for (const Cell& cell : sheet.cells()) {
    cells.push_back(cell_name(cell.row, cell.column) + "=" + kinds[static_cast<int>(cell.kind)] +
                    (cell.from_formula ? "*" : "") + ":" + std::string(cell.text) +
                    (cell.kind == CellKind::date ? "|" + cell.date.iso() : "") +
                    (cell.hides_day ? "|no day" : ""));
  }
  return cells;
}

std::vector<std::string> cells_of(std::string_view rows) {
  const auto sheets = sheets_of(spreadsheet_of(rows));
  return sheets.empty() ? std::vector<std::string>{} : cells_of(sheets.front());
}

std::string row(std::string_view cells, std::string_view attributes = "") {
  return "<table:table-row " + std::string(attributes) + ">" + std::string(cells) +
         "</table:table-row>";
}

TEST(Ods, OfLibreOfficeIsRead) {
  const auto bytes = base::read_file(BAOCAO_SOURCE_DIR "/tests/data/ods/libreoffice.ods");
  ASSERT_TRUE(bytes);
  const auto sheets = sheets_of(*bytes);
  ASSERT_EQ(sheets.size(), 2U);
  EXPECT_EQ(sheets[0].name, "Danh sách");
  EXPECT_EQ(sheets[0].file, "xa.ods");
  EXPECT_THAT(cells_of(sheets[0]),
              ElementsAre("A1=text:DANH SÁCH\nxã Một",
                          "A4=text:Nguyễn Văn  Ab",
                          "B4=date:1985-03-05|1985-03-05",
                          "C4=date:1985-03-01|1985-03-01|no day",
                          "D4=number:2.5",
                          "A5=boolean:1",
                          "B5=number:0.25",
                          "C5=error*:#DIV/0!",
                          "D5=error*:#N/A",
                          "E5=number*:5",
                          "F5=number:0.4375",
                          "A6=text:Nguyễn Văn Hưởng",
                          "B6=text:x",
                          "C6=text:x",
                          "A7=text:lặp",
                          "A8=text:lặp"));
  EXPECT_EQ(sheets[0].raw(*sheets[0].at(5, 0)), "Nguy\u00D4n V\u00A8n H\u00AD\u00EBng");
  ASSERT_EQ(sheets[0].decoded.size(), 1U);
  EXPECT_TRUE(sheets[0].decoded[0].by_font);
  ASSERT_EQ(sheets[0].merged.size(), 1U);
  EXPECT_EQ(sheets[0].merged[0].last_column, 2U);
  ASSERT_EQ(sheets[0].hidden_rows.size(), 1U);
  EXPECT_EQ(sheets[0].hidden_rows[0].first, 4U);
  ASSERT_EQ(sheets[0].hidden_columns.size(), 1U);
  EXPECT_EQ(sheets[0].hidden_columns[0].first, 3U);
  EXPECT_FALSE(sheets[0].hidden);
  EXPECT_TRUE(sheets[1].hidden);
}

TEST(Ods, KeepsTheTextOfParagraphsAlone) {
  EXPECT_THAT(
      cells_of(row(string_cell(" a\n  b<text:s text:c=\"3\"/>c<text:tab/>d<text:line-break/>e ") +
                   string_cell("<text:span>Nguyễn</text:span> <text:a>Văn</text:a> An"
                               "<text:note><text:p>chú</text:p></text:note>") +
                   "<table:table-cell office:value-type=\"string\"><office:annotation>"
                   "<text:p>ghi chú</text:p></office:annotation><text:p>x</text:p><text:p/>"
                   "<text:p>y</text:p><draw:frame><text:p>hình</text:p></draw:frame>"
                   "</table:table-cell>")),
      ElementsAre("A1=text:a b   c\td\ne ", "B1=text:Nguyễn Văn An", "C1=text:x\n\ny"));
}

TEST(Ods, TakesValuesNotTheirDisplay) {
  EXPECT_THAT(
      cells_of(row(
          "<table:table-cell office:value-type=\"float\" office:value=\"12.50\"><text:p>13</text:p>"
          "</table:table-cell>"
          "<table:table-cell office:value-type=\"currency\" office:value=\"5\"/>"
          "<table:table-cell office:value-type=\"float\" office:value=\"x\"><text:p>7</text:p>"
          "</table:table-cell>"
          "<table:table-cell office:value-type=\"date\" office:date-value=\"1985-02-30\">"
          "<text:p>30/2/1985</text:p></table:table-cell>"
          "<table:table-cell office:value-type=\"boolean\" office:boolean-value=\"false\"/>"
          "<table:table-cell office:value-type=\"string\" office:string-value=\"ẩn\"/>"
          "<table:table-cell office:value-type=\"time\" office:time-value=\"PT1H\"><text:p>1:00"
          "</text:p></table:table-cell>" +
          string_cell("#không phải lỗi"))),
      ElementsAre("A1=number:12.50",
                  "B1=number:5",
                  "C1=text:7",
                  "D1=text:30/2/1985",
                  "E1=boolean:0",
                  "F1=text:ẩn",
                  "G1=text:1:00",
                  "H1=text:#không phải lỗi"));
}

TEST(Ods, FindsDatesWithoutADayThroughParentsAndColumns) {
  const std::string date =
      "<table:table-cell office:value-type=\"date\" office:date-value=\"1985-03-01T00:00:00\" ";
  EXPECT_THAT(cells_of("<table:table-column table:default-cell-style-name=\"month\"/>"
                       "<table:table-column/>" +
                       row(date + "/>" + date + "/>" + date + "table:style-name=\"below\"/>" +
                           date + "table:style-name=\"day\"/>")),
              ElementsAre("A1=date:1985-03-01T00:00:00|1985-03-01|no day",
                          "B1=date:1985-03-01T00:00:00|1985-03-01",
                          "C1=date:1985-03-01T00:00:00|1985-03-01|no day",
                          "D1=date:1985-03-01T00:00:00|1985-03-01"));
}

TEST(Ods, CountsRepeatedCellsAndRows) {
  const std::string gap = "<table:table-cell table:number-columns-repeated=\"16000\"/>";
  EXPECT_THAT(
      cells_of(row("<table:table-cell/>" + string_cell("x", "table:number-columns-repeated=\"2\"") +
                       "<table:table-cell table:number-columns-repeated=\"3\"/>" + string_cell("y"),
                   "table:number-rows-repeated=\"2\"") +
               row(gap, "table:number-rows-repeated=\"1000\"") + "<table:table-row-group>" +
               row(string_cell("z") + gap) + "</table:table-row-group>" +
               row(gap + gap, "table:number-rows-repeated=\"4000000000\"") + row(gap)),
      ElementsAre("B1=text:x",
                  "C1=text:x",
                  "G1=text:y",
                  "B2=text:x",
                  "C2=text:x",
                  "G2=text:y",
                  "A1003=text:z"));
}

TEST(Ods, GivesHiddenLinesAndMergedAreas) {
  const auto sheets = sheets_of(spreadsheet_of(
      "<table:table-column table:visibility=\"collapse\"/>"
      "<table:table-column table:visibility=\"filter\" table:number-columns-repeated=\"2\"/>"
      "<table:table-column/>" +
      row(string_cell("a", "table:number-columns-spanned=\"2\" table:number-rows-spanned=\"3\"") +
          "<table:covered-table-cell/>") +
      row(string_cell("b"), "table:visibility=\"filter\" table:number-rows-repeated=\"2\"") +
      row("", "table:visibility=\"collapse\"")));
  ASSERT_EQ(sheets.size(), 1U);
  const Sheet& sheet = sheets.front();
  ASSERT_EQ(sheet.hidden_columns.size(), 1U);
  EXPECT_EQ(sheet.hidden_columns[0].last, 2U);
  ASSERT_EQ(sheet.hidden_rows.size(), 1U);
  EXPECT_EQ(sheet.hidden_rows[0].first, 1U);
  EXPECT_EQ(sheet.hidden_rows[0].last, 3U);
  ASSERT_EQ(sheet.merged.size(), 1U);
  EXPECT_EQ(sheet.merged[0].last_row, 2U);
  EXPECT_EQ(sheet.merged[0].last_column, 1U);
}

TEST(Ods, LeavesOutTablesThatAreNoSheets) {
  const std::string other = "<table:table table:name=\"khác\">" + row(string_cell("cũ"));
  const auto sheets = sheets_of(zip_of(spreadsheet_parts(
      "<table:tracked-changes><text:p>cũ</text:p>" + other + "</table:table>" +
      "</table:tracked-changes><table:table table:name=\"A\"><table:shapes>" + other +
      "</table:table></table:shapes>" + row(string_cell("1")) + "</table:table>" +
      "<table:table table:name=\"'f.ods'#B\"><table:table-source/>" + row(string_cell("ngoài")) +
      "</table:table><table:dde-links>" + other + "</table:table></table:dde-links>")));
  ASSERT_EQ(sheets.size(), 1U);
  EXPECT_THAT(cells_of(sheets.front()), ElementsAre("A1=text:1"));
}

TEST(Ods, WarnsOfFormulasWithoutResults) {
  diag::Sink sink;
  ASSERT_TRUE(read(spreadsheet_of(row(string_cell("a") +
                                      "<table:table-cell table:formula=\"of:=1+1\"/>"
                                      "<table:table-cell table:formula=\"of:=&quot;&quot;\" "
                                      "office:value-type=\"string\" office:string-value=\"\"/>")),
                   "xa.ods",
                   sink));
  ASSERT_EQ(sink.all().size(), 1U);
  EXPECT_EQ(sink.all().front().code.id(), "F210");
  EXPECT_EQ(sink.all().front().span.cell, "B1");
}

TEST(Ods, TemplatesAreSpreadsheetsToo) {
  Parts parts = spreadsheet_parts("<table:table table:name=\"A\">" + row(string_cell("1")) +
                                  "</table:table>");
  parts["mimetype"] = "application/vnd.oasis.opendocument.spreadsheet-template";
  EXPECT_EQ(sheets_of(zip_of(parts)).size(), 1U);
}

std::string code_of(const Parts& parts) {
  diag::Sink sink;
  const auto sheets = read(zip_of(parts), "xa.ods", sink);
  if (sheets) {
    return "accepted";
  }
  EXPECT_EQ(sheets.error().span.file, "xa.ods");
  EXPECT_FALSE(sheets.error().help.empty());
  return std::string(sheets.error().code.id());
}

std::string code_of_rows(const std::string& rows) {
  return code_of(spreadsheet_parts("<table:table table:name=\"A\">" + rows + "</table:table>"));
}

TEST(HostileOds, IsRefusedForAPassword) {
  Parts parts = spreadsheet_parts("");
  parts["content.xml"] = "\x01\x02";
  parts["META-INF/manifest.xml"] =
      "<m:manifest xmlns:m=\"m\"><m:file-entry m:full-path=\"content.xml\"><m:encryption-data/>"
      "</m:file-entry></m:manifest>";
  EXPECT_EQ(code_of(parts), "F102");
}

TEST(HostileOds, IsRefusedForBillionsOfFilledCells) {
  const std::string many = "table:number-columns-repeated=\"16384\"";
  const std::string rows = "table:number-rows-repeated=\"1048576\"";
  EXPECT_EQ(code_of_rows(row(string_cell("x", many), rows)), "F207");
  EXPECT_EQ(code_of_rows(row(string_cell("x"), "table:number-rows-repeated=\"4294967295\"")),
            "F207");
  std::string dozens;
  for (int i = 0; i < 100; ++i) {
    dozens += row(string_cell("x", many));
  }
  EXPECT_EQ(code_of_rows(dozens), "F207");
}

TEST(HostileOds, IsRefusedForCellsOutsideTheGrid) {
  const std::string gap = "<table:table-cell table:number-columns-repeated=\"16384\"/>";
  EXPECT_EQ(code_of_rows(row(gap + string_cell("x"))), "F207");
  EXPECT_EQ(code_of_rows(row("", "table:number-rows-repeated=\"1048576\"") + row(string_cell("x"))),
            "F207");
}

TEST(HostileOds, IsRefusedForLongTextMadeOfBlanks) {
  EXPECT_EQ(code_of_rows(row(string_cell("<text:s text:c=\"1000000000\"/>"
                                         "<text:s text:c=\"1000000000\"/>x"))),
            "F207");
}

TEST(HostileOds, IsRefusedForDoctypeDepthAndDamage) {
  for (const char* part : {"content.xml", "styles.xml", "META-INF/manifest.xml"}) {
    Parts parts = spreadsheet_parts("");
    parts[part] = "<!DOCTYPE a [<!ENTITY b \"c\">]><a/>";
    EXPECT_EQ(code_of(parts), "F206") << part;
    parts[part] = "<a><b>";
    EXPECT_EQ(code_of(parts), "F205") << part;
    parts[part] = std::string();
    for (int i = 0; i < 1000; ++i) {
      parts[part] += "<a>";
    }
    EXPECT_EQ(code_of(parts), "F206") << part;
  }
}

TEST(HostileOds, EndsStylesThatNameEachOther) {
  Parts parts =
      spreadsheet_parts("<table:table table:name=\"A\">" +
                        row("<table:table-cell table:style-name=\"p\" office:value-type=\"date\" "
                            "office:date-value=\"1985-03-05\"/>") +
                        "</table:table>");
  parts["styles.xml"] =
      "<s xmlns:s=\"s\"><s:style s:name=\"p\" s:parent-style-name=\"q\"/>"
      "<s:style s:name=\"q\" s:parent-style-name=\"p\"/></s>";
  EXPECT_EQ(code_of(parts), "accepted");
}

}  // namespace
}  // namespace baocao::input
