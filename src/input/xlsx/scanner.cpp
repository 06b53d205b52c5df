#include "input/xlsx/scanner.hpp"

#include "input/limits.hpp"
#include "input/xlsx/references.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace baocao::input::xlsx {
namespace {

constexpr std::size_t max_attributes = 32;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

enum : std::uint8_t {
  name_start = 1,
  name_part = 2,
  blank = 4,
  special_text = 8,
  special_value = 16
};

// What each ASCII byte may be. Names with other letters are left to expat.
constexpr std::array<std::uint8_t, 256> make_classes() {
  std::array<std::uint8_t, 256> classes = {};
  for (unsigned c = 0; c < 128; ++c) {
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':';
    const bool is_digit = (c >= '0' && c <= '9') || c == '-' || c == '.';
    classes[c] = static_cast<std::uint8_t>((is_letter ? name_start | name_part : 0) |
                                           (is_digit ? name_part : 0));
  }
  for (const std::size_t c : {0x20U, 0x09U, 0x0DU, 0x0AU}) {
    classes[c] = blank;
  }
  for (const char c : {'&', ']'}) {
    classes[static_cast<unsigned char>(c)] = special_text;
  }
  for (const char c : {'&', '<', '\t', '\r', '\n'}) {
    classes[static_cast<unsigned char>(c)] |= special_value;
  }
  classes['\r'] |= special_text;
  return classes;
}

constexpr std::array<std::uint8_t, 256> classes = make_classes();

bool is(char c, std::uint8_t kind) {
  return (classes[static_cast<unsigned char>(c)] & kind) != 0;
}

bool is_blank(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return is(c, blank); });
}

// What stands before a byte, and what kinds of bytes it has: one walk for both, since most texts
// and values are shorter than a search takes to begin.
struct Run {
  std::string_view text;
  std::uint8_t kinds = 0;
  bool is_ended = false;  // the byte was found

  bool has(std::uint8_t kind) const { return (kinds & kind) != 0; }
};

Run run_up_to(char stop, const char* from, const char* end) {
  const char* at = from;
  std::uint8_t kinds = 0;
  while (at != end && *at != stop) {
    kinds |= classes[static_cast<unsigned char>(*at++)];
  }
  return {{from, static_cast<std::size_t>(at - from)}, kinds, at != end};
}

// The attributes of an XML declaration.
bool is_familiar(std::span<const Attribute> declared) {
  const auto take = [&](std::string_view name, std::initializer_list<std::string_view> values) {
    const bool found =
        !declared.empty() && declared.front().qualified == name &&
        std::find(values.begin(), values.end(), declared.front().value) != values.end();
    declared = declared.subspan(found ? 1 : 0);
    return found;
  };
  const bool has_version = take("version", {"1.0"});
  take("encoding", {"UTF-8", "utf-8"});
  take("standalone", {"yes", "no"});
  return has_version && declared.empty();
}

}  // namespace

// Walks through a tag. At the end of what has come so far it stays there: the tag is then read
// again from its "<" when more has come.
class Scanner::Cursor {
 public:
  Cursor(const char* at, const char* end) : at_(at), end_(end) {}

  bool is_at_end() const { return at_ == end_; }

  const char* position() const { return at_; }

  char front() const { return *at_; }

  bool take(char wanted) {
    const bool found = at_ != end_ && *at_ == wanted;
    at_ += found ? 1 : 0;
    return found;
  }

  bool take_blanks() {
    const char* const from = at_;
    while (at_ != end_ && is(*at_, blank)) {
      ++at_;
    }
    return at_ != from;
  }

  // Empty when there is none.
  std::string_view take_name() {
    const char* const from = at_;
    if (at_ != end_ && is(*at_, name_start)) {
      while (at_ != end_ && is(*at_, name_part)) {
        ++at_;
      }
    }
    return {from, static_cast<std::size_t>(at_ - from)};
  }

  // Up to the `quote`, which is taken as well when it has come.
  Run take_until(char quote) {
    const Run run = run_up_to(quote, at_, end_);
    at_ += run.text.size() + (run.is_ended ? 1 : 0);
    return run;
  }

 private:
  const char* at_;
  const char* end_;
};

Scanner::Scanner(PartHandler& handler) : handler_(handler) {
  open_.resize(static_cast<std::size_t>(max_depth));
  decoded_.resize(max_attributes);
}

bool Scanner::feed(std::string_view piece) {
  if (!characters_.accept(piece)) {
    return stop();
  }
  buffer_ += piece;
  if (!is_past_mark_ && buffer_.size() >= byte_order_mark.size()) {
    is_past_mark_ = true;
    buffer_.erase(0, buffer_.starts_with(byte_order_mark) ? byte_order_mark.size() : 0);
  }
  return scan();
}

Scanner::State Scanner::finish() {
  if (state_ == State::reading &&
      (depth_ > 0 || !has_root_ || !characters_.is_complete() || !is_blank(buffer_))) {
    stop();
  }
  return state_;
}

bool Scanner::stop() {
  state_ = state_ == State::reading ? State::unfamiliar : state_;
  return false;
}

void Scanner::note_refusal() {
  if (handler_.refusal()) {
    state_ = State::refused;
  }
}

bool Scanner::scan() {
  const char* at = buffer_.data();
  const char* const end = at + buffer_.size();
  while (state_ == State::reading) {
    const Run before = run_up_to('<', at, end);
    if (!before.is_ended) {
      break;
    }
    take_text(before.text, before.has(special_text));
    at += before.text.size();
    Cursor cursor(at, end);
    if (state_ != State::reading || !take_tag(cursor)) {
      break;
    }
    at = cursor.position();
  }
  buffer_.erase(0, static_cast<std::size_t>(at - buffer_.data()));
  return state_ == State::reading && (buffer_.size() <= max_token_bytes || stop());
}

void Scanner::take_text(std::string_view text, bool is_special) {
  if (text.empty()) {
    return;
  }
  at_start_ = false;
  if (depth_ == 0) {
    if (!is_blank(text)) {
      stop();
    }
    return;
  }
  if (is_special) {
    text_.clear();
    if (!append_resolved(text_, text)) {
      stop();
      return;
    }
    text = text_;
  }
  handler_.text(text);
  note_refusal();
}

// True when the whole tag was there and was consumed.
bool Scanner::take_tag(Cursor& cursor) {
  cursor.take('<');
  if (cursor.is_at_end()) {
    return false;
  }
  if (cursor.take('/')) {
    return take_end(cursor);
  }
  return cursor.take('?') ? take_declaration(cursor) : take_start(cursor);
}

bool Scanner::take_start(Cursor& cursor) {
  const std::string_view name = cursor.take_name();
  if (name.empty()) {
    return stop();
  }
  if (!take_attributes(cursor)) {
    return false;
  }
  const bool is_empty = cursor.take('/');
  if (cursor.is_at_end()) {
    return false;
  }
  if (!cursor.take('>')) {
    return stop();
  }
  open(name);
  if (is_empty && state_ == State::reading) {
    close(name);
  }
  return true;
}

bool Scanner::take_end(Cursor& cursor) {
  const std::string_view name = cursor.take_name();
  cursor.take_blanks();
  if (cursor.is_at_end()) {
    return false;
  }
  if (!cursor.take('>')) {
    return stop();
  }
  close(name);
  return true;
}

// <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
bool Scanner::take_declaration(Cursor& cursor) {
  const std::string_view target = cursor.take_name();
  if (!take_attributes(cursor)) {
    return false;
  }
  const bool is_closed = cursor.take('?');
  if (cursor.is_at_end()) {
    return false;
  }
  if (!at_start_ || target != "xml" || !is_closed || !cursor.take('>') ||
      !is_familiar(attributes_)) {
    return stop();
  }
  at_start_ = false;
  return true;
}

bool Scanner::take_attributes(Cursor& cursor) {
  attributes_.clear();
  while (true) {
    const bool is_apart = cursor.take_blanks();
    if (cursor.is_at_end()) {
      return false;
    }
    if (!is(cursor.front(), name_start)) {
      return true;
    }
    if (!is_apart) {
      return stop();
    }
    if (!take_attribute(cursor)) {
      return false;
    }
  }
}

bool Scanner::take_attribute(Cursor& cursor) {
  const std::string_view name = cursor.take_name();
  cursor.take_blanks();
  const bool has_equals = cursor.take('=');
  cursor.take_blanks();
  if (cursor.is_at_end()) {
    return false;
  }
  const char quote = cursor.front();
  if (!has_equals || (quote != '"' && quote != '\'')) {
    return stop();
  }
  cursor.take(quote);
  const Run value = cursor.take_until(quote);
  return value.is_ended && add_attribute(name, value.text, value.has(special_value));
}

bool Scanner::add_attribute(std::string_view name, std::string_view value, bool is_special) {
  const bool is_known =
      std::any_of(attributes_.begin(), attributes_.end(), [&](const Attribute& a) {
        return same_name(a.qualified, name);
      });
  if (is_known || attributes_.size() == max_attributes) {
    return stop();
  }
  if (is_special) {
    std::string& decoded = decoded_[attributes_.size()];
    decoded.clear();
    if (value.find_first_of("<\t\r\n") != std::string_view::npos ||
        !append_resolved(decoded, value)) {
      return stop();
    }
    value = decoded;
  }
  attributes_.push_back({name, local_name(name), value});
  return true;
}

void Scanner::open(std::string_view name) {
  at_start_ = false;
  if (depth_ == open_.size() || (depth_ == 0 && has_root_)) {
    stop();
    return;
  }
  has_root_ = true;
  std::string& opened = open_[depth_++];
  if (!same_name(opened, name)) {  // rows of cells open the same elements again and again
    opened = name;
  }
  handler_.start(local_name(name), Attributes(attributes_));
  note_refusal();
}

void Scanner::close(std::string_view name) {
  if (depth_ == 0 || !same_name(open_[depth_ - 1], name)) {
    stop();
    return;
  }
  --depth_;
  handler_.end(local_name(name));
  note_refusal();
}

}  // namespace baocao::input::xlsx
