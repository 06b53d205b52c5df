#include "text/look_alikes.hpp"

#include "text/keys.hpp"

#include <gtest/gtest.h>

namespace baocao::text {
namespace {

TEST(LookAlikes, AreSeenAmongLatinLetters) {
  EXPECT_TRUE(has_look_alikes("Nguyễn Văn \u0410n"));
  EXPECT_TRUE(has_look_alikes("T\u039Fán"));
  EXPECT_FALSE(has_look_alikes("Nguyễn Văn An"));
  EXPECT_FALSE(has_look_alikes("\u041C\u043E\u0441\u043A\u0432\u0430"));
  EXPECT_FALSE(has_look_alikes("30 \u03BCm"));
}

TEST(LookAlikes, DoNotKeepTextsApart) {
  EXPECT_EQ(cleaned("Nguyễn V\u0430\u0306n \u0410n"), "Nguyễn Văn An");
  EXPECT_EQ(header_key("\u041Dọ và tên"), "họ và tên");
  EXPECT_EQ(name_key("L\u00EA H\u043E\u0300a"), name_key("Lê Hoà"));
  EXPECT_EQ(cleaned("\u041C\u043E\u0441\u043A\u0432\u0430"),
            "\u041C\u043E\u0441\u043A\u0432\u0430");
}

}  // namespace
}  // namespace baocao::text
