#include "docx/paragraph_text.hpp"

#include <algorithm>
#include <array>

namespace baocao::docx {
namespace {

bool holds_runs(pugi::xml_node node) {
  static constexpr std::array<std::string_view, 11> names{"w:r",
                                                          "w:hyperlink",
                                                          "w:ins",
                                                          "w:moveTo",
                                                          "w:smartTag",
                                                          "w:sdt",
                                                          "w:sdtContent",
                                                          "w:fldSimple",
                                                          "w:customXml",
                                                          "w:dir",
                                                          "w:bdo"};
  return std::find(names.begin(), names.end(), name_of(node)) != names.end();
}

// The character that an element of a run stands for; 0 when it is no text.
char character_of(pugi::xml_node node) {
  static constexpr std::array<std::pair<std::string_view, char>, 4> characters{
      {{"w:tab", '\t'}, {"w:br", '\n'}, {"w:cr", '\n'}, {"w:noBreakHyphen", '-'}}};
  for (const auto& [name, character] : characters) {
    if (is(node, name)) {
      return character;
    }
  }
  return '\0';
}

std::string text_of(pugi::xml_node text_node) {
  std::string out;
  for (const pugi::xml_node child : text_node.children()) {
    out += child.value();
  }
  return out;
}

void gather(pugi::xml_node around, ParagraphText& out) {
  for (const pugi::xml_node node : around.children()) {
    if (holds_runs(node)) {
      gather(node, out);
      continue;
    }
    const char character = is(around, "w:r") ? character_of(node) : '\0';
    if (character == '\0' && !is(node, "w:t")) {
      continue;
    }
    const std::size_t begin = out.text.size();
    out.text += is(node, "w:t") ? text_of(node) : std::string(1, character);
    out.pieces.push_back({begin, out.text.size(), node});
  }
}

void append_text(pugi::xml_node node, std::string_view text) {
  if (!text.empty()) {
    node.append_child(pugi::node_pcdata).set_value(std::string(text).c_str());
  }
}

void keep_blanks(pugi::xml_node text_node) {
  if (!text_node.attribute("xml:space")) {
    text_node.append_attribute("xml:space");
  }
  text_node.attribute("xml:space") = "preserve";
}

class MarkPlacer {
 public:
  MarkPlacer(const ParagraphText& text,
             std::span<const FoundTag> tags,
             std::uint32_t first_index,
             std::vector<pugi::xml_node>& marks)
      : text_(text), tags_(tags), first_index_(first_index), marks_(marks) {}

  void run() {
    std::size_t first = 0;  // the first tag that may still touch the piece
    for (const TextPiece& piece : text_.pieces) {
      while (first < tags_.size() && tags_[first].cut.end <= piece.begin) {
        ++first;
      }
      if (first < tags_.size() && tags_[first].cut.begin < piece.end) {
        rewrite(piece, first);
      }
    }
  }

 private:
  void rewrite(const TextPiece& piece, std::size_t first) {
    pugi::xml_node node = piece.node;
    if (!is(node, "w:t")) {
      remove_text(node);
      return;
    }
    node.remove_children();
    keep_blanks(node);
    std::size_t at = piece.begin;
    for (std::size_t i = first; i < tags_.size() && tags_[i].cut.begin < piece.end; ++i) {
      append_between(node, at, tags_[i].cut.begin);
      if (tags_[i].range.begin >= piece.begin && tags_[i].range.begin < piece.end) {
        append_mark(node, i);
      }
      at = std::max(at, std::min(tags_[i].cut.end, piece.end));
    }
    append_between(node, at, piece.end);
    remove_if_hollow(node);
  }

  void append_between(pugi::xml_node node, std::size_t begin, std::size_t end) {
    if (begin < end) {
      append_text(node, std::string_view(text_.text).substr(begin, end - begin));
    }
  }

  void append_mark(pugi::xml_node node, std::size_t tag) {
    const pugi::xml_node mark = node.append_child(mark_name);
    const auto index = first_index_ + static_cast<std::uint32_t>(tag);
    set_mark_index(mark, index);
    marks_[index] = mark;
  }

  static void remove_text(pugi::xml_node node) {
    const pugi::xml_node run = node.parent();
    node.parent().remove_child(node);
    remove_if_hollow(run);
  }

  const ParagraphText& text_;
  std::span<const FoundTag> tags_;
  std::uint32_t first_index_;
  std::vector<pugi::xml_node>& marks_;
};

pugi::xml_node empty_copy(pugi::xml_node of) {
  pugi::xml_node copy = of.parent().insert_child_after(of.name(), of);
  for (const pugi::xml_attribute attribute : of.attributes()) {
    copy.append_copy(attribute);
  }
  if (const pugi::xml_node properties = of.child("w:rPr")) {
    copy.append_copy(properties);
  }
  return copy;
}

}  // namespace

ParagraphText read_text(pugi::xml_node paragraph) {
  ParagraphText out;
  gather(paragraph, out);
  return out;
}

bool belongs_to_paragraph(pugi::xml_node text_node) {
  for (pugi::xml_node at = text_node.parent(); !is(at, "w:p"); at = at.parent()) {
    if (is(at, "w:del") || is(at, "w:moveFrom")) {
      return true;
    }
    if (!holds_runs(at)) {
      return false;
    }
  }
  return true;
}

void place_marks(const ParagraphText& text,
                 std::span<const FoundTag> tags,
                 std::uint32_t first_index,
                 std::vector<pugi::xml_node>& marks) {
  MarkPlacer(text, tags, first_index, marks).run();
  // From the last to the first, so that each split moves only what stands before the next mark.
  for (std::size_t i = tags.size(); i-- > 0;) {
    if (tags[i].tag.kind != TagKind::value) {
      split_around(marks[first_index + i]);  // out of the w:t
      split_around(marks[first_index + i]);  // out of the w:r
    }
  }
}

void split_around(pugi::xml_node mark) {
  const pugi::xml_node head = mark.parent();
  pugi::xml_node tail = empty_copy(head);
  while (const pugi::xml_node next = mark.next_sibling()) {
    tail.append_move(next);
  }
  head.parent().insert_move_after(mark, head);
  remove_if_hollow(tail);
  remove_if_hollow(head);
}

}  // namespace baocao::docx
