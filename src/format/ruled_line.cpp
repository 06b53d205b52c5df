#include "format/ruled_line.hpp"

#include "format/layout.hpp"
#include "format/lengths.hpp"
#include "text/keys.hpp"

#include <algorithm>
#include <cstdlib>

namespace baocao::format {
namespace {

constexpr int flat = 200;      // twips: a shape no higher is a line
constexpr int shortest = 100;  // twips

bool is_drawn(pugi::xml_node border) {
  const std::string_view value = border.attribute("w:val").value();
  return !value.empty() && value != "none" && value != "nil";
}

int side(pugi::xml_node margins, const char* name, const char* other, int otherwise) {
  const pugi::xml_node found = margins.child(name) ? margins.child(name) : margins.child(other);
  return found ? twips_of(found.attribute("w:w")) : otherwise;
}

// Word's own left and right margins of a cell when no style says otherwise.
constexpr int usual_cell_margin = 108;

// Between the inner edges of a cell; nothing when its width is not in twips.
std::optional<int> room_of_cell(pugi::xml_node cell) {
  const pugi::xml_node width = cell.child("w:tcPr").child("w:tcW");
  if (std::string_view(width.attribute("w:type").value()) != "dxa") {
    return std::nullopt;
  }
  const pugi::xml_node table = docx::ancestor(cell, "w:tbl");
  const pugi::xml_node of_table = table.child("w:tblPr").child("w:tblCellMar");
  const pugi::xml_node own = cell.child("w:tcPr").child("w:tcMar");
  int room = twips_of(width.attribute("w:w"));
  for (const auto& [name, other] :
       {std::pair("w:left", "w:start"), std::pair("w:right", "w:end")}) {
    room -= side(own, name, other, side(of_table, name, other, usual_cell_margin));
  }
  return room;
}

std::optional<int> room_of_page(const Document& document, std::size_t paragraph) {
  for (const Section& section : document.sections()) {
    if (paragraph >= section.first && paragraph < section.end && section.properties) {
      const pugi::xml_node margins = section.properties.child("w:pgMar");
      return twips_of(section.properties.child("w:pgSz").attribute("w:w")) -
             twips_of(margins.attribute("w:left")) - twips_of(margins.attribute("w:right"));
    }
  }
  return std::nullopt;
}

std::optional<RuledLine> border_of(const Document& document, std::size_t index, bool top_too) {
  const Paragraph& paragraph = document.paragraphs()[index];
  const pugi::xml_node shown = document.looks().paragraph_borders(paragraph.node);
  if (!is_drawn(shown.child("w:bottom")) && !(top_too && is_drawn(shown.child("w:top")))) {
    return std::nullopt;
  }
  const auto room = room_around(document, index);
  const ParagraphLook look = document.looks().paragraph(paragraph.node);
  RuledLine line{RuledLine::Made::border, std::nullopt, index, room.value_or(0), {}};
  if (room) {
    line.length = *room - look.left - look.right;
  }
  return line;
}

// <v:line from="10pt,2pt" to="216.7pt,2pt">
std::optional<int> vml_length(pugi::xml_node line) {
  const std::string_view from = line.attribute("from").value();
  const std::string_view to = line.attribute("to").value();
  const std::size_t comma_from = from.find(',');
  const std::size_t comma_to = to.find(',');
  if (comma_from == std::string_view::npos || comma_to == std::string_view::npos) {
    return std::nullopt;
  }
  const int rise = twips_of(to.substr(comma_to + 1)) - twips_of(from.substr(comma_from + 1));
  const int run = twips_of(to.substr(0, comma_to)) - twips_of(from.substr(0, comma_from));
  return std::abs(rise) <= flat ? std::optional<int>(std::abs(run)) : std::nullopt;
}

std::optional<int> shape_length(pugi::xml_node node) {
  if (docx::is(node, "v:line")) {
    return vml_length(node);
  }
  if (!docx::is(node, "wp:extent")) {
    return std::nullopt;
  }
  const auto width = node.attribute("cx").as_llong() / emu_per_twip;
  const auto height = node.attribute("cy").as_llong() / emu_per_twip;
  constexpr long long widest = 31680;  // 22 inches, the widest page of Word
  return height <= flat && width >= shortest && width <= widest
             ? std::optional<int>(static_cast<int>(width))
             : std::nullopt;
}

// The first flat shape anchored in a paragraph; the old-format copy of a new shape is left out.
pugi::xml_node shape_in(pugi::xml_node around) {
  for (const pugi::xml_node node : around.children()) {
    if (docx::is(node, "mc:Fallback") && node.previous_sibling("mc:Choice")) {
      continue;
    }
    if (shape_length(node)) {
      return node;
    }
    if (const pugi::xml_node inner = shape_in(node)) {
      return inner;
    }
  }
  return {};
}

std::optional<RuledLine> shape_of(const Document& document, std::size_t index) {
  const pugi::xml_node shape = shape_in(document.paragraphs()[index].node);
  return shape ? std::optional(
                     RuledLine{RuledLine::Made::shape, shape_length(shape), index, 0, shape})
               : std::nullopt;
}

// "216.7pt"
std::string vml_points(int twips) {
  const std::string hundredths = std::to_string(std::abs(twips) % 20 * 5 + 100).substr(1);
  return (twips < 0 ? "-" : "") + std::to_string(std::abs(twips) / 20) + "." + hundredths + "pt";
}

// Before the comma of "10pt,2pt".
int across(pugi::xml_attribute end) {
  const std::string_view value = end.value();
  return twips_of(value.substr(0, value.find(',')));
}

void resize_vml(std::size_t part, pugi::xml_node line, int length, std::vector<Edit>& out) {
  const auto old = vml_length(line);
  if (!old) {
    return;
  }
  const bool from_left = across(line.attribute("from")) <= across(line.attribute("to"));
  for (const char* name : {"from", "to"}) {
    const pugi::xml_attribute end = line.attribute(name);
    const bool is_left = (end == line.attribute("from")) == from_left;
    const int at = across(end) + (is_left ? 1 : -1) * (*old - length) / 2;
    const std::string value = end.value();
    out.emplace_back(
        AttributeEdit{part, line, name, vml_points(at) + value.substr(value.find(','))});
  }
}

// The new form of a shape, and what programs of the old form read in its place.
void resize_drawing(std::size_t part, pugi::xml_node extent, int length, std::vector<Edit>& out) {
  const long long old = extent.attribute("cx").as_llong();
  const long long wanted = static_cast<long long>(length) * emu_per_twip;
  const pugi::xml_node drawing = extent.parent();
  out.emplace_back(AttributeEdit{part, extent, "cx", std::to_string(wanted)});
  for (const pugi::xpath_node& found : drawing.select_nodes(".//*[local-name()='xfrm']/*[@cx]")) {
    if (found.node().attribute("cx").as_llong() == old) {
      out.emplace_back(AttributeEdit{part, found.node(), "cx", std::to_string(wanted)});
    }
  }
  if (const pugi::xml_node offset = drawing.child("wp:positionH").child("wp:posOffset")) {
    const long long at = offset.text().as_llong() + (old - wanted) / 2;
    out.emplace_back(AttributeEdit{part, offset, "", std::to_string(at)});
  }
  const pugi::xml_node both = docx::ancestor(extent, "mc:AlternateContent");
  for (const pugi::xpath_node& found :
       both.child("mc:Fallback").select_nodes(".//*[local-name()='line'][@from]")) {
    resize_vml(part, found.node(), length, out);
  }
}

}  // namespace

std::optional<int> room_around(const Document& document, std::size_t paragraph) {
  const pugi::xml_node holder = document.paragraphs()[paragraph].holder;
  return docx::is(holder, "w:tc") ? room_of_cell(holder) : room_of_page(document, paragraph);
}

std::optional<RuledLine> line_under(const Document& document, const Line& line) {
  const pugi::xml_node holder = document.paragraphs()[line.paragraph].holder;
  for (std::size_t i = line.paragraph; i < document.paragraphs().size(); ++i) {
    const Paragraph& paragraph = document.paragraphs()[i];
    if (paragraph.holder != holder) {
      break;
    }
    if (const auto border = border_of(document, i, i > line.paragraph)) {
      return border;
    }
    if (const auto shape = shape_of(document, i)) {
      return shape;
    }
    const std::string text = text::cleaned(paragraph.text.text);
    if (i > line.paragraph && is_signs(text)) {
      return RuledLine{RuledLine::Made::signs, std::nullopt, i, 0, {}};
    }
    if (i > line.paragraph && !text.empty()) {
      break;
    }
  }
  const auto pieces = document.pieces(line);
  const bool underlined =
      !pieces.empty() && std::all_of(pieces.begin(), pieces.end(), [](const auto& piece) {
        return piece.look.underlined;
      });
  return underlined ? std::optional(RuledLine{
                          RuledLine::Made::underline, std::nullopt, line.paragraph, 0, {}})
                    : std::nullopt;
}

std::vector<Edit> resized(const Document& document, const RuledLine& line, int length) {
  std::vector<Edit> out;
  const std::size_t part = document.paragraphs()[line.paragraph].part;
  if (docx::is(line.shape, "v:line")) {
    resize_vml(part, line.shape, length, out);
  } else if (line.shape) {
    resize_drawing(part, line.shape, length, out);
  }
  return out;
}

std::vector<RuledLine> drawn_lines(const Document& document, std::size_t end) {
  std::vector<RuledLine> out;
  for (std::size_t i = 0; i < std::min(end, document.paragraphs().size()); ++i) {
    if (const auto shape = shape_of(document, i)) {
      out.push_back(*shape);
    }
  }
  return out;
}

}  // namespace baocao::format
