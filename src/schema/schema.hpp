// The data dictionary: which tables there are, their fields, types, code lists, header synonyms and
// rules. Loaded from templates/schema/*.toml; code knows no field by name.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ratio.hpp"
#include "diag/result.hpp"

namespace baocao::schema {

enum class Type : std::uint8_t {
  text,
  name,     // a person's name: prefixes and "(Nữ)" are taken off
  number,   // exact decimal
  boolean,  // x, X, ✓, 1, có / không
  date,     // to the day, month or year
  code,     // one word of a code list
  codes,    // a set of words of a code list (posts: "UV BTV, PCT UBND")
  id,       // CCCD/CMND digits, never printed whole
  unit,     // a unit: its code or its name, matched with accents within the job's units
};

struct CodeWord {
  std::string key;    // "thac_si"
  std::string label;  // "Thạc sĩ"
  std::optional<int> rank;  // ordered lists: higher is more
  std::vector<std::string> variants;
};

// Words of a list are numbered 0… in file order; that number is what columns store. At most 64
// words in a list used by a `codes` field (a set is a 64-bit mask).
struct CodeList {
  std::string name;
  std::string label;
  bool ordered = false;
  std::vector<CodeWord> words;

  std::optional<std::uint16_t> find_key(std::string_view key) const;
  // By text::code_key of key, label and variants.
  std::optional<std::uint16_t> find_text(std::string_view text) const;
  std::map<std::string, std::uint16_t, std::less<>> by_code_key;
};

struct Field {
  std::string key;    // "trinh_do_chuyen_mon"
  std::string label;  // "Trình độ chuyên môn"
  Type type = Type::text;
  const CodeList* codes = nullptr;   // for code and codes
  std::vector<std::string> headers;  // synonyms; a path over merged headers is "Trình độ > Chuyên môn"
  bool required = false;             // the column must be there and each row must have a value
  std::string example;
};

// A check inside one row: `expect` (expression language) must hold where `when` holds.
struct Rule {
  diag::Code code;
  std::string id;
  diag::Severity severity = diag::Severity::warning;
  std::string when;    // empty: always
  std::string expect;
  std::string field;   // the field whose cell is marked
  std::string message;  // Vietnamese
  std::string help;
  std::string file;    // place of the rule, for faults in the rule itself
  std::uint32_t line = 0;
};

struct Table {
  std::string name;   // "can_bo"
  std::string label;  // "Danh sách cán bộ"
  std::string subject;  // what a row is, for messages: "người này", "xã này"
  bool per_person = false;  // rows belong to a person of can_bo (linked by unit + name + birth date)
  bool persons = false;     // rows are the persons (can_bo)
  std::vector<Field> fields;
  std::vector<std::vector<std::string>> unique;  // sets of fields that name a row once in its unit
  std::vector<Rule> rules;

  const Field* find(std::string_view key) const;
  std::optional<std::size_t> index(std::string_view key) const;
};

class Schema {
 public:
  // Reads <folder>/*.toml and <folder>/codes/*.toml. All faults go to the sink.
  static diag::Result<Schema> load(const std::filesystem::path& folder, diag::Sink& sink);

  const Table* find(std::string_view name) const;
  const std::vector<std::unique_ptr<Table>>& tables() const { return tables_; }
  const CodeList* codes(std::string_view name) const;

 private:
  std::vector<std::unique_ptr<Table>> tables_;  // by name
  std::vector<std::unique_ptr<CodeList>> lists_;
};

}  // namespace baocao::schema
