#include "pdf/font_table.hpp"

#include "pdf/sfnt.hpp"

namespace baocao::pdf {

std::optional<FontTable> FontTable::parse(base::ByteView file) {
  constexpr std::uint32_t true_type = 0x00010000;
  const SfntReader font(file);
  const SfntReader hmtx = font.table("hmtx");
  const unsigned units_per_em = font.table("head").u16(18);
  const unsigned metrics = font.table("hhea").u16(34);
  const std::vector<std::uint16_t> glyphs = glyphs_by_letter(font);
  if (font.u32(0) != true_type || glyphs.empty() || units_per_em == 0 || metrics == 0) {
    return std::nullopt;
  }
  FontTable table;
  table.widths_.assign(glyphs.size(), absent);
  for (std::size_t letter = 0; letter < glyphs.size(); ++letter) {
    const unsigned glyph = glyphs[letter];
    if (glyph != 0) {
      const unsigned advance = hmtx.u16(std::size_t{4} * (glyph < metrics ? glyph : metrics - 1));
      table.widths_[letter] = static_cast<std::uint16_t>(advance * 1000 / units_per_em);
    }
  }
  return table;
}

}  // namespace baocao::pdf
