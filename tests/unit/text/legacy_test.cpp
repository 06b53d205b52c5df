#include "text/legacy.hpp"

#include "unit/text/legacy_texts.hpp"

#include <random>

#include <gtest/gtest.h>

namespace baocao::text {
namespace {

TEST(Legacy, FontsNameTheirEncoding) {
  EXPECT_EQ(legacy_of_font(".VnTime"), Legacy::tcvn3);
  EXPECT_EQ(legacy_of_font(".vnarial Narrow"), Legacy::tcvn3);
  EXPECT_EQ(legacy_of_font("VNI-Times"), Legacy::vni);
  EXPECT_EQ(legacy_of_font("Times New Roman"), Legacy::none);
  EXPECT_EQ(legacy_of_font(""), Legacy::none);
  EXPECT_TRUE(is_capital_font(".VnTimeH"));
  EXPECT_FALSE(is_capital_font(".VnTime"));
  EXPECT_FALSE(is_capital_font("VNI-TimesH"));
}

TEST(Legacy, SoftHyphensAreLetters) {
  EXPECT_EQ(from_legacy("Ph\u00AD\u00EAng", Legacy::tcvn3), "Phường");
}

TEST(Legacy, DamageBy1258IsUndone) {
  const Letters tcvn3 = tcvn3_letters();
  const Letters vni = vni_letters();
  for (const std::string& name : lines_of("unit_names.txt")) {
    EXPECT_EQ(from_legacy(damaged_by_1258(written(name, tcvn3)), Legacy::tcvn3), name);
    EXPECT_EQ(from_legacy(damaged_by_1258(written(name, vni)), Legacy::vni), name);
  }
}

TEST(Legacy, IsLookedForOnlyWhereItMayBe) {
  EXPECT_FALSE(may_be_legacy("Nam"));
  EXPECT_FALSE(may_be_legacy("Nguyễn Văn Hà"));
  EXPECT_FALSE(may_be_legacy("Ĩ"));
  EXPECT_TRUE(may_be_legacy("Lê Văn Nam"));
  EXPECT_FALSE(looks_legacy("Lê Văn Nam, Ðà Nẵng\u00A0"));
  EXPECT_FALSE(looks_legacy("khoá, uý, quê, chuôm, giã"));
  EXPECT_TRUE(looks_legacy("V\u00A8n"));
  EXPECT_TRUE(looks_legacy("Va\u00EAn"));
  EXPECT_TRUE(looks_legacy("N\u00F7"));
}

Legacy best_of(const std::vector<std::string>& texts) {
  LegacyScore score;
  for (const std::string& text : texts) {
    score.add(text);
  }
  return score.best();
}

// Columns of 20 names drawn by a generator that is the same everywhere.
TEST(Legacy, ColumnsOfNamesAreToldApart) {
  const std::vector<std::string> names = lines_of("unit_names.txt");
  const Letters tcvn3 = tcvn3_letters();
  const Letters vni = vni_letters();
  std::mt19937 random(1);
  for (int column = 0; column < 500; ++column) {
    std::vector<std::string> unicode;
    std::vector<std::string> in_tcvn3;
    std::vector<std::string> in_vni;
    std::vector<std::string> damaged;
    for (int i = 0; i < 20; ++i) {
      const std::string& name = names[random() % names.size()];
      unicode.push_back(name);
      in_tcvn3.push_back(written(name, tcvn3));
      in_vni.push_back(written(name, vni));
      damaged.push_back(damaged_by_1258(in_tcvn3.back()));
    }
    EXPECT_EQ(best_of(unicode), Legacy::none) << column;
    EXPECT_EQ(best_of(in_tcvn3), Legacy::tcvn3) << column;
    EXPECT_EQ(best_of(in_vni), Legacy::vni) << column;
    EXPECT_EQ(best_of(damaged), Legacy::tcvn3) << column;
  }
}

TEST(Legacy, DecomposedUnicodeIsUnicode) {
  EXPECT_EQ(best_of({nfd("Nguyễn Văn Lộc"), "Tr\u00E2\u0300n Th\u0069\u0323 Ho\u0301a"}),
            Legacy::none);
}

TEST(Legacy, TicksSayNothing) {
  LegacyScore score;
  score.add("\u00D7");
  score.add("Nam 30\u00B0");
  EXPECT_EQ(score.words(), 0U);
  EXPECT_EQ(score.best(), Legacy::none);
}

}  // namespace
}  // namespace baocao::text
