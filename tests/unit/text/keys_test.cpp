#include "text/keys.hpp"

#include <array>
#include <string>
#include <utility>

#include <gtest/gtest.h>

namespace baocao::text {
namespace {

struct Case {
  std::string_view text;
  std::string_view key;
};

TEST(Cleaned, ComposesMarksInAnyOrder) {
  for (const std::string_view text : {
           "ế",              // precomposed
           "e\u0302\u0301",  // full NFD
           "e\u0301\u0302",  // tone before hat
           "\u00EA\u0301",   // hat precomposed
           "\u00E9\u0302",   // tone precomposed
           "e\u0302\u200B\u0301",
       }) {
    EXPECT_EQ(cleaned(text), "ế") << text;
  }
  EXPECT_EQ(cleaned("o\u0323\u031B"), "ợ");
  EXPECT_EQ(cleaned("o\u031B\u0323"), "ợ");
  EXPECT_EQ(cleaned("A\u0301\u0306"), "Ắ");
}

TEST(Cleaned, MakesEveryRunOfWhiteSpaceOneBlank) {
  EXPECT_EQ(cleaned("  Nguyễn\u00A0 Văn\r\n\tAn \u3000"), "Nguyễn Văn An");
  EXPECT_EQ(cleaned("\u00A0\t\n"), "");
  EXPECT_EQ(cleaned(""), "");
}

TEST(Cleaned, DropsWhatNobodySees) {
  EXPECT_EQ(cleaned("\uFEFFNgu\u200Byễn\u200E An\u2060"), "Nguyễn An");
}

TEST(Cleaned, KeepsTheSoftHyphenOfTcvn3) {
  EXPECT_EQ(cleaned("Th\u00AD"), "Th\u00AD");
}

TEST(Cleaned, ReadsEthAsD) {
  EXPECT_EQ(cleaned("\u00D0iện Biên \u00F0"), "Điện Biên đ");
}

TEST(Cleaned, ReplacesBytesThatAreNoText) {
  EXPECT_EQ(cleaned("A\xFFz"), "A\uFFFDz");
  EXPECT_EQ(cleaned("a\xC3"), "a\uFFFD");
  EXPECT_EQ(cleaned("a\xE1\xBA"), "a\uFFFD");
}

TEST(HeaderKey, KeepsWhatNamesTheColumn) {
  constexpr std::array cases = {
      Case{"Ngày, tháng,\nnăm sinh (dd/mm)", "ngày tháng năm sinh"},
      Case{"HỌ VÀ TÊN *", "họ và tên"},
      Case{"Chức vụ / chức danh", "chức vụ/chức danh"},
      Case{"Chức vụ – chức danh:", "chức vụ-chức danh"},
      Case{"Q.L.N.N", "qlnn"},
      Case{"Trình độ văn hóa", "trình độ văn hoá"},
      Case{"Trình độ văn hoá", "trình độ văn hoá"},
      Case{"Dân tộc [mã (số)]", "dân tộc"},
      Case{"Ghi chú (nếu có", "ghi chú"},
      Case{"Số) định danh", "số định danh"},
      Case{"(1)", ""},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(header_key(c.text), c.key) << c.text;
  }
}

TEST(CodeKey, MeetsTheSpellingsOfOneWord) {
  constexpr std::array cases = {
      Case{"Hòa", "hoà"},
      Case{"Hoà", "hoà"},
      Case{"khỏe", "khoẻ"},
      Case{"khoẻ", "khoẻ"},
      Case{"THÚY", "thuý"},
      Case{"thuý", "thuý"},
      Case{"Quý", "quý"},
      Case{"Qúy", "quý"},
      Case{"Thạc sỹ", "thạc sĩ"},
      Case{"Thạc  sĩ ", "thạc sĩ"},
      Case{"ThS.", "ths"},
      Case{"Th.S", "ths"},
      Case{"Lý luận", "lí luận"},
      Case{"ngày", "ngày"},
      Case{"tuyển", "tuyển"},
      Case{"Y", "y"},
      Case{"hoàn", "hoàn"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(code_key(c.text), c.key) << c.text;
  }
}

TEST(NameKey, MovesTonesAndKeepsLetters) {
  EXPECT_EQ(name_key("NGUYỄN  THỊ THÚY"), name_key("Nguyễn Thị Thuý"));
  EXPECT_EQ(name_key("Lê Hòa"), name_key("lê hoà"));
  EXPECT_NE(name_key("Vy"), name_key("Vi"));
  EXPECT_NE(name_key("Lý"), name_key("Lí"));
  EXPECT_NE(name_key("Tùng"), name_key("Tung"));
}

// Eight pairs of communes inside one province differ by accents alone.
TEST(NameKey, TellsCommunesApartThatDifferByAccentsAlone) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 8> pairs = {
      {{"Văn Lang", "Văn Lăng"},
       {"Sơn Hà", "Sơn Hạ"},
       {"Ba Tơ", "Ba Tô"},
       {"Cẩm Giang", "Cẩm Giàng"},
       {"Lộc Thạnh", "Lộc Thành"},
       {"Tân Thành", "Tân Thạnh"},
       {"Thanh An", "Thạnh An"},
       {"Tân Thành (Đồng Tháp)", "Tân Thạnh (Đồng Tháp)"}}};
  for (const auto& [one, other] : pairs) {
    EXPECT_NE(name_key(one), name_key(other)) << one;
  }
}

TEST(MaskId, ShowsAtMostThreeDigits) {
  EXPECT_EQ(mask_id("019185000123"), "•••••••••123");
  EXPECT_EQ(mask_id("123"), "•••");
  EXPECT_EQ(mask_id(""), "");
}

}  // namespace
}  // namespace baocao::text
