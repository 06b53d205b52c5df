#include "docx/placing.hpp"

#include "docx/targets.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace baocao::docx {
namespace {

void move_marks(std::span<const Target> targets, std::span<const pugi::xml_node> marks) {
  for (std::size_t i = 0; i < targets.size(); ++i) {
    auto [move, node] = targets[i];
    if (move == Move::before || move == Move::replace) {
      node.parent().insert_move_before(marks[i], node);
    }
  }
  // Backwards, so that an inner block closes before the one around it.
  for (std::size_t i = targets.size(); i-- > 0;) {
    auto [move, node] = targets[i];
    if (move == Move::after) {
      node.parent().insert_move_after(marks[i], node);
    }
  }
}

bool is_empty_paragraph(pugi::xml_node paragraph) {
  const auto children = paragraph.children();
  return std::all_of(children.begin(), children.end(), [](pugi::xml_node child) {
    return is(child, "w:pPr") || is(child, "w:proofErr");
  });
}

using NodeSet = std::set<const void*>;

NodeSet replaced_nodes(std::span<const Target> targets) {
  NodeSet replaced;
  for (const Target& target : targets) {
    if (target.move == Move::replace) {
      replaced.insert(target.node.internal_object());
    }
  }
  return replaced;
}

bool stands_in(pugi::xml_node node, const NodeSet& nodes) {
  for (pugi::xml_node at = node.parent(); at; at = at.parent()) {
    if (nodes.count(at.internal_object()) != 0) {
      return true;
    }
  }
  return false;
}

// A cell's paragraph whose statements all moved out to the row leaves no blank line behind.
void remove_emptied(std::span<const Target> targets,
                    std::span<const pugi::xml_node> paragraphs,
                    const NodeSet& replaced) {
  NodeSet seen = replaced;
  // Tags in attributes, which come last, have no mark and no paragraph.
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    pugi::xml_node paragraph = paragraphs[i];
    const bool left = targets[i].move == Move::before || targets[i].move == Move::after;
    if (!left || targets[i].node == paragraph || !seen.insert(paragraph.internal_object()).second) {
      continue;
    }
    if (is_empty_paragraph(paragraph) &&
        (paragraph.next_sibling("w:p") || paragraph.previous_sibling("w:p"))) {
      paragraph.parent().remove_child(paragraph);
    }
  }
}

void gather_ranges(pugi::xml_node around, std::vector<pugi::xml_node>& out) {
  for (const pugi::xml_node node : around.children()) {
    if (is_range_end(node)) {
      out.push_back(node);
    } else {
      gather_ranges(node, out);
    }
  }
}

void remove_replaced(pugi::xml_node node) {
  pugi::xml_node parent = node.parent();
  std::vector<pugi::xml_node> ranges;
  gather_ranges(node, ranges);
  for (const pugi::xml_node range : ranges) {
    parent.insert_move_before(range, node);
  }
  if (!node.child("w:pPr").child("w:sectPr")) {
    parent.remove_child(node);
    return;
  }
  // A section ends with this paragraph: it stays, without its text.
  while (!is(node.last_child(), "w:pPr")) {
    node.remove_child(node.last_child());
  }
}

void remove_all_replaced(std::span<const Target> targets, const NodeSet& replaced) {
  std::vector<pugi::xml_node> outermost;
  NodeSet seen;
  for (const Target& target : targets) {
    if (target.move == Move::replace && !stands_in(target.node, replaced) &&
        seen.insert(target.node.internal_object()).second) {
      outermost.push_back(target.node);
    }
  }
  for (const pugi::xml_node node : outermost) {
    remove_replaced(node);
  }
}

// Blocks that were moved to different levels can have come to cross each other.
void check_nesting(pugi::xml_node root,
                   std::span<const Tag> tags,
                   std::span<const Block> blocks,
                   FaultLog& log) {
  std::vector<std::uint32_t> order;
  for (const pugi::xml_node mark : marks_in(root)) {
    if (tags[mark_index(mark)].kind != TagKind::cell) {
      order.push_back(mark_index(mark));
    }
  }
  const auto crossing = [&](std::uint32_t tag) {
    log.add(tags[tag],
            {.code = "T557",
             .message = "thẻ " + tags[tag].text + " đan chéo với một khối khác",
             .help = "đặt mỗi thẻ của khối trong một đoạn (ô, hàng) riêng"});
  };
  if (const auto at = std::is_sorted_until(order.begin(), order.end()); at != order.end()) {
    crossing(*at);
    return;
  }
  for (const Block& block : blocks) {
    const auto kept = std::count_if(block.tags.begin(), block.tags.end(), [&](std::uint32_t tag) {
      return std::binary_search(order.begin(), order.end(), tag);
    });
    if (kept != 0 && static_cast<std::size_t>(kept) != block.tags.size()) {
      crossing(block.tags.front());
    }
  }
}

}  // namespace

void place_blocks(pugi::xml_node root,
                  std::span<const Tag> tags,
                  std::span<const Block> blocks,
                  std::span<const pugi::xml_node> marks,
                  FaultLog& log) {
  const std::vector<Target> targets = choose_targets(tags, blocks, marks, log);
  std::vector<pugi::xml_node> paragraphs;
  paragraphs.reserve(marks.size());
  for (const pugi::xml_node mark : marks) {
    paragraphs.push_back(ancestor(mark, "w:p"));
  }
  move_marks(targets, marks);
  const NodeSet replaced = replaced_nodes(targets);
  remove_emptied(targets, paragraphs, replaced);
  remove_all_replaced(targets, replaced);
  if (!log.has_errors()) {
    check_nesting(root, tags, blocks, log);
  }
}

}  // namespace baocao::docx
