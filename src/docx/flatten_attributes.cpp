// Attributes: numbers that a document gives out anew, and tags.
#include "docx/cell_tags.hpp"
#include "docx/charts.hpp"
#include "docx/flattener.hpp"
#include "package/xml.hpp"

#include <algorithm>
#include <array>

namespace baocao::docx {
namespace {

// Word makes new ones where these are absent.
bool is_left_out_of_copies(pugi::xml_attribute attribute) {
  static constexpr std::array<std::string_view, 2> names{"w14:paraId", "w14:textId"};
  return std::find(names.begin(), names.end(), attribute.name()) != names.end();
}

}  // namespace

void Flattener::start_tag(pugi::xml_node node) {
  tape_.xml += "<";
  tape_.xml += node.name();
  for (const pugi::xml_attribute a : node.attributes()) {
    attribute(node, a);
  }
}

void Flattener::attribute(pugi::xml_node node, pugi::xml_attribute attribute) {
  const bool is_drawing_id = is(node, "wp:docPr") && std::string_view(attribute.name()) == "id";
  if (is_drawing_id) {
    tape_.largest_drawing_id =
        std::max<std::uint64_t>(tape_.largest_drawing_id, attribute.as_ullong());
  }
  if (loop_depth_ > 0 && is_left_out_of_copies(attribute)) {
    return;
  }
  tape_.xml += " ";
  tape_.xml += attribute.name();
  tape_.xml += "=\"";
  if (id_of_note(node, attribute) || chart_attribute(node, attribute)) {
    // written
  } else if (loop_depth_ > 0 && is_drawing_id) {
    emit(OpKind::fresh_id);
  } else if (is(node, "w:numId") && attribute.as_uint() != 0) {
    emit(OpKind::list_number, attribute.as_uint());
  } else if (holds_tag(attribute.value()) && std::string_view(attribute.name()) == "r:id") {
    link(attribute.value());
  } else if (holds_tag(attribute.value())) {
    attribute_with_tags(attribute.value());
  } else {
    tape_.xml += package::escaped_attribute(attribute.value());
  }
  tape_.xml += "\"";
}

// Text and tags as docx/cell_tags.hpp wrote them.
void Flattener::attribute_with_tags(std::string_view value) {
  for (const AttributePiece& piece : pieces_of_attribute(value)) {
    if (!piece.is_tag) {
      tape_.xml += package::escaped_attribute(piece.text);
    } else if (tape_.tags[piece.tag].kind == TagKind::cell) {
      cell_attribute(piece.tag, piece.number);
    } else {
      emit(OpKind::plain_value, formula(piece.tag, statements_[piece.tag].formula));
    }
  }
}

// The address with tags that docx/links.hpp put in place of a relationship.
void Flattener::link(std::string_view address) {
  const auto pieces = pieces_of_attribute(address);
  const auto tag =
      std::find_if(pieces.begin(), pieces.end(), [](const auto& p) { return p.is_tag; });
  emit(OpKind::open_region);
  attribute_with_tags(address);
  emit(OpKind::link, tag->tag);
}

// A chart whose alternative text is one tag is filled with the tag's value.
bool Flattener::chart_attribute(pugi::xml_node node, pugi::xml_attribute attribute) {
  if (chart_ && node == chart_ && std::string_view(attribute.name()) == "r:id") {
    emit(OpKind::chart_id);
    return true;
  }
  const std::string_view name = attribute.name();
  const bool may_be = is(node, "wp:docPr") && (name == "descr" || name == "title");
  const auto pieces =
      may_be ? pieces_of_attribute(attribute.value()) : std::vector<AttributePiece>();
  const auto tag =
      std::find_if(pieces.begin(), pieces.end(), [](const auto& p) { return p.is_tag; });
  if (tag == pieces.end() || !chart_of(node) || chart_ == chart_of(node) ||
      std::any_of(pieces.begin(), pieces.end(), [&](const AttributePiece& piece) {
        return &piece != &*tag &&
               (piece.is_tag || piece.text.find_first_not_of(" \t\n\r") != std::string_view::npos);
      })) {
    return false;
  }
  chart_ = chart_of(node);
  const std::uint32_t value = formula(tag->tag, statements_[tag->tag].formula);
  emit(OpKind::chart, value, this->name(chart_.attribute("r:id").value()));
  return true;
}

// Notes are numbered anew: a loop repeats them, a branch may drop them. True when it was written.
bool Flattener::id_of_note(pugi::xml_node node, pugi::xml_attribute attribute) {
  if (std::string_view(attribute.name()) != "w:id") {
    return false;
  }
  const unsigned id = attribute.as_uint();
  if (is(node, "w:footnoteReference")) {
    emit(OpKind::note, NoteKind::footnotes, id);
  } else if (is(node, "w:endnoteReference")) {
    emit(OpKind::note, NoteKind::endnotes, id);
  } else if ((is(node, "w:footnote") || is(node, "w:endnote")) && is_read(node)) {
    emit(OpKind::note_id);
  } else {
    return false;
  }
  return true;
}

}  // namespace baocao::docx
