#include "docx/content.hpp"

#include <algorithm>
#include <array>

namespace baocao::docx {
namespace {

bool holds_content(pugi::xml_node node) {
  static constexpr std::array<std::string_view, 11> names{"w:tr",
                                                          "w:tc",
                                                          "w:p",
                                                          "w:r",
                                                          "w:t",
                                                          "w:hyperlink",
                                                          "w:ins",
                                                          "w:moveTo",
                                                          "w:smartTag",
                                                          "w:sdt",
                                                          "w:sdtContent"};
  return std::find(names.begin(), names.end(), name_of(node)) != names.end();
}

bool is_formatting(pugi::xml_node node) {
  static constexpr std::array<std::string_view, 10> names{"w:pPr",
                                                          "w:rPr",
                                                          "w:trPr",
                                                          "w:tcPr",
                                                          "w:tblPrEx",
                                                          "w:sdtPr",
                                                          "w:sdtEndPr",
                                                          "w:proofErr",
                                                          "w:lastRenderedPageBreak",
                                                          "w:tab"};
  return is_range_end(node) || std::find(names.begin(), names.end(), name_of(node)) != names.end();
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\n") == std::string_view::npos;
}

}  // namespace

Content ContentFinder::of(pugi::xml_node node) {
  const auto [at, is_new] = known_.try_emplace(node.internal_object(), Content::other);
  if (is_new) {
    at->second = look(node);
  }
  return at->second;
}

Content ContentFinder::look(pugi::xml_node node) {
  if (is_mark(node)) {
    const bool prints = tags_[mark_index(node)].kind == TagKind::value;
    return prints ? Content::other : Content::statements;
  }
  if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
    return is_blank(node.value()) ? Content::nothing : Content::other;
  }
  if (is_formatting(node)) {
    return Content::nothing;
  }
  if (!holds_content(node)) {
    return Content::other;
  }
  Content most = Content::nothing;
  for (const pugi::xml_node child : node.children()) {
    most = std::max(most, look(child));
  }
  return most;
}

bool is_at_edge(pugi::xml_node mark, bool at_start) {
  for (pugi::xml_node at = mark; !is(at, "w:p"); at = at.parent()) {
    pugi::xml_node next = at_start ? at.previous_sibling() : at.next_sibling();
    while (next &&
           (is_mark(next) || is(next, "w:pPr") || is(next, "w:proofErr") || is_range_end(next))) {
      next = at_start ? next.previous_sibling() : next.next_sibling();
    }
    if (next) {
      return false;
    }
  }
  return true;
}

std::string text_in(pugi::xml_node node, std::span<const Tag> tags) {
  if (is_mark(node)) {
    const Tag& tag = tags[mark_index(node)];
    return tag.kind == TagKind::value ? tag.text : std::string();
  }
  std::string out = is(node.parent(), "w:t") ? node.value() : "";
  for (const pugi::xml_node child : node.children()) {
    out += text_in(child, tags);
  }
  return out;
}

}  // namespace baocao::docx
