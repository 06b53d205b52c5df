#include "pdf/font_subset.hpp"

#include "base/file.hpp"
#include "pdf/font_table.hpp"
#include "pdf/fonts.hpp"
#include "pdf/sfnt.hpp"

#include <gtest/gtest.h>

namespace baocao::pdf {
namespace {

constexpr const char* fonts[] = {
    "/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf",
    "/usr/share/fonts/truetype/liberation2/LiberationSerif-Bold.ttf",
    "/usr/share/fonts/truetype/liberation2/LiberationSerif-Italic.ttf"};

base::ByteView outline(const SfntReader& font, std::size_t glyph) {
  const SfntReader loca = font.table("loca");
  const bool wide = font.table("head").u16(50) != 0;
  const auto offset = [&](std::size_t at) {
    return wide ? loca.u32(4 * at) : std::size_t{2} * loca.u16(2 * at);
  };
  return font.table("glyf")
      .from(offset(glyph))
      .bytes()
      .substr(0, offset(glyph + 1) - offset(glyph));
}

// Each glyph of the subset begins with the bytes of the source (it may be padded).
bool same_outline(const SfntReader& source, const SfntReader& cut, std::size_t glyph) {
  return outline(cut, glyph).starts_with(outline(source, glyph)) && !outline(source, glyph).empty();
}

bool is_composite(const SfntReader& font, std::size_t glyph) {
  return (SfntReader(outline(font, glyph)).u16(0) & 0x8000U) != 0;
}

// The glyphs a composite glyph is made of.
std::vector<std::size_t> components(const SfntReader& font, std::size_t glyph) {
  const SfntReader data(outline(font, glyph));
  std::vector<std::size_t> found;
  unsigned flags = is_composite(font, glyph) ? 0x20 : 0;
  for (std::size_t at = 10; (flags & 0x20U) != 0;) {
    flags = data.u16(at);
    found.push_back(data.u16(at + 2));
    at += 4U + ((flags & 1U) != 0 ? 4U : 2U);
    at += (flags & 8U) != 0 ? 2U : (flags & 0x40U) != 0 ? 4U : (flags & 0x80U) != 0 ? 8U : 0U;
  }
  return found;
}

TEST(Subset, KeepsTheOutlinesOfAllVietnameseLetters) {
  for (const char* path : fonts) {
    const base::Bytes whole = base::read_file(path).value();
    const base::Bytes small = subset(whole, report_letters());
    const SfntReader source(whole);
    const SfntReader cut(small);
    const auto glyphs = glyphs_by_letter(source);
    const auto cut_glyphs = glyphs_by_letter(cut);
    for (const char32_t letter : vietnamese_letters()) {
      const std::size_t glyph = glyphs[letter];
      EXPECT_EQ(cut_glyphs[letter], glyph);
      EXPECT_TRUE(same_outline(source, cut, glyph)) << path << ", glyph " << glyph;
      for (const std::size_t part : components(source, glyph)) {
        EXPECT_TRUE(same_outline(source, cut, part)) << path << ", glyph " << glyph;
        // libharu 2.3.0 follows composites one level and drops what lies deeper.
        EXPECT_FALSE(is_composite(source, part)) << path << ", glyph " << glyph;
      }
    }
  }
}

TEST(Subset, KeepsTheWidthsAndDropsTheRest) {
  const base::Bytes whole = base::read_file(fonts[0]).value();
  const base::Bytes small = subset(whole, {{'A', 'Z'}, {0x1EA0, 0x1EA1}});
  EXPECT_LT(small.size(), whole.size() / 2);
  const FontTable before = FontTable::parse(whole).value();
  const FontTable after = FontTable::parse(small).value();
  EXPECT_EQ(after.width('Q'), before.width('Q'));
  EXPECT_EQ(after.width(0x1EA1), before.width(0x1EA1));
  EXPECT_TRUE(before.has('a'));
  EXPECT_FALSE(after.has('a'));
  const auto glyphs = glyphs_by_letter(SfntReader(whole));
  EXPECT_TRUE(outline(SfntReader(small), glyphs['g']).empty());
}

}  // namespace
}  // namespace baocao::pdf
