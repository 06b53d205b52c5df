// The tokens of an expression as a parser asks for them, with the first fault and the nesting.
#pragma once

#include "expr/lexer.hpp"
#include "expr/parser.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace baocao::expr {

// After the first fault the current token stays `end`, so every rule of a parser runs out by
// itself and none has to look whether another one failed.
class Tokens {
 public:
  explicit Tokens(std::string_view source) : source_(source), lexer_(source) { advance(); }

  const Token& current() const { return token_; }

  const std::optional<ParseError>& error() const { return error_; }

  // Behind the last token that was taken.
  std::uint32_t end_of_last() const { return end_of_last_; }

  std::string_view rest() const { return source_.substr(token_.where.offset); }

  bool at_symbol(std::string_view symbol) const {
    return token_.kind == TokenKind::symbol && token_.text == symbol;
  }

  bool at_word(std::string_view word) const {
    return token_.kind == TokenKind::name && token_.text == word;
  }

  // A word that is part of the grammar cannot be a name.
  bool at_name() const;

  void advance();
  bool accept(std::string_view text);
  // Takes `text` or fails; `after` says where it is missing.
  void expect(std::string_view text, std::string_view after);
  std::string name(std::string_view expected);

  void fail(std::string message);
  void fail_expecting(std::string_view expected);

  // Levels of the tree that are being parsed; too many are a fault.
  void enter();

  void leave() { --depth_; }

 private:
  std::string_view source_;
  Lexer lexer_;
  Token token_;
  std::uint32_t end_of_last_ = 0;
  int taken_ = 0;
  int depth_ = 0;
  std::optional<ParseError> error_;
};

}  // namespace baocao::expr
