#include "input/reader.hpp"

#include "unit/input/workbook_files.hpp"

#include <string>

#include <gtest/gtest.h>

namespace baocao::input {
namespace {

using std::string_view_literals::operator""sv;

std::string code_of(base::ByteView bytes, const std::string& file = "xa.xlsx") {
  diag::Sink sink;
  const auto sheets = read(bytes, file, sink);
  if (sheets) {
    return "accepted";
  }
  EXPECT_EQ(sheets.error().span.file, file);
  EXPECT_FALSE(sheets.error().help.empty());
  return std::string(sheets.error().code.id());
}

TEST(Read, RefusesEmptyFiles) {
  EXPECT_EQ(code_of(""), "F201");
  EXPECT_EQ(code_of("\xEF\xBB\xBF"), "F202");
  EXPECT_EQ(code_of("\r\n\r\n", "xa.csv"), "F202");
  EXPECT_EQ(code_of(workbook_of("")), "F202");
  EXPECT_EQ(code_of(workbook_of("<row r=\"1\"><c r=\"A1\" s=\"1\"/></row>")), "F202");
}

TEST(Read, RefusesProtectedAndOldFiles) {
  const std::string magic = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
  EXPECT_EQ(code_of(magic + std::string("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv)),
            "F102");
  EXPECT_EQ(code_of(magic + std::string("W\0o\0r\0k\0b\0o\0o\0k\0"sv)), "F103");
}

TEST(Read, RefusesPackagesThatAreNoWorkbook) {
  EXPECT_EQ(code_of(zip_of({{"a.txt", "a"}})), "F203");
  EXPECT_EQ(code_of(zip_of({})), "F203");
  const std::string document =
      relationships(relationship("r1", "officeDocument", "word/document.xml"));
  EXPECT_EQ(code_of(zip_of(
                {{"_rels/.rels", document}, {"word/document.xml", "<w:document xmlns:w=\"w\"/>"}})),
            "F203");
  const std::string binary = relationships(relationship("r1", "officeDocument", "xl/workbook.bin"));
  EXPECT_EQ(code_of(zip_of({{"_rels/.rels", binary}, {"xl/workbook.bin", "\x01"}})), "F203");
}

TEST(Read, SaysWhatThePackageIs) {
  diag::Sink sink;
  const auto sheets = read(
      zip_of({{"content.xml", "<a/>"}, {"mimetype", "application/vnd.oasis.opendocument.text"}}),
      "xa.odt",
      sink);
  ASSERT_FALSE(sheets);
  EXPECT_EQ(sheets.error().code.id(), "F203");
  EXPECT_NE(sheets.error().message.find(".odt"), std::string::npos);
}

TEST(Read, RefusesUnknownFormats) {
  EXPECT_EQ(code_of("%PDF-1.7\n\0\x01"sv, "xa.csv"), "F204");
  EXPECT_EQ(code_of("%PDF-1.7\nđầu\n\x80\x01"sv, "xa.csv"), "F204");
  EXPECT_EQ(code_of("\xEF\xBB\xBF<html></html>", "xa.xls"), "F204");
  EXPECT_EQ(code_of("\xFF\xFE\x01\0a\0"sv, "xa.csv"), "F204");
  EXPECT_EQ(code_of("\x89PNG\r\n\x1A\n\0\0"sv, "xa.csv"), "F204");
  EXPECT_EQ(code_of(" <html><table><tr><td>1</td></tr></table></html>", "xa.xls"), "F204");
}

TEST(Read, LooksAtTheContentNotTheName) {
  EXPECT_EQ(code_of("a,b\n1,2\n", "xa.xlsx"), "accepted");
  EXPECT_EQ(code_of(workbook_of("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"), "xa.csv"),
            "accepted");
}

}  // namespace
}  // namespace baocao::input
