// The data dictionary: which tables there are, their fields, types, code lists, header synonyms and
// rules. Loaded from templates/schema/*.toml; code knows no field by name.
#pragma once

#include "base/folder.hpp"
#include "base/ratio.hpp"
#include "diag/result.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

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
  std::string key;          // "thac_si"
  std::string label;        // "Thạc sĩ"
  std::optional<int> rank;  // ordered lists: higher is more
  std::vector<std::string> variants;
  std::vector<std::string> aliases;  // other names, accepted with a warning ("Mèo" for Mông)
  std::vector<std::string> starts;  // a text that begins so is this word: "Đại học" + speciality
};

// Words of a list are numbered 0… in file order; that number is what columns store. At most 64
// words in a list used by a `codes` field (a set is a 64-bit mask).
struct CodeList {
  std::string name;
  std::string label;
  bool ordered = false;
  std::vector<CodeWord> words;
  std::vector<std::string> unattained;  // "Đang học", "NCS": whoever is still learning has no level
  std::vector<std::string> phrases;     // names with a separator inside, never split
  std::vector<std::string> tails;       // words that begin the name of a unit, not part of a code

  std::optional<std::uint16_t> find_key(std::string_view key) const;
  // By text::code_key of key, label and variants.
  std::optional<std::uint16_t> find_text(std::string_view text) const;
  std::optional<std::uint16_t> find_alias(std::string_view text) const;
  std::map<std::string, std::uint16_t, std::less<>> by_code_key;
  std::map<std::string, std::uint16_t, std::less<>> by_alias_key;
  std::map<std::string, std::uint16_t, std::less<>> by_start_key;
};

// At most `percent` of the rows with word `of` may hold `word` (in each unit and value of `by`).
struct Cap {
  std::string word;
  std::string of;
  std::int64_t percent = 0;
  std::vector<std::string> by;         // keys of fields of the same table
  std::vector<std::string> by_person;  // keys of fields of the roster, reached through the person
};

// Years that a date may lie in, fewer than a hundred: they settle centuries left out.
struct Years {
  int first = 0;
  int last = 0;

  bool hold(int year) const { return first <= year && year <= last; }
};

struct Field {
  std::string key;    // "trinh_do_chuyen_mon"
  std::string label;  // "Trình độ chuyên môn"
  Type type = Type::text;
  const CodeList* codes = nullptr;  // for code and codes
  std::vector<std::string>
      headers;            // synonyms; a path over merged headers is "Trình độ > Chuyên môn"
  bool required = false;  // the column must be there and each row must have a value
  std::string example;

  std::optional<Years> years;  // date

  bool blank_is_no = false;  // boolean: a blank cell says no (blank = "no")
  // Columns that together make one value: "Họ đệm" + "Tên".
  std::vector<std::vector<std::string>> parts;
  std::string split_by;      // date columns named by the words of this field: {Nam | Nữ}
  bool bare_words = false;   // a column may be named by a word of the code list alone: "Nữ"
  bool from_groups = false;  // may be given by group rows inside the table: "I. KHỐI ĐẢNG"
  // id: fields that the digits of a personal number tell as well (NĐ 137/2015/NĐ-CP, art. 13).
  std::string tells_birth;
  std::string tells_sex;
  const CodeList* tells_place = nullptr;  // keys: the first three digits of births in the country
  std::optional<Cap> cap;
};

// Fields (of a roster) that tell whether two rows are the same person. `id` decides; `name` and
// `birth` raise the question, `home` and `sex` help to answer it.
struct SamePerson {
  std::string id;
  std::string name;
  std::string birth;
  std::string home;  // may be empty
  std::string sex;   // may be empty
};

// A check of one row: `expect` (expression language) must hold where `when` holds.
struct Rule {
  diag::Code code;
  std::string id;
  diag::Severity severity = diag::Severity::warning;
  std::string when;  // empty: always
  std::string expect;
  std::string field;    // the field whose cell is marked
  std::string message;  // Vietnamese; {…} is an amount, computed for the row
  std::string help;
  std::string file;  // place of the rule, for faults in the rule itself
  std::uint32_t line = 0;
};

struct Table {
  std::string name;     // "can_bo"
  std::string label;    // "Danh sách cán bộ"
  std::string subject;  // what a row is, for messages: "người này", "xã này"
  bool per_person =
      false;             // rows belong to a person of can_bo (linked by unit + name + birth date)
  bool persons = false;  // rows are the persons (can_bo)
  std::vector<Field> fields;
  std::vector<std::vector<std::string>> unique;  // sets of fields that name a row once in its unit
  std::optional<SamePerson> same_person;
  std::vector<std::string> ignored;  // headers of columns nobody needs: wages, telephone numbers
  // Headers over several columns that say nothing about them: "Thông tin chung". Under any other
  // unknown header ("Trước khi sắp xếp") a known one may mean something else.
  std::vector<std::string> groups;
  std::vector<Rule> rules;

  // header_path_key of every header → number of the field, or ignored_column.
  std::map<std::string, std::size_t, std::less<>> by_header;
  static constexpr std::size_t ignored_column = static_cast<std::size_t>(-1);

  const Field* find(std::string_view key) const;
  std::optional<std::size_t> index(std::string_view key) const;
};

// "Trình độ > Chuyên môn" → text::header_key of each level, joined by ">".
std::string header_path_key(std::string_view path);

class Schema {
 public:
  // Reads <folder>/*.toml and <folder>/codes/*.toml; tables and lists are named by their files. All
  // faults go to the sink (E40x, J10x); with an error there is no schema.
  static diag::Result<Schema> load(const base::Folder& folder, diag::Sink& sink);

  const Table* find(std::string_view name) const;

  const std::vector<std::unique_ptr<Table>>& tables() const { return tables_; }

  std::size_t index_of(const Table& table) const;  // in tables()

  const CodeList* codes(std::string_view name) const;

 private:
  std::vector<std::unique_ptr<Table>> tables_;  // by name
  std::vector<std::unique_ptr<CodeList>> lists_;
};

}  // namespace baocao::schema
