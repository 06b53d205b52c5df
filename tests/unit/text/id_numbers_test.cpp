#include "text/id_numbers.hpp"

#include <gtest/gtest.h>

namespace baocao::text {
namespace {

TEST(PersonalNumbers, AreHiddenButForTheirLastThreeDigits) {
  EXPECT_EQ(hide_personal_numbers("019080001234"), "•••••••••234");
  EXPECT_EQ(hide_personal_numbers("\"019080001234\" không phải là ngày"),
            "\"•••••••••234\" không phải là ngày");
  EXPECT_EQ(hide_personal_numbers("CCCD019080001234, số 001099000001."),
            "CCCD•••••••••234, số •••••••••001.");
}

TEST(PersonalNumbers, AreKnownInGroups) {
  EXPECT_EQ(hide_personal_numbers("019 080 001 234"), "•••••••••234");
  EXPECT_EQ(hide_personal_numbers("019.080.001.234"), "•••••••••234");
  EXPECT_EQ(hide_personal_numbers("0190-8000-1234 x"), "•••••••••234 x");
  EXPECT_EQ(hide_personal_numbers("019 080 001 234 0912"), "•••••••••234 0912");
  EXPECT_EQ(hide_personal_numbers("019\u00A0080001234"), "•••••••••234");
  EXPECT_EQ(hide_personal_numbers("05.03.1980-019080001234"), "05.03.1980-•••••••••234");
}

TEST(PersonalNumbers, OtherNumbersStayAsTheyAre) {
  for (const char* text : {"05/03/1980",
                           "05.03.1980 10.10.2026",
                           "119080001234",
                           "0190800012345",
                           "19080001234",
                           "1.234.567.890",
                           "chốt 2026-09-30, hàng 12, 345 người",
                           ""}) {
    EXPECT_EQ(hide_personal_numbers(text), text);
  }
}

TEST(IdNumbers, AreAllLongNumbersThatStandAlone) {
  EXPECT_EQ(hide_id_numbers("19080001234"), "••••••••234") << "a number cell";
  EXPECT_EQ(hide_id_numbers("CMND: 090123456."), "CMND: ••••••456.");
  EXPECT_EQ(hide_id_numbers("\"0190800012345\""), "\"••••••••••345\"") << "a digit too many";
  EXPECT_EQ(hide_id_numbers("019080001234/091"), "•••••••••234/091");
  for (const char* text :
       {"12345678", "ds_123456789.xlsx", "can-bo/123456789.xlsx", "1.234.567.890"}) {
    EXPECT_EQ(hide_id_numbers(text), text);
  }
}

TEST(IdNumbers, HashesAreNone) {
  const std::string hash = "a019080001234bcdef0123456789abcd019080001234e0123456789012345678";
  EXPECT_EQ(hide_id_numbers("gói " + hash), "gói " + hash);
  EXPECT_EQ(hide_id_numbers(std::string(64, '1')), std::string(64, '1'));
}

}  // namespace
}  // namespace baocao::text
