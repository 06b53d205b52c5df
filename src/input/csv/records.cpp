#include "input/csv/records.hpp"

#include <algorithm>
#include <map>

namespace baocao::input::csv {

bool Records::next() {
  if (at_ >= text_.size()) {
    return false;
  }
  fields_.clear();
  while (true) {
    std::string& field = fields_.emplace_back();
    if (at_ < text_.size() && text_[at_] == '"') {
      read_quoted(field);
    }
    read_plain(field);
    if (at_ >= text_.size() || at_line_end()) {
      skip_line_end();
      return true;
    }
    ++at_;  // the separator
  }
}

void Records::read_quoted(std::string& field) {
  const std::uint32_t opened = line_;
  ++at_;
  while (true) {
    const std::size_t quote = std::min(text_.find('"', at_), text_.size());
    const std::string_view piece = text_.substr(at_, quote - at_);
    field += piece;
    line_ += static_cast<std::uint32_t>(std::count(piece.begin(), piece.end(), '\n'));
    at_ = quote + 1;
    if (quote == text_.size()) {
      unclosed_line_ = opened;
      at_ = quote;
      return;
    }
    if (at_ >= text_.size() || text_[at_] != '"') {
      return;
    }
    field.push_back('"');
    ++at_;
  }
}

void Records::read_plain(std::string& field) {
  const char ends[] = {separator_, '\r', '\n'};
  const std::size_t end =
      std::min(text_.find_first_of(std::string_view(ends, 3), at_), text_.size());
  field += text_.substr(at_, end - at_);
  at_ = end;
}

bool Records::at_line_end() const {
  return text_[at_] == '\r' || text_[at_] == '\n';
}

void Records::skip_line_end() {
  ++line_;
  at_ += text_.substr(at_).starts_with("\r\n") ? std::size_t{2} : std::size_t{1};
}

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// A comma between two digits may be a decimal comma and says nothing.
std::size_t separators_in(const std::vector<std::string>& fields, char separator) {
  std::size_t count = fields.size() - 1;
  for (std::size_t i = 1; i < fields.size() && separator == ','; ++i) {
    const bool between_digits = !fields[i - 1].empty() && is_digit(fields[i - 1].back()) &&
                                !fields[i].empty() && is_digit(fields[i].front());
    count -= between_digits ? 1 : 0;
  }
  return count;
}

// How many separators stand in the records that have the most frequent number of them: what makes
// columns stands in every record, what belongs to names and sentences does not.
std::size_t evenness(std::string_view text, char separator) {
  constexpr int looked_at = 30;
  std::map<std::size_t, std::size_t> records_by_separators;
  Records records(text, separator);
  for (int i = 0; i < looked_at && records.next(); ++i) {
    ++records_by_separators[separators_in(records.fields(), separator)];
  }
  std::size_t most = 0;
  for (const auto& [separators, count] : records_by_separators) {
    most = std::max(most, separators * count);
  }
  return most;
}

}  // namespace

// Commas stand in text more often than the others, so an even count goes to the others.
char detected_separator(std::string_view text) {
  char best = ',';
  std::size_t most = std::max<std::size_t>(1, evenness(text, ','));
  for (const char candidate : {';', '\t'}) {
    if (const std::size_t even = evenness(text, candidate); even >= most) {
      best = candidate;
      most = even;
    }
  }
  return best;
}

}  // namespace baocao::input::csv
