#include "expr/lexer.hpp"

#include <algorithm>
#include <array>

namespace baocao::expr {
namespace {

bool digit(char c) {
  return c >= '0' && c <= '9';
}

bool ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

std::size_t utf8_length(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  if (byte < 0xC2) {
    return 1;
  }
  return byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

// Of the bytes above ASCII all but these begin a letter or a mark: U+0080–00BF (C2), × ÷, and the
// punctuation and symbols U+2000–2FFF (E2) and U+3000–303F (E3 80).
bool foreign_letter(std::string_view sequence) {
  const auto lead = static_cast<unsigned char>(sequence.front());
  return lead > 0xC2 && lead != 0xE2 && !sequence.starts_with("\xE3\x80") && sequence != "×" &&
         sequence != "÷";
}

// Word turns straight quotes into curly ones while a template is typed; both are quotes.
struct Quote {
  std::string_view opening;
  std::string_view closing;
};

constexpr std::array<Quote, 6> quotes = {
    {{"\"", "\""}, {"'", "'"}, {"“", "”"}, {"”", "”"}, {"‘", "’"}, {"’", "’"}}};

constexpr std::array<std::string_view, 25> symbols = {
    "//", "**", "{", "}", "==", "!=", "<=", ">=", "<", ">", "(", ")", "[",
    "]",  ".",  ",", ":", "|",  "~",  "+",  "-",  "*", "/", "%", "="};

void append_escaped(std::string& text, char escaped) {
  switch (escaped) {
    case 'n':
      text += '\n';
      break;
    case 't':
      text += '\t';
      break;
    case '\\':
    case '"':
    case '\'':
      text += escaped;
      break;
    default:
      text += '\\';
      text += escaped;
  }
}

}  // namespace

Token Lexer::make(TokenKind kind, std::size_t from, std::string text) const {
  Token token;
  token.kind = kind;
  token.where = {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(at_ - from)};
  token.text = std::move(text);
  return token;
}

void Lexer::skip_space() {
  while (at_ < source_.size()) {
    const std::string_view rest = source_.substr(at_);
    if (rest.starts_with("\xC2\xA0")) {
      at_ += 2;
    } else if (std::string_view(" \t\r\n").find(rest.front()) != std::string_view::npos) {
      ++at_;
    } else {
      return;
    }
  }
}

std::size_t Lexer::name_bytes(std::size_t at) const {
  if (at >= source_.size()) {
    return 0;
  }
  const char c = source_[at];
  if (ascii_letter(c) || digit(c)) {
    return 1;
  }
  if (static_cast<unsigned char>(c) < 0xC2) {
    return 0;
  }
  const std::string_view sequence = source_.substr(at, utf8_length(c));
  return sequence.size() == utf8_length(c) && foreign_letter(sequence) ? sequence.size() : 0;
}

bool Lexer::starts_operand(std::size_t at) const {
  return name_bytes(at) > 0 || (at < source_.size() && std::string_view("(['\"").find(
                                                           source_[at]) != std::string_view::npos);
}

Token Lexer::next() {
  skip_space();
  if (at_ >= source_.size()) {
    return make(TokenKind::end, at_, "");
  }
  const std::string_view rest = source_.substr(at_);
  if (digit(rest.front())) {
    const bool date_shape = rest.size() >= 10 && rest[4] == '-' && rest[7] == '-' &&
                            std::all_of(rest.begin(), rest.begin() + 4, digit) && digit(rest[5]) &&
                            digit(rest[6]) && digit(rest[8]) && digit(rest[9]);
    return date_shape ? date() : number();
  }
  if (name_bytes(at_) > 0) {
    return name();
  }
  for (const auto& [opening, closing] : quotes) {
    if (rest.starts_with(opening)) {
      return string(opening.size(), closing);
    }
  }
  return symbol();
}

Token Lexer::name() {
  const std::size_t from = at_;
  while (const std::size_t bytes = name_bytes(at_)) {
    at_ += bytes;
  }
  return make(TokenKind::name, from, std::string(source_.substr(from, at_ - from)));
}

Token Lexer::date() {
  const std::size_t from = at_;
  at_ += 10;
  const std::string text(source_.substr(from, 10));
  const auto parsed = base::Date::parse_iso(text);
  if (!parsed || name_bytes(at_) > 0) {
    return make(TokenKind::invalid, from, "\"" + text + "\" không phải là ngày có trong lịch");
  }
  Token token = make(TokenKind::date, from, text);
  token.date = *parsed;
  return token;
}

Token Lexer::number() {
  const std::size_t from = at_;
  const auto skip_digits = [this] {
    while (at_ < source_.size() && digit(source_[at_])) {
      ++at_;
    }
  };
  skip_digits();
  if (at_ + 1 < source_.size() && source_[at_] == '.' && digit(source_[at_ + 1])) {
    ++at_;
    skip_digits();
  }
  const std::string text(source_.substr(from, at_ - from));
  if (name_bytes(at_) > 0) {
    const Token word = name();
    return make(TokenKind::invalid, from, "số " + text + " viết liền với \"" + word.text + "\"");
  }
  const auto parsed = base::Ratio::parse(text);
  if (!parsed) {
    return make(TokenKind::invalid, from, "số " + text + " quá lớn hoặc quá nhiều chữ số");
  }
  // "75%" is a share; "10%3" and "10 % 3" are remainders.
  const bool share = at_ < source_.size() && source_[at_] == '%' && !starts_operand(at_ + 1);
  at_ += share ? 1 : 0;
  Token token = make(TokenKind::number, from, text);
  try {
    token.number = share ? *parsed / base::Ratio(100) : *parsed;
  } catch (const std::overflow_error&) {
    return make(TokenKind::invalid, from, "số " + text + "% quá lớn hoặc quá nhiều chữ số");
  }
  return token;
}

Token Lexer::string(std::size_t quote_bytes, std::string_view closing) {
  const std::size_t from = at_;
  std::string text;
  at_ += quote_bytes;
  while (at_ < source_.size()) {
    if (source_.substr(at_).starts_with(closing)) {
      at_ += closing.size();
      return make(TokenKind::string, from, std::move(text));
    }
    if (source_[at_] == '\\' && at_ + 1 < source_.size()) {
      append_escaped(text, source_[at_ + 1]);
      at_ += 2;
    } else {
      text += source_[at_++];
    }
  }
  return make(TokenKind::invalid,
              from,
              "chuỗi chữ mở bằng " + std::string(source_.substr(from, quote_bytes)) +
                  " chưa có dấu " + std::string(closing) + " đóng lại");
}

Token Lexer::symbol() {
  const std::size_t from = at_;
  for (const std::string_view symbol : symbols) {
    if (source_.substr(from).starts_with(symbol)) {
      at_ += symbol.size();
      return make(TokenKind::symbol, from, std::string(symbol));
    }
  }
  at_ = std::min(source_.size(), at_ + utf8_length(source_[at_]));
  return make(TokenKind::invalid,
              from,
              "ký tự \"" + std::string(source_.substr(from, at_ - from)) +
                  "\" không dùng được trong biểu thức");
}

}  // namespace baocao::expr
