#include "pdf/tone.hpp"

#include <array>

namespace baocao::pdf {
namespace {

constexpr std::array<std::string_view, 6> words = {
    "met", "not_met", "undecided", "no_data", "not_due", "none"};

constexpr Color white{1, 1, 1};
constexpr Color black{0, 0, 0};

// In the order of Tone.
constexpr std::array<Look, 6> looks = {{
    {.fill = {0.09, 0.42, 0.25},
     .edge = {0.09, 0.42, 0.25},
     .letter = white,
     .bar = {0.09, 0.42, 0.25},
     .style = Style::bold},
    {.fill = white,
     .edge = {0.72, 0.11, 0.11},
     .letter = {0.72, 0.11, 0.11},
     .bar = {0.76, 0.25, 0.20},
     .style = Style::bold},
    {.fill = {1.0, 0.93, 0.72},
     .edge = {0.62, 0.42, 0.0},
     .letter = {0.38, 0.25, 0.0},
     .bar = {0.80, 0.58, 0.10},
     .style = Style::italic},
    {.fill = {0.90, 0.90, 0.90},
     .edge = {0.90, 0.90, 0.90},
     .letter = {0.27, 0.27, 0.27},
     .bar = {0.60, 0.60, 0.60},
     .style = Style::italic},
    {.fill = white,
     .edge = {0.45, 0.53, 0.65},
     .letter = {0.20, 0.30, 0.46},
     .bar = {0.35, 0.47, 0.66},
     .style = Style::regular},
    {.fill = white, .edge = {0.6, 0.6, 0.6}, .letter = black, .bar = {0.35, 0.47, 0.66}},
}};

void draw_ring(Page& page, Point centre, double radius, Color color) {
  page.rounded({centre.x - radius, centre.y - radius, 2 * radius, 2 * radius},
               radius,
               {.stroke = color, .line_width = radius * 0.35});
}

void draw_question(Page& page, Point centre, double radius, Color color) {
  const Point hook[] = {{centre.x - radius * 0.5, centre.y - radius * 0.5},
                        {centre.x - radius * 0.2, centre.y - radius * 0.9},
                        {centre.x + radius * 0.3, centre.y - radius * 0.9},
                        {centre.x + radius * 0.5, centre.y - radius * 0.5},
                        {centre.x, centre.y},
                        {centre.x, centre.y + radius * 0.4}};
  page.polyline(hook, radius * 0.32, color);
  const double dot = radius * 0.18;
  page.rectangle({centre.x - dot, centre.y + radius * 0.65, 2 * dot, 2 * dot}, {.fill = color});
}

}  // namespace

std::optional<Tone> tone_of(std::string_view word) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == word) {
      return static_cast<Tone>(i);
    }
  }
  return std::nullopt;
}

std::span<const std::string_view> tone_words() {
  return words;
}

const Look& look(Tone tone) {
  return looks[static_cast<std::size_t>(tone)];
}

void draw_mark(Page& page, Point centre, double size, Tone tone, Color color) {
  const double radius = size / 2;
  const double x = centre.x;
  const double y = centre.y;
  const double weight = radius * 0.38;
  switch (tone) {
    case Tone::met: {
      const Point check[] = {
          {x - radius, y}, {x - radius * 0.3, y + radius * 0.7}, {x + radius, y - radius * 0.8}};
      page.polyline(check, weight, color);
      break;
    }
    case Tone::not_met:
      page.line({x - radius * 0.8, y - radius * 0.8},
                {x + radius * 0.8, y + radius * 0.8},
                weight,
                color);
      page.line({x - radius * 0.8, y + radius * 0.8},
                {x + radius * 0.8, y - radius * 0.8},
                weight,
                color);
      break;
    case Tone::undecided:
      draw_question(page, centre, radius, color);
      break;
    case Tone::no_data:
      page.line({x - radius * 0.8, y}, {x + radius * 0.8, y}, weight, color);
      break;
    case Tone::not_due:
      draw_ring(page, centre, radius * 0.7, color);
      break;
    case Tone::plain:
      break;
  }
}

}  // namespace baocao::pdf
