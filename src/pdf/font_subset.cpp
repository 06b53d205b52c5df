#include "pdf/font_subset.hpp"

#include "pdf/sfnt.hpp"

#include <array>
#include <set>
#include <string_view>
#include <utility>

namespace baocao::pdf {
namespace {

using Glyphs = std::set<std::uint16_t>;

void put16(base::Bytes& out, std::size_t value) {
  out += static_cast<char>((value >> 8U) & 0xFFU);
  out += static_cast<char>(value & 0xFFU);
}

void put32(base::Bytes& out, std::size_t value) {
  put16(out, value >> 16U);
  put16(out, value & 0xFFFFU);
}

// The outlines of a font: tables glyf and loca.
class Outlines {
 public:
  explicit Outlines(const SfntReader& font)
      : glyf_(font.table("glyf")),
        loca_(font.table("loca")),
        long_offsets_(font.table("head").u16(50) != 0),
        count_(font.table("maxp").u16(4)) {}

  std::size_t count() const { return count_; }

  base::ByteView outline(std::size_t glyph) const {
    const std::size_t start = offset(glyph);
    const std::size_t end = offset(glyph + 1);
    return start < end ? glyf_.from(start).bytes().substr(0, end - start) : base::ByteView();
  }

  // `glyph` and all that it is composed of.
  void collect(std::uint16_t glyph, Glyphs& into) const {
    if (glyph >= count_ || !into.insert(glyph).second) {
      return;
    }
    const SfntReader outline(this->outline(glyph));
    const bool composite = (outline.u16(0) & 0x8000U) != 0;
    constexpr unsigned more_components = 0x20;
    std::size_t at = 10;
    for (unsigned flags = composite ? more_components : 0; (flags & more_components) != 0;) {
      flags = outline.u16(at);
      collect(outline.u16(at + 2), into);
      at += component_size(flags);
    }
  }

 private:
  static std::size_t component_size(unsigned flags) {
    constexpr unsigned word_arguments = 0x01;
    constexpr unsigned one_scale = 0x08;
    constexpr unsigned two_scales = 0x40;
    constexpr unsigned matrix = 0x80;
    const std::size_t transformation = (flags & one_scale) != 0    ? 2
                                       : (flags & two_scales) != 0 ? 4
                                       : (flags & matrix) != 0     ? 8
                                                                   : 0;
    return 4 + ((flags & word_arguments) != 0 ? 4 : 2) + transformation;
  }

  std::size_t offset(std::size_t glyph) const {
    return long_offsets_ ? loca_.u32(4 * glyph) : std::size_t{2} * loca_.u16(2 * glyph);
  }

  SfntReader glyf_;
  SfntReader loca_;
  bool long_offsets_;
  std::size_t count_;
};

// A cmap with one Unicode subtable of format 4 and one segment to a range: libharu searches the
// segments one by one for each code point there is.
base::Bytes character_map(const std::vector<LetterRange>& ranges,
                          const std::vector<std::uint16_t>& glyphs) {
  const std::size_t segments = ranges.size() + 1;  // the last one is required by the format
  base::Bytes ends;
  base::Bytes starts;
  base::Bytes offsets;
  base::Bytes list;
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    put16(ends, ranges[i].last);
    put16(starts, ranges[i].first);
    put16(offsets, 2 * (segments - i) + list.size());  // from its own place to its list
    for (std::size_t letter = ranges[i].first; letter <= ranges[i].last; ++letter) {
      put16(list, glyphs[letter]);
    }
  }
  put16(ends, 0xFFFF);
  put16(starts, 0xFFFF);
  put16(offsets, 0);
  base::Bytes deltas(2 * (segments - 1), '\0');
  put16(deltas, 1);
  base::Bytes subtable;
  put16(subtable, 4);
  put16(subtable, 16 + 8 * segments + list.size());
  put16(subtable, 0);
  put16(subtable, 2 * segments);
  subtable += base::Bytes(6, '\0');  // hints for a binary search, unused by readers
  subtable += ends + base::Bytes(2, '\0') + starts + deltas + offsets + list;
  base::Bytes map;
  for (const std::size_t value : {0U, 1U, 3U, 1U}) {  // version, subtables, platform, encoding
    put16(map, value);
  }
  put32(map, 12);
  return map + subtable;
}

struct OutlineTables {
  base::Bytes glyf;
  base::Bytes loca;
};

OutlineTables kept_outlines(const Outlines& outlines, const Glyphs& kept) {
  OutlineTables tables;
  for (std::size_t glyph = 0; glyph < outlines.count(); ++glyph) {
    put32(tables.loca, tables.glyf.size());
    if (kept.contains(static_cast<std::uint16_t>(glyph))) {
      tables.glyf += outlines.outline(glyph);
      tables.glyf.resize((tables.glyf.size() + 3) / 4 * 4);
    }
  }
  put32(tables.loca, tables.glyf.size());
  return tables;
}

base::Bytes with_long_offsets(base::ByteView head) {
  base::Bytes changed(head);
  changed.resize(54);
  changed[51] = 1;
  return changed;
}

// Glyph names are of no use in a PDF: format 3 has none.
base::Bytes without_glyph_names(base::ByteView post) {
  base::Bytes changed(post.substr(0, 32));
  changed.resize(32);
  changed[1] = 3;
  return changed;
}

using Tables = std::vector<std::pair<std::string_view, base::Bytes>>;  // by tag

// Checksums stay 0: libharu computes its own.
base::Bytes assembled(const Tables& tables) {
  base::Bytes file;
  put32(file, 0x00010000);
  put16(file, tables.size());
  file += base::Bytes(6, '\0');
  std::size_t offset = file.size() + 16 * tables.size();
  base::Bytes data;
  for (const auto& [tag, bytes] : tables) {
    file += tag;
    put32(file, 0);
    put32(file, offset + data.size());
    put32(file, bytes.size());
    data += bytes;
    data.resize((data.size() + 3) / 4 * 4);
  }
  return file + data;
}

}  // namespace

std::vector<LetterRange> report_letters() {
  return {{0x0020, 0x007E},
          {0x00A0, 0x024F},
          {0x1E00, 0x1EFF},
          {0x2010, 0x205E},
          {0x20A0, 0x20BF},
          {0x2100, 0x22FF},
          {0x2500, 0x25FF}};
}

base::Bytes subset(base::ByteView file, const std::vector<LetterRange>& letters) {
  const SfntReader font(file);
  const Outlines outlines(font);
  const std::vector<std::uint16_t> glyphs = glyphs_by_letter(font);
  Glyphs kept;
  outlines.collect(0, kept);
  for (const LetterRange& range : letters) {
    for (std::size_t letter = range.first; letter <= range.last; ++letter) {
      outlines.collect(glyphs[letter], kept);
    }
  }
  OutlineTables cut = kept_outlines(outlines, kept);
  const auto copy = [&](std::string_view tag) { return base::Bytes(font.table(tag).bytes()); };
  return assembled({{"OS/2", copy("OS/2")},
                    {"cmap", character_map(letters, glyphs)},
                    {"cvt ", copy("cvt ")},
                    {"fpgm", copy("fpgm")},
                    {"glyf", std::move(cut.glyf)},
                    {"head", with_long_offsets(font.table("head").bytes())},
                    {"hhea", copy("hhea")},
                    {"hmtx", copy("hmtx")},
                    {"loca", std::move(cut.loca)},
                    {"maxp", copy("maxp")},
                    {"name", copy("name")},
                    {"post", without_glyph_names(font.table("post").bytes())},
                    {"prep", copy("prep")}});
}

}  // namespace baocao::pdf
