// Expressions of appendices.toml, and text that holds them: "Số liệu đến ngày {{ ky.chot }}".
#pragma once

#include "diag/diagnostic.hpp"
#include "expr/ast.hpp"
#include "expr/parser.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace baocao::xlsx {

struct Expression {
  expr::NodePtr tree;  // null: none was given
  std::string source;
  diag::Span place;  // of the value in appendices.toml

  explicit operator bool() const { return tree != nullptr; }
};

// "name in list": what a part of the table is repeated over. An empty name: no loop.
struct Loop {
  std::string name;
  Expression list;

  explicit operator bool() const { return !name.empty(); }
};

struct Words {
  struct Piece {
    std::string text;
    Expression expression;  // printed behind the text
  };

  std::vector<Piece> pieces;

  bool empty() const { return pieces.empty(); }
};

tl::expected<Expression, std::string> parse_expression(std::string_view source,
                                                       const diag::Span& place);
tl::expected<Loop, std::string> parse_loop(std::string_view source, const diag::Span& place);
// The error is a Vietnamese sentence, as in the two above.
tl::expected<Words, std::string> parse_words(std::string_view source, const diag::Span& place);

}  // namespace baocao::xlsx
