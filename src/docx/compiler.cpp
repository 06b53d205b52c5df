#include "docx/compiler.hpp"

#include "docx/blocks.hpp"
#include "docx/cell_tags.hpp"
#include "docx/fields.hpp"
#include "docx/flatten.hpp"
#include "docx/header_rows.hpp"
#include "docx/lists.hpp"
#include "docx/paragraph_text.hpp"
#include "docx/places.hpp"
#include "docx/placing.hpp"
#include "docx/plain_texts.hpp"
#include "docx/xml_tree.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <span>

namespace baocao::docx {
namespace {

// docxtpl's {_{ and {_% print the signs of tags.
bool prints_signs(base::ByteView xml) {
  return xml.find("{_{") != std::string_view::npos || xml.find("{_%") != std::string_view::npos ||
         xml.find("}_}") != std::string_view::npos || xml.find("%_}") != std::string_view::npos;
}

class Compiler {
 public:
  explicit Compiler(const PartSource& source)
      : log_(source.file, source.part),
        has_paragraphs_(source.has_paragraphs),
        is_needed_(source.always || prints_signs(source.xml)),
        reader_(source.reader) {
    tape_.part = source.part;
  }

  std::optional<Tape> run(pugi::xml_node document, const Styles& styles);

  void hand_over_faults(diag::Sink& sink) { log_.hand_over(sink); }

 private:
  void take_tags(const PlacedParagraph& paragraph);
  void take_plain_text(const PlainText& plain);
  void take_attribute(const PlainAttribute& plain);
  std::string address_of(pugi::xml_node node) const;
  void check_plain_blocks(std::span<const Block> blocks);
  void broken(const BrokenTag& broken, const std::string& text, const std::string& address);
  std::uint64_t place_of(std::size_t character) const;
  void note_joins(const FoundTag& found, pugi::xml_node paragraph, std::size_t text_length);
  void join_paragraphs();
  void sort_tags(pugi::xml_node root);
  std::vector<Statement> parse_tags();
  std::vector<Tag> tags_for_reader() const;

  FaultLog log_;
  bool has_paragraphs_;
  bool is_needed_;                                // even without tags
  StatementReader* reader_;                       // may be null
  std::uint64_t read_texts_ = 0;                  // paragraphs and others
  std::map<const void*, std::string> addresses_;  // of paragraphs; looked up only
  Tape tape_;
  std::vector<pugi::xml_node> marks_;  // of each tag
  // Paragraphs that {%- or -%} joins to the one before, in the order of the document.
  std::vector<pugi::xml_node> joined_;
  std::set<const void*> is_joined_;
};

std::optional<Tape> Compiler::run(pugi::xml_node document, const Styles& styles) {
  const pugi::xml_node root = document.first_child();
  if (has_paragraphs_) {
    for (const PlacedParagraph& paragraph : find_paragraphs(root, styles)) {
      addresses_.emplace(paragraph.node.internal_object(), paragraph.address);
      take_tags(paragraph);
    }
  }
  for (const PlainText& plain : plain_texts(root)) {
    take_plain_text(plain);
  }
  join_paragraphs();
  sort_tags(root);
  for (const PlainAttribute& plain : attributes_with_tags(root)) {
    take_attribute(plain);
  }
  if (tape_.tags.empty() && !is_needed_) {
    return std::nullopt;
  }
  std::vector<Statement> statements = parse_tags();
  const std::vector<Block> blocks = match_blocks(tape_.tags, statements, log_);
  if (reader_ != nullptr) {
    const std::vector<Tag> tags = tags_for_reader();
    reader_->read({root, tags, statements}, log_);
  }
  place_cell_tags(tape_.tags, statements, blocks, marks_, log_);
  if (has_paragraphs_) {
    place_blocks(root, tape_.tags, blocks, marks_, log_);
  } else {
    check_plain_blocks(blocks);
  }
  if (log_.has_errors()) {
    return std::nullopt;
  }
  repeat_header_rows(root, statements);
  tape_.has_contents = has_contents(root);
  const auto lists = lists_of_loops(root, statements, styles);
  number_directly(root, lists, styles);
  flatten(document, statements, lists, tape_);
  return std::move(tape_);
}

// Values that go with the row, cell or paragraph of a comment ({#tr … #}) are never evaluated.
std::vector<Tag> Compiler::tags_for_reader() const {
  static const std::map<Level, std::string_view> elements{
      {Level::row, "w:tr"}, {Level::cell, "w:tc"}, {Level::paragraph, "w:p"}};
  std::vector<Tag> tags = tape_.tags;
  std::set<const void*> gone;
  for (std::size_t i = 0; i < marks_.size(); ++i) {
    const auto element = elements.find(tags[i].prefix);
    if (tags[i].kind == TagKind::comment && element != elements.end()) {
      gone.insert(ancestor(marks_[i], element->second).internal_object());
    }
  }
  for (std::size_t i = 0; i < marks_.size() && !gone.empty(); ++i) {
    for (pugi::xml_node at = marks_[i].parent(); at; at = at.parent()) {
      if (tags[i].kind == TagKind::value && gone.contains(at.internal_object())) {
        tags[i].kind = TagKind::comment;
      }
    }
  }
  return tags;
}

// Of the paragraph around; of a property its name.
std::string Compiler::address_of(pugi::xml_node node) const {
  for (pugi::xml_node at = node; at; at = at.parent()) {
    const auto known = addresses_.find(at.internal_object());
    if (known != addresses_.end()) {
      return known->second;
    }
  }
  const std::string_view name = name_of(node);
  return "mục " + std::string(name.substr(name.find(':') + 1));
}

// In the paragraph (text, attribute) that is being read.
std::uint64_t Compiler::place_of(std::size_t character) const {
  return (read_texts_ << 32U) + character;
}

void Compiler::take_plain_text(const PlainText& plain) {
  ++read_texts_;
  const FoundTags found = find_tags(plain.value);
  const std::string address = address_of(plain.text.parent());
  for (const BrokenTag& each : found.broken) {
    broken(each, plain.value, address);
  }
  const auto first = static_cast<std::uint32_t>(tape_.tags.size());
  for (const FoundTag& each : found.tags) {
    tape_.tags.push_back(each.tag);
    tape_.tags.back().address = address;
    tape_.tags.back().place = place_of(each.range.begin);
  }
  place_plain_marks(plain, found, first);
}

// Statements would have to be closed in the same attribute; nobody needs them there.
void Compiler::take_attribute(const PlainAttribute& plain) {
  ++read_texts_;
  const std::string value = plain.attribute.value();
  std::string out;
  std::size_t at = 0;
  FoundTags all = find_tags(value);
  for (const BrokenTag& each : all.broken) {
    broken(each, value, address_of(plain.element));
  }
  for (FoundTag& found : all.tags) {
    out += value.substr(at, found.range.begin - at);
    at = found.range.end;
    found.tag.address = address_of(plain.element);
    found.tag.place = place_of(found.range.begin);
    if (found.tag.kind == TagKind::statement) {
      log_.add(found.tag,
               {.code = "T562",
                .message = "thẻ " + found.tag.text + " không dùng được trong thuộc tính \"" +
                           std::string(plain.attribute.name()) + "\"",
                .help = "ở đây chỉ dùng {{ giá_trị }}; đặt điều kiện ngay trong biểu thức"});
    } else if (found.tag.kind == TagKind::value) {
      out += tag_in_attribute(static_cast<std::uint32_t>(tape_.tags.size()));
      tape_.tags.push_back(std::move(found.tag));
    }
  }
  pugi::xml_attribute attribute = plain.attribute;
  attribute = (out + value.substr(at)).c_str();
}

// Without paragraphs a block stands inside one text.
void Compiler::check_plain_blocks(std::span<const Block> blocks) {
  for (const Block& block : blocks) {
    const pugi::xml_node first = marks_[block.tags.front()].parent();
    for (const std::uint32_t tag : block.tags) {
      if (marks_[tag].parent() != first) {
        log_.add(tape_.tags[tag],
                 {.code = "T557",
                  .message = "thẻ " + tape_.tags[tag].text + " đứng khác chỗ với thẻ mở khối",
                  .help = "đặt cả khối trong cùng một mục"});
      }
    }
  }
}

void Compiler::take_tags(const PlacedParagraph& paragraph) {
  ++read_texts_;
  const ParagraphText text = read_text(paragraph.node);
  if (text.text.find_first_of("{}") == std::string::npos) {
    return;
  }
  FoundTags found = find_tags(text.text);
  for (const BrokenTag& each : found.broken) {
    broken(each, text.text, paragraph.address);
  }
  const auto first = static_cast<std::uint32_t>(tape_.tags.size());
  for (FoundTag& each : found.tags) {
    each.tag.address =
        at_character(paragraph.address, std::string_view(text.text).substr(0, each.range.begin));
    each.tag.place = place_of(each.range.begin);
    tape_.tags.push_back(each.tag);
    note_joins(each, paragraph.node, text.text.size());
  }
  marks_.resize(tape_.tags.size());
  place_marks(text, found.tags, first, marks_);
}

void Compiler::broken(const BrokenTag& broken,
                      const std::string& text,
                      const std::string& address) {
  const auto [begin, end] = broken.range;
  Tag tag;
  tag.quote = text.substr(begin, end - begin);
  tag.text = tag.quote;
  tag.address = at_character(address, std::string_view(text).substr(0, begin));
  tag.place = place_of(begin);
  if (broken.kind == BrokenTag::Kind::not_closed) {
    const std::string close = tag.quote[1] == '{' ? "}}" : tag.quote[1] == '%' ? "%}" : "#}";
    log_.add(tag,
             {.code = "T551",
              .message = "thẻ \"" + tag.quote + "\" chưa đóng, cần \"" + close + "\"",
              .help = "thêm \"" + close + "\" vào cuối thẻ, trong cùng một đoạn"});
  } else {
    log_.add(tag,
             {.code = "T561",
              .message = "dấu \"" + tag.quote + "\" không thuộc thẻ nào nên được in nguyên",
              .help = "thêm dấu mở thẻ ở phía trước hoặc xóa dấu này",
              .severity = diag::Severity::warning});
  }
}

// docxtpl's meaning: {%- at the start of a paragraph joins it to the one before, -%} at the end
// joins the next one.
void Compiler::note_joins(const FoundTag& found,
                          pugi::xml_node paragraph,
                          std::size_t text_length) {
  if (found.tag.kind != TagKind::statement) {
    return;
  }
  const auto join = [&](pugi::xml_node second) {
    const bool has_section = static_cast<bool>(second.child("w:pPr").child("w:sectPr"));
    if (is(second, "w:p") && is(second.previous_sibling(), "w:p") && !has_section &&
        is_joined_.insert(second.internal_object()).second) {
      joined_.push_back(second);
    }
  };
  if (found.trims_left && found.cut.begin == 0) {
    join(paragraph);
  }
  if (found.trims_right && found.cut.end == text_length) {
    join(paragraph.next_sibling());
  }
}

void Compiler::join_paragraphs() {
  for (auto second = joined_.rbegin(); second != joined_.rend(); ++second) {
    pugi::xml_node first = second->previous_sibling();
    second->remove_child("w:pPr");
    while (const pugi::xml_node child = second->first_child()) {
      first.append_move(child);
    }
    first.parent().remove_child(*second);
  }
}

// Tags of a text box come before those behind the box in its paragraph.
void Compiler::sort_tags(pugi::xml_node root) {
  std::vector<Tag> tags;
  marks_ = marks_in(root);
  for (const pugi::xml_node mark : marks_) {
    tags.push_back(std::move(tape_.tags[mark_index(mark)]));
    set_mark_index(mark, static_cast<std::uint32_t>(tags.size() - 1));
  }
  tape_.tags = std::move(tags);
}

std::vector<Statement> Compiler::parse_tags() {
  std::vector<Statement> statements(tape_.tags.size());
  for (std::size_t i = 0; i < statements.size(); ++i) {
    const Tag& tag = tape_.tags[i];
    if (tag.kind == TagKind::statement) {
      statements[i] = parse_statement(tag, log_);
    } else if (tag.kind == TagKind::value) {
      statements[i].formula = parse_value(tag, log_);
    }
  }
  return statements;
}

}  // namespace

std::optional<Tape> compile_part(const PartSource& source, const Styles& styles, diag::Sink& sink) {
  const auto tree = parse_tree(source.xml, source.file, source.part);
  if (!tree) {
    sink.add(tree.error());
    return std::nullopt;
  }
  place_links((*tree)->root(), source.links);
  Compiler compiler(source);
  auto tape = compiler.run((*tree)->root(), styles);
  compiler.hand_over_faults(sink);
  return tape;
}

}  // namespace baocao::docx
