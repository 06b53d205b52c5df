#include "text/syllables.hpp"

#include "unit/text/legacy_texts.hpp"

#include <gtest/gtest.h>

namespace baocao::text {
namespace {

TEST(Syllables, AreTold) {
  for (const char32_t* word :
       {U"nguyễn", U"quốc",  U"gì",    U"giếng",  U"già",  U"nghiêng", U"khuỷu",
        U"quýnh",  U"quyền", U"ý",     U"yến",    U"ở",    U"uỷ",      U"hoà",
        U"hòa",    U"đắc",   U"xoong", U"phường", U"thuở", U"kỳ",      U"giặc"}) {
    EXPECT_TRUE(is_syllable(word)) << utf8(word);
  }
}

TEST(Syllables, AreNotOtherWords) {
  for (const char32_t* word : {U"",
                               U"b",
                               U"ngh",
                               U"đắk",
                               U"nguyôn",
                               U"quờn1",
                               U"cế",
                               U"kà",
                               U"mát́",
                               U"màt",
                               U"tảch",
                               U"wơn",
                               U"h",
                               U"gha",
                               U"hồó",
                               U"v¨n"}) {
    EXPECT_FALSE(is_syllable(word)) << utf8(word);
  }
}

TEST(Syllables, MakeUpTheNamesOfUnits) {
  std::size_t names = 0;
  std::size_t foreign = 0;
  for (const std::string& name : lines_of("unit_names.txt")) {
    const std::u32string points = code_points(lower(name));
    bool all = true;
    for (std::size_t from = 0; from < points.size();) {
      const std::size_t to = std::min(points.find_first_of(U" -'", from), points.size());
      const std::u32string word = points.substr(from, to - from);
      const bool is_number = word.find_first_of(U"0123456789") != std::u32string::npos;
      all = all && (word.empty() || is_number || is_syllable(word));
      from = to + 1;
    }
    ++names;
    foreign += all ? 0U : 1U;
  }
  EXPECT_EQ(names, 3321U);
  EXPECT_LE(foreign, 150U);  // names of highland and Khmer places
  EXPECT_GE(foreign, 128U);
}

}  // namespace
}  // namespace baocao::text
