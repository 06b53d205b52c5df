// A tree as text, with every node in brackets, for comparing trees in tests.
#pragma once

#include "expr/ast.hpp"

#include <array>
#include <string>
#include <string_view>

namespace baocao::expr {

inline std::string_view op_text(Op op) {
  constexpr std::array<std::string_view, 21> texts = {
      "",       "or", "and", "not", "==", "!=", "<",  "<=", ">",  ">=", "in",
      "not in", "~",  "+",   "-",   "*",  "/",  "//", "%",  "**", "-"};
  return texts.at(static_cast<std::size_t>(op));
}

inline std::string tree_text(const Node& node);

inline std::string children_text(const Node& node) {
  std::string text;
  for (const NodePtr& child : node.children) {
    text += " " + (child ? tree_text(*child) : std::string("_"));
  }
  return text;
}

inline std::string tree_text(const Node& node) {
  switch (node.kind) {
    case Kind::none:
      return "none";
    case Kind::boolean:
      return node.flag ? "true" : "false";
    case Kind::number:
      return node.number.decimal();
    case Kind::string:
      return "'" + node.text + "'";
    case Kind::date:
      return node.date.iso();
    case Kind::name:
      return node.text;
    case Kind::member:
      return "(." + node.text + children_text(node) + ")";
    case Kind::index:
      return "(index" + children_text(node) + ")";
    case Kind::slice:
      return "(slice" + children_text(node) + ")";
    case Kind::list:
      return "[" + children_text(node) + " ]";
    case Kind::map:
      return "{" + children_text(node) + " }";
    case Kind::method:
      return "(." + node.text + "()" + children_text(node) + ")";
    case Kind::call:
      return "(call " + node.text + children_text(node) + ")";
    case Kind::filter:
      return "(|" + node.text + children_text(node) + ")";
    case Kind::test:
      return std::string(node.flag ? "(is-not " : "(is ") + node.text + children_text(node) + ")";
    case Kind::unary:
    case Kind::binary:
      return "(" + std::string(op_text(node.op)) + children_text(node) + ")";
    case Kind::conditional:
      return "(if" + children_text(node) + ")";
    case Kind::between:
      return "(between" + children_text(node) + ")";
    case Kind::aggregate:
      return "(" + node.text + " " + node.table + (node.field.empty() ? "" : "." + node.field) +
             children_text(node) + ")";
  }
  return "?";
}

}  // namespace baocao::expr
