#include "pdf/sfnt.hpp"

namespace baocao::pdf {
namespace {

constexpr std::size_t bmp = 0x10000;

// Platform 3 encoding 1, or platform 0; format 4.
SfntReader unicode_subtable(const SfntReader& cmap) {
  for (std::size_t i = 0; i < cmap.u16(2); ++i) {
    const std::size_t at = 4 + i * 8;
    const std::uint16_t platform = cmap.u16(at);
    const bool unicode = platform == 0 || (platform == 3 && cmap.u16(at + 2) == 1);
    const SfntReader subtable = cmap.from(cmap.u32(at + 4));
    if (unicode && subtable.u16(0) == 4) {
      return subtable;
    }
  }
  return SfntReader({});
}

// One segment of a format 4 subtable.
struct Segment {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint16_t delta = 0;
  std::uint16_t range = 0;   // 0: glyph = code + delta
  std::size_t range_at = 0;  // place of `range`, from which its glyph list is counted
};

Segment segment(const SfntReader& cmap, std::size_t index, std::size_t doubled_count) {
  const std::size_t at = 14 + index * 2;
  Segment found;
  found.last = cmap.u16(at);
  found.first = cmap.u16(at + doubled_count + 2);
  found.delta = cmap.u16(at + 2 * doubled_count + 2);
  found.range_at = at + 3 * doubled_count + 2;
  found.range = cmap.u16(found.range_at);
  return found;
}

std::uint16_t glyph(const SfntReader& cmap, const Segment& in, std::uint32_t code) {
  if (in.range == 0) {
    return static_cast<std::uint16_t>(code + in.delta);
  }
  const std::uint16_t listed =
      cmap.u16(in.range_at + in.range + std::size_t{2} * (code - in.first));
  return listed == 0 ? listed : static_cast<std::uint16_t>(listed + in.delta);
}

}  // namespace

unsigned SfntReader::byte(std::size_t at) const {
  return at < bytes_.size() ? static_cast<unsigned char>(bytes_[at]) : 0U;
}

std::uint16_t SfntReader::u16(std::size_t at) const {
  return static_cast<std::uint16_t>((byte(at) << 8U) | byte(at + 1));
}

std::uint32_t SfntReader::u32(std::size_t at) const {
  return (std::uint32_t{u16(at)} << 16U) | u16(at + 2);
}

SfntReader SfntReader::from(std::size_t at) const {
  return SfntReader(at < bytes_.size() ? bytes_.substr(at) : base::ByteView());
}

SfntReader SfntReader::table(std::string_view tag) const {
  constexpr std::size_t header = 12;
  constexpr std::size_t entry = 16;
  for (std::size_t i = 0; i < u16(4); ++i) {
    const std::size_t at = header + i * entry;
    if (at + entry <= bytes_.size() && bytes_.substr(at, 4) == tag) {
      return SfntReader(from(u32(at + 8)).bytes().substr(0, u32(at + 12)));
    }
  }
  return SfntReader({});
}

std::vector<std::uint16_t> glyphs_by_letter(const SfntReader& font) {
  const SfntReader cmap = unicode_subtable(font.table("cmap"));
  if (cmap.bytes().empty()) {
    return {};
  }
  std::vector<std::uint16_t> glyphs(bmp);
  const std::size_t doubled_count = cmap.u16(6);
  for (std::size_t i = 0; i < doubled_count / 2; ++i) {
    const Segment in = segment(cmap, i, doubled_count);
    for (std::uint32_t code = in.first; code <= in.last && code + 1 < bmp; ++code) {
      glyphs[code] = glyph(cmap, in, code);
    }
  }
  return glyphs;
}

}  // namespace baocao::pdf
