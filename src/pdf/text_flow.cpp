#include "pdf/text_flow.hpp"

#include <algorithm>

namespace baocao::pdf {
namespace {

// Calls `use` with each piece of `text` between separators; empty pieces too.
template <class Use>
void split(std::string_view text, char separator, const Use& use) {
  for (;;) {
    const std::size_t end = text.find(separator);
    use(text.substr(0, end));
    if (end == std::string_view::npos) {
      return;
    }
    text.remove_prefix(end + 1);
  }
}

bool starts_letter(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

// Bytes of the longest start of `word` that fits into `width`; at least one letter.
std::size_t fitting(const FontSet& fonts, const Font& font, std::string_view word, double width) {
  std::size_t fits = 0;
  for (std::size_t end = 1; end <= word.size(); ++end) {
    if (end < word.size() && !starts_letter(word[end])) {
      continue;
    }
    if (fits > 0 && fonts.width(word.substr(0, end), font) > width) {
      break;
    }
    fits = end;
  }
  return fits;
}

class LineBreaker {
 public:
  LineBreaker(const FontSet& fonts, const TextStyle& style, double width)
      : fonts_(fonts), style_(style), width_(width), blank_(fonts.width(" ", style.font)) {}

  void add(std::string_view word) {
    double needed = fonts_.width(word, style_.font);
    if (!line_.words.empty() && line_.width + blank_ + needed > room()) {
      close(false);
    }
    while (line_.words.empty() && needed > room()) {
      const std::size_t head = fitting(fonts_, style_.font, word, room());
      if (head == word.size()) {
        break;
      }
      place(word.substr(0, head), fonts_.width(word.substr(0, head), style_.font));
      close(false);
      word.remove_prefix(head);
      needed = fonts_.width(word, style_.font);
    }
    place(word, needed);
  }

  void close(bool ends_paragraph) {
    line_.ends_paragraph = ends_paragraph;
    lines_.push_back(std::move(line_));
    line_ = {};
  }

  std::vector<Line> take() { return std::move(lines_); }

 private:
  // A hair of slack, so that a column as wide as its longest word holds it.
  double room() const { return width_ - (lines_.empty() ? style_.indent : 0) + 1e-6; }

  void place(std::string_view word, double width) {
    line_.width += (line_.words.empty() ? 0 : blank_) + width;
    line_.words.emplace_back(word);
  }

  const FontSet& fonts_;
  const TextStyle& style_;
  double width_;
  double blank_;
  Line line_;
  std::vector<Line> lines_;
};

double start_of(const Line& line, Align align, double left, double width) {
  switch (align) {
    case Align::centre:
      return left + (width - line.width) / 2;
    case Align::right:
      return left + width - line.width;
    case Align::left:
    case Align::justify:
      break;
  }
  return left;
}

void draw_line(
    Page& page, const FontSet& fonts, const TextStyle& style, const Line& line, const Box& box) {
  const bool stretched =
      style.align == Align::justify && !line.ends_paragraph && line.words.size() > 1;
  double gap = fonts.width(" ", style.font);
  if (stretched) {
    gap += (box.width - line.width) / static_cast<double>(line.words.size() - 1);
  }
  const double y = box.y + (style.line_height() + (ascent - descent) * style.font.size) / 2;
  double x = start_of(line, style.align, box.x, box.width);
  if (!stretched) {
    std::string whole;
    for (const std::string& word : line.words) {
      whole += (whole.empty() ? "" : " ") + word;
    }
    page.text({x, y}, whole, style.font, style.color);
    return;
  }
  for (std::size_t i = 0; i < line.words.size(); ++i) {
    // The blank behind each word is for those who copy or search the text.
    const bool last = i + 1 == line.words.size();
    page.text({x, y}, last ? line.words[i] : line.words[i] + " ", style.font, style.color);
    x += fonts.width(line.words[i], style.font) + gap;
  }
}

}  // namespace

std::vector<Line> wrap(const FontSet& fonts,
                       const TextStyle& style,
                       std::string_view text,
                       double width) {
  LineBreaker breaker(fonts, style, width);
  split(text, '\n', [&](std::string_view paragraph) {
    split(paragraph, ' ', [&](std::string_view word) {
      if (!word.empty()) {
        breaker.add(word);
      }
    });
    breaker.close(true);
  });
  return breaker.take();
}

double longest_word(const FontSet& fonts, const Font& font, std::string_view text) {
  double longest = 0;
  split(text, '\n', [&](std::string_view line) {
    split(line, ' ', [&](std::string_view word) {
      longest = std::max(longest, fonts.width(word, font));
    });
  });
  return longest;
}

double longest_line(const FontSet& fonts, const Font& font, std::string_view text) {
  double longest = 0;
  split(text, '\n', [&](std::string_view line) {
    longest = std::max(longest, fonts.width(line, font));
  });
  return longest;
}

double height_of(const std::vector<Line>& lines, const TextStyle& style) {
  return static_cast<double>(lines.size()) * style.line_height();
}

double draw_lines(Page& page,
                  const FontSet& fonts,
                  const TextStyle& style,
                  const std::vector<Line>& lines,
                  const Box& box) {
  Box row = box;
  double indent = style.indent;
  for (const Line& line : lines) {
    draw_line(page, fonts, style, line, {row.x + indent, row.y, row.width - indent, 0});
    row.y += style.line_height();
    indent = 0;
  }
  return row.y - box.y;
}

void draw_fitted(
    Page& page, const FontSet& fonts, TextStyle style, std::string_view text, const Box& box) {
  const double width = fonts.width(text, style.font);
  if (width > box.width) {
    style.font.size *= box.width / width;
  }
  const Line line{{std::string(text)}, std::min(width, box.width), true};
  const double top = box.centre().y - style.line_height() / 2;
  draw_line(page, fonts, style, line, {box.x, top, box.width, 0});
}

}  // namespace baocao::pdf
