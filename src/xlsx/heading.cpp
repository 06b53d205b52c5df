#include "xlsx/heading.hpp"

#include "text/unicode.hpp"

#include <algorithm>

namespace baocao::xlsx {
namespace {

constexpr int heading_size = 13;

double needed_height(const Canvas& canvas,
                     const std::string& text,
                     ColumnNumber first,
                     ColumnNumber last,
                     const Style& style) {
  return row_height(wrapped_lines(text, canvas.room(first, last), style.font()), style.font());
}

// The last column of the left block: just under half of the width, one column at least on each
// side.
ColumnNumber left_block(const Canvas& canvas, ColumnNumber last) {
  ColumnNumber split = 0;
  while (split + 1 < last &&
         canvas.room(0, static_cast<ColumnNumber>(split + 1)) <= canvas.room(0, last) / 2) {
    ++split;
  }
  return split;
}

// The issuing body on the left, the name of the Party on the right with its rule under it.
Row write_letterhead(Canvas& canvas, const HeadingText& text, ColumnNumber last) {
  if (last == 0) {
    return 0;
  }
  const ColumnNumber split = left_block(canvas, last);
  const auto right = static_cast<ColumnNumber>(split + 1);
  const Style plain{.size = heading_size, .align = Align::center};
  const Style bold{.size = heading_size, .bold = true, .align = Align::center};
  const Style ruled{.size = heading_size, .bold = true, .underlined = true, .align = Align::center};

  canvas.write_across({0, 0, 0, split}, text.superior, plain);
  canvas.write_across({0, right, 0, last}, text.party, ruled);
  canvas.set_height(0,
                    std::max(needed_height(canvas, text.superior, 0, split, plain),
                             needed_height(canvas, text.party, right, last, ruled)));
  canvas.write_across({1, 0, 1, split}, text.issuer, bold);
  canvas.set_height(1, needed_height(canvas, text.issuer, 0, split, bold));
  canvas.write_across({2, 0, 2, split}, text.issuer.empty() ? "" : "*", plain);
  canvas.set_height(2, row_height(1, plain.font()));
  return 3;
}

}  // namespace

void write_line(
    Canvas& canvas, Row row, ColumnNumber last, const std::string& text, const Style& style) {
  canvas.write_across({row, 0, row, last}, text, style);
  canvas.set_height(row, needed_height(canvas, text, 0, last, style));
}

Row write_heading(Canvas& canvas, const HeadingText& text, ColumnNumber last) {
  Row row = write_letterhead(canvas, text, last);
  const Style title{.size = heading_size, .bold = true, .align = Align::center};
  const Style subtitle{.size = heading_size, .italic = true, .align = Align::center};
  const Style rule{.size = heading_size, .align = Align::center};
  const Style caption{.size = heading_size - 1, .italic = true, .align = Align::right};
  const auto add = [&](const std::string& line, const Style& style) {
    if (!line.empty()) {
      write_line(canvas, row, last, line, style);
      ++row;
    }
  };
  add(text.label, title);
  add(text::upper(text.title), title);
  add(text.subtitle, subtitle);
  add("-----", rule);
  add(text.caption, caption);
  return row;
}

}  // namespace baocao::xlsx
