#include "expr/parser.hpp"

#include "expr/lexer.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

namespace baocao::expr {
namespace {

// Beyond these a text is no formula; they bound the recursion of everything that walks a tree.
constexpr int max_nesting = 100;
constexpr int max_tokens = 4000;

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
constexpr std::array<Operator, 3> product_level = {
    {{"*", Op::multiply}, {"/", Op::divide}, {"%", Op::remainder}}};

constexpr std::array<std::string_view, 4> aggregates = {"exists", "count", "sum", "latest"};
constexpr std::array<std::string_view, 8> operator_words = {
    "and", "or", "not", "in", "is", "if", "else", "between"};

template <class Words>
bool one_of(std::string_view word, const Words& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Recursive descent. After the first fault the current token stays `end`, so every rule runs out
// by itself and none has to look whether another one failed.
class Parser {
 public:
  explicit Parser(std::string_view source) : source_(source), lexer_(source) { advance(); }

  NodePtr expression();
  void expect_end();

  std::size_t position() const { return token_.where.offset; }

  const std::optional<ParseError>& error() const { return error_; }

 private:
  using Rule = NodePtr (Parser::*)();

  NodePtr left_associative(std::span<const Operator> operators, Rule operand);

  NodePtr disjunction() { return left_associative(or_level, &Parser::conjunction); }

  NodePtr conjunction() { return left_associative(and_level, &Parser::negation); }

  NodePtr negation();
  NodePtr comparison();
  NodePtr between(NodePtr value);

  NodePtr concatenation() { return left_associative(concat_level, &Parser::sum); }

  NodePtr sum() { return left_associative(sum_level, &Parser::product); }

  NodePtr product() { return left_associative(product_level, &Parser::filtered); }

  NodePtr filtered();
  NodePtr filter(NodePtr value);
  NodePtr test(NodePtr value);
  NodePtr sign();
  NodePtr postfix();
  NodePtr subscript(NodePtr value);
  NodePtr primary();
  NodePtr named();
  NodePtr list();
  NodePtr parenthesised();
  void aggregate_subject(Node& node);
  void arguments(Node& node);  // behind "("

  void advance();

  bool at_symbol(std::string_view symbol) const {
    return token_.kind == TokenKind::symbol && token_.text == symbol;
  }

  bool at_word(std::string_view word) const {
    return token_.kind == TokenKind::name && token_.text == word;
  }

  bool at(std::string_view text) const { return at_symbol(text) || at_word(text); }

  std::optional<Op> find(std::span<const Operator> operators) const;
  bool accept(std::string_view text);
  void expect(std::string_view text, std::string_view after);
  std::string name(std::string_view expected);
  void fail(std::string message);
  std::string found() const;

  NodePtr start(Kind kind) const;
  NodePtr wrap(Kind kind, NodePtr child) const;
  NodePtr close(NodePtr node) const;

  std::string_view source_;
  Lexer lexer_;
  Token token_;
  std::uint32_t last_end_ = 0;  // behind the token before the current one
  int tokens_ = 0;
  int depth_ = 0;
  std::optional<ParseError> error_;
};

void Parser::advance() {
  last_end_ = token_.where.offset + token_.where.length;
  if (error_) {
    return;
  }
  token_ = lexer_.next();
  if (++tokens_ > max_tokens) {
    fail("biểu thức dài quá " + std::to_string(max_tokens) + " từ");
  }
}

void Parser::fail(std::string message) {
  if (!error_) {
    error_ =
        ParseError{token_.where,
                   token_.kind == TokenKind::invalid ? std::move(token_.text) : std::move(message)};
  }
  token_.kind = TokenKind::end;
}

std::string Parser::found() const {
  if (token_.kind == TokenKind::end) {
    return "nhưng biểu thức kết thúc ở đây";
  }
  return "nhưng gặp \"" + std::string(source_.substr(token_.where.offset, token_.where.length)) +
         "\"";
}

std::optional<Op> Parser::find(std::span<const Operator> operators) const {
  for (const auto& [symbol, op] : operators) {
    if (at(symbol)) {
      return op;
    }
  }
  return std::nullopt;
}

bool Parser::accept(std::string_view text) {
  const bool here = at(text);
  if (here) {
    advance();
  }
  return here;
}

void Parser::expect(std::string_view text, std::string_view after) {
  if (!accept(text)) {
    fail("cần \"" + std::string(text) + "\" " + std::string(after) + ", " + found());
  }
}

std::string Parser::name(std::string_view expected) {
  if (token_.kind != TokenKind::name || one_of(token_.text, operator_words)) {
    fail("cần " + std::string(expected) + ", " + found());
    return {};
  }
  std::string text = token_.text;
  advance();
  return text;
}

NodePtr Parser::start(Kind kind) const {
  auto node = std::make_unique<Node>();
  node->kind = kind;
  node->where = token_.where;
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
  node->where.length = std::max(last_end_, node->where.offset) - node->where.offset;
  return node;
}

NodePtr Parser::left_associative(std::span<const Operator> operators, Rule operand) {
  NodePtr left = (this->*operand)();
  while (const auto op = find(operators)) {
    advance();
    left = wrap(Kind::binary, std::move(left));
    left->op = *op;
    left->children.push_back((this->*operand)());
    left = close(std::move(left));
  }
  return left;
}

NodePtr Parser::expression() {
  if (++depth_ > max_nesting) {
    fail("biểu thức lồng quá " + std::to_string(max_nesting) + " tầng");
  }
  NodePtr value = error_ ? start(Kind::none) : disjunction();
  if (accept("if")) {
    value = wrap(Kind::conditional, std::move(value));
    value->children.push_back(disjunction());
    value->children.push_back(accept("else") ? expression() : nullptr);
    value = close(std::move(value));
  }
  --depth_;
  return value;
}

NodePtr Parser::negation() {
  std::vector<NodePtr> negations;
  while (at_word("not") && ++depth_ <= max_nesting) {
    negations.push_back(start(Kind::unary));
    negations.back()->op = Op::not_;
    advance();
  }
  if (at_word("not")) {
    fail("biểu thức lồng quá " + std::to_string(max_nesting) + " tầng");
  }
  NodePtr value = comparison();
  for (; !negations.empty(); negations.pop_back(), --depth_) {
    negations.back()->children.push_back(std::move(value));
    value = close(std::move(negations.back()));
  }
  return value;
}

NodePtr Parser::comparison() {
  NodePtr left = concatenation();
  if (accept("between")) {
    left = between(std::move(left));
  } else if (at_word("not")) {
    advance();
    expect("in", "sau \"not\"");
    left = wrap(Kind::binary, std::move(left));
    left->op = Op::not_in;
    left->children.push_back(concatenation());
  } else if (const auto op = find(comparisons)) {
    advance();
    left = wrap(Kind::binary, std::move(left));
    left->op = *op;
    left->children.push_back(concatenation());
  } else {
    return left;
  }
  if (find(comparisons) || at_word("between")) {
    fail("không viết nhiều phép so sánh liền nhau: nối chúng bằng \"and\"");
  }
  return close(std::move(left));
}

NodePtr Parser::between(NodePtr value) {
  NodePtr node = wrap(Kind::between, std::move(value));
  node->children.push_back(concatenation());
  expect("and", "giữa hai đầu của \"between\"");
  node->children.push_back(concatenation());
  return node;
}

NodePtr Parser::filtered() {
  NodePtr value = sign();
  while (at_symbol("|") || at_word("is")) {
    const bool is_filter = at_symbol("|");
    advance();
    value = close(is_filter ? filter(std::move(value)) : test(std::move(value)));
  }
  return value;
}

NodePtr Parser::filter(NodePtr value) {
  NodePtr node = wrap(Kind::filter, std::move(value));
  node->text = name("tên bộ lọc sau dấu \"|\"");
  if (accept("(")) {
    arguments(*node);
  }
  return node;
}

NodePtr Parser::test(NodePtr value) {
  NodePtr node = wrap(Kind::test, std::move(value));
  node->flag = accept("not");
  if (accept("in")) {
    node->text = "in";
  } else {
    node->text = name("tên phép thử sau \"is\"");
  }
  const bool operand = token_.kind == TokenKind::number || token_.kind == TokenKind::string ||
                       (token_.kind == TokenKind::name && !one_of(token_.text, operator_words)) ||
                       at_symbol("[");
  if (accept("(")) {
    arguments(*node);
  } else if (operand) {
    node->children.push_back(postfix());
  }
  return node;
}

NodePtr Parser::sign() {
  if (!at_symbol("-")) {
    return postfix();
  }
  NodePtr node = start(Kind::unary);
  node->op = Op::negate;
  advance();
  if (++depth_ > max_nesting) {
    fail("biểu thức lồng quá " + std::to_string(max_nesting) + " tầng");
  }
  node->children.push_back(sign());
  --depth_;
  return close(std::move(node));
}

NodePtr Parser::postfix() {
  NodePtr value = primary();
  while (at_symbol(".") || at_symbol("[")) {
    if (accept(".")) {
      value = wrap(Kind::member, std::move(value));
      value->text = name("tên sau dấu \".\"");
    } else {
      value = subscript(std::move(value));
    }
    value = close(std::move(value));
  }
  return value;
}

NodePtr Parser::subscript(NodePtr value) {
  NodePtr node = wrap(Kind::index, std::move(value));
  advance();
  NodePtr first = at_symbol(":") ? nullptr : expression();
  node->children.push_back(std::move(first));
  if (accept(":")) {
    node->kind = Kind::slice;
    node->children.push_back(at_symbol("]") ? nullptr : expression());
  }
  expect("]", "đóng dấu \"[\"");
  return node;
}

NodePtr Parser::primary() {
  NodePtr node;
  switch (token_.kind) {
    case TokenKind::number:
      node = start(Kind::number);
      node->number = token_.number;
      break;
    case TokenKind::date:
      node = start(Kind::date);
      node->date = token_.date;
      break;
    case TokenKind::string:
      node = start(Kind::string);
      node->text = token_.text;
      break;
    case TokenKind::name:
      return named();
    default:
      if (at_symbol("[")) {
        return list();
      }
      return parenthesised();
  }
  advance();
  return node;
}

NodePtr Parser::named() {
  NodePtr node = start(Kind::name);
  node->text = name("một giá trị");
  const std::string& text = node->text;
  if (text == "true" || text == "True" || text == "false" || text == "False") {
    node->kind = Kind::boolean;
    node->flag = text == "true" || text == "True";
  } else if (text == "none" || text == "None") {
    node->kind = Kind::none;
  } else if (accept("(")) {
    if (one_of(text, aggregates)) {
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
  node.table = name("tên bảng sau \"" + node.text + "(\"");
  NodePtr where;
  NodePtr by;
  NodePtr value;
  if (node.text == "sum" && accept(":")) {
    value = expression();
  } else if (node.text == "sum" || node.text == "latest") {
    expect(".", "và tên trường sau tên bảng \"" + node.table + "\"");
    node.field = name("tên trường của bảng \"" + node.table + "\"");
  }
  if (accept("where")) {
    where = expression();
  }
  if (node.text == "latest" && accept("by")) {
    by = expression();
  }
  node.children.push_back(std::move(where));
  node.children.push_back(std::move(by));
  node.children.push_back(std::move(value));
  expect(")", "đóng \"" + node.text + "(\"");
}

NodePtr Parser::list() {
  NodePtr node = start(Kind::list);
  advance();
  while (!at_symbol("]") && !error_) {
    node->children.push_back(expression());
    if (!accept(",")) {
      break;
    }
  }
  expect("]", "đóng danh sách");
  return close(std::move(node));
}

NodePtr Parser::parenthesised() {
  if (!accept("(")) {
    fail("cần một giá trị, " + found());
    return start(Kind::none);
  }
  NodePtr value = expression();
  expect(")", "đóng dấu \"(\"");
  return value;
}

void Parser::arguments(Node& node) {
  while (!at_symbol(")") && !error_) {
    node.children.push_back(expression());
    if (!accept(",")) {
      break;
    }
  }
  if (at_symbol("=")) {
    fail("đối số không gọi theo tên: ghi giá trị theo thứ tự, bỏ \"tên =\"");
  }
  expect(")", "đóng danh sách đối số");
}

void Parser::expect_end() {
  if (at_symbol("=")) {
    fail("so sánh bằng viết là \"==\"");
  } else if (token_.kind != TokenKind::end) {
    fail("biểu thức đã đủ nghĩa nhưng còn thừa \"" +
         std::string(source_.substr(token_.where.offset)) + "\"");
  }
}

}  // namespace

tl::expected<NodePtr, ParseError> parse(std::string_view source) {
  Parser parser(source);
  NodePtr tree = parser.expression();
  parser.expect_end();
  if (parser.error()) {
    return tl::unexpected(*parser.error());
  }
  return tree;
}

tl::expected<NodePtr, ParseError> parse_prefix(std::string_view source, std::size_t& end) {
  Parser parser(source);
  NodePtr tree = parser.expression();
  if (parser.error()) {
    return tl::unexpected(*parser.error());
  }
  end = parser.position();
  return tree;
}

}  // namespace baocao::expr
