#include "docx/flatten.hpp"

#include "package/xml.hpp"

#include <algorithm>
#include <array>

namespace baocao::docx {
namespace {

using Kind = StatementKind;

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

bool is_left_out_of_copies(pugi::xml_attribute attribute) {
  static constexpr std::array<std::string_view, 2> names{"w14:paraId", "w14:textId"};
  return is_one_of(attribute.name(), names);
}

// Elements whose content must end with a paragraph (ECMA-376 Part 1, 17.4.65 for cells).
bool needs_paragraph(pugi::xml_node node) {
  static constexpr std::array<std::string_view, 7> names{
      "w:tc", "w:txbxContent", "w:hdr", "w:ftr", "w:footnote", "w:endnote", "w:comment"};
  return is_one_of(name_of(node), names);
}

// Newlines would be read back as blanks.
std::string attribute_text(std::string_view value) {
  std::string out;
  for (const char c : package::escaped(value)) {
    if (c == '\n' || c == '\t' || c == '\r') {
      out += "&#" + std::to_string(int{c}) + ";";
    } else {
      out += c;
    }
  }
  return out;
}

class Flattener {
 public:
  Flattener(std::span<Statement> statements, Tape& tape) : statements_(statements), tape_(tape) {}

  void run(pugi::xml_node document) {
    tape_.xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    children(document);
    end_slice();
  }

 private:
  // A block being written: where its pending jumps stand.
  struct Open {
    std::vector<std::size_t> to_end = {};  // operations that jump behind the block
    std::size_t to_next = 0;               // the operation that jumps to the next branch
    bool has_next = true;                  // false behind else
    std::uint32_t loop = TapeLoop::no_filter;
    bool in_body = false;  // of a loop
  };

  void children(pugi::xml_node around) {
    for (const pugi::xml_node node : around.children()) {
      any(node);
    }
  }

  void any(pugi::xml_node node);
  void element(pugi::xml_node node);
  void start_tag(pugi::xml_node node);
  void attribute(pugi::xml_node node, pugi::xml_attribute attribute);
  void content(pugi::xml_node node);
  void region(pugi::xml_node node, std::string_view child);
  void once(pugi::xml_node node);
  void text_with_values(pugi::xml_node node);
  void mark(pugi::xml_node node);
  void statement(std::uint32_t tag);
  void open_if(std::uint32_t tag);
  void open_for(std::uint32_t tag);
  void branch(std::uint32_t tag);
  void end_body(Open& block);
  void end_block(std::uint32_t tag);
  bool mentions_loop(std::uint32_t first, std::uint32_t last) const;
  bool always_has(pugi::xml_node around, std::string_view child) const;
  bool always_ends_with_paragraph(pugi::xml_node container) const;
  int depth_change(pugi::xml_node node) const;

  std::uint32_t formula(std::uint32_t tag, Formula& formula);
  std::size_t emit(OpKind kind, std::uint32_t a = 0, std::uint32_t b = 0);
  void end_slice();
  std::uint32_t here();

  std::span<Statement> statements_;
  Tape& tape_;
  std::vector<Open> open_;
  std::size_t slice_begin_ = 0;
  std::size_t loop_depth_ = 0;
};

void Flattener::any(pugi::xml_node node) {
  switch (node.type()) {
    case pugi::node_element:
      is_mark(node) ? mark(node) : element(node);
      break;
    case pugi::node_pcdata:
    case pugi::node_cdata:
      tape_.xml += package::escaped(node.value());
      break;
    default:
      break;  // comments and processing instructions mean nothing in a part
  }
}

void Flattener::element(pugi::xml_node node) {
  if (loop_depth_ > 0 && is_left_out_of_copies(node)) {
    return;
  }
  if (loop_depth_ > 0 && occurs_once(node)) {
    once(node);
    return;
  }
  if (is(node, "w:t") && node.child(mark_name)) {
    text_with_values(node);
  } else if (is(node, "w:tbl") && !always_has(node, "w:tr")) {
    region(node, "<w:tr");
  } else if (is(node, "w:tr") && !always_has(node, "w:tc")) {
    region(node, "<w:tc");
  } else {
    content(node);
  }
}

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
  if (loop_depth_ > 0 && is_drawing_id) {
    emit(OpKind::fresh_id);
  } else {
    tape_.xml += attribute_text(attribute.value());
  }
  tape_.xml += "\"";
}

void Flattener::content(pugi::xml_node node) {
  start_tag(node);
  if (!node.first_child()) {
    tape_.xml += "/>";
    return;
  }
  tape_.xml += ">";
  children(node);
  if (needs_paragraph(node) && !always_ends_with_paragraph(node)) {
    emit(OpKind::close_paragraphs);
  }
  tape_.xml += "</";
  tape_.xml += node.name();
  tape_.xml += ">";
}

// A table whose rows (a row whose cells) may all be absent.
void Flattener::region(pugi::xml_node node, std::string_view child) {
  emit(OpKind::open_region);
  content(node);
  end_slice();
  const auto offset = static_cast<std::uint32_t>(tape_.xml.size());
  tape_.xml += child;
  slice_begin_ = tape_.xml.size();
  emit(OpKind::close_region, offset, static_cast<std::uint32_t>(child.size()));
}

void Flattener::once(pugi::xml_node node) {
  end_slice();
  content(node);
  const auto length = static_cast<std::uint32_t>(tape_.xml.size() - slice_begin_);
  const auto offset = static_cast<std::uint32_t>(slice_begin_);
  slice_begin_ = tape_.xml.size();
  tape_.ops.push_back({OpKind::xml_once, offset, length, tape_.slots++});
}

void Flattener::text_with_values(pugi::xml_node node) {
  start_tag(node);
  tape_.xml += ">";
  children(node);
  tape_.xml += "</w:t>";
}

void Flattener::mark(pugi::xml_node node) {
  const std::uint32_t tag = mark_index(node);
  switch (tape_.tags[tag].kind) {
    case TagKind::value:
      emit(OpKind::value, formula(tag, statements_[tag].formula));
      break;
    case TagKind::statement:
      statement(tag);
      break;
    case TagKind::comment:
      break;
  }
}

void Flattener::statement(std::uint32_t tag) {
  switch (statements_[tag].kind) {
    case Kind::if_block:
      open_if(tag);
      break;
    case Kind::for_block:
      open_for(tag);
      break;
    case Kind::elif:
    case Kind::otherwise:
      branch(tag);
      break;
    case Kind::endif:
    case Kind::endfor:
      end_block(tag);
      break;
    case Kind::set: {
      const std::uint32_t value = formula(tag, statements_[tag].formula);
      emit(OpKind::set, value, static_cast<std::uint32_t>(tape_.names.size()));
      tape_.names.push_back(statements_[tag].targets.front());
      break;
    }
    case Kind::unknown:
      break;
  }
}

void Flattener::open_if(std::uint32_t tag) {
  Open block;
  block.to_next = emit(OpKind::jump_unless, formula(tag, statements_[tag].formula));
  open_.push_back(std::move(block));
}

void Flattener::open_for(std::uint32_t tag) {
  Statement& statement = statements_[tag];
  TapeLoop loop{.targets = std::move(statement.targets), .tag = tag};
  loop.list = formula(tag, statement.formula);
  if (statement.filter.tree) {
    loop.filter = formula(tag, statement.filter);
  }
  Open block{.loop = static_cast<std::uint32_t>(tape_.loops.size()), .in_body = true};
  tape_.loops.push_back(std::move(loop));
  block.to_next = emit(OpKind::loop, block.loop);
  open_.push_back(std::move(block));
  ++loop_depth_;
}

// elif and else: what stands before ends here; the jump to the next branch leads here.
void Flattener::branch(std::uint32_t tag) {
  Open& block = open_.back();
  if (block.in_body) {
    end_body(block);
  }
  block.to_end.push_back(emit(OpKind::jump));
  tape_.ops[block.to_next].b = here();
  block.has_next = statements_[tag].kind == Kind::elif;
  if (block.has_next) {
    block.to_next = emit(OpKind::jump_unless, formula(tag, statements_[tag].formula));
  }
}

void Flattener::end_body(Open& block) {
  emit(OpKind::next, block.loop, static_cast<std::uint32_t>(block.to_next) + 1);
  block.in_body = false;
  --loop_depth_;
}

void Flattener::end_block(std::uint32_t tag) {
  Open block = std::move(open_.back());
  open_.pop_back();
  if (block.loop != TapeLoop::no_filter) {
    TapeLoop& loop = tape_.loops[block.loop];
    loop.uses_loop = mentions_loop(loop.tag, tag);
  }
  if (block.in_body) {
    end_body(block);
  }
  if (block.has_next) {
    tape_.ops[block.to_next].b = here();
  }
  for (const std::size_t jump : block.to_end) {
    tape_.ops[jump].b = here();
  }
}

bool Flattener::mentions_loop(std::uint32_t first, std::uint32_t last) const {
  return std::any_of(tape_.tags.begin() + first, tape_.tags.begin() + last, [](const Tag& tag) {
    return tag.text.find("loop") != std::string::npos;
  });
}

int Flattener::depth_change(pugi::xml_node node) const {
  if (is_mark(node)) {
    switch (statements_[mark_index(node)].kind) {
      case Kind::if_block:
      case Kind::for_block:
        return 1;
      case Kind::endif:
      case Kind::endfor:
        return -1;
      default:
        return 0;
    }
  }
  int change = 0;
  for (const pugi::xml_node child : node.children()) {
    change += depth_change(child);
  }
  return change;
}

// A child outside of all blocks that begin in `around`.
bool Flattener::always_has(pugi::xml_node around, std::string_view child) const {
  int depth = 0;
  for (const pugi::xml_node node : around.children()) {
    if (depth == 0 && is(node, child)) {
      return true;
    }
    depth += depth_change(node);
  }
  return false;
}

bool Flattener::always_ends_with_paragraph(pugi::xml_node container) const {
  int depth = 0;
  bool ends_with_paragraph = false;
  for (const pugi::xml_node node : container.children()) {
    depth += depth_change(node);
    if (!is_mark(node)) {
      ends_with_paragraph = depth == 0 && is(node, "w:p");
    }
  }
  return ends_with_paragraph;
}

std::uint32_t Flattener::formula(std::uint32_t tag, Formula& formula) {
  tape_.formulas.push_back(
      {std::move(formula.tree), tag, static_cast<std::uint32_t>(formula.begin)});
  return static_cast<std::uint32_t>(tape_.formulas.size() - 1);
}

std::size_t Flattener::emit(OpKind kind, std::uint32_t a, std::uint32_t b) {
  end_slice();
  tape_.ops.push_back({kind, a, b, 0});
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

}  // namespace

void flatten(pugi::xml_node document, std::span<Statement> statements, Tape& tape) {
  Flattener(statements, tape).run(document);
}

}  // namespace baocao::docx
