#include "expr/source.hpp"

#include "expr/lexer.hpp"
#include "expr/parser.hpp"

namespace baocao::expr {
namespace {

void collect(const Node& node, std::set<std::string>& names) {
  if (node.kind == Kind::name || node.kind == Kind::call) {
    names.insert(node.text);
  }
  if (!node.field.empty()) {
    names.insert(node.field);
  }
  for (const NodePtr& child : node.children) {
    if (child) {
      collect(*child, names);
    }
  }
}

}  // namespace

std::set<std::string> names_in(std::string_view text) {
  std::set<std::string> names;
  if (const auto tree = parse(text)) {
    collect(**tree, names);
  }
  return names;
}

std::string canonical(std::string_view text) {
  Lexer lexer(text);
  std::string out;
  for (Token token = lexer.next(); token.kind != TokenKind::end; token = lexer.next()) {
    if (token.kind == TokenKind::invalid) {
      return std::string(text);
    }
    out +=
        (out.empty() ? "" : " ") + std::string(text.substr(token.where.offset, token.where.length));
  }
  return out;
}

}  // namespace baocao::expr
