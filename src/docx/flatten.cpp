#include "docx/flatten.hpp"

#include "docx/cell_tags.hpp"
#include "docx/flattener.hpp"
#include "docx/text_place.hpp"
#include "package/xml.hpp"

#include <algorithm>
#include <array>

namespace baocao::docx {
namespace {

bool is_one_of(std::string_view name, std::span<const std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// What a copy in a loop must not repeat: bookmarks and comments are named once in a document.
bool occurs_once(pugi::xml_node node) {
  return is_range_end(node) || is(node, "w:commentReference");
}

// Word makes new ones where these are absent.
bool is_left_out_of_copies(pugi::xml_node node) {
  return is(node, "w:id") && is(node.parent(), "w:sdtPr");
}

// Elements whose content must end with a paragraph (ECMA-376 Part 1, 17.4.65 for cells).
bool needs_paragraph(pugi::xml_node node) {
  static constexpr std::array<std::string_view, 7> names{
      "w:tc", "w:txbxContent", "w:hdr", "w:ftr", "w:footnote", "w:endnote", "w:comment"};
  return is_one_of(name_of(node), names);
}

OpKind kind_of_value(pugi::xml_node mark, const Tag& tag) {
  if (!is(mark.parent(), "w:t")) {
    return OpKind::plain_value;
  }
  return tag.prefix == Level::run ? OpKind::rich_value : OpKind::value;
}

// Marks, texts and whatever is no run.
void gather_content(pugi::xml_node around, std::vector<pugi::xml_node>& out) {
  static constexpr std::array<std::string_view, 3> passed{"w:r", "w:t", "w:ins"};
  static constexpr std::array<std::string_view, 3> formats{"w:rPr", "w:pPr", "w:proofErr"};
  for (const pugi::xml_node node : around.children()) {
    if (is_one_of(name_of(node), passed)) {
      gather_content(node, out);
    } else if (!is_one_of(name_of(node), formats)) {
      out.push_back(node);
    }
  }
}

// The mark of a paragraph that holds one value and nothing else, not even the end of a section.
pugi::xml_node lone_value(pugi::xml_node paragraph, std::span<const Tag> tags) {
  std::vector<pugi::xml_node> content;
  gather_content(paragraph, content);
  if (content.size() != 1 || !is_mark(content[0]) || !is(content[0].parent(), "w:t") ||
      paragraph.child("w:pPr").child("w:sectPr")) {
    return {};
  }
  const Tag& tag = tags[mark_index(content[0])];
  const bool is_plain = tag.kind == TagKind::value && tag.prefix != Level::run;
  return is_plain ? content[0] : pugi::xml_node();
}

// docxtpl's way to print the signs of tags: {_{ for {{, %_} for %}.
std::string with_plain_signs(std::string text) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> signs{
      {{"{_{", "{{"}, {"}_}", "}}"}, {"{_%", "{%"}, {"%_}", "%}"}}};
  for (const auto& [sign, meant] : signs) {
    for (std::size_t at = text.find(sign); at != std::string::npos; at = text.find(sign, at)) {
      text.replace(at, sign.size(), meant);
    }
  }
  return text;
}

}  // namespace

void Flattener::run(pugi::xml_node document) {
  const pugi::xml_node root = document.first_child();
  tape_.is_body = is(root, "w:document");
  tape_.ignorable = root.attribute("mc:Ignorable").value();
  note_sections(root.child("w:body"));
  tape_.xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  children(document);
  end_slice();
}

void Flattener::children(pugi::xml_node around) {
  const bool is_body = is(around, "w:body");
  for (const pugi::xml_node node : around.children()) {
    any(node);
    section_ += is_body && node.child("w:pPr").child("w:sectPr") ? 1U : 0U;
  }
}

void Flattener::any(pugi::xml_node node) {
  switch (node.type()) {
    case pugi::node_element:
      is_mark(node) ? mark(node) : element(node);
      break;
    case pugi::node_pcdata:
    case pugi::node_cdata:
      tape_.xml += package::escaped(with_plain_signs(node.value()));
      break;
    default:
      break;  // comments and processing instructions mean nothing in a part
  }
}

void Flattener::element(pugi::xml_node node) {
  if (is(node, "w:bookmarkStart")) {
    note_bookmark(node);
  }
  if (loop_depth_ > 0 && is_left_out_of_copies(node)) {
    return;
  }
  if (loop_depth_ > 0 && occurs_once(node)) {
    once(node, tape_.slots++);
    return;
  }
  if (is(node, "w:t") && node.child(mark_name)) {
    text_with_values(node);
  } else if (is(node, "w:footnote") || is(node, "w:endnote")) {
    note(node);
  } else if (is(node, "w:sectPr") && sections_.count(node.internal_object()) != 0) {
    section_properties(node);
  } else if (is(node, "w:p")) {
    paragraph(node);
  } else if (is(node, "w:tbl")) {
    table(node);
  } else if (is(node, "w:tc")) {
    cell(node);
  } else if (is(node, "w:tr") && !always_has(node, "w:tc")) {
    region(node, "<w:tc");
  } else {
    content(node);
  }
}

void Flattener::content(pugi::xml_node node) {
  start_tag(node);
  if (!node.first_child()) {
    tape_.xml += "/>";
    return;
  }
  tape_.xml += ">";
  children(node);
  close_content(node);
}

void Flattener::close_content(pugi::xml_node node) {
  if (needs_paragraph(node) && !always_ends_with_paragraph(node)) {
    emit(OpKind::close_paragraphs);
  }
  tape_.xml += "</";
  tape_.xml += node.name();
  tape_.xml += ">";
}

void Flattener::table(pugi::xml_node node) {
  const bool fits = columns_may_change(node, statements_);
  if (fits) {
    emit(OpKind::open_region);
  }
  always_has(node, "w:tr") ? content(node) : region(node, "<w:tr");
  if (fits) {
    emit(OpKind::fit_columns);
  }
}

// A table whose rows (a row whose cells) may all be absent.
void Flattener::region(pugi::xml_node node, std::string_view child) {
  end_slice();
  const auto offset = static_cast<std::uint32_t>(tape_.xml.size());
  tape_.xml += child;
  slice_begin_ = tape_.xml.size();
  emit(OpKind::open_region, offset, static_cast<std::uint32_t>(child.size()));
  content(node);
  emit(OpKind::close_region);
}

// Separators between text and notes have a type; what a reader sees has none or "normal".
void Flattener::note(pugi::xml_node node) {
  const std::int64_t id = node.attribute("w:id").as_llong();
  if (!is_read(node)) {
    tape_.largest_note_id = std::max(tape_.largest_note_id, id);
    content(node);
    return;
  }
  const std::size_t begin = here();
  content(node);
  tape_.notes.push_back({id, begin, here()});
}

void Flattener::once(pugi::xml_node node, std::uint32_t slot) {
  end_slice();
  content(node);
  close_once(slot);
}

// What was written since end_slice() is printed the first time only.
void Flattener::close_once(std::uint32_t slot) {
  const auto length = static_cast<std::uint32_t>(tape_.xml.size() - slice_begin_);
  const auto offset = static_cast<std::uint32_t>(slice_begin_);
  slice_begin_ = tape_.xml.size();
  tape_.ops.push_back({OpKind::xml_once, offset, length, slot});
}

void Flattener::note_bookmark(pugi::xml_node node) {
  tape_.bookmarks.emplace_back(node.attribute("w:name").value());
  tape_.largest_bookmark_id =
      std::max<std::uint64_t>(tape_.largest_bookmark_id, node.attribute("w:id").as_ullong());
}

void Flattener::paragraph(pugi::xml_node node) {
  const pugi::xml_node mark = lone_value(node, tape_.tags);
  if (!mark) {
    content(node);
    return;
  }
  const std::uint32_t tag = mark_index(mark);
  const std::size_t lone = emit(OpKind::lone_value, formula(tag, statements_[tag].formula));
  lone_mark_ = mark;
  content(node);
  tape_.ops[lone].b = here();
}

void Flattener::text_with_values(pugi::xml_node node) {
  tape_.places.push_back(text_place(node));
  start_tag(node);
  tape_.xml += ">";
  children(node);
  tape_.xml += "</w:t>";
}

void Flattener::mark(pugi::xml_node node) {
  const std::uint32_t tag = mark_index(node);
  switch (tape_.tags[tag].kind) {
    case TagKind::value:
      if (node == lone_mark_) {
        emit(OpKind::held_value,
             static_cast<std::uint32_t>(tape_.formulas.size()) - 1,
             static_cast<std::uint32_t>(tape_.places.size()) - 1);
        break;
      }
      emit(kind_of_value(node, tape_.tags[tag]),
           formula(tag, statements_[tag].formula),
           static_cast<std::uint32_t>(tape_.places.size()) - 1);
      break;
    case TagKind::statement:
      statement(tag, node);
      break;
    case TagKind::comment:
    case TagKind::broken:
    case TagKind::cell:
      break;
  }
}

std::uint32_t Flattener::formula(std::uint32_t tag, Formula& formula) {
  tape_.formulas.push_back(
      {std::move(formula.tree), tag, static_cast<std::uint32_t>(formula.begin), is_on_landscape()});
  return static_cast<std::uint32_t>(tape_.formulas.size() - 1);
}

std::uint32_t Flattener::name(std::string name) {
  tape_.names.push_back(std::move(name));
  return static_cast<std::uint32_t>(tape_.names.size() - 1);
}

std::size_t Flattener::emit(OpKind kind, std::uint32_t a, std::uint32_t b, std::uint32_t c) {
  end_slice();
  tape_.ops.push_back({kind, a, b, c});
  return tape_.ops.size() - 1;
}

void Flattener::end_slice() {
  if (slice_begin_ < tape_.xml.size()) {
    tape_.ops.push_back({OpKind::xml,
                         static_cast<std::uint32_t>(slice_begin_),
                         static_cast<std::uint32_t>(tape_.xml.size() - slice_begin_),
                         0});
    slice_begin_ = tape_.xml.size();
  }
}

std::uint32_t Flattener::here() {
  end_slice();
  return static_cast<std::uint32_t>(tape_.ops.size());
}

void flatten(pugi::xml_node document,
             std::span<Statement> statements,
             std::span<const std::vector<unsigned>> lists,
             Tape& tape) {
  Flattener(statements, lists, tape).run(document);
}

}  // namespace baocao::docx
