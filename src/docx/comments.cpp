#include "docx/comments.hpp"

#include "package/xml.hpp"

#include <algorithm>

namespace baocao::docx {
namespace {

// A mark between the runs, before the character at `at`, in the piece that holds `character`.
pugi::xml_node split_at(const ParagraphText& text, std::size_t at, std::size_t character) {
  const auto piece = std::find_if(text.pieces.begin(), text.pieces.end(), [&](const TextPiece& p) {
    return character < p.end;
  });
  pugi::xml_node node = piece->node;
  if (!is(node, "w:t")) {
    const pugi::xml_node mark = at <= piece->begin
                                    ? node.parent().insert_child_before(mark_name, node)
                                    : node.parent().insert_child_after(mark_name, node);
    split_around(mark);  // out of the w:r
    return mark;
  }
  const std::string all = text.text.substr(piece->begin, piece->end - piece->begin);
  const std::size_t cut = std::min(at - piece->begin, all.size());
  node.remove_children();
  node.append_child(pugi::node_pcdata).set_value(all.substr(0, cut).c_str());
  const pugi::xml_node mark = node.append_child(mark_name);
  node.append_child(pugi::node_pcdata).set_value(all.substr(cut).c_str());
  for (const pugi::xml_node empty : {mark.previous_sibling(), mark.next_sibling()}) {
    if (std::string_view(empty.value()).empty()) {
      node.remove_child(empty);
    }
  }
  if (!node.attribute("xml:space")) {
    node.append_attribute("xml:space") = "preserve";
  }
  split_around(mark);  // out of the w:t
  split_around(mark);  // out of the w:r
  return mark;
}

// What stands behind is in other elements now.
void cut_off(ParagraphText& text, std::size_t end) {
  text.text.resize(end);
  std::erase_if(text.pieces, [&](const TextPiece& piece) { return piece.begin >= end; });
  if (!text.pieces.empty()) {
    text.pieces.back().end = std::min(text.pieces.back().end, end);
  }
}

void set_id(pugi::xml_node node, std::uint64_t id) {
  node.append_attribute("w:id") = std::to_string(id).c_str();
}

// In place of the mark.
void write_starts(pugi::xml_node mark, const std::vector<std::uint64_t>& ids) {
  for (const std::uint64_t id : ids) {
    set_id(mark.parent().insert_child_before("w:commentRangeStart", mark), id);
  }
  mark.parent().remove_child(mark);
}

void write_ends(pugi::xml_node mark, const std::vector<std::uint64_t>& ids) {
  for (const std::uint64_t id : ids) {
    set_id(mark.parent().insert_child_before("w:commentRangeEnd", mark), id);
    pugi::xml_node run = mark.parent().insert_child_before("w:r", mark);
    set_id(run.append_child("w:commentReference"), id);
  }
  mark.parent().remove_child(mark);
}

}  // namespace

Comments::Comments(pugi::xml_node existing) {
  for (const pugi::xml_node comment : existing.children("w:comment")) {
    const std::uint64_t id = comment.attribute("w:id").as_ullong();
    next_id_ = std::max(next_id_, id + 1);
  }
}

std::uint64_t Comments::add(const std::vector<std::string>& paragraphs) {
  xml_ +=
      "<w:comment w:id=\"" + std::to_string(next_id_) + "\" w:author=\"baocao\" w:initials=\"bc\">";
  for (const std::string& text : paragraphs) {
    xml_ +=
        "<w:p><w:r><w:t xml:space=\"preserve\">" + package::escaped(text) + "</w:t></w:r></w:p>";
  }
  xml_ += "</w:comment>";
  return next_id_++;
}

void anchor_comments(ParagraphText& text, TagRange range, const std::vector<std::uint64_t>& ids) {
  write_ends(split_at(text, range.end, range.end - 1), ids);
  cut_off(text, range.end);
  write_starts(split_at(text, range.begin, range.begin), ids);
  cut_off(text, range.begin);
}

void anchor_comments(pugi::xml_node paragraph, const std::vector<std::uint64_t>& ids) {
  const pugi::xml_node properties = paragraph.child("w:pPr");
  write_starts(properties ? paragraph.insert_child_after(mark_name, properties)
                          : paragraph.prepend_child(mark_name),
               ids);
  write_ends(paragraph.append_child(mark_name), ids);
}

}  // namespace baocao::docx
