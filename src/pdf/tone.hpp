// How a verdict looks. Every tone differs from the others without colour as well: by lightness, by
// its mark and by the weight of the letters, because summaries are printed in black and white.
#pragma once

#include "pdf/document.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace baocao::pdf {

enum class Tone : std::uint8_t { met, not_met, undecided, no_data, not_due, plain };

// The words of the report model: "met", "not_met", …; "none" (no verdict) gives Tone::plain.
std::optional<Tone> tone_of(std::string_view word);
std::span<const std::string_view> tone_words();

struct Look {
  Color fill;    // of chips and cards
  Color edge;    // of chips and cards
  Color letter;  // on `fill`
  Color bar;     // of charts
  Style style = Style::regular;
};

const Look& look(Tone tone);

// A sign drawn as a path (the fonts have no check mark), about `size` wide and high:
// check, cross, question mark, dash, ring.
void draw_mark(Page& page, Point centre, double size, Tone tone, Color color);

}  // namespace baocao::pdf
