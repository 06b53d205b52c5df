// A fault in the user's data or files is a value: what, where, and the way out.
// Fields are kept apart; text is built only where it is printed (diag/render.hpp).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace baocao::diag {

enum class Severity : std::uint8_t { note, warning, error };

// The stable id of a kind of fault: a letter and three digits, e.g. "N204". The ids, with title,
// meaning, cause and cure, stand in diag/codes.def; ids are never reused.
class Code {
 public:
  consteval Code(const char (&id)[5])  // NOLINT(google-explicit-constructor)
      : id_{id[0], id[1], id[2], id[3]} {
    if (id[0] < 'A' || id[0] > 'Z' || !digit(id[1]) || !digit(id[2]) || !digit(id[3])) {
      throw "a code is a capital letter and three digits";
    }
  }

  std::string_view id() const { return {id_, 4}; }

  friend bool operator==(const Code&, const Code&) = default;

 private:
  static constexpr bool digit(char c) { return c >= '0' && c <= '9'; }

  char id_[4];
};

// Where a fault is. Empty strings and zeros mean "not applicable".
struct Span {
  std::string file = {};          // as the user named it, relative to the job folder
  std::string sheet = {};         // name of the sheet
  std::string cell = {};          // A1 address: "D17"
  std::string column = {};        // the header the user sees above the cell: "Ngày sinh"
  std::uint32_t row = 0;          // 1-based row of the sheet or line of a CSV file
  std::uint32_t line = 0;         // 1-based, text files such as job.toml
  std::uint32_t line_column = 0;  // 1-based character in that line
  std::string part = {};          // package part of a Word file: "word/document.xml"
  std::string address = {};  // place inside the part: "bảng 3, hàng 4, cột 2 › đoạn 1, ký tự 14"
};

struct Diagnostic {
  Code code;
  Severity severity = Severity::error;
  std::string message = {};  // one short Vietnamese sentence: what was found, what was expected
  std::string help = {};     // what to do
  Span span = {};
  std::vector<std::string> notes = {};  // consequences: "người này được tính là chưa rõ …"
  std::string field = {};               // key of the schema field
  std::string value = {};  // what the cell holds, never a whole ID number (see text::mask_id)
  std::string unit = {};   // code of the unit the row belongs to
  std::string rule = {};   // id of the [[rule]] that was broken; other checks have a code alone
};

// Gathers faults. Not thread safe: give each task its own and append them in a fixed order.
class Sink {
 public:
  void add(Diagnostic diagnostic) { all_.push_back(std::move(diagnostic)); }

  void append(Sink&& other);

  const std::vector<Diagnostic>& all() const { return all_; }

  std::size_t count(Severity severity) const;

  bool has_errors() const { return count(Severity::error) > 0; }

  std::optional<Diagnostic> first_error() const;

 private:
  std::vector<Diagnostic> all_;
};

}  // namespace baocao::diag
