#include "docx/targets.hpp"

#include "docx/content.hpp"
#include "docx/paragraph_text.hpp"
#include "docx/sections.hpp"

#include <algorithm>
#include <set>
#include <vector>

namespace baocao::docx {
namespace {

bool can_be_split(pugi::xml_node node) {
  return is(node, "w:hyperlink") || is(node, "w:ins") || is(node, "w:smartTag") ||
         is(node, "w:moveTo");
}

bool has_sibling_paragraph(pugi::xml_node paragraph) {
  return paragraph.next_sibling("w:p") || paragraph.previous_sibling("w:p");
}

class Chooser {
 public:
  Chooser(std::span<const Tag> tags, std::span<const pugi::xml_node> marks, FaultLog& log)
      : tags_(tags),
        marks_(marks),
        log_(log),
        content_(tags),
        targets_(tags.size()),
        in_block_(tags.size()) {
    for (const pugi::xml_node mark : marks) {
      paragraphs_.push_back(ancestor(mark, "w:p"));
    }
  }

  void choose(const Block& block);
  // The statements that keep their paragraph: set, comments, blocks inside one paragraph.
  void choose_rest();

  std::vector<Target> take() { return std::move(targets_); }

 private:
  Level level_of(const Block& block) const;
  void by_position(const Block& block);
  void inside_paragraphs(const Block& block);
  void by_paragraph(const Block& block, bool has_prefix);
  bool around_paragraphs(const Block& block);
  void by_section(const Block& block);
  void by_row(const Block& block, bool has_prefix);
  void around_rows(const Block& block, pugi::xml_node table, bool has_prefix);
  void by_cell(const Block& block);
  void across_cells(const Block& block, pugi::xml_node row);
  void enclose(const Block& block, pugi::xml_node node);
  void replace(std::uint32_t tag, pugi::xml_node node);
  void choose_single(std::uint32_t tag);
  bool is_replaced(pugi::xml_node node) const;
  bool share_container(const Block& block) const;
  pugi::xml_node common(const Block& block) const;
  void separated(const Block& block, std::string help);
  void not_alone(const Block& block, std::uint32_t middle);

  std::span<const Tag> tags_;
  std::span<const pugi::xml_node> marks_;
  FaultLog& log_;
  ContentFinder content_;
  std::vector<Target> targets_;
  std::vector<bool> in_block_;
  std::vector<pugi::xml_node> paragraphs_;  // of each mark
  std::set<const void*> replaced_;          // nodes; looked up only
  std::uint32_t end_of_section_ = 0;        // the last tag of the last section block
  std::set<const void*> joined_;            // paragraphs of which a block takes a part
};

Level Chooser::level_of(const Block& block) const {
  for (const std::uint32_t tag : block.tags) {
    if (tags_[tag].prefix != Level::none) {
      return tags_[tag].prefix;
    }
  }
  return Level::none;
}

void Chooser::choose(const Block& block) {
  for (const std::uint32_t tag : block.tags) {
    in_block_[tag] = true;
  }
  if (block.kind == StatementKind::section) {
    by_section(block);
    return;
  }
  switch (level_of(block)) {
    case Level::none:
      by_position(block);
      break;
    case Level::run:
      inside_paragraphs(block);
      break;
    case Level::paragraph:
      by_paragraph(block, true);
      break;
    case Level::cell:
      by_cell(block);
      break;
    case Level::row:
      by_row(block, true);
      break;
  }
}

void Chooser::by_position(const Block& block) {
  const pugi::xml_node around = common(block);
  if (is(around, "w:p")) {
    inside_paragraphs(block);
  } else if (share_container(block)) {
    by_paragraph(block, false);
  } else if (is(around, "w:tr")) {
    across_cells(block, around);
  } else if (is(around, "w:tbl")) {
    around_rows(block, around, false);
  } else {
    separated(block, "đặt hai đầu của khối trong cùng một ô, một bảng, hoặc cùng ở ngoài bảng");
  }
}

// Every mark becomes a child of its paragraph, so that what lies between two marks is whole.
void Chooser::inside_paragraphs(const Block& block) {
  if (!share_container(block)) {
    separated(block, "đặt hai đầu của khối trong cùng một đoạn");
    return;
  }
  if (paragraphs_[block.tags.front()] != paragraphs_[block.tags.back()]) {
    for (const std::uint32_t tag : block.tags) {
      joined_.insert(paragraphs_[tag].internal_object());
    }
  }
  const pugi::xml_node parent = marks_[block.tags.front()].parent();
  if (std::all_of(block.tags.begin(), block.tags.end(), [&](std::uint32_t tag) {
        return marks_[tag].parent() == parent;
      })) {
    return;
  }
  for (const std::uint32_t tag : block.tags) {
    while (can_be_split(marks_[tag].parent())) {
      split_around(marks_[tag]);
    }
    if (!is(marks_[tag].parent(), "w:p")) {
      separated(block, "đặt hai đầu của khối cùng ở trong hoặc cùng ở ngoài ô nhập liệu của Word");
      return;
    }
  }
}

void Chooser::by_paragraph(const Block& block, bool has_prefix) {
  if (!share_container(block)) {
    separated(block, "đặt hai đầu của khối trong cùng một ô, hoặc cùng ở ngoài bảng");
    return;
  }
  const pugi::xml_node first = paragraphs_[block.tags.front()];
  if (first == paragraphs_[block.tags.back()]) {
    block.tags.size() == 2 ? enclose(block, first) : inside_paragraphs(block);
    return;
  }
  if (!has_prefix && !around_paragraphs(block)) {
    inside_paragraphs(block);  // text before or behind: the block joins parts of two paragraphs
    return;
  }
  for (const std::uint32_t tag : block.tags) {
    if (has_prefix) {
      replace(tag, paragraphs_[tag]);
    }
  }
}

// Pages turn between paragraphs of the body, once at a time.
void Chooser::by_section(const Block& block) {
  const pugi::xml_node first = paragraphs_[block.tags.front()];
  const pugi::xml_node last = paragraphs_[block.tags.back()];
  const std::string problem = block.tags.front() < end_of_section_
                                  ? "nằm trong một khối section khác"
                                  : problem_of_section(first, last);
  end_of_section_ = block.tags.back();
  if (problem.empty()) {
    by_paragraph(block, true);
    return;
  }
  const Tag& tag = tags_[block.tags.front()];
  log_.add(tag,
           {.code = "T406",
            .message = "khối " + tag.text + " " + problem,
            .help = "đặt {% section … %} và {% endsection %} riêng hai đoạn của thân bài"});
}

// Sets the targets when each tag stands alone in its paragraph, or at the outer edge of the first
// or last one.
bool Chooser::around_paragraphs(const Block& block) {
  std::vector<Target> found;
  for (const std::uint32_t tag : block.tags) {
    const pugi::xml_node paragraph = paragraphs_[tag];
    if (content_.of(paragraph) == Content::statements) {
      found.push_back({Move::replace, paragraph});
    } else if (tag == block.tags.front() && is_at_edge(marks_[tag], true)) {
      found.push_back({Move::before, paragraph});
    } else if (tag == block.tags.back() && is_at_edge(marks_[tag], false)) {
      found.push_back({Move::after, paragraph});
    } else {
      return false;
    }
  }
  for (std::size_t i = 0; i < found.size(); ++i) {
    targets_[block.tags[i]] = found[i];
  }
  return true;
}

void Chooser::by_row(const Block& block, bool has_prefix) {
  const pugi::xml_node around = nearest_of(common(block), {"w:tr", "w:tbl"});
  if (is(around, "w:tr")) {
    enclose(block, around);
  } else if (is(around, "w:tbl")) {
    around_rows(block, around, has_prefix);
  } else {
    separated(block, "thẻ {%tr chỉ dùng giữa các hàng của một bảng");
  }
}

void Chooser::around_rows(const Block& block, pugi::xml_node table, bool has_prefix) {
  for (const std::uint32_t tag : block.tags) {
    const pugi::xml_node row = outermost(paragraphs_[tag], table, "w:tr");
    if (has_prefix || content_.of(row) == Content::statements) {
      replace(tag, row);
    } else if (tag == block.tags.front()) {
      targets_[tag] = {Move::before, row};
    } else if (tag == block.tags.back()) {
      targets_[tag] = {Move::after, row};
    } else {
      not_alone(block, tag);
    }
  }
}

void Chooser::by_cell(const Block& block) {
  const pugi::xml_node around = nearest_of(common(block), {"w:tc", "w:tr", "w:tbl"});
  if (is(around, "w:tc")) {
    enclose(block, around);
  } else if (is(around, "w:tr")) {
    for (const std::uint32_t tag : block.tags) {
      replace(tag, outermost(paragraphs_[tag], around, "w:tc"));
    }
  } else {
    separated(block, "thẻ {%tc chỉ dùng giữa các ô của một hàng");
  }
}

// Cells that hold nothing but the tags repeat what stands between them; tags in the first and the
// last cell, beside other text, repeat the row.
void Chooser::across_cells(const Block& block, pugi::xml_node row) {
  const auto cell_of = [&](std::uint32_t tag) { return outermost(paragraphs_[tag], row, "w:tc"); };
  const bool own_cells = std::all_of(block.tags.begin(), block.tags.end(), [&](std::uint32_t tag) {
    return content_.of(cell_of(tag)) == Content::statements;
  });
  if (own_cells) {
    for (const std::uint32_t tag : block.tags) {
      replace(tag, cell_of(tag));
    }
    return;
  }
  const pugi::xml_node first = cell_of(block.tags.front());
  const pugi::xml_node last = cell_of(block.tags.back());
  if (block.tags.size() == 2 && first == row.child("w:tc") && !last.next_sibling("w:tc")) {
    enclose(block, row);
  } else {
    separated(block,
              "để lặp cả hàng, đặt thẻ mở ở ô đầu và thẻ kết thúc ở ô cuối của hàng, "
              "hoặc dùng {%tr … %} ở hai hàng riêng");
  }
}

void Chooser::enclose(const Block& block, pugi::xml_node node) {
  if (block.tags.size() != 2) {
    not_alone(block, block.tags[1]);
    return;
  }
  targets_[block.tags.front()] = {Move::before, node};
  targets_[block.tags.back()] = {Move::after, node};
}

void Chooser::replace(std::uint32_t tag, pugi::xml_node node) {
  targets_[tag] = {Move::replace, node};
  const bool is_first = replaced_.insert(node.internal_object()).second;
  if (is_first && content_.of(node) == Content::other) {
    log_.add(tags_[tag],
             {.code = "T559",
              .message = "\"" + text_in(node, tags_) + "\" đứng cùng chỗ với thẻ " +
                         tags_[tag].text + " nên không được in ra",
              .help = "chuyển phần chữ đó sang đoạn, ô hoặc hàng khác",
              .severity = diag::Severity::warning});
  }
}

bool Chooser::share_container(const Block& block) const {
  const pugi::xml_node container = paragraphs_[block.tags.front()].parent();
  return std::all_of(block.tags.begin(), block.tags.end(), [&](std::uint32_t tag) {
    return paragraphs_[tag].parent() == container;
  });
}

pugi::xml_node Chooser::common(const Block& block) const {
  pugi::xml_node around = paragraphs_[block.tags.front()];
  for (const std::uint32_t tag : block.tags) {
    around = common_ancestor(around, paragraphs_[tag]);
  }
  return around;
}

// An "else" that cannot part two branches.
void Chooser::not_alone(const Block& block, std::uint32_t middle) {
  log_.add(tags_[middle],
           {.code = "T557",
            .message = "thẻ " + tags_[middle].text + " của khối " + tags_[block.tags.front()].text +
                       " không đứng riêng nên không tách được hai nhánh",
            .help = "đặt thẻ này trong một hàng (đoạn, ô) riêng"});
}

void Chooser::separated(const Block& block, std::string help) {
  const Tag& first = tags_[block.tags.front()];
  const Tag& last = tags_[block.tags.back()];
  log_.add(first,
           {.code = "T557",
            .message = "khối mở bằng " + first.text + " ở đây nhưng đóng bằng " + last.text +
                       " ở " + last.address + ", khác chỗ chứa",
            .help = std::move(help)});
}

void Chooser::choose_rest() {
  for (auto tag = static_cast<std::uint32_t>(tags_.size()); tag-- > 0;) {
    const bool moves = tags_[tag].kind == TagKind::statement || tags_[tag].kind == TagKind::comment;
    if (moves && targets_[tag].move == Move::stay) {
      choose_single(tag);
    }
  }
}

// Statements alone in their paragraph take it away; before a block that starts at the paragraph
// they go with it, so that the order stays.
void Chooser::choose_single(std::uint32_t tag) {
  const pugi::xml_node paragraph = paragraphs_[tag];
  const pugi::xml_node row = ancestor(paragraph, "w:tr");
  const Level prefix = in_block_[tag] ? Level::none : tags_[tag].prefix;
  if (joined_.count(paragraph.internal_object()) != 0) {
    return;
  }
  const bool alone =
      content_.of(paragraph) == Content::statements && has_sibling_paragraph(paragraph);
  const pugi::xml_node cell = ancestor(paragraph, "w:tc");
  if (row && (prefix == Level::row || is_replaced(row))) {
    replace(tag, row);
  } else if (cell && (prefix == Level::cell || is_replaced(cell))) {
    replace(tag, cell);
  } else if (tag + 1 < tags_.size() && targets_[tag + 1].move == Move::before &&
             paragraphs_[tag + 1] == paragraph) {
    targets_[tag] = targets_[tag + 1];
  } else if (prefix == Level::paragraph || is_replaced(paragraph) || alone) {
    replace(tag, paragraph);
  }
}

bool Chooser::is_replaced(pugi::xml_node node) const {
  return replaced_.count(node.internal_object()) != 0;
}

}  // namespace

std::vector<Target> choose_targets(std::span<const Tag> tags,
                                   std::span<const Block> blocks,
                                   std::span<const pugi::xml_node> marks,
                                   FaultLog& log) {
  Chooser chooser(tags, marks, log);
  for (const Block& block : blocks) {
    chooser.choose(block);
  }
  chooser.choose_rest();
  return chooser.take();
}

}  // namespace baocao::docx
