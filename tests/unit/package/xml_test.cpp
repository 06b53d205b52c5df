#include "package/xml.hpp"

#include <gtest/gtest.h>

namespace baocao::package {
namespace {

TEST(Escaped, EscapesMarkup) {
  EXPECT_EQ(escaped("<a b=\"c\"> & 'd'"), "&lt;a b=&quot;c&quot;&gt; &amp; 'd'");
  EXPECT_EQ(escaped("Đảng ủy\txã\n"), "Đảng ủy\txã\n");
}

TEST(Escaped, LeavesOutWhatXmlForbids) {
  EXPECT_EQ(escaped(std::string_view("a\0b\x0B"
                                     "c\x1F",
                                     6)),
            "abc");
  EXPECT_EQ(escaped("a\uFFFEb\uFFFFc\uFFFD"), "abc\uFFFD");
}

}  // namespace
}  // namespace baocao::package
