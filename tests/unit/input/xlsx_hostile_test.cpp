#include "input/limits.hpp"
#include "input/reader.hpp"
#include "input/xlsx/worksheet.hpp"
#include "unit/input/workbook_files.hpp"

#include <string>

#include <gtest/gtest.h>

namespace baocao::input {
namespace {

diag::Diagnostic fault_of(const std::string& bytes) {
  diag::Sink sink;
  const auto sheets = read(bytes, "xa.xlsx", sink);
  if (sheets) {
    ADD_FAILURE() << "accepted";
    return {.code = "F000"};
  }
  EXPECT_EQ(sheets.error().span.file, "xa.xlsx");
  EXPECT_FALSE(sheets.error().message.empty());
  EXPECT_FALSE(sheets.error().help.empty());
  return sheets.error();
}

std::string code_of(const std::string& bytes) {
  return std::string(fault_of(bytes).code.id());
}

std::string with_part(const std::string& name, const std::string& content) {
  Parts parts = workbook_parts("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>");
  parts[name] = content;
  return zip_of(parts);
}

TEST(HostileWorkbook, IsRefusedForADoctype) {
  const std::string doctype = "<!DOCTYPE worksheet [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>";
  const diag::Diagnostic fault =
      fault_of(with_part("xl/worksheets/sheet1.xml", doctype + worksheet("")));
  EXPECT_EQ(fault.code.id(), "F206");
  EXPECT_EQ(fault.span.part, "xl/worksheets/sheet1.xml");
  for (const char* part :
       {"_rels/.rels", "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml"}) {
    EXPECT_EQ(code_of(with_part(part, doctype + "<worksheet/>")), "F206") << part;
  }
}

TEST(HostileWorkbook, IsRefusedForDeepNesting) {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) {
    deep += "<a>";
  }
  EXPECT_EQ(code_of(with_part("xl/worksheets/sheet1.xml", deep)), "F206");
}

TEST(HostileWorkbook, IsRefusedForDamagedXml) {
  const std::string whole = worksheet("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>");
  for (const std::size_t size : {std::size_t{0}, whole.size() / 2, whole.size() - 1}) {
    EXPECT_EQ(code_of(with_part("xl/worksheets/sheet1.xml", whole.substr(0, size))), "F205")
        << size;
  }
  EXPECT_EQ(code_of(with_part("xl/worksheets/sheet1.xml", "<a>&unknown;</a>")), "F205");
  EXPECT_EQ(code_of(with_part("xl/worksheets/sheet1.xml", "<a>\xFF</a>")), "F205");
}

TEST(HostileWorkbook, IsRefusedForAddressesOutOfPlace) {
  for (const char* rows : {"<row r=\"0\"/>",
                           "<row r=\"1048577\"/>",
                           "<row r=\"99999999999999\"/>",
                           "<row r=\"-1\"/>",
                           "<row r=\"x\"/>",
                           "<row r=\"2\"/><row r=\"1\"/>",
                           "<row r=\"2\"/><row r=\"2\"/>",
                           "<row r=\"1\"><c r=\"XFE1\"/></row>",
                           "<row r=\"1\"><c r=\"A2\"/></row>",
                           "<row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row>",
                           "<row r=\"1\"><c r=\"A1\"/><c r=\"A1\"/></row>",
                           "<row r=\"1\"><c r=\"XFD1\"/><c/></row>",
                           "<row r=\"1048576\"/><row/>"}) {
    const diag::Diagnostic fault = fault_of(workbook_of(rows));
    EXPECT_EQ(fault.code.id(), "F205") << rows;
    EXPECT_EQ(fault.span.sheet, "Danh sách");
  }
}

TEST(HostileWorkbook, IsRefusedForBadReferences) {
  const diag::Diagnostic fault =
      fault_of(workbook_of("<row r=\"3\"><c r=\"B3\" t=\"s\"><v>3</v></c></row>"));
  EXPECT_EQ(fault.code.id(), "F205");
  EXPECT_EQ(fault.span.cell, "B3");
  EXPECT_EQ(code_of(workbook_of("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>-1</v></c></row>")), "F205");
  EXPECT_EQ(code_of(workbook_of("", "<mergeCell ref=\"C1:A1\"/>")), "F205");
}

TEST(HostileWorkbook, IsRefusedForMissingSheets) {
  Parts parts = workbook_parts("");
  parts.erase("xl/worksheets/sheet1.xml");
  EXPECT_EQ(code_of(zip_of(parts)), "F108");
  EXPECT_EQ(code_of(with_part("xl/_rels/workbook.xml.rels", relationships(""))), "F205");
}

TEST(HostileWorkbook, IsRefusedForOneEndlessTag) {
  const std::string tag = "<worksheet a=\"" + std::string(2'000'000, 'x');
  EXPECT_EQ(code_of(with_part("xl/worksheets/sheet1.xml", tag)), "F207");
}

TEST(HostileWorkbook, IsRefusedForOneEndlessText) {
  const std::string text(2'000'000, 'x');
  EXPECT_EQ(code_of(workbook_of("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>" + text +
                                "</t></is></c></row>")),
            "F207");
  EXPECT_EQ(code_of(with_part("xl/sharedStrings.xml", "<sst><si><t>" + text + "</t></si></sst>")),
            "F207");
}

// A small file can show one long string in millions of cells.
TEST(HostileWorkbook, IsRefusedWhenItsCellsHoldTooMuch) {
  const std::string bytes = workbook_of(
      "<row r=\"1\"><c t=\"s\"><v>1</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>1</v></c></row>");
  const auto zip = package::ZipReader::open(bytes, "xa.xlsx");
  const xlsx::Source source{*zip, "xa.xlsx"};
  const auto refusal = [&](std::size_t cells, std::size_t text) {
    xlsx::Context context{.left = {.cells = cells, .text = text}};
    context.strings.add({""});
    context.strings.add({"abc"});
    Sheet sheet;
    diag::Sink sink;
    const auto read =
        xlsx::read_worksheet(source, "xl/worksheets/sheet1.xml", context, sheet, sink);
    return read ? "accepted" : std::string(read.error().code.id());
  };
  EXPECT_EQ(refusal(3, 9), "accepted");
  EXPECT_EQ(refusal(2, 9), "F207");
  EXPECT_EQ(refusal(3, 8), "F207");
}

TEST(HostileWorkbook, IsRefusedWhereverItIsCut) {
  const std::string whole = workbook_of("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>");
  for (std::size_t size = 4; size < whole.size(); size += 7) {
    ASSERT_EQ(code_of(whole.substr(0, size)), "F101") << size;
  }
}

std::string repeated(std::string_view piece, std::size_t times) {
  std::string out;
  out.reserve(piece.size() * times);
  for (std::size_t i = 0; i < times; ++i) {
    out += piece;
  }
  return out;
}

TEST(HostileWorkbook, IsRefusedWhenItPacksAThousandToOne) {
  const std::string blanks(70UL * 1024 * 1024, ' ');
  const diag::Diagnostic fault = fault_of(with_part("xl/worksheets/sheet1.xml", worksheet(blanks)));
  EXPECT_EQ(fault.code.id(), "F107");
  EXPECT_EQ(fault.span.part, "xl/worksheets/sheet1.xml");
}

TEST(HostileWorkbook, IsRefusedForTooManyEmptyCells) {
  const std::string bytes = workbook_of("<row><c s=\"1\"/><c s=\"1\"/><c s=\"1\"/></row>");
  const auto zip = package::ZipReader::open(bytes, "xa.xlsx");
  const xlsx::Source source{*zip, "xa.xlsx"};
  const auto refusal = [&](std::size_t empty_cells) {
    xlsx::Context context{.left = {.empty_cells = empty_cells}};
    Sheet sheet;
    diag::Sink sink;
    const auto read =
        xlsx::read_worksheet(source, "xl/worksheets/sheet1.xml", context, sheet, sink);
    return read ? "accepted" : std::string(read.error().code.id());
  };
  EXPECT_EQ(refusal(3), "accepted");
  EXPECT_EQ(refusal(2), "F207");
}

TEST(HostileWorkbook, IsRefusedForTooManyMergedAreasOrColumns) {
  const std::string merges = repeated("<mergeCell ref=\"A1\"/>", max_merged + 1);
  EXPECT_EQ(code_of(workbook_of("", merges)), "F207");
  const std::string columns = repeated("<col min=\"1\" max=\"1\" hidden=\"1\"/>", max_columns + 1);
  EXPECT_EQ(code_of(workbook_of("", columns)), "F207");
}

TEST(HostileWorkbook, IsRefusedForAWorkbookInsideAZip) {
  EXPECT_EQ(code_of(zip_of({{"xa.xlsx", workbook_of("<row><c><v>1</v></c></row>")}})), "F203");
}

TEST(FormattedRowsToTheEndOfTheSheet, AreRead) {
  std::string rows = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";
  for (std::uint32_t row = 2; row <= max_rows; ++row) {
    const std::string number = std::to_string(row);
    rows += "<row r=\"" + number + "\"><c r=\"A" + number + "\" s=\"1\"/><c r=\"B" + number +
            "\" s=\"1\"/></row>";
  }
  diag::Sink sink;
  const auto sheets = read(workbook_of(rows), "xa.xlsx", sink);
  ASSERT_TRUE(sheets) << sheets.error().message;
  EXPECT_EQ(sheets->front().cells().size(), 1U);
  EXPECT_EQ(sheets->front().rows(), 1U);
}

std::string text_of(const std::string& bytes) {
  diag::Sink sink;
  const auto sheets = read(bytes, "xa.xlsx", sink);
  std::string out;
  for (const Cell& cell : sheets ? sheets->front().cells() : std::span<const Cell>()) {
    out += cell_name(cell.row, cell.column) + "=" + std::string(cell.text) + cell.date.iso() + " ";
  }
  return sheets ? out : "refused";
}

// The checksums of the package catch every change of content; nothing is ever read differently.
TEST(DamagedWorkbook, IsRefusedOrReadAsItWas) {
  const std::string whole = workbook_of(
      "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>31111</v></c></row>");
  const std::string expected = text_of(whole);
  ASSERT_EQ(expected, "A1=Nguyễn Văn An1970-01-01 B1=311111985-03-05 ");
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string flipped = whole;
    flipped[at] = static_cast<char>(flipped[at] ^ 0x24);
    const std::string text = text_of(flipped);
    EXPECT_TRUE(text == expected || text == "refused") << at << ": " << text;
  }
}

TEST(LargestAddress, IsRead) {
  diag::Sink sink;
  const auto sheets = read(
      workbook_of("<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>"), "xa.xlsx", sink);
  ASSERT_TRUE(sheets);
  EXPECT_EQ(sheets->front().rows(), 1'048'576U);
  EXPECT_NE(sheets->front().at(1'048'575, 16'383), nullptr);
}

}  // namespace
}  // namespace baocao::input
