// Records of a text with separators (RFC 4180, with any of , ; or tab and any line end).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace baocao::input::csv {

class Records {
 public:
  Records(std::string_view text, char separator) : text_(text), separator_(separator) {}

  // The next record into `fields()`; false at the end of the text.
  bool next();

  const std::vector<std::string>& fields() const { return fields_; }

  // 1-based line of a quote that is opened and never closed; 0 when there is none so far.
  std::uint32_t unclosed_line() const { return unclosed_line_; }

 private:
  void read_quoted(std::string& field);
  void read_plain(std::string& field);
  bool at_line_end() const;
  void skip_line_end();

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
  std::uint32_t unclosed_line_ = 0;
  std::vector<std::string> fields_;
};

// The separator that parts the first records most evenly; a comma when there is none.
char detected_separator(std::string_view text);

}  // namespace baocao::input::csv
