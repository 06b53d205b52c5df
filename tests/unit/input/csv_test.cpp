#include "input/csv/records.hpp"
#include "input/reader.hpp"
#include "text/keys.hpp"

#include <string>
#include <vector>

#include <gmock/gmock.h>

namespace baocao::input {
namespace {

using testing::ElementsAre;
using std::string_view_literals::operator""sv;

std::vector<std::string> cells_of(base::ByteView bytes) {
  diag::Sink sink;
  const auto sheets = read(bytes, "xa.csv", sink);
  if (!sheets) {
    return {std::string(sheets.error().code.id())};
  }
  EXPECT_EQ(sheets->size(), 1U);
  std::vector<std::string> cells;
  for (const Cell& cell : sheets->front().cells()) {
    EXPECT_EQ(cell.kind, CellKind::text);
    cells.push_back(cell_name(cell.row, cell.column) + "=" + std::string(cell.text));
  }
  return cells;
}

TEST(Csv, ReadsEveryFieldAsWritten) {
  EXPECT_THAT(cells_of("STT,Họ và tên\r\n1, Nguyễn Văn An \n"),
              ElementsAre("A1=STT", "B1=Họ và tên", "A2=1", "B2= Nguyễn Văn An "));
}

TEST(Csv, FindsTheSeparator) {
  EXPECT_THAT(cells_of("a;b;c\n1;\"2,5\";3,1,4\n"),
              ElementsAre("A1=a", "B1=b", "C1=c", "A2=1", "B2=2,5", "C2=3,1,4"));
  EXPECT_THAT(cells_of("a\tb\n1\t2,3\n"), ElementsAre("A1=a", "B1=b", "A2=1", "B2=2,3"));
  EXPECT_THAT(cells_of("một cột\nhai"), ElementsAre("A1=một cột", "A2=hai"));
}

TEST(Csv, IsNotMisledByTitlesAndDecimals) {
  const std::string text =
      "ĐẢNG ỦY XÃ, PHƯỜNG, ĐẶC KHU\n"
      "STT;Họ và tên;Ngày, tháng, năm sinh\n"
      "1;Nguyễn Văn An;05/3/1985\n"
      "2;Lê Bình;3/1985;thừa\n";
  EXPECT_EQ(csv::detected_separator(text), ';');
  EXPECT_EQ(csv::detected_separator("a;b;c\n1,5;2,5;3,5\n1,5;2,5;3,5;4\n"), ';');
  EXPECT_EQ(csv::detected_separator("a,b\n\"x;y;z\",2\n\"x;y;z\",3\n"), ',');
}

TEST(Csv, ReadsQuotedFields) {
  EXPECT_THAT(cells_of("\"a, b\",\"dòng 1\ndòng 2\",\"nói \"\"có\"\"\"\nc,5\" ống,\"\"\n"),
              ElementsAre("A1=a, b", "B1=dòng 1\ndòng 2", "C1=nói \"có\"", "A2=c", "B2=5\" ống"));
}

TEST(Csv, CountsBlankLinesAsRows) {
  EXPECT_THAT(cells_of("a,b\n\n,c\r\r\nd"), ElementsAre("A1=a", "B1=b", "B3=c", "A5=d"));
}

TEST(Csv, NamesTheLineOfAQuoteThatIsNeverClosed) {
  diag::Sink sink;
  const auto sheets = read("a,b\n\"x\ny\",1\n2,\"mở\n3,c\n", "xa.csv", sink);
  ASSERT_FALSE(sheets);
  EXPECT_EQ(sheets.error().code.id(), "F208");
  EXPECT_EQ(sheets.error().span.line, 4U);
}

TEST(Csv, ReadsUtf8WithMarkAndUtf16) {
  EXPECT_THAT(cells_of("\xEF\xBB\xBFTổ,b\n"), ElementsAre("A1=Tổ", "B1=b"));
  EXPECT_THAT(cells_of("\xFF\xFE\x10\x01,\0b\0"sv), ElementsAre("A1=Đ", "B1=b"));
  EXPECT_THAT(cells_of("\xFE\xFF\x01\x10\0,\0b"sv), ElementsAre("A1=Đ", "B1=b"));
}

TEST(Csv, ReadsWindows1258WithANote) {
  diag::Sink sink;
  const auto sheets = read(
      "STT,T\xEA"
      "n\n1,Nguy\xEA\xDEn\n",
      "xa.csv",
      sink);
  ASSERT_TRUE(sheets);
  EXPECT_EQ(sheets->front().at(0, 1)->text, "Tên");
  EXPECT_EQ(text::cleaned(sheets->front().at(1, 1)->text), "Nguyễn");
  ASSERT_EQ(sink.all().size(), 1U);
  EXPECT_EQ(sink.all().front().code.id(), "F209");
  EXPECT_EQ(sink.all().front().severity, diag::Severity::note);
}

TEST(Csv, DoesNotGuessAtDamagedUtf8) {
  for (const std::string text : {"Tổ,b\nc,d\xE1\xBB",
                                 "\xEF\xBB\xBF"
                                 "a,b\nc,\xFF"}) {
    diag::Sink sink;
    const auto sheets = read(text, "xa.csv", sink);
    ASSERT_FALSE(sheets);
    EXPECT_EQ(sheets.error().code.id(), "F211");
    EXPECT_EQ(sheets.error().span.line, 2U);
    EXPECT_TRUE(sink.all().empty());
  }
}

TEST(Csv, RefusesMoreColumnsThanExcelHas) {
  EXPECT_THAT(cells_of(std::string(16'383, ',') + "x"), ElementsAre("XFD1=x"));
  EXPECT_THAT(cells_of(std::string(16'384, ',') + "x"), ElementsAre("F207"));
}

TEST(Csv, ObeysTheLineThatNamesTheSeparator) {
  EXPECT_THAT(cells_of("sep=;\r\na,1;b,2\n"), ElementsAre("A1=a,1", "B1=b,2"));
  EXPECT_THAT(cells_of("\xEF\xBB\xBFsep=|\nTổ|b;c\n"), ElementsAre("A1=Tổ", "B1=b;c"));
  EXPECT_THAT(cells_of("sep=số\na,b\n"), ElementsAre("A1=sep=số", "A2=a", "B2=b"));
  EXPECT_THAT(cells_of("sep="), ElementsAre("A1=sep="));
}

TEST(Csv, KeepsRowsOfAnyLength) {
  EXPECT_THAT(cells_of("a,b,c\n1\r1,2,3,4\r\n,,3"),
              ElementsAre("A1=a", "B1=b", "C1=c", "A2=1", "A3=1", "B3=2", "C3=3", "D3=4", "C4=3"));
}

TEST(Csv, ReportsCharactersTheEncodingDoesNotHave) {
  for (const base::ByteView bytes : {"\xFF\xFE"
                                     "a\0\n\0b\0\x00\xD8"sv,
                                     "\xEA\nb\xD2\x8A\n"sv}) {
    diag::Sink sink;
    ASSERT_TRUE(read(bytes, "xa.csv", sink));
    ASSERT_FALSE(sink.all().empty());
    const diag::Diagnostic& warning = sink.all().back();
    EXPECT_EQ(warning.code.id(), "F220");
    EXPECT_EQ(warning.span.line, 2U);
  }
}

}  // namespace
}  // namespace baocao::input
