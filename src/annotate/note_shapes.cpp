#include "annotate/note_shapes.hpp"

#include "text/unicode.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

namespace baocao::annotate {
namespace {

constexpr std::string_view shape_start = "<v:shape ";
constexpr std::string_view shape_end = "</v:shape>";
constexpr std::string_view shape_type =
    R"(<v:shapetype id="_x0000_t202" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>)";

// Not every writer declares all three where we write.
constexpr std::string_view namespaces =
    R"( xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel")";

constexpr double pixels_per_character = 7;  // Calibri 11, what Excel measures columns by
constexpr double column_padding = 5;
constexpr double pixels_per_point = 96.0 / 72.0;
constexpr double box_width = 320;  // pixels
constexpr std::size_t characters_per_line = 50;
constexpr double line_height = 15;
constexpr std::uint32_t last_column = 16'383;

std::optional<std::uint32_t> number_after(std::string_view text, std::string_view mark) {
  const std::size_t at = text.find(mark);
  if (at == std::string_view::npos) {
    return std::nullopt;
  }
  const std::string_view rest = text.substr(at + mark.size());
  const std::size_t digits = rest.find_first_of("0123456789");
  std::uint32_t number = 0;
  if (digits == std::string_view::npos || rest.find('<') < digits ||
      std::from_chars(rest.data() + digits, rest.data() + rest.size(), number).ec != std::errc()) {
    return std::nullopt;
  }
  return number;
}

std::uint32_t highest_id(std::string_view drawing) {
  constexpr std::string_view mark = "_x0000_s";
  std::uint32_t highest = 1024;
  for (std::size_t at = drawing.find(mark); at != std::string_view::npos;
       at = drawing.find(mark, at + 1)) {
    highest = std::max(highest, number_after(drawing.substr(at), mark).value_or(0));
  }
  return highest;
}

double lines_of(const std::string& text) {
  std::size_t lines = 0;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t to = std::min(text.find('\n', from), text.size());
    lines += text::length(std::string_view(text).substr(from, to - from)) / characters_per_line + 1;
    from = to + 1;
  }
  return static_cast<double>(lines);
}

double pixels_of_column(const SheetOutline& outline, std::uint32_t column) {
  const ColumnFormat* format = outline.column(column);
  const double characters =
      format == nullptr ? outline.column_width : format->width.value_or(outline.column_width);
  return std::floor(characters * pixels_per_character + column_padding);
}

// Left column, offset, top row, offset, right column, offset, bottom row, offset; in pixels.
std::string anchor(const Address& cell, double height, const SheetOutline& outline) {
  const std::uint32_t left = std::min(cell.second + 1, last_column);
  std::uint32_t right = left;
  double rest = box_width;
  while (right < last_column && rest > pixels_of_column(outline, right)) {
    rest -= pixels_of_column(outline, right++);
  }
  const double row = std::max(8.0, outline.row_height * pixels_per_point);
  const auto rows = static_cast<std::uint32_t>(height / row);
  const auto last = static_cast<std::uint32_t>(height - rows * row);
  const std::uint32_t top = cell.first == 0 ? 0 : cell.first - 1;
  return std::to_string(left) + ", 12, " + std::to_string(top) + ", 4, " + std::to_string(right) +
         ", " + std::to_string(static_cast<std::uint32_t>(rest)) + ", " +
         std::to_string(top + rows) + ", " + std::to_string(last);
}

std::string box(std::uint32_t id,
                const Address& cell,
                const std::string& text,
                const SheetOutline& outline) {
  const double height = lines_of(text) * line_height + 12;
  const auto points = [](double pixels) {
    return std::to_string(static_cast<int>(pixels / pixels_per_point)) + "pt";
  };
  return R"(<v:shape id="_x0000_s)" + std::to_string(id) + "\"" + std::string(namespaces) +
         R"( type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;width:)" +
         points(box_width) + ";height:" + points(height) +
         R"(;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>)" +
         anchor(cell, height, outline) + "</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>" +
         std::to_string(cell.first) + "</x:Row><x:Column>" + std::to_string(cell.second) +
         "</x:Column></x:ClientData>" + std::string(shape_end);
}

}  // namespace

base::Bytes empty_drawing(std::size_t number) {
  return R"(<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data=")" +
         std::to_string(number) + R"("/></o:shapelayout></xml>)";
}

void remove_boxes(base::Bytes& drawing, const std::set<Address>& cells) {
  base::Bytes out;
  std::size_t copied = 0;
  for (std::size_t at = drawing.find(shape_start); at != base::Bytes::npos && !cells.empty();
       at = drawing.find(shape_start, at + 1)) {
    const std::size_t end = drawing.find(shape_end, at);
    if (end == base::Bytes::npos) {
      break;
    }
    const std::string_view shape = std::string_view(drawing).substr(at, end - at);
    const auto row = number_after(shape, "<x:Row>");
    const auto column = number_after(shape, "<x:Column>");
    if (row && column && cells.contains({*row, *column})) {
      out += std::string_view(drawing).substr(copied, at - copied);
      copied = end + shape_end.size();
    }
  }
  drawing = out + drawing.substr(copied);
}

bool add_boxes(base::Bytes& drawing,
               const std::set<Address>& cells,
               const CellTexts& texts,
               const SheetOutline& outline) {
  const std::size_t end = drawing.rfind("</xml>");
  if (end == base::Bytes::npos) {
    return false;
  }
  std::string added;
  if (drawing.find("id=\"_x0000_t202\"") == base::Bytes::npos) {
    added += shape_type;
  }
  std::uint32_t id = highest_id(drawing);
  for (const Address& cell : cells) {
    added += box(++id, cell, texts.at(cell), outline);
  }
  drawing.insert(end, added);
  return true;
}

}  // namespace baocao::annotate
