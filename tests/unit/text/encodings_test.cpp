#include "text/encodings.hpp"

#include "text/unicode.hpp"

#include <gtest/gtest.h>

namespace baocao::text {
namespace {

using std::string_view_literals::operator""sv;

TEST(Encodings, ReadsWindows1258) {
  // Base letter with hat, then the tone as a byte of its own.
  EXPECT_EQ(nfc(decoded("Nguy\xEA\xDEn V\xE3n \xD0\xFD\xEC"
                        "c",
                        Encoding::windows_1258)),
            "Nguyễn Văn Đức");
}

TEST(Encodings, ReadsUtf16OfBothOrders) {
  EXPECT_EQ(decoded("\x10\x01i\0"sv, Encoding::utf16_little_endian), "Đi");
  EXPECT_EQ(decoded("\x01\x10\0i"sv, Encoding::utf16_big_endian), "Đi");
}

TEST(Encodings, MarksWhatCannotBeDecoded) {
  EXPECT_EQ(decoded("i\0\x01"sv, Encoding::utf16_little_endian), "i\uFFFD");
}

}  // namespace
}  // namespace baocao::text
