#include "expr/parser.hpp"

#include "expr/tokens.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

namespace baocao::expr {
namespace {

struct Operator {
  std::string_view symbol;
  Op op;
};

constexpr std::array<Operator, 7> comparisons = {{{"==", Op::equal},
                                                  {"!=", Op::not_equal},
                                                  {"<", Op::less},
                                                  {"<=", Op::less_equal},
                                                  {">", Op::greater},
                                                  {">=", Op::greater_equal},
                                                  {"in", Op::in}}};
constexpr std::array<Operator, 1> or_level = {{{"or", Op::or_}}};
constexpr std::array<Operator, 1> and_level = {{{"and", Op::and_}}};
constexpr std::array<Operator, 1> concat_level = {{{"~", Op::concat}}};
constexpr std::array<Operator, 2> sum_level = {{{"+", Op::add}, {"-", Op::subtract}}};
constexpr std::array<Operator, 4> product_level = {
    {{"*", Op::multiply}, {"//", Op::floor_divide}, {"/", Op::divide}, {"%", Op::remainder}}};
constexpr std::array<Operator, 1> power_level = {{{"**", Op::power}}};

constexpr std::array<std::string_view, 4> aggregates = {"exists", "count", "sum", "latest"};

bool is_aggregate(std::string_view name) {
  return std::find(aggregates.begin(), aggregates.end(), name) != aggregates.end();
}

// Nodes of a tree.
std::size_t size(const Node& node) {
  std::size_t count = 1;
  for (const NodePtr& child : node.children) {
    count += child ? size(*child) : 0U;
  }
  return count;
}

NodePtr copy(const Node& node) {
  auto out = std::make_unique<Node>();
  out->kind = node.kind;
  out->op = node.op;
  out->flag = node.flag;
  out->where = node.where;
  out->text = node.text;
  out->table = node.table;
  out->field = node.field;
  out->argument = node.argument;
  out->number = node.number;
  out->date = node.date;
  for (const NodePtr& child : node.children) {
    out->children.push_back(child ? copy(*child) : nullptr);
  }
  return out;
}

// Recursive descent, one function per level of the grammar.
class Parser {
 public:
  Parser(std::string_view source, Dialect dialect) : tokens_(source), dialect_(dialect) {}

  NodePtr expression();
  void expect_end();

  std::size_t position() const { return tokens_.current().where.offset; }

  const std::optional<ParseError>& error() const { return tokens_.error(); }

 private:
  using Rule = NodePtr (Parser::*)();

  NodePtr left_associative(std::span<const Operator> operators, Rule operand);

  NodePtr disjunction() { return left_associative(or_level, &Parser::conjunction); }

  NodePtr conjunction() { return left_associative(and_level, &Parser::negation); }

  NodePtr negation();
  NodePtr prefixed(Op op, Rule operand);
  NodePtr comparison();
  NodePtr compared(NodePtr left);
  NodePtr between(NodePtr value);

  NodePtr concatenation() { return left_associative(concat_level, &Parser::sum); }

  NodePtr sum() { return left_associative(sum_level, &Parser::product); }

  NodePtr product() { return left_associative(product_level, &Parser::power); }

  NodePtr power() { return left_associative(power_level, &Parser::filtered); }

  NodePtr filtered();
  NodePtr filter(NodePtr value);
  NodePtr test(NodePtr value);
  NodePtr sign();
  NodePtr postfix();
  NodePtr subscript(NodePtr value);
  NodePtr primary();
  NodePtr named();
  NodePtr list();
  NodePtr map();
  NodePtr parenthesised();
  void aggregate_subject(Node& node);
  void arguments(Node& node);  // behind "("
  NodePtr argument();

  std::optional<Op> find(std::span<const Operator> operators) const;
  NodePtr start(Kind kind) const;
  NodePtr wrap(Kind kind, NodePtr child) const;
  NodePtr close(NodePtr node) const;

  Tokens tokens_;
  Dialect dialect_;
};

std::optional<Op> Parser::find(std::span<const Operator> operators) const {
  for (const auto& [symbol, op] : operators) {
    if (tokens_.at_symbol(symbol) || tokens_.at_word(symbol)) {
      return op;
    }
  }
  return std::nullopt;
}

NodePtr Parser::start(Kind kind) const {
  auto node = std::make_unique<Node>();
  node->kind = kind;
  node->where = tokens_.current().where;
  return node;
}

NodePtr Parser::wrap(Kind kind, NodePtr child) const {
  auto node = std::make_unique<Node>();
  node->kind = kind;
  node->where = child->where;
  node->children.push_back(std::move(child));
  return node;
}

NodePtr Parser::close(NodePtr node) const {
  node->where.length = std::max(tokens_.end_of_last(), node->where.offset) - node->where.offset;
  return node;
}

NodePtr Parser::left_associative(std::span<const Operator> operators, Rule operand) {
  NodePtr left = (this->*operand)();
  while (const auto op = find(operators)) {
    tokens_.advance();
    left = wrap(Kind::binary, std::move(left));
    left->op = *op;
    left->children.push_back((this->*operand)());
    left = close(std::move(left));
  }
  return left;
}

NodePtr Parser::expression() {
  tokens_.enter();
  NodePtr value = disjunction();
  if (tokens_.accept("if")) {
    value = wrap(Kind::conditional, std::move(value));
    value->children.push_back(disjunction());
    value->children.push_back(tokens_.accept("else") ? expression() : nullptr);
    value = close(std::move(value));
  }
  tokens_.leave();
  return value;
}

NodePtr Parser::negation() {
  return tokens_.at_word("not") ? prefixed(Op::not_, &Parser::negation) : comparison();
}

NodePtr Parser::prefixed(Op op, Rule operand) {
  NodePtr node = start(Kind::unary);
  node->op = op;
  tokens_.advance();
  tokens_.enter();
  node->children.push_back((this->*operand)());
  tokens_.leave();
  return close(std::move(node));
}

NodePtr Parser::comparison() {
  NodePtr left = concatenation();
  if (tokens_.accept("between")) {
    left = close(between(std::move(left)));
  } else if (tokens_.at_word("not") || find(comparisons)) {
    left = compared(std::move(left));
  } else {
    return left;
  }
  while (dialect_ == Dialect::jinja && find(comparisons) && left->kind == Kind::binary) {
    const Node& middle = *(left->op == Op::and_ ? left->children[1] : left)->children[1];
    constexpr std::size_t largest_copied = 50;  // chains in chains would grow without end
    if (size(middle) > largest_copied) {
      break;
    }
    NodePtr again = copy(middle);
    left = wrap(Kind::binary, std::move(left));
    left->op = Op::and_;
    left->children.push_back(compared(std::move(again)));
    left = close(std::move(left));
  }
  if (find(comparisons) || tokens_.at_word("between")) {
    tokens_.fail("không viết nhiều phép so sánh liền nhau: nối chúng bằng \"and\"");
  }
  return left;
}

// The current token is a comparison or the "not" of "not in".
NodePtr Parser::compared(NodePtr left) {
  const auto op = find(comparisons);
  tokens_.advance();
  if (!op) {
    tokens_.expect("in", "sau \"not\"");
  }
  NodePtr node = wrap(Kind::binary, std::move(left));
  node->op = op.value_or(Op::not_in);
  node->children.push_back(concatenation());
  return close(std::move(node));
}

NodePtr Parser::between(NodePtr value) {
  NodePtr node = wrap(Kind::between, std::move(value));
  node->children.push_back(concatenation());
  tokens_.expect("and", "giữa hai đầu của \"between\"");
  node->children.push_back(concatenation());
  return node;
}

NodePtr Parser::filtered() {
  NodePtr value = sign();
  while (tokens_.at_symbol("|") || tokens_.at_word("is")) {
    const bool is_filter = tokens_.at_symbol("|");
    tokens_.advance();
    value = close(is_filter ? filter(std::move(value)) : test(std::move(value)));
  }
  return value;
}

NodePtr Parser::filter(NodePtr value) {
  NodePtr node = wrap(Kind::filter, std::move(value));
  node->name = tokens_.current().where;
  node->text = tokens_.name("tên bộ lọc sau dấu \"|\"");
  if (tokens_.accept("(")) {
    arguments(*node);
  }
  return node;
}

NodePtr Parser::test(NodePtr value) {
  NodePtr node = wrap(Kind::test, std::move(value));
  node->flag = tokens_.accept("not");
  node->name = tokens_.current().where;
  if (tokens_.accept("in")) {
    node->text = "in";
  } else {
    node->text = tokens_.name("tên phép thử sau \"is\"");
  }
  const TokenKind next = tokens_.current().kind;
  // "by" belongs to latest(t.f where x is none by g).
  const bool name = tokens_.at_name() && !tokens_.at_word("by");
  const bool operand =
      next == TokenKind::number || next == TokenKind::string || name || tokens_.at_symbol("[");
  if (tokens_.accept("(")) {
    arguments(*node);
  } else if (operand) {
    node->children.push_back(postfix());
  }
  return node;
}

NodePtr Parser::sign() {
  return tokens_.at_symbol("-") ? prefixed(Op::negate, &Parser::sign) : postfix();
}

NodePtr Parser::postfix() {
  NodePtr value = primary();
  while (tokens_.at_symbol(".") || tokens_.at_symbol("[")) {
    if (tokens_.accept(".")) {
      value = wrap(Kind::member, std::move(value));
      value->name = tokens_.current().where;
      value->text = tokens_.name("tên sau dấu \".\"");
      if (tokens_.accept("(")) {
        value->kind = Kind::method;
        arguments(*value);
      }
    } else {
      value = subscript(std::move(value));
    }
    value = close(std::move(value));
  }
  return value;
}

NodePtr Parser::subscript(NodePtr value) {
  NodePtr node = wrap(Kind::index, std::move(value));
  tokens_.advance();
  NodePtr first = tokens_.at_symbol(":") ? nullptr : expression();
  node->children.push_back(std::move(first));
  if (tokens_.accept(":")) {
    node->kind = Kind::slice;
    const bool open_end = tokens_.at_symbol("]") || tokens_.at_symbol(":");
    node->children.push_back(open_end ? nullptr : expression());
    if (tokens_.accept(":") && !tokens_.at_symbol("]")) {
      node->children.push_back(expression());
    }
  }
  tokens_.expect("]", "đóng dấu \"[\"");
  return node;
}

NodePtr Parser::primary() {
  NodePtr node;
  const Token& token = tokens_.current();
  switch (token.kind) {
    case TokenKind::number:
      node = start(Kind::number);
      node->number = token.number;
      break;
    case TokenKind::date:
      node = start(Kind::date);
      node->date = token.date;
      break;
    case TokenKind::string:
      node = start(Kind::string);
      node->text = token.text;
      break;
    case TokenKind::name:
      return named();
    default:
      if (tokens_.at_symbol("[")) {
        return list();
      }
      if (tokens_.at_symbol("{")) {
        return map();
      }
      return parenthesised();
  }
  tokens_.advance();
  return node;
}

NodePtr Parser::named() {
  NodePtr node = start(Kind::name);
  node->text = tokens_.name("một giá trị");
  const std::string& text = node->text;
  if (text == "true" || text == "True" || text == "false" || text == "False") {
    node->kind = Kind::boolean;
    node->flag = text == "true" || text == "True";
  } else if (text == "none" || text == "None") {
    node->kind = Kind::none;
  } else if (tokens_.accept("(")) {
    if (is_aggregate(text)) {
      node->kind = Kind::aggregate;
      aggregate_subject(*node);
    } else {
      node->kind = Kind::call;
      arguments(*node);
    }
  }
  return close(std::move(node));
}

void Parser::aggregate_subject(Node& node) {
  node.table = tokens_.name("tên bảng sau \"" + node.text + "(\"");
  NodePtr where;
  NodePtr by;
  NodePtr value;
  if (node.text == "sum" && tokens_.accept(":")) {
    value = expression();
  } else if (node.text == "sum" || node.text == "latest") {
    tokens_.expect(".", "và tên trường sau tên bảng \"" + node.table + "\"");
    node.field = tokens_.name("tên trường của bảng \"" + node.table + "\"");
  }
  if (tokens_.accept("where")) {
    where = expression();
  }
  if (node.text == "latest" && tokens_.accept("by")) {
    by = expression();
  }
  node.children.push_back(std::move(where));
  node.children.push_back(std::move(by));
  node.children.push_back(std::move(value));
  tokens_.expect(")", "đóng \"" + node.text + "(\"");
}

NodePtr Parser::list() {
  NodePtr node = start(Kind::list);
  tokens_.advance();
  while (!tokens_.at_symbol("]") && !tokens_.error()) {
    node->children.push_back(expression());
    if (!tokens_.accept(",")) {
      break;
    }
  }
  tokens_.expect("]", "đóng danh sách");
  return close(std::move(node));
}

NodePtr Parser::map() {
  NodePtr node = start(Kind::map);
  tokens_.advance();
  while (!tokens_.at_symbol("}") && !tokens_.error()) {
    node->children.push_back(expression());
    tokens_.expect(":", "sau tên mục");
    node->children.push_back(expression());
    if (!tokens_.accept(",")) {
      break;
    }
  }
  tokens_.expect("}", "đóng bảng tên và giá trị");
  return close(std::move(node));
}

// (e), or Jinja's tuple (e, e), a list here.
NodePtr Parser::parenthesised() {
  NodePtr tuple = start(Kind::list);
  if (!tokens_.accept("(")) {
    tokens_.fail_expecting("một giá trị");
    return start(Kind::none);
  }
  NodePtr value = expression();
  const bool is_tuple = dialect_ == Dialect::jinja && tokens_.at_symbol(",");
  if (is_tuple) {
    tuple->children.push_back(std::move(value));
    while (tokens_.accept(",") && !tokens_.at_symbol(")")) {
      tuple->children.push_back(expression());
    }
    value = std::move(tuple);
  }
  tokens_.expect(")", "đóng dấu \"(\"");
  return is_tuple ? close(std::move(value)) : std::move(value);
}

NodePtr Parser::argument() {
  NodePtr value = expression();
  if (dialect_ != Dialect::jinja || value->kind != Kind::name || !tokens_.accept("=")) {
    return value;
  }
  NodePtr given = expression();
  given->argument = value->text;
  return given;
}

void Parser::arguments(Node& node) {
  while (!tokens_.at_symbol(")") && !tokens_.error()) {
    node.children.push_back(argument());
    if (!tokens_.accept(",")) {
      break;
    }
  }
  if (tokens_.at_symbol("=")) {
    tokens_.fail("đối số không gọi theo tên: ghi giá trị theo thứ tự, bỏ \"tên =\"");
  }
  tokens_.expect(")", "đóng danh sách đối số");
}

void Parser::expect_end() {
  if (tokens_.at_symbol("=")) {
    tokens_.fail("so sánh bằng viết là \"==\"");
  } else if (tokens_.current().kind != TokenKind::end) {
    tokens_.fail("biểu thức đã đủ nghĩa nhưng còn thừa \"" + std::string(tokens_.rest()) + "\"");
  }
}

}  // namespace

tl::expected<NodePtr, ParseError> parse(std::string_view source, Dialect dialect) {
  Parser parser(source, dialect);
  NodePtr tree = parser.expression();
  parser.expect_end();
  if (parser.error()) {
    return tl::unexpected(*parser.error());
  }
  return tree;
}

tl::expected<NodePtr, ParseError> parse_prefix(std::string_view source,
                                               std::size_t& end,
                                               Dialect dialect) {
  Parser parser(source, dialect);
  NodePtr tree = parser.expression();
  if (parser.error()) {
    return tl::unexpected(*parser.error());
  }
  end = parser.position();
  return tree;
}

}  // namespace baocao::expr
