#include "input/legacy_text.hpp"

#include "input/reader.hpp"
#include "unit/text/legacy_texts.hpp"

#include <string>
#include <vector>

#include <gmock/gmock.h>

namespace baocao::input {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const std::vector<std::string> people = {"Nguyễn Văn Hưởng",
                                         "Trần Thị Mỹ Lệ",
                                         "Lê Đức Thọ",
                                         "Phạm Quốc Dũng",
                                         "Hoàng Nữ Ánh",
                                         "Vũ Ngọc Đạt"};

std::string tcvn3(const std::string& text) {
  static const text::Letters letters = text::tcvn3_letters();
  return text::written(text, letters);
}

std::string vni(const std::string& text) {
  static const text::Letters letters = text::vni_letters();
  return text::written(text, letters);
}

struct Book {
  std::vector<Sheet> sheets;
  diag::Sink sink;

  Book() {
    sheets.emplace_back();
    sheets.front().file = "xa.xlsx";
    sheets.front().name = "DS";
    sheets.front().fonts = {"", ".VnTime", ".VnTimeH", "VNI-Times", "Times New Roman"};
  }

  void add(std::uint32_t row,
           std::uint32_t column,
           const std::string& text,
           std::uint8_t font = 0) {
    Cell cell;
    cell.row = row;
    cell.column = column;
    cell.text = text;
    cell.font = font;
    sheets.front().add(cell);
  }

  void decode() { decode_legacy_text(sheets, sink); }

  std::string at(std::uint32_t row, std::uint32_t column) const {
    return std::string(sheets.front().at(row, column)->text);
  }

  std::vector<std::string> codes() const {
    std::vector<std::string> codes;
    for (const diag::Diagnostic& d : sink.all()) {
      codes.push_back(std::string(d.code.id()) + " " + d.span.cell);
    }
    return codes;
  }
};

TEST(LegacyText, OfAColumnIsDecodedByItsFont) {
  Book book;
  book.add(0, 0, "Họ và tên");
  for (std::uint32_t i = 0; i < people.size(); ++i) {
    book.add(i + 1, 0, tcvn3(people[i]), 1);
  }
  book.decode();
  EXPECT_EQ(book.at(0, 0), "Họ và tên");
  for (std::uint32_t i = 0; i < people.size(); ++i) {
    EXPECT_EQ(book.at(i + 1, 0), people[i]);
    EXPECT_EQ(book.sheets.front().raw(*book.sheets.front().at(i + 1, 0)), tcvn3(people[i]));
  }
  EXPECT_EQ(book.sheets.front().raw(*book.sheets.front().at(0, 0)), "Họ và tên");
  ASSERT_THAT(book.codes(), ElementsAre("F215 A2"));
  const diag::Diagnostic& note = book.sink.all().front();
  EXPECT_EQ(note.severity, diag::Severity::note);
  EXPECT_EQ(note.message, "cột A: chữ theo bảng mã TCVN3 (phông .VnTime), đã đổi sang Unicode 6 ô");
  EXPECT_EQ(note.span.sheet, "DS");
  ASSERT_EQ(book.sheets.front().decoded.size(), 1U);
  EXPECT_EQ(book.sheets.front().decoded[0].encoding, text::Legacy::tcvn3);
  EXPECT_TRUE(book.sheets.front().decoded[0].by_font);
  EXPECT_EQ(book.sheets.front().decoded[0].cells, 6U);
}

TEST(LegacyText, IsToldWithoutFontsByTheWholeColumn) {
  for (const bool is_vni : {false, true}) {
    Book book;
    for (std::uint32_t i = 0; i < people.size(); ++i) {
      book.add(i, 0, is_vni ? vni(people[i]) : tcvn3(people[i]));
    }
    book.decode();
    for (std::uint32_t i = 0; i < people.size(); ++i) {
      EXPECT_EQ(book.at(i, 0), people[i]);
    }
    EXPECT_THAT(book.codes(), ElementsAre("F215 A1"));
    EXPECT_EQ(book.sink.all().front().severity, diag::Severity::warning);
    EXPECT_THAT(book.sink.all().front().message, HasSubstr(is_vni ? "VNI" : "TCVN3"));
    EXPECT_FALSE(book.sheets.front().decoded[0].by_font);
  }
}

TEST(LegacyText, IsNotSeenInUnicode) {
  Book book;
  for (std::uint32_t i = 0; i < people.size(); ++i) {
    book.add(i, 0, people[i], 1);  // someone changed the font
    book.add(i, 1, text::nfd(people[i]));
    book.add(i, 2, i % 2 == 0 ? "Lê Văn Hà" : "Hà Nam");
    book.add(i, 3, "Dòng họ Lý");
    book.add(i, 4, "Hà");
  }
  book.decode();
  for (std::uint32_t i = 0; i < people.size(); ++i) {
    EXPECT_EQ(book.at(i, 0), people[i]);
    EXPECT_EQ(book.at(i, 1), text::nfd(people[i]));
  }
  EXPECT_THAT(book.codes(), IsEmpty());
  EXPECT_THAT(book.sheets.front().decoded, IsEmpty());
}

TEST(LegacyText, OfAFontIsLeftAloneWhenItReadsWorse) {
  Book book;
  for (std::uint32_t i = 0; i < 4; ++i) {
    book.add(i, 0, "Lê Hoà, Quán Lào", 1);
    book.add(i, 1, "Lê Hoà, Quán Lào", 3);
  }
  book.decode();
  EXPECT_EQ(book.at(0, 0), "Lê Hoà, Quán Lào");
  EXPECT_EQ(book.at(0, 1), "Lê Hoà, Quán Lào");
  EXPECT_THAT(book.codes(), IsEmpty());
}

TEST(LegacyText, InCapitalFontsIsInCapitals) {
  Book book;
  for (std::uint32_t i = 0; i < people.size(); ++i) {
    book.add(i, 0, tcvn3(text::lower(people[i])), 2);
  }
  book.decode();
  EXPECT_EQ(book.at(0, 0), "NGUYỄN VĂN HƯỞNG");
  EXPECT_THAT(book.codes(), ElementsAre("F215 A1"));
}

TEST(LegacyText, DamagedBy1258IsMended) {
  Book book;
  for (std::uint32_t i = 0; i < people.size(); ++i) {
    book.add(i, 0, text::damaged_by_1258(tcvn3(people[i])));
    book.add(i, 1, text::damaged_by_1258(tcvn3("Tiền Giang, Bến Tre, quê mẹ")), 1);
  }
  book.decode();
  for (std::uint32_t i = 0; i < people.size(); ++i) {
    EXPECT_EQ(book.at(i, 0), people[i]);
    EXPECT_EQ(book.at(i, 1), "Tiền Giang, Bến Tre, quê mẹ");
  }
  EXPECT_THAT(book.codes(), ElementsAre("F215 A1", "F215 B1"));
}

TEST(LegacyText, MayStandUnderUnicodeHeaders) {
  Book book;
  book.add(0, 0, "Quê quán");
  book.add(0, 1, "Giáo viên");
  for (std::uint32_t i = 0; i < people.size(); ++i) {
    book.add(i + 1, 0, tcvn3(people[i]));
    book.add(i + 1, 1, tcvn3("Bí thư Đảng ủy xã"));
  }
  book.decode();
  EXPECT_EQ(book.at(0, 0), "Quê quán");
  EXPECT_EQ(book.at(0, 1), "Giáo viên");
  EXPECT_EQ(book.at(1, 0), people[0]);
  EXPECT_EQ(book.at(1, 1), "Bí thư Đảng ủy xã");
  EXPECT_THAT(book.codes(), ElementsAre("F215 A2", "F215 B2"));
}

TEST(LegacyText, MayStandInHeadersOverUnicode) {
  for (const std::uint8_t font : {std::uint8_t{0}, std::uint8_t{1}}) {
    Book book;
    book.add(0, 0, tcvn3("Họ và tên"), font);
    book.add(0, 1, tcvn3("Chức vụ"), font);
    book.add(0, 2, tcvn3("Dân tộc"), font);
    for (std::uint32_t i = 0; i < people.size(); ++i) {
      book.add(i + 1, 0, people[i]);
      book.add(i + 1, 1, "Bí thư");
      book.add(i + 1, 2, "Tày");
    }
    book.decode();
    EXPECT_EQ(book.at(0, 0), "Họ và tên");
    EXPECT_EQ(book.at(0, 1), "Chức vụ");
    EXPECT_EQ(book.at(0, 2), "Dân tộc");
    EXPECT_EQ(book.at(1, 2), "Tày");
    EXPECT_THAT(book.codes(), ElementsAre("F215 A1", "F215 B1", "F215 C1"));
  }
}

TEST(LegacyText, OfLittleFollowsItsSheetAndFile) {
  Book book;
  for (std::uint32_t i = 0; i < people.size(); ++i) {
    book.add(i, 0, tcvn3(people[i]));
    if (i == 2) {
      book.add(i, 1, tcvn3("Dũng"));  // "Dòng" in Unicode
    }
  }
  Sheet& second = book.sheets.emplace_back();
  second.name = tcvn3("Tổng hợp");
  second.add(0, 0, CellKind::text, tcvn3("Thư ký"));
  book.decode();
  EXPECT_EQ(book.at(2, 1), "Dũng");
  EXPECT_EQ(book.sheets[1].at(0, 0)->text, "Thư ký");
  EXPECT_EQ(book.sheets[1].decoded_name, "Tổng hợp");
  EXPECT_EQ(book.sheets[1].name, tcvn3("Tổng hợp"));
  EXPECT_EQ(book.sheets[0].decoded_name, "");
}

TEST(LegacyText, LeavesTicksAndNumbersAlone) {
  Book book;
  for (std::uint32_t i = 0; i < people.size(); ++i) {
    book.add(i, 0, tcvn3(people[i]), 1);
    book.add(i, 1, i == 0 ? tcvn3("Nữ") : "\u00D7", 1);
    book.sheets.front().add(i, 2, CellKind::number, "12");
  }
  book.decode();
  EXPECT_EQ(book.at(0, 1), "Nữ");
  EXPECT_EQ(book.at(1, 1), "\u00D7");
  EXPECT_EQ(book.sheets.front().decoded[1].cells, 1U);
}

TEST(LegacyText, ThatCannotBeDecidedIsReported) {
  Book book;
  book.add(0, 0, "Họ và tên");
  book.add(1, 0, "Lßw Æzk");
  book.add(2, 0, "Qñk Øzt");
  book.decode();
  EXPECT_EQ(book.at(1, 0), "Lßw Æzk");
  ASSERT_THAT(book.codes(), ElementsAre("F216 A2"));
  EXPECT_EQ(book.sink.all().front().severity, diag::Severity::warning);
}

TEST(LegacyText, InASingleCellAmongUnicodeIsReported) {
  Book book;
  for (std::uint32_t i = 0; i < people.size(); ++i) {
    book.add(i, 0, i == 3 ? tcvn3("Lê Lợi") : people[i]);
  }
  book.decode();
  EXPECT_EQ(book.at(3, 0), tcvn3("Lê Lợi"));
  EXPECT_THAT(book.codes(), ElementsAre("F216 A4"));
}

TEST(LegacyText, OfForeignNamesIsNoFault) {
  Book book;
  for (std::uint32_t i = 0; i < people.size(); ++i) {
    book.add(i, 0, i == 3 ? "François Grüner" : people[i]);
    book.add(i, 1, "30 m², 5°C");
  }
  book.decode();
  EXPECT_THAT(book.codes(), IsEmpty());
}

TEST(LegacyText, OfTextFilesIsDecoded) {
  std::string wide = "TT," + tcvn3("Họ và tên") + "\n";
  for (const std::string& name : people) {
    wide += "1," + tcvn3(name) + "\n";
  }
  std::string bytes;
  for (const char32_t c : text::code_points(wide)) {
    bytes.push_back(static_cast<char>(c));
  }
  for (const std::string& file : {bytes, wide, text::damaged_by_1258(wide)}) {
    diag::Sink sink;
    const auto sheets = read(file, "xa.csv", sink);
    ASSERT_TRUE(sheets);
    EXPECT_EQ(sheets->front().at(0, 1)->text, "Họ và tên");
    EXPECT_EQ(sheets->front().at(1, 1)->text, people[0]);
    EXPECT_EQ(sink.all().back().code.id(), "F215");
  }
}

}  // namespace
}  // namespace baocao::input
