#include "xlsx/words.hpp"

#include <utility>

namespace baocao::xlsx {
namespace {

std::string syntax_fault(std::string_view source, const expr::ParseError& error) {
  return "biểu thức \"" + std::string(source) + "\" sai cú pháp: " + error.message;
}

}  // namespace

tl::expected<Expression, std::string> parse_expression(std::string_view source,
                                                       const diag::Span& place) {
  auto tree = expr::parse(source);
  if (!tree) {
    return tl::unexpected(syntax_fault(source, tree.error()));
  }
  return Expression{std::move(*tree), std::string(source), place};
}

tl::expected<Loop, std::string> parse_loop(std::string_view source, const diag::Span& place) {
  auto whole = parse_expression(source, place);
  if (!whole) {
    return tl::unexpected(std::move(whole.error()));
  }
  expr::Node& tree = *whole->tree;
  const bool is_loop = tree.kind == expr::Kind::binary && tree.op == expr::Op::in &&
                       tree.children[0]->kind == expr::Kind::name;
  if (!is_loop) {
    return tl::unexpected("\"" + std::string(source) +
                          "\" không phải vòng lặp dạng \"tên in danh sách\"");
  }
  return Loop{tree.children[0]->text,
              Expression{std::move(tree.children[1]), std::string(source), place}};
}

tl::expected<Words, std::string> parse_words(std::string_view source, const diag::Span& place) {
  Words words;
  for (std::string_view rest = source; !rest.empty();) {
    const std::size_t opening = rest.find("{{");
    Words::Piece piece{.text = std::string(rest.substr(0, opening)), .expression = {}};
    if (opening == std::string_view::npos) {
      words.pieces.push_back(std::move(piece));
      break;
    }
    rest.remove_prefix(opening + 2);
    std::size_t end = 0;
    auto tree = expr::parse_prefix(rest, end);
    if (!tree) {
      return tl::unexpected(syntax_fault(source, tree.error()));
    }
    if (!rest.substr(end).starts_with("}}")) {
      return tl::unexpected("\"" + std::string(source) + "\" thiếu dấu }} đóng biểu thức");
    }
    piece.expression = {std::move(*tree), std::string(rest.substr(0, end)), place};
    words.pieces.push_back(std::move(piece));
    rest.remove_prefix(end + 2);
  }
  return words;
}

}  // namespace baocao::xlsx
