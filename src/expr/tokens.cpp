#include "expr/tokens.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace baocao::expr {
namespace {

// Beyond these a text is no formula; they bound the recursion of everything that walks a tree.
constexpr int max_nesting = 100;
constexpr int max_tokens = 4000;

constexpr std::array<std::string_view, 8> grammar_words = {
    "and", "or", "not", "in", "is", "if", "else", "between"};

}  // namespace

bool Tokens::at_name() const {
  return token_.kind == TokenKind::name &&
         std::find(grammar_words.begin(), grammar_words.end(), token_.text) == grammar_words.end();
}

void Tokens::advance() {
  end_of_last_ = token_.where.offset + token_.where.length;
  if (error_) {
    return;
  }
  token_ = lexer_.next();
  if (++taken_ > max_tokens) {
    fail("biểu thức dài quá " + std::to_string(max_tokens) + " từ");
  }
}

void Tokens::fail(std::string message) {
  if (!error_) {
    error_ =
        ParseError{token_.where,
                   token_.kind == TokenKind::invalid ? std::move(token_.text) : std::move(message)};
  }
  token_.kind = TokenKind::end;
}

void Tokens::fail_expecting(std::string_view expected) {
  const std::string_view found = source_.substr(token_.where.offset, token_.where.length);
  fail("cần " + std::string(expected) +
       (token_.kind == TokenKind::end ? ", nhưng biểu thức kết thúc ở đây"
                                      : ", nhưng gặp \"" + std::string(found) + "\""));
}

bool Tokens::accept(std::string_view text) {
  const bool here = at_symbol(text) || at_word(text);
  if (here) {
    advance();
  }
  return here;
}

void Tokens::expect(std::string_view text, std::string_view after) {
  if (!accept(text)) {
    fail_expecting("\"" + std::string(text) + "\" " + std::string(after));
  }
}

std::string Tokens::name(std::string_view expected) {
  if (!at_name()) {
    fail_expecting(expected);
    return {};
  }
  std::string text = token_.text;
  advance();
  return text;
}

void Tokens::enter() {
  if (++depth_ > max_nesting) {
    fail("biểu thức lồng quá " + std::to_string(max_nesting) + " tầng");
  }
}

}  // namespace baocao::expr
