#include "text/tcvn3.hpp"

#include "unit/text/legacy_texts.hpp"

#include <gtest/gtest.h>

namespace baocao::text {
namespace {

TEST(Tcvn3, DecodesEveryLetter) {
  const Letters letters = letters_of("tcvn3.csv");
  ASSERT_EQ(letters.size(), 74U);
  for (const auto& [letter, code] : letters) {
    EXPECT_EQ(from_tcvn3(U"b" + code + U"b").text, (std::u32string{U'b', letter, U'b'}))
        << utf8(code);
  }
}

TEST(Tcvn3, DecodesEveryCapitalWrittenAsAPair) {
  const Letters letters = tcvn3_letters();
  ASSERT_EQ(letters.size(), 74U + 60U);
  for (const auto& [letter, code] : letters) {
    EXPECT_EQ(from_tcvn3(code + U"b").text, (std::u32string{letter, U'b'})) << utf8(code);
  }
}

TEST(Tcvn3, JoinsOnlyPairsOfTheSameVowel) {
  EXPECT_EQ(from_tcvn3(U"O\u00B5").text, U"Oà");
  EXPECT_EQ(from_tcvn3(U"\u00A2\u00B5").text, U"Âà");
}

TEST(Tcvn3, TakesWordsInCapitalsForCapitals) {
  EXPECT_EQ(from_tcvn3(U"NGUY\u00D4N V\u00A1N A \u00A7\u00B6NG").text, U"NGUYỄN VĂN A ĐẢNG");
  EXPECT_EQ(from_tcvn3(U"H\u00B5").text, U"Hà");
  EXPECT_EQ(from_tcvn3(U"H\u00B5N\u00E9i").text, U"HàNội");
}

TEST(Tcvn3, LeavesSymbolsThatStandAlone) {
  EXPECT_EQ(from_tcvn3(U"\u00D7").text, U"\u00D7");
  EXPECT_EQ(from_tcvn3(U"\u00B7 \u00A7\u00B5 L\u00B9t\u00A0\u00D7").text,
            U"\u00B7 Đà Lạt\u00A0\u00D7");
  EXPECT_EQ(from_tcvn3(U"\u00EB").text, U"ở");
}

TEST(Tcvn3, ReadsAllNamesOfUnits) {
  const Letters letters = tcvn3_letters();
  for (const std::string& name : lines_of("unit_names.txt")) {
    EXPECT_EQ(utf8(from_tcvn3(code_points(written(name, letters))).text), name);
    EXPECT_EQ(utf8(from_tcvn3(code_points(written(lower(name), letters))).text), lower(name));
  }
}

}  // namespace
}  // namespace baocao::text
