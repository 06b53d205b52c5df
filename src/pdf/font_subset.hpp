// A TrueType file with just the letters a report can use. libharu copies and compresses the whole
// font for every document, so a font cut once per run makes each document twice as fast and a third
// the size. The cut file is for libharu's eyes only: the licence of Liberation keeps its name for
// the whole font.
#pragma once

#include "base/bytes.hpp"

#include <cstdint>
#include <vector>

namespace baocao::pdf {

struct LetterRange {
  std::uint16_t first = 0;
  std::uint16_t last = 0;  // included
};

// Latin with all Vietnamese letters, punctuation, arrows, mathematical signs, boxes.
std::vector<LetterRange> report_letters();

// `file` must be one that FontTable::parse accepts. Glyphs keep their numbers and outlines; those
// of other letters are emptied, the parts of composite glyphs stay.
base::Bytes subset(base::ByteView file, const std::vector<LetterRange>& letters);

}  // namespace baocao::pdf
