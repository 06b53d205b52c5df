// Text → tokens, one at a time, so that a prefix can be parsed without reading what follows.
#pragma once

#include "expr/ast.hpp"

#include <string>
#include <string_view>

namespace baocao::expr {

enum class TokenKind : std::uint8_t { end, name, number, date, string, symbol, invalid };

struct Token {
  TokenKind kind = TokenKind::end;
  Location where;
  std::string text;  // name, symbol, contents of a string; Vietnamese message of an invalid token
  base::Ratio number;
  base::Date date;
};

class Lexer {
 public:
  explicit Lexer(std::string_view source) : source_(source) {}

  // The next token; `end` for ever after the last one.
  Token next();

 private:
  void skip_space();
  std::size_t name_bytes(std::size_t at) const;  // of the letter, digit or _ at `at`; 0 if none
  bool starts_operand(std::size_t at) const;
  Token name();
  Token number();
  Token date();
  Token string(std::size_t quote_bytes, std::string_view closing);
  Token symbol();
  Token make(TokenKind kind, std::size_t from, std::string text) const;

  std::string_view source_;
  std::size_t at_ = 0;
};

}  // namespace baocao::expr
